using System.Reflection;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Signatures;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>A method and its generated members, ready to be called. Made once; calling allocates nothing.</summary>
internal sealed class Subject
{
    private readonly Lazy<Call> original;
    private readonly Lazy<Call> grad;
    private readonly Lazy<Call> vjp;

    /// <param name="roundsInside">Whether the method rounds to <c>float</c> though its signature does not show it.</param>
    public Subject(MethodInfo method, string label, bool roundsInside = false)
    {
        Method = method;
        Label = label;
        Roles = [.. method.GetParameters().Select(p => new Role(p))];
        Inputs = [.. Roles.Where(r => r.IsInput)];
        Outputs = [.. HasRealResult ? [Output.Result] : Array.Empty<Output>(), .. Roles.Where(r => r.IsOutput).Select(Output.Of)];
        IsSingle = roundsInside || method.ReturnType == typeof(float) || Roles.Any(r => r.Type == typeof(float));
        original = new(() => CallBuilder.Original(this));
        grad = new(() => CallBuilder.Grad(this, Member.Find(Contract.Grad(Method))));
        vjp = new(() => CallBuilder.Vjp(this, Member.Find(Contract.Vjp(Method))));
    }

    public MethodInfo Method { get; }

    /// <summary>How failures name it: the case and the engine.</summary>
    public string Label { get; }

    public IReadOnlyList<Role> Roles { get; }

    /// <summary>What is differentiated by: the initial contents of active parameters.</summary>
    public IReadOnlyList<Role> Inputs { get; }

    /// <summary>What is differentiated: the result, and the final contents of active <c>ref</c> and <c>out</c> parameters.</summary>
    public IReadOnlyList<Output> Outputs { get; }

    /// <summary>Whether the method rounds to <c>float</c> somewhere.</summary>
    public bool IsSingle { get; }

    public bool HasRealResult => Method.ReturnType == typeof(double) || Method.ReturnType == typeof(float);

    public bool IsLifted => (Method.GetCustomAttribute<DifferentiableAttribute>()?.Emit ?? Derivatives.None).HasFlag(Derivatives.Lifted);

    public Call Original => original.Value;

    public Call Grad => grad.Value;

    public Call Vjp => vjp.Value;

    /// <summary>A frame with the point's arguments in place.</summary>
    public Frame At(Point point)
    {
        int taken = Roles.Count(r => r.Passing != Passing.Out);
        if (taken != point.Arguments.Length)
            throw new ArgumentException($"{Method.DeclaringType!.Name}.{Method.Name} takes {taken} arguments, and {point} has {point.Arguments.Length}.");

        var frame = new Frame(Roles.Count);
        int next = 0;
        foreach (Role role in Roles)
        {
            if (role.Passing == Passing.Out)
                continue;
            object? argument = point.Arguments[next++];
            if (role.IsReal)
                frame.Reals[role.Index] = Convert.ToDouble(argument);
            else
                frame.Others[role.Index] = Adapt(argument, role.Type);
        }

        return frame;
    }

    private static object? Adapt(object? argument, Type type)
    {
        // The enum of the attribute is that of the assembly the attribute was read from: the other assembly has its own.
        if (type.IsEnum)
            return Enum.ToObject(type, Convert.ToInt64(argument));
        return argument is null || type.IsInstanceOfType(argument) ? argument : Convert.ChangeType(argument, type);
    }
}
