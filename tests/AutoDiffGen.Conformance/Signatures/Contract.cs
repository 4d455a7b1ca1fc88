using System.Reflection;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>
/// The signatures that generated members must have, worked out from the original method by reflection: a second reading of the
/// contract, which shares nothing with the generator's.
/// </summary>
internal static class Contract
{
    public static Signature Grad(MethodInfo method)
    {
        var names = new NameScope(method);
        var derivatives = Roles(method)
            .Where(r => r.IsInput)
            .Select(r => new SignatureParameter(Passing.Out, r.Type, names.Derivative("d", r.Name)));
        return Derived(method, "_Grad", method.ReturnType, [.. Own(method), .. derivatives]);
    }

    public static Signature Vjp(MethodInfo method)
    {
        var names = new NameScope(method);
        List<SignatureParameter> parameters = [.. Own(method)];
        if (method.ReturnType != typeof(void))
            parameters.Add(new(Passing.Value, method.ReturnType, names.Free("seed")));
        parameters.AddRange(Roles(method)
            .Where(r => r.IsActive)
            .Select(r => new SignatureParameter(Passing.Ref, r.Type, names.Derivative("d", r.Name))));
        return Derived(method, "_Vjp", typeof(void), parameters);
    }

    public static Signature Lifted(MethodInfo method) =>
        Derived(method, "_Lifted", typeof(Value), [.. Own(method).Select(p => p.Type == typeof(double) ? p with { Type = typeof(Value) } : p)]);

    private static Signature Derived(MethodInfo method, string suffix, Type returns, IReadOnlyList<SignatureParameter> parameters) =>
        Signature.Of(method) with { Name = method.Name + suffix, Returns = returns, Parameters = parameters };

    private static IEnumerable<Role> Roles(MethodInfo method) => method.GetParameters().Select(p => new Role(p));

    private static IEnumerable<SignatureParameter> Own(MethodInfo method) =>
        Roles(method).Select(r => new SignatureParameter(r.Passing, r.Type, r.Name));
}
