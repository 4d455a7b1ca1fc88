using System.Reflection;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Signatures;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>The <c>_Lifted</c> member on the runtime tape.</summary>
internal static class LiftedEngine
{
    /// <summary>What the lifted method returned, and what it left by reference, by parameter position.</summary>
    public readonly record struct Content(double Result, double[] After);

    public static Content Run(Subject subject, Point point)
    {
        using var tape = new Tape();
        object?[] arguments = Invoke(subject, point, tape, out Value result);
        double[] after = new double[arguments.Length];
        foreach (Role role in subject.Roles.Where(r => r.IsByRef))
            after[role.Index] = ToNumber(arguments[role.Index]!);
        return new(result.Data, after);
    }

    /// <summary>The derivatives of one output by every input, in order.</summary>
    public static double[] Row(Subject subject, Point point, Output output)
    {
        using var tape = new Tape();
        object?[] arguments = Arguments(subject, point, tape);
        // The reference parameters' entries are overwritten by the call: the variables are kept.
        Value[] variables = [.. subject.Inputs.Select(r => (Value)arguments[r.Index]!)];
        var constants = subject.Roles
            .Where(r => r.IsReal && !r.IsActive && r.Passing != Passing.Out)
            .ToDictionary(r => r, r => (Value)arguments[r.Index]!);
        Value result = Invoke(subject, arguments);
        Value differentiated = output.IsResult ? result : (Value)arguments[output.Index]!;
        differentiated.Backward();
        foreach (Role role in constants.Keys.Where(r => constants[r].Grad != 0))
            throw new ConformanceException($"{subject.Label} _Lifted at {point}: {output.Name} by {role.Name}, which is [NoGrad]: {constants[role].Grad}");
        return [.. variables.Select(v => v.Grad)];
    }

    private static object?[] Invoke(Subject subject, Point point, Tape tape, out Value result)
    {
        object?[] arguments = Arguments(subject, point, tape);
        result = Invoke(subject, arguments);
        return arguments;
    }

    private static Value Invoke(Subject subject, object?[] arguments) =>
        (Value)Find(subject).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static MethodInfo Find(Subject subject) => Member.Find(Contract.Lifted(subject.Method));

    private static object?[] Arguments(Subject subject, Point point, Tape tape)
    {
        Frame frame = subject.At(point);
        return [.. subject.Roles.Select(Argument)];

        object? Argument(Role role)
        {
            if (role.Passing == Passing.Out)
                return null;
            if (!role.IsReal)
                return frame.Others[role.Index];
            double real = frame.Reals[role.Index];
            // A variable even where the parameter is [NoGrad]: the lifted method itself must stop the derivative there.
            return tape.Variable(real);
        }
    }

    private static double ToNumber(object value) => value is Value v ? v.Data : Convert.ToDouble(value);
}
