using System.Numerics;
using AutoDiffGen.Rules;

namespace AutoDiffGen.Dynamic;

/// <content>The larger and the smaller, clamping, and what concerns the sign alone.</content>
public readonly partial struct Value
{
    /// <summary>
    /// The larger of <paramref name="x"/> and <paramref name="y"/>; NaN where either is. At a tie each has the derivative one half.
    /// </summary>
    public static Value Max(Value x, Value y)
    {
        double result = Math.Max(x.Data, y.Data);
        return Binary(
            Operation.Max, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MaxByVal1(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MaxByVal2(x.Data, y.Data, result));
    }

    /// <summary>
    /// The smaller of <paramref name="x"/> and <paramref name="y"/>; NaN where either is. At a tie each has the derivative one half.
    /// </summary>
    public static Value Min(Value x, Value y)
    {
        double result = Math.Min(x.Data, y.Data);
        return Binary(
            Operation.Min, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MinByVal1(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MinByVal2(x.Data, y.Data, result));
    }

    /// <summary>
    /// The larger of <paramref name="x"/> and <paramref name="y"/>, passing over a NaN. At a tie each has the derivative one half.
    /// </summary>
    public static Value MaxNumber(Value x, Value y)
    {
        double result = double.MaxNumber(x.Data, y.Data);
        return Binary(
            Operation.MaxNumber, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MaxNumberByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MaxNumberByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// The smaller of <paramref name="x"/> and <paramref name="y"/>, passing over a NaN. At a tie each has the derivative one half.
    /// </summary>
    public static Value MinNumber(Value x, Value y)
    {
        double result = double.MinNumber(x.Data, y.Data);
        return Binary(
            Operation.MinNumber, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MinNumberByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MinNumberByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// The one of <paramref name="x"/> and <paramref name="y"/> further from 0; NaN where either is. Where they are equal each has the
    /// derivative one half.
    /// </summary>
    public static Value MaxMagnitude(Value x, Value y)
    {
        double result = Math.MaxMagnitude(x.Data, y.Data);
        return Binary(
            Operation.MaxMagnitude, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MaxMagnitudeByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MaxMagnitudeByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// The one of <paramref name="x"/> and <paramref name="y"/> closer to 0; NaN where either is. Where they are equal each has the
    /// derivative one half.
    /// </summary>
    public static Value MinMagnitude(Value x, Value y)
    {
        double result = Math.MinMagnitude(x.Data, y.Data);
        return Binary(
            Operation.MinMagnitude, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MinMagnitudeByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MinMagnitudeByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// The one of <paramref name="x"/> and <paramref name="y"/> further from 0, passing over a NaN. Where they are equal each has the
    /// derivative one half.
    /// </summary>
    public static Value MaxMagnitudeNumber(Value x, Value y)
    {
        double result = double.MaxMagnitudeNumber(x.Data, y.Data);
        return Binary(
            Operation.MaxMagnitudeNumber, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MaxMagnitudeNumberByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MaxMagnitudeNumberByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// The one of <paramref name="x"/> and <paramref name="y"/> closer to 0, passing over a NaN. Where they are equal each has the derivative
    /// one half.
    /// </summary>
    public static Value MinMagnitudeNumber(Value x, Value y)
    {
        double result = double.MinMagnitudeNumber(x.Data, y.Data);
        return Binary(
            Operation.MinMagnitudeNumber, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.MinMagnitudeNumberByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.MinMagnitudeNumberByY(x.Data, y.Data, result));
    }

    /// <summary>
    /// <paramref name="value"/>, held between <paramref name="min"/> and <paramref name="max"/>. At an edge the value keeps the derivative.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="min"/> is greater than <paramref name="max"/>.</exception>
    public static Value Clamp(Value value, Value min, Value max) => Clamped(value, min, max, Math.Clamp(value.Data, min.Data, max.Data));

    // double.Clamp, which generic code reaches, may choose the other zero of 0 and −0 than Math.Clamp does.
    static Value INumber<Value>.Clamp(Value value, Value min, Value max) =>
        Clamped(value, min, max, double.Clamp(value.Data, min.Data, max.Data));

    /// <summary>The magnitude of <paramref name="x"/>. Its derivative at 0 is 0.</summary>
    public static Value Abs(Value x)
    {
        double y = Math.Abs(x.Data);
        return Unary(Operation.Abs, x, y, x.IsConstant ? 0 : DerivativeRules.Abs(x.Data, y));
    }

    /// <summary>
    /// The magnitude of <paramref name="x"/> with the sign of <paramref name="y"/>. Its derivative where <paramref name="x"/> is 0 is 0.
    /// </summary>
    public static Value CopySign(Value x, Value y)
    {
        double result = Math.CopySign(x.Data, y.Data);
        return Binary(
            Operation.CopySign, x, y, result,
            x.IsConstant ? 0 : DerivativeRules.CopySignByX(x.Data, y.Data, result),
            y.IsConstant ? 0 : DerivativeRules.CopySignByY(x.Data, y.Data, result));
    }

    /// <summary>−1, 0 or 1: the sign of <paramref name="x"/>, which is constant.</summary>
    /// <exception cref="ArithmeticException"><paramref name="x"/> is NaN.</exception>
    public static int Sign(Value x) => Math.Sign(x.Data);

    private static Value Clamped(Value value, Value min, Value max, double result) => Ternary(
        Operation.Clamp, value, min, max, result,
        value.IsConstant ? 0 : DerivativeRules.ClampByValue(value.Data, min.Data, max.Data, result),
        min.IsConstant ? 0 : DerivativeRules.ClampByMin(value.Data, min.Data, max.Data, result),
        max.IsConstant ? 0 : DerivativeRules.ClampByMax(value.Data, min.Data, max.Data, result));
}
