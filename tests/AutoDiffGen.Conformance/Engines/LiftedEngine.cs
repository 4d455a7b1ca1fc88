using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>The <c>_Lifted</c> member on the runtime tape.</summary>
internal static class LiftedEngine
{
    /// <summary>Runs the method and leaves in a frame what it wrote, as a call of the method itself does.</summary>
    /// <returns>The entries of the result; of a number, the number alone.</returns>
    public static double[] Run(Subject subject, Point point, out Frame left)
    {
        using var tape = new Tape();
        left = subject.At(point);
        object?[] arguments = Arguments(subject, left, tape);
        Value[] result = subject.Lifted(arguments);
        foreach (Role role in subject.Roles)
        {
            if (role.IsByRef)
                left.After[role.Index] = arguments[role.Index] is Value v ? v.Data : Convert.ToDouble(arguments[role.Index]);
            else if (role.Layout is { IsReal: true })
                left.Blocks[role.Index]!.Fill(i => Entries(arguments[role.Index])[i].Data);
        }

        return [.. result.Select(v => v.Data)];
    }

    /// <summary>The derivatives of one output by every input, in order.</summary>
    public static double[] Row(Subject subject, Point point, Output output)
    {
        using var tape = new Tape();
        Frame frame = subject.At(point);
        object?[] arguments = Arguments(subject, frame, tape);
        // What the call writes is overwritten: the variables are kept.
        Value[] variables = [.. subject.Inputs.SelectMany(r => Entries(arguments[r.Index]))];
        var constants = subject.Roles
            .Where(r => (r.IsReal || r.Layout is { IsReal: true }) && !r.IsActive && r.Passing != Passing.Out)
            .SelectMany(r => Entries(arguments[r.Index]).Select(v => (Role: r, Value: v)))
            .ToList();
        Value[] result = subject.Lifted(arguments);
        Value differentiated = output.IsResult ? subject.HasArrayResult ? Sum(result) : result[0]
            : subject.Roles[output.Index].Layout is null ? (Value)arguments[output.Index]!
            : Sum(Entries(arguments[output.Index]));
        differentiated.Backward();
        foreach ((Role role, Value value) in constants.Where(c => c.Value.Grad != 0))
            throw new ConformanceException($"{subject.Label} _Lifted at {point}: {output.Name} by {role.Name}, which is [NoGrad]: {value.Grad}");
        return [.. variables.Select(v => v.Grad)];
    }

    private static Value Sum(Value[] entries)
    {
        Value sum = 0;
        for (int i = 0; i < entries.Length; i++)
            sum += Output.Weight(i) * entries[i];
        return sum;
    }

    private static Value[] Entries(object? argument) => argument switch
    {
        Value value => [value],
        Value[] vector => [.. vector],
        Value[,] matrix => [.. matrix.Cast<Value>()],
        Value[][] rows => [.. rows.SelectMany(r => r)],
        _ => [],
    };

    // Every number a variable, even where the parameter is [NoGrad]: the lifted method itself must stop the derivative there.
    private static object?[] Arguments(Subject subject, Frame frame, Tape tape)
    {
        return [.. subject.Roles.Select(Argument)];

        object? Argument(Role role) =>
            role.Passing == Passing.Out ? null
            : role.IsReal ? tape.Variable(frame.Reals[role.Index])
            : role.Layout is null ? frame.Others[role.Index]
            : Lift(frame.Blocks[role.Index]!.Storage);

        object? Lift(Array? storage) => storage switch
        {
            double[] vector => Array.ConvertAll(vector, tape.Variable),
            double[][] rows => Array.ConvertAll(rows, row => Array.ConvertAll(row, tape.Variable)),
            double[,] matrix => Matrix(matrix),
            _ => storage,
        };

        Value[,] Matrix(double[,] matrix)
        {
            var lifted = new Value[matrix.GetLength(0), matrix.GetLength(1)];
            for (int i = 0; i < lifted.GetLength(0); i++)
            {
                for (int j = 0; j < lifted.GetLength(1); j++)
                    lifted[i, j] = tape.Variable(matrix[i, j]);
            }

            return lifted;
        }
    }
}
