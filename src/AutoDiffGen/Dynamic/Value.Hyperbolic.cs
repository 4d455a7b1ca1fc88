using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>The hyperbolic functions and their inverses.</content>
public readonly partial struct Value
{
    /// <summary>The hyperbolic sine of <paramref name="x"/>.</summary>
    public static Value Sinh(Value x)
    {
        double y = Math.Sinh(x.Data);
        return Unary(Operation.Sinh, x, y, x.IsConstant ? 0 : DerivativeRules.Sinh(x.Data, y));
    }

    /// <summary>The hyperbolic cosine of <paramref name="x"/>.</summary>
    public static Value Cosh(Value x)
    {
        double y = Math.Cosh(x.Data);
        return Unary(Operation.Cosh, x, y, x.IsConstant ? 0 : DerivativeRules.Cosh(x.Data, y));
    }

    /// <summary>The hyperbolic tangent of <paramref name="x"/>.</summary>
    public static Value Tanh(Value x)
    {
        double y = Math.Tanh(x.Data);
        return Unary(Operation.Tanh, x, y, x.IsConstant ? 0 : DerivativeRules.Tanh(x.Data, y));
    }

    /// <summary>The number whose hyperbolic sine is <paramref name="x"/>.</summary>
    public static Value Asinh(Value x)
    {
        double y = Math.Asinh(x.Data);
        return Unary(Operation.Asinh, x, y, x.IsConstant ? 0 : DerivativeRules.Asinh(x.Data, y));
    }

    /// <summary>The number, at least 0, whose hyperbolic cosine is <paramref name="x"/>; NaN below 1.</summary>
    public static Value Acosh(Value x)
    {
        double y = Math.Acosh(x.Data);
        return Unary(Operation.Acosh, x, y, x.IsConstant ? 0 : DerivativeRules.Acosh(x.Data, y));
    }

    /// <summary>The number whose hyperbolic tangent is <paramref name="x"/>; NaN outside [−1, 1].</summary>
    public static Value Atanh(Value x)
    {
        double y = Math.Atanh(x.Data);
        return Unary(Operation.Atanh, x, y, x.IsConstant ? 0 : DerivativeRules.Atanh(x.Data, y));
    }
}
