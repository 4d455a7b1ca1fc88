using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>Rounding, whose derivative is 0 everywhere, and the neighbouring numbers, whose derivative is 1.</content>
public readonly partial struct Value
{
    /// <summary>The largest whole number not above <paramref name="x"/>. Its derivative is 0.</summary>
    public static Value Floor(Value x)
    {
        double y = Math.Floor(x.Data);
        return Unary(Operation.Floor, x, y, x.IsConstant ? 0 : DerivativeRules.Floor(x.Data, y));
    }

    /// <summary>The smallest whole number not below <paramref name="x"/>. Its derivative is 0.</summary>
    public static Value Ceiling(Value x)
    {
        double y = Math.Ceiling(x.Data);
        return Unary(Operation.Ceiling, x, y, x.IsConstant ? 0 : DerivativeRules.Ceiling(x.Data, y));
    }

    /// <summary>The whole part of <paramref name="x"/>. Its derivative is 0.</summary>
    public static Value Truncate(Value x)
    {
        double y = Math.Truncate(x.Data);
        return Unary(Operation.Truncate, x, y, x.IsConstant ? 0 : DerivativeRules.Truncate(x.Data, y));
    }

    /// <summary>The whole number nearest to <paramref name="x"/>, the even one of two. Its derivative is 0.</summary>
    public static Value Round(Value x)
    {
        double y = Math.Round(x.Data);
        return Unary(Operation.Round, x, y, x.IsConstant ? 0 : DerivativeRules.Round(x.Data, y));
    }

    /// <summary>
    /// The number of <paramref name="digits"/> decimal places nearest to <paramref name="x"/>, the even one of two. Its derivative is 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not between 0 and 15.</exception>
    public static Value Round(Value x, int digits)
    {
        double y = Math.Round(x.Data, digits);
        return Unary(Operation.Round, x, y, x.IsConstant ? 0 : DerivativeRules.Round(x.Data, digits, y));
    }

    /// <summary>The whole number that <paramref name="x"/> is rounded to. Its derivative is 0.</summary>
    /// <exception cref="ArgumentException"><paramref name="mode"/> is not a <see cref="MidpointRounding"/>.</exception>
    public static Value Round(Value x, MidpointRounding mode)
    {
        double y = Math.Round(x.Data, mode);
        return Unary(Operation.Round, x, y, x.IsConstant ? 0 : DerivativeRules.Round(x.Data, mode, y));
    }

    /// <summary>The number of <paramref name="digits"/> decimal places that <paramref name="x"/> is rounded to. Its derivative is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> is not between 0 and 15.</exception>
    /// <exception cref="ArgumentException"><paramref name="mode"/> is not a <see cref="MidpointRounding"/>.</exception>
    public static Value Round(Value x, int digits, MidpointRounding mode)
    {
        double y = Math.Round(x.Data, digits, mode);
        return Unary(Operation.Round, x, y, x.IsConstant ? 0 : DerivativeRules.Round(x.Data, digits, mode, y));
    }

    /// <summary>The smallest number above <paramref name="x"/>. Its derivative is 1.</summary>
    public static Value BitIncrement(Value x)
    {
        double y = Math.BitIncrement(x.Data);
        return Unary(Operation.BitIncrement, x, y, x.IsConstant ? 0 : DerivativeRules.BitIncrement(x.Data, y));
    }

    /// <summary>The largest number below <paramref name="x"/>. Its derivative is 1.</summary>
    public static Value BitDecrement(Value x)
    {
        double y = Math.BitDecrement(x.Data);
        return Unary(Operation.BitDecrement, x, y, x.IsConstant ? 0 : DerivativeRules.BitDecrement(x.Data, y));
    }
}
