using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>Powers, roots and reciprocals.</content>
public readonly partial struct Value
{
    /// <summary>
    /// <paramref name="x"/> to the power <paramref name="y"/>. The derivative by <paramref name="y"/> is NaN where <paramref name="x"/> is
    /// negative: the power is real only at whole <paramref name="y"/> there.
    /// </summary>
    public static Value Pow(Value x, Value y)
    {
        double result = Math.Pow(x.Data, y.Data);
        return Binary(
            Operation.Pow, x, y, result,
            x.IsConstant ? x.Data : DerivativeRules.PowByX(x.Data, y.Data, result),
            y.IsConstant ? y.Data : DerivativeRules.PowByY(x.Data, y.Data, result));
    }

    /// <summary>The square root of <paramref name="x"/>; NaN below 0. At 0 its derivative is infinite.</summary>
    public static Value Sqrt(Value x)
    {
        double y = Math.Sqrt(x.Data);
        return Unary(Operation.Sqrt, x, y, x.IsConstant ? 0 : DerivativeRules.Sqrt(x.Data, y));
    }

    /// <summary>The cube root of <paramref name="x"/>. At 0 its derivative is infinite.</summary>
    public static Value Cbrt(Value x)
    {
        double y = Math.Cbrt(x.Data);
        return Unary(Operation.Cbrt, x, y, x.IsConstant ? 0 : DerivativeRules.Cbrt(x.Data, y));
    }

    /// <summary>The <paramref name="n"/>th root of <paramref name="x"/>.</summary>
    public static Value RootN(Value x, int n)
    {
        double y = double.RootN(x.Data, n);
        return Binary(Operation.RootN, x, (double)n, y, x.IsConstant ? 0 : DerivativeRules.RootN(x.Data, n, y), n);
    }

    /// <summary>
    /// The distance of the point (<paramref name="x"/>, <paramref name="y"/>) from the origin. At the origin both derivatives are 0.
    /// </summary>
    public static Value Hypot(Value x, Value y)
    {
        double result = double.Hypot(x.Data, y.Data);
        return Binary(
            Operation.Hypot, x, y, result,
            x.IsConstant ? x.Data : DerivativeRules.HypotByX(x.Data, y.Data, result),
            y.IsConstant ? y.Data : DerivativeRules.HypotByY(x.Data, y.Data, result));
    }

    /// <summary>An estimate of 1 / <paramref name="x"/>, as good as the machine's; its derivative is that of 1 / <paramref name="x"/>.</summary>
    public static Value ReciprocalEstimate(Value x)
    {
        double y = Math.ReciprocalEstimate(x.Data);
        return Unary(Operation.ReciprocalEstimate, x, y, x.IsConstant ? 0 : DerivativeRules.ReciprocalEstimate(x.Data, y));
    }

    /// <summary>An estimate of 1 / √<paramref name="x"/>, as good as the machine's; its derivative is that of 1 / √<paramref name="x"/>.</summary>
    public static Value ReciprocalSqrtEstimate(Value x)
    {
        double y = Math.ReciprocalSqrtEstimate(x.Data);
        return Unary(Operation.ReciprocalSqrtEstimate, x, y, x.IsConstant ? 0 : DerivativeRules.ReciprocalSqrtEstimate(x.Data, y));
    }
}
