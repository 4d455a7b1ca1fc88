using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <content>Arithmetic. The forms that take a <see cref="double"/> record one operand where the others record two.</content>
public readonly partial struct Value
{
    /// <summary><paramref name="value"/> itself.</summary>
    public static Value operator +(Value value) => value;

    /// <summary>The negative of <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator -(Value value) => Unary(Operation.Negate, value, -value.Data, -1);

    /// <summary>The sum of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator +(Value left, Value right) => Binary(Operation.Add, left, right, left.Data + right.Data, 1, 1);

    /// <summary>The sum of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator +(Value left, double right) => Unary(Operation.Add, left, left.Data + right, 1);

    /// <summary>The sum of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator +(double left, Value right) => Unary(Operation.Add, right, left + right.Data, 1);

    /// <summary><paramref name="left"/> less <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator -(Value left, Value right) => Binary(Operation.Subtract, left, right, left.Data - right.Data, 1, -1);

    /// <summary><paramref name="left"/> less <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator -(Value left, double right) => Unary(Operation.Subtract, left, left.Data - right, 1);

    /// <summary><paramref name="left"/> less <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator -(double left, Value right) => Unary(Operation.Subtract, right, left - right.Data, -1);

    /// <summary>The product of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator *(Value left, Value right) =>
        Binary(Operation.Multiply, left, right, left.Data * right.Data, right.Data, left.Data);

    /// <summary>The product of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator *(Value left, double right) => Unary(Operation.Multiply, left, left.Data * right, right);

    /// <summary>The product of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator *(double left, Value right) => Unary(Operation.Multiply, right, left * right.Data, left);

    /// <summary>The quotient of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator /(Value left, Value right)
    {
        double quotient = left.Data / right.Data;
        return Binary(Operation.Divide, left, right, quotient, 1 / right.Data, -quotient / right.Data);
    }

    /// <summary>The quotient of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator /(Value left, double right) => Unary(Operation.Divide, left, left.Data / right, 1 / right);

    /// <summary>The quotient of <paramref name="left"/> and <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value operator /(double left, Value right)
    {
        double quotient = left / right.Data;
        return Binary(Operation.Divide, left, right, quotient, 0, -quotient / right.Data);
    }

    /// <summary>
    /// What is left of <paramref name="left"/> after taking from it the whole multiples of <paramref name="right"/>; it has the sign of
    /// <paramref name="left"/>. Its derivative by <paramref name="right"/> is the number of multiples, negated.
    /// </summary>
    public static Value operator %(Value left, Value right) =>
        Binary(Operation.Remainder, left, right, left.Data % right.Data, 1, -Math.Truncate(left.Data / right.Data));

    /// <summary><paramref name="value"/> and 1.</summary>
    public static Value operator ++(Value value) => value + 1.0;

    /// <summary><paramref name="value"/> less 1.</summary>
    public static Value operator --(Value value) => value - 1.0;
}
