using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>The circular functions and their inverses. Angles are in radians, or in half turns where the name says <c>Pi</c>.</content>
public readonly partial struct Value
{
    /// <summary>The sine of <paramref name="x"/> radians.</summary>
    public static Value Sin(Value x)
    {
        double y = Math.Sin(x.Data);
        return Unary(Operation.Sin, x, y, x.IsConstant ? 0 : DerivativeRules.Sin(x.Data, y));
    }

    /// <summary>The cosine of <paramref name="x"/> radians.</summary>
    public static Value Cos(Value x)
    {
        double y = Math.Cos(x.Data);
        return Unary(Operation.Cos, x, y, x.IsConstant ? 0 : DerivativeRules.Cos(x.Data, y));
    }

    /// <summary>The tangent of <paramref name="x"/> radians.</summary>
    public static Value Tan(Value x)
    {
        double y = Math.Tan(x.Data);
        return Unary(Operation.Tan, x, y, x.IsConstant ? 0 : DerivativeRules.Tan(x.Data, y));
    }

    /// <summary>The sine and the cosine of <paramref name="x"/> radians.</summary>
    public static (Value Sin, Value Cos) SinCos(Value x)
    {
        (double sin, double cos) = double.SinCos(x.Data);
        if (x.IsConstant) return (sin, cos);
        return (
            Unary(Operation.Sin, x, sin, DerivativeRules.Sin(x.Data, sin)),
            Unary(Operation.Cos, x, cos, DerivativeRules.Cos(x.Data, cos)));
    }

    /// <summary>The sine of <paramref name="x"/> half turns, sin(πx).</summary>
    public static Value SinPi(Value x)
    {
        double y = double.SinPi(x.Data);
        return Unary(Operation.SinPi, x, y, x.IsConstant ? 0 : DerivativeRules.SinPi(x.Data, y));
    }

    /// <summary>The cosine of <paramref name="x"/> half turns, cos(πx).</summary>
    public static Value CosPi(Value x)
    {
        double y = double.CosPi(x.Data);
        return Unary(Operation.CosPi, x, y, x.IsConstant ? 0 : DerivativeRules.CosPi(x.Data, y));
    }

    /// <summary>The tangent of <paramref name="x"/> half turns, tan(πx).</summary>
    public static Value TanPi(Value x)
    {
        double y = double.TanPi(x.Data);
        return Unary(Operation.TanPi, x, y, x.IsConstant ? 0 : DerivativeRules.TanPi(x.Data, y));
    }

    /// <summary>The sine and the cosine of <paramref name="x"/> half turns.</summary>
    public static (Value SinPi, Value CosPi) SinCosPi(Value x)
    {
        (double sin, double cos) = double.SinCosPi(x.Data);
        if (x.IsConstant) return (sin, cos);
        return (
            Unary(Operation.SinPi, x, sin, DerivativeRules.SinPi(x.Data, sin)),
            Unary(Operation.CosPi, x, cos, DerivativeRules.CosPi(x.Data, cos)));
    }

    /// <summary>The angle in radians, from −π/2 to π/2, whose sine is <paramref name="x"/>; NaN outside [−1, 1].</summary>
    public static Value Asin(Value x)
    {
        double y = Math.Asin(x.Data);
        return Unary(Operation.Asin, x, y, x.IsConstant ? 0 : DerivativeRules.Asin(x.Data, y));
    }

    /// <summary>The angle in radians, from 0 to π, whose cosine is <paramref name="x"/>; NaN outside [−1, 1].</summary>
    public static Value Acos(Value x)
    {
        double y = Math.Acos(x.Data);
        return Unary(Operation.Acos, x, y, x.IsConstant ? 0 : DerivativeRules.Acos(x.Data, y));
    }

    /// <summary>The angle in radians, between −π/2 and π/2, whose tangent is <paramref name="x"/>.</summary>
    public static Value Atan(Value x)
    {
        double y = Math.Atan(x.Data);
        return Unary(Operation.Atan, x, y, x.IsConstant ? 0 : DerivativeRules.Atan(x.Data, y));
    }

    /// <summary>The angle in radians, from −π to π, of the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public static Value Atan2(Value y, Value x)
    {
        double result = Math.Atan2(y.Data, x.Data);
        return Binary(
            Operation.Atan2, y, x, result,
            y.IsConstant ? y.Data : DerivativeRules.Atan2ByY(y.Data, x.Data, result),
            x.IsConstant ? x.Data : DerivativeRules.Atan2ByX(y.Data, x.Data, result));
    }

    /// <summary>The angle in half turns, from −½ to ½, whose sine is <paramref name="x"/>; NaN outside [−1, 1].</summary>
    public static Value AsinPi(Value x)
    {
        double y = double.AsinPi(x.Data);
        return Unary(Operation.AsinPi, x, y, x.IsConstant ? 0 : DerivativeRules.AsinPi(x.Data, y));
    }

    /// <summary>The angle in half turns, from 0 to 1, whose cosine is <paramref name="x"/>; NaN outside [−1, 1].</summary>
    public static Value AcosPi(Value x)
    {
        double y = double.AcosPi(x.Data);
        return Unary(Operation.AcosPi, x, y, x.IsConstant ? 0 : DerivativeRules.AcosPi(x.Data, y));
    }

    /// <summary>The angle in half turns, between −½ and ½, whose tangent is <paramref name="x"/>.</summary>
    public static Value AtanPi(Value x)
    {
        double y = double.AtanPi(x.Data);
        return Unary(Operation.AtanPi, x, y, x.IsConstant ? 0 : DerivativeRules.AtanPi(x.Data, y));
    }

    /// <summary>The angle in half turns, from −1 to 1, of the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public static Value Atan2Pi(Value y, Value x)
    {
        double result = double.Atan2Pi(y.Data, x.Data);
        return Binary(
            Operation.Atan2Pi, y, x, result,
            y.IsConstant ? y.Data : DerivativeRules.Atan2PiByY(y.Data, x.Data, result),
            x.IsConstant ? x.Data : DerivativeRules.Atan2PiByX(y.Data, x.Data, result));
    }

    /// <summary>The angle of <paramref name="x"/> degrees, in radians.</summary>
    public static Value DegreesToRadians(Value x)
    {
        double y = double.DegreesToRadians(x.Data);
        return Unary(Operation.DegreesToRadians, x, y, x.IsConstant ? 0 : DerivativeRules.DegreesToRadians(x.Data, y));
    }

    /// <summary>The angle of <paramref name="x"/> radians, in degrees.</summary>
    public static Value RadiansToDegrees(Value x)
    {
        double y = double.RadiansToDegrees(x.Data);
        return Unary(Operation.RadiansToDegrees, x, y, x.IsConstant ? 0 : DerivativeRules.RadiansToDegrees(x.Data, y));
    }
}
