using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <content>
/// How an operation comes to be recorded. A partial derivative by a constant is never read; where a second derivative needs to know the
/// constant, it stands there instead.
/// </content>
public readonly partial struct Value
{
    /// <summary>The result of an operation on one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Unary(Operation operation, Value x, double data, double partial)
    {
        Tape? tape = x.Tape;
        if (tape is null) return new Value(data);
        tape.Check(x);
        return tape.Record(operation, data, x.Index, partial, Tape.None, 0);
    }

    /// <summary>The result of an operation on two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Binary(Operation operation, Value left, Value right, double data, double leftPartial, double rightPartial)
    {
        Tape? tape = left.Tape ?? right.Tape;
        if (tape is null) return new Value(data);
        tape.Check(left);
        tape.Check(right);
        return tape.Record(operation, data, left.Index, leftPartial, right.Index, rightPartial);
    }

    /// <summary>Makes sure that values may meet, before the first of several nodes is recorded.</summary>
    private static void CheckTogether(Value a, Value b, Value c)
    {
        Tape? tape = a.Tape ?? b.Tape ?? c.Tape;
        if (tape is null) return;
        tape.Check(a);
        tape.Check(b);
        tape.Check(c);
    }

    /// <summary>The result of an operation on three values: on two where one is constant, otherwise in two nodes.</summary>
    private static Value Ternary(Operation operation, Value a, Value b, Value c, double data, double aPartial, double bPartial, double cPartial)
    {
        if (c.Tape is null) return Binary(operation, a, b, data, aPartial, bPartial);
        if (b.Tape is null) return Binary(operation, a, c, data, aPartial, cPartial);
        if (a.Tape is null) return Binary(operation, b, c, data, bPartial, cPartial);

        a.Tape.Check(c); // before the first of the two nodes is recorded
        Value join = Binary(Operation.Join, a, b, data, aPartial, bPartial);
        return Binary(operation, join, c, data, 1, cPartial);
    }
}
