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
    public static Signature Grad(MethodInfo method) =>
        Derived(method, "_Grad", method.ReturnType, [.. Own(method), .. GradDerivatives(method).Select(d => d.Parameter)]);

    public static Signature Vjp(MethodInfo method)
    {
        List<SignatureParameter> parameters = [.. Own(method)];
        if (method.ReturnType != typeof(void))
            parameters.Add(new(Passing.Value, SeedType(method.ReturnType), SeedName(method)));
        parameters.AddRange(VjpDerivatives(method).Select(d => d.Parameter));
        return Derived(method, "_Vjp", typeof(void), parameters);
    }

    public static Signature Lifted(MethodInfo method) =>
        Derived(method, "_Lifted", method.ReturnType.IsArray ? LiftedType(method.ReturnType) : typeof(Value), [.. Own(method).Select(p => p with { Type = LiftedType(p.Type) })]);

    /// <summary>The derivative parameters of <c>_Grad</c>, with what they are derivatives by.</summary>
    public static IReadOnlyList<(Role Role, SignatureParameter Parameter)> GradDerivatives(MethodInfo method)
    {
        var names = new NameScope(method);
        return [.. Roles(method).Where(r => r.IsInput).Select(r => (r, Derivative(r, Passing.Out, names)))];
    }

    /// <summary>The derivative parameters of <c>_Vjp</c>, with what they are derivatives by.</summary>
    public static IReadOnlyList<(Role Role, SignatureParameter Parameter)> VjpDerivatives(MethodInfo method)
    {
        var names = new NameScope(method);
        if (method.ReturnType != typeof(void))
            names.Free("seed");
        return [.. Roles(method).Where(r => r.IsActive).Select(r => (r, Derivative(r, Passing.Ref, names)))];
    }

    /// <summary>The name of the seed of a method that returns something.</summary>
    public static string SeedName(MethodInfo method) => new NameScope(method).Free("seed");

    // Arrays and spans are passed as they are, to be written into.
    private static SignatureParameter Derivative(Role role, Passing passing, NameScope names) =>
        new(role.Layout is null ? passing : Passing.Value, role.DerivativeType, names.Derivative("d", role.Name));

    private static Type SeedType(Type result) =>
        Layout.Of(result) is { Kind: LayoutKind.Vector } layout ? typeof(ReadOnlySpan<>).MakeGenericType(layout.Element) : result;

    private static Type LiftedType(Type type) => type switch
    {
        _ when type == typeof(double) => typeof(Value),
        _ when Layout.Of(type)?.Element != typeof(double) => type,
        _ when type == typeof(Span<double>) => typeof(Span<Value>),
        _ when type == typeof(ReadOnlySpan<double>) => typeof(ReadOnlySpan<Value>),
        _ when type == typeof(double[,]) => typeof(Value[,]),
        _ => type == typeof(double[]) ? typeof(Value[]) : typeof(Value[][]),
    };

    private static Signature Derived(MethodInfo method, string suffix, Type returns, IReadOnlyList<SignatureParameter> parameters) =>
        Signature.Of(method) with { Name = method.Name + suffix, Returns = returns, Parameters = parameters };

    private static IEnumerable<Role> Roles(MethodInfo method) => method.GetParameters().Select(p => new Role(p));

    private static IEnumerable<SignatureParameter> Own(MethodInfo method) =>
        Roles(method).Select(r => new SignatureParameter(r.Passing, r.Type, r.Name));
}
