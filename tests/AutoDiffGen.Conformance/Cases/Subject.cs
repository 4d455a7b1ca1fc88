using System.Reflection;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Signatures;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>A method and its generated members, ready to be called. Made once; calling allocates nothing.</summary>
internal sealed class Subject
{
    private readonly Lazy<Call> original;
    private readonly Lazy<Call> grad;
    private readonly Lazy<Call> vjp;
    private readonly Lazy<Func<object?[], Value[]>> lifted;

    /// <param name="roundsInside">Whether the method rounds to <c>float</c> though its signature does not show it.</param>
    public Subject(MethodInfo method, string label, bool roundsInside = false)
    {
        Method = method;
        Label = label;
        Roles = [.. method.GetParameters().Select(p => new Role(p))];
        Inputs = [.. Roles.Where(r => r.IsInput)];
        Outputs = [.. HasRealResult || HasArrayResult ? [Output.Result] : Array.Empty<Output>(), .. Roles.Where(r => r.IsOutput).Select(Output.Of)];
        IsSingle = roundsInside || method.ReturnType == typeof(float) || method.ReturnType == typeof(float[])
            || Roles.Any(r => r.Type == typeof(float) || r.Layout?.Element == typeof(float));
        original = new(() => CallBuilder.Original(this));
        grad = new(() => CallBuilder.Grad(this, Member.Find(Contract.Grad(Method))));
        vjp = new(() => CallBuilder.Vjp(this, Member.Find(Contract.Vjp(Method))));
        lifted = new(() => LiftedCall.Compile(Member.Find(Contract.Lifted(Method))));
    }

    public MethodInfo Method { get; }

    /// <summary>How failures name it: the case and the engine.</summary>
    public string Label { get; }

    public IReadOnlyList<Role> Roles { get; }

    /// <summary>What is differentiated by: the initial contents of active parameters.</summary>
    public IReadOnlyList<Role> Inputs { get; }

    /// <summary>
    /// What is differentiated at every point: the result, and the final contents of active <c>ref</c> and <c>out</c> parameters.
    /// </summary>
    public IReadOnlyList<Output> Outputs { get; }

    /// <summary>Whether the method rounds to <c>float</c> somewhere.</summary>
    public bool IsSingle { get; }

    public bool HasRealResult => Method.ReturnType == typeof(double) || Method.ReturnType == typeof(float);

    public bool HasArrayResult => Layout.Of(Method.ReturnType) is { IsReal: true };

    public bool HasArrays => HasArrayResult || Roles.Any(r => r.Layout is not null);

    public bool IsLifted => (Method.GetCustomAttribute<DifferentiableAttribute>()?.Emit ?? Derivatives.None).HasFlag(Derivatives.Lifted);

    public Call Original => original.Value;

    public Call Grad => grad.Value;

    public Call Vjp => vjp.Value;

    public Func<object?[], Value[]> Lifted => lifted.Value;

    /// <summary>What is differentiated at a point: <see cref="Outputs"/>, and active arrays and spans whose content the method changes there.</summary>
    /// <remarks>
    /// Of data that is not changed the final content is the initial one, and so are the adjoints: whether the method could have written
    /// it need not be known.
    /// </remarks>
    public IReadOnlyList<Output> OutputsAt(Point point) => [.. Outputs, .. WrittenAt(point).Where(r => r.IsActive).Select(Output.Of)];

    /// <summary>The arrays and spans whose content the method changes at a point.</summary>
    public IReadOnlyList<Role> WrittenAt(Point point)
    {
        if (!HasArrays)
            return [];
        Frame frame = At(point);
        Original(frame);
        return [.. Roles.Where(r => frame.Blocks[r.Index] is { } b && Enumerable.Range(0, b.Length).Any(i => !b[i].Equals(b.GetInitial(i))))];
    }

    /// <summary>What is differentiated by, number by number.</summary>
    public IReadOnlyList<Entry> InputsOf(Frame frame) => [.. Inputs.SelectMany(r => EntriesOf(frame, r))];

    /// <summary>The numbers a role stands for.</summary>
    public static IEnumerable<Entry> EntriesOf(Frame frame, Role role) =>
        Enumerable.Range(0, frame.Blocks[role.Index]?.Length ?? 1).Select(i => new Entry(role, i));

    /// <summary>A frame with the point's arguments in place, and room for derivatives.</summary>
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
            if (role.Layout is not null)
                Place(frame, role, new(ArrayOf(argument, role)));
            else if (role.IsReal)
                frame.Reals[role.Index] = Convert.ToDouble(argument);
            else
                frame.Others[role.Index] = Adapt(argument, role.Type);
        }

        if (HasArrayResult)
        {
            frame.SeedBlock = SeedFor(frame);
            frame.Restore();
        }

        return frame;
    }

    /// <summary>Puts an array into a frame, with room for its derivative.</summary>
    public static void Place(Frame frame, Role role, Block block)
    {
        frame.Blocks[role.Index] = block;
        if (role.IsActive)
            frame.DerivativeBlocks[role.Index] = block.Zeros(role.Type);
    }

    // As long as the result, which only a call can tell.
    private Block SeedFor(Frame frame)
    {
        try
        {
            Original(frame);
        }
        catch (Exception)
        {
            // Where the method throws there is no result, and any seed will do.
            frame.Result = null;
        }

        return new Block(frame.Result ?? Array.CreateInstance(Method.ReturnType.GetElementType()!, 0)).Zeros(Method.ReturnType);
    }

    private static Array? ArrayOf(object? argument, Role role) => argument switch
    {
        null => null,
        string text => ArrayLiteral.Parse(text, role.Layout!, role.Index + 1),
        Array given => ArrayLiteral.Convert(given, role.Layout!),
        _ => throw new ArgumentException($"{role.Name} is an array, and {argument} is not."),
    };

    private static object? Adapt(object? argument, Type type)
    {
        // The enum of the attribute is that of the assembly the attribute was read from: the other assembly has its own.
        if (type.IsEnum)
            return Enum.ToObject(type, Convert.ToInt64(argument));
        return argument is null || type.IsInstanceOfType(argument) ? argument : Convert.ChangeType(argument, type);
    }
}
