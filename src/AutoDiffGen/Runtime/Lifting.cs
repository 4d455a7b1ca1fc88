using System.ComponentModel;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Runtime;

/// <summary>
/// What generated <c>_Lifted</c> methods call to put a function with rules of the user's on the tape: its value as it is, and the partial
/// derivatives as the rules give them. Not meant to be called by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lifting
{
    /// <summary>Whether an operation on a value is recorded, so that its partial derivative is wanted.</summary>
    /// <param name="argument">The value.</param>
    /// <returns>False for a constant, and inside an <see cref="Ad.NoGrad"/> scope.</returns>
    public static bool IsRecorded(in Value argument) => !argument.IsConstant && Ad.IsRecording;

    /// <summary>Refuses to lose a derivative: an argument that there is no rule for must be a constant.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="name">The parameter it is passed to.</param>
    /// <param name="function">The function called.</param>
    /// <exception cref="InvalidOperationException">An operation on the argument is recorded.</exception>
    public static void RequireConstant(in Value argument, string name, string function)
    {
        if (IsRecorded(argument))
        {
            throw new InvalidOperationException(
                $"'{function}' has no rule that could be called for its argument '{name}', which depends on a variable of the tape. "
                + "Write the rule with [PartialOf], or pass the argument as a constant: Ad.StopGradient.");
        }
    }

    /// <summary>Records the call of a function with one real argument.</summary>
    /// <param name="data">The function's value.</param>
    /// <param name="x">The argument.</param>
    /// <param name="byX">The partial derivative by it; not read where <paramref name="x"/> is a constant.</param>
    /// <returns>The value, as a result of the call; a constant where nothing is recorded.</returns>
    /// <exception cref="InvalidOperationException">The tape of <paramref name="x"/> was reset or disposed of since.</exception>
    public static Value Record(double data, in Value x, double byX) => Value.Unary(Operation.Call, x, data, byX);

    /// <summary>Records the call of a function with two real arguments.</summary>
    /// <param name="data">The function's value.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="byX">The partial derivative by it; not read where <paramref name="x"/> is a constant.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="byY">The partial derivative by it; not read where <paramref name="y"/> is a constant.</param>
    /// <returns>The value, as a result of the call; a constant where nothing is recorded.</returns>
    /// <exception cref="InvalidOperationException">The arguments are of two tapes, or their tape was reset or disposed of since.</exception>
    public static Value Record(double data, in Value x, double byX, in Value y, double byY) =>
        Value.Binary(Operation.Call, x, y, data, byX, byY);

    /// <summary>Records the call of a function with any number of real arguments.</summary>
    /// <param name="data">The function's value.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="partials">The partial derivatives by each; not read where the argument is a constant.</param>
    /// <returns>The value, as a result of the call; a constant where nothing is recorded.</returns>
    /// <exception cref="ArgumentException">There are not as many partial derivatives as arguments.</exception>
    /// <exception cref="InvalidOperationException">The arguments are of two tapes, or their tape was reset or disposed of since.</exception>
    public static Value Record(double data, ReadOnlySpan<Value> arguments, ReadOnlySpan<double> partials)
    {
        if (partials.Length != arguments.Length)
            throw new ArgumentException($"There are {arguments.Length} arguments, but {partials.Length} partial derivatives.", nameof(partials));

        Tape? tape = TapeOf(arguments);
        return tape is null ? new Value(data) : RecordOn(tape, data, arguments, partials);
    }

    private static Tape? TapeOf(ReadOnlySpan<Value> arguments)
    {
        Tape? tape = null;
        foreach (ref readonly Value argument in arguments)
            tape ??= argument.Tape;
        foreach (ref readonly Value argument in arguments)
            tape?.Check(argument); // all of them before the first node is recorded
        return tape;
    }

    // A node has room for two operands: where there are more, the ones before it are joined in nodes of their own.
    private static Value RecordOn(Tape tape, double data, ReadOnlySpan<Value> arguments, ReadOnlySpan<double> partials)
    {
        (int left, double byLeft) = (Tape.None, 0);
        (int right, double byRight) = (Tape.None, 0);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].IsConstant) continue;

            (left, byLeft) = left == Tape.None
                ? (right, byRight)
                : (tape.Record(Operation.Join, data, left, byLeft, right, byRight).Index, 1);
            (right, byRight) = (arguments[i].Index, partials[i]);
        }

        return tape.Record(Operation.Call, data, left, byLeft, right, byRight);
    }
}
