using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>Exponentials and logarithms.</content>
public readonly partial struct Value
{
    /// <summary>e to the power <paramref name="x"/>.</summary>
    public static Value Exp(Value x)
    {
        double y = Math.Exp(x.Data);
        return Unary(Operation.Exp, x, y, x.IsConstant ? 0 : DerivativeRules.Exp(x.Data, y));
    }

    /// <summary>2 to the power <paramref name="x"/>.</summary>
    public static Value Exp2(Value x)
    {
        double y = double.Exp2(x.Data);
        return Unary(Operation.Exp2, x, y, x.IsConstant ? 0 : DerivativeRules.Exp2(x.Data, y));
    }

    /// <summary>10 to the power <paramref name="x"/>.</summary>
    public static Value Exp10(Value x)
    {
        double y = double.Exp10(x.Data);
        return Unary(Operation.Exp10, x, y, x.IsConstant ? 0 : DerivativeRules.Exp10(x.Data, y));
    }

    /// <summary>e to the power <paramref name="x"/>, less 1.</summary>
    public static Value ExpM1(Value x)
    {
        double y = double.ExpM1(x.Data);
        return Unary(Operation.ExpM1, x, y, x.IsConstant ? 0 : DerivativeRules.ExpM1(x.Data, y));
    }

    /// <summary>2 to the power <paramref name="x"/>, less 1.</summary>
    public static Value Exp2M1(Value x)
    {
        double y = double.Exp2M1(x.Data);
        return Unary(Operation.Exp2M1, x, y, x.IsConstant ? 0 : DerivativeRules.Exp2M1(x.Data, y));
    }

    /// <summary>10 to the power <paramref name="x"/>, less 1.</summary>
    public static Value Exp10M1(Value x)
    {
        double y = double.Exp10M1(x.Data);
        return Unary(Operation.Exp10M1, x, y, x.IsConstant ? 0 : DerivativeRules.Exp10M1(x.Data, y));
    }

    /// <summary>The natural logarithm of <paramref name="x"/>; NaN below 0.</summary>
    public static Value Log(Value x)
    {
        double y = Math.Log(x.Data);
        return Unary(Operation.Log, x, y, x.IsConstant ? 0 : DerivativeRules.Log(x.Data, y));
    }

    /// <summary>The logarithm of <paramref name="x"/> to the base <paramref name="newBase"/>.</summary>
    public static Value Log(Value x, Value newBase)
    {
        double result = Math.Log(x.Data, newBase.Data);
        return Binary(
            Operation.LogToBase, x, newBase, result,
            x.IsConstant ? x.Data : DerivativeRules.LogByA(x.Data, newBase.Data, result),
            newBase.IsConstant ? newBase.Data : DerivativeRules.LogByNewBase(x.Data, newBase.Data, result));
    }

    /// <summary>The logarithm of <paramref name="x"/> to the base 2; NaN below 0.</summary>
    public static Value Log2(Value x)
    {
        double y = Math.Log2(x.Data);
        return Unary(Operation.Log2, x, y, x.IsConstant ? 0 : DerivativeRules.Log2(x.Data, y));
    }

    /// <summary>The logarithm of <paramref name="x"/> to the base 10; NaN below 0.</summary>
    public static Value Log10(Value x)
    {
        double y = Math.Log10(x.Data);
        return Unary(Operation.Log10, x, y, x.IsConstant ? 0 : DerivativeRules.Log10(x.Data, y));
    }

    /// <summary>The natural logarithm of 1 + <paramref name="x"/>; NaN below −1.</summary>
    public static Value LogP1(Value x)
    {
        double y = double.LogP1(x.Data);
        return Unary(Operation.LogP1, x, y, x.IsConstant ? 0 : DerivativeRules.LogP1(x.Data, y));
    }

    /// <summary>The logarithm of 1 + <paramref name="x"/> to the base 2; NaN below −1.</summary>
    public static Value Log2P1(Value x)
    {
        double y = double.Log2P1(x.Data);
        return Unary(Operation.Log2P1, x, y, x.IsConstant ? 0 : DerivativeRules.Log2P1(x.Data, y));
    }

    /// <summary>The logarithm of 1 + <paramref name="x"/> to the base 10; NaN below −1.</summary>
    public static Value Log10P1(Value x)
    {
        double y = double.Log10P1(x.Data);
        return Unary(Operation.Log10P1, x, y, x.IsConstant ? 0 : DerivativeRules.Log10P1(x.Data, y));
    }
}
