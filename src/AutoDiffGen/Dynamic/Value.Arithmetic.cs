using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>Fused and interpolating arithmetic, scaling and the IEEE remainder.</content>
public readonly partial struct Value
{
    /// <summary><paramref name="x"/> · <paramref name="y"/> + <paramref name="z"/>, rounded once.</summary>
    public static Value FusedMultiplyAdd(Value x, Value y, Value z)
    {
        // Recorded as the product and the sum, of which only the sum knows that it was rounded once.
        CheckTogether(x, y, z);
        Value product = Binary(Operation.Multiply, x, y, x.Data * y.Data, y.Data, x.Data);
        return Binary(Operation.FusedMultiplyAdd, product, z, Math.FusedMultiplyAdd(x.Data, y.Data, z.Data), 1, 1);
    }

    /// <summary><paramref name="value1"/> · (1 − <paramref name="amount"/>) + <paramref name="value2"/> · <paramref name="amount"/>.</summary>
    public static Value Lerp(Value value1, Value value2, Value amount)
    {
        // Recorded as value1 + amount · (value2 − value1), whose derivatives are the same.
        CheckTogether(value1, value2, amount);
        Value part = (value2 - value1) * amount;
        return Binary(Operation.Lerp, value1, part, double.Lerp(value1.Data, value2.Data, amount.Data), 1, 1);
    }

    /// <summary><paramref name="x"/> times 2 to the power <paramref name="n"/>.</summary>
    public static Value ScaleB(Value x, int n)
    {
        double y = Math.ScaleB(x.Data, n);
        return Unary(Operation.ScaleB, x, y, x.IsConstant ? 0 : DerivativeRules.ScaleB(x.Data, n, y));
    }

    /// <summary>
    /// What is left of <paramref name="left"/> after taking from it the whole multiple of <paramref name="right"/> that is nearest to it.
    /// </summary>
    public static Value Ieee754Remainder(Value left, Value right)
    {
        double result = double.Ieee754Remainder(left.Data, right.Data);
        return Binary(
            Operation.Ieee754Remainder, left, right, result,
            left.IsConstant ? 0 : DerivativeRules.Ieee754RemainderByLeft(left.Data, right.Data, result),
            right.IsConstant ? 0 : DerivativeRules.Ieee754RemainderByRight(left.Data, right.Data, result));
    }

    /// <summary>
    /// What is left of <paramref name="x"/> after taking from it the whole multiple of <paramref name="y"/> that is nearest to it; as
    /// <see cref="Ieee754Remainder"/>.
    /// </summary>
    public static Value IEEERemainder(Value x, Value y)
    {
        double result = Math.IEEERemainder(x.Data, y.Data);
        return Binary(
            Operation.Ieee754Remainder, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.IEEERemainderByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.IEEERemainderByY(x.Data, y.Data, result));
    }

    /// <summary>The exponent of 2 in <paramref name="x"/>, a whole number, which is constant.</summary>
    public static int ILogB(Value x) => Math.ILogB(x.Data);
}
