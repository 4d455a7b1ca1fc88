namespace AutoDiffGen.Corpus;

/// <summary>Every differentiable function of <see cref="float"/>.</summary>
public static partial class SingleFunctions
{
    [Differentiable, At(1.5f), At(-1.5f)]
    public static float Abs(float x) => float.Abs(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Acos(float x) => float.Acos(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float AcosPi(float x) => float.AcosPi(x);

    [Differentiable, At(1.5f), At(4.0f)]
    public static float Acosh(float x) => float.Acosh(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Asin(float x) => float.Asin(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float AsinPi(float x) => float.AsinPi(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Asinh(float x) => float.Asinh(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Atan(float x) => float.Atan(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float AtanPi(float x) => float.AtanPi(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Atanh(float x) => float.Atanh(x);

    [Differentiable, At(0.5f), At(-2.0f)]
    public static float Cbrt(float x) => float.Cbrt(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Cos(float x) => float.Cos(x);

    [Differentiable, At(0.3f), At(-1.2f)]
    public static float CosPi(float x) => float.CosPi(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Cosh(float x) => float.Cosh(x);

    [Differentiable, At(30.0f), At(-200.0f)]
    public static float DegreesToRadians(float x) => float.DegreesToRadians(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Exp(float x) => float.Exp(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Exp10(float x) => float.Exp10(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Exp10M1(float x) => float.Exp10M1(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Exp2(float x) => float.Exp2(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Exp2M1(float x) => float.Exp2M1(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float ExpM1(float x) => float.ExpM1(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log(float x) => float.Log(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log10(float x) => float.Log10(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Log10P1(float x) => float.Log10P1(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log2(float x) => float.Log2(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Log2P1(float x) => float.Log2P1(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float LogP1(float x) => float.LogP1(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float RadiansToDegrees(float x) => float.RadiansToDegrees(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Sin(float x) => float.Sin(x);

    [Differentiable, At(0.3f), At(-1.2f)]
    public static float SinPi(float x) => float.SinPi(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Sinh(float x) => float.Sinh(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Sqrt(float x) => float.Sqrt(x);

    [Differentiable, At(0.3f), At(-1.2f)]
    public static float Tan(float x) => float.Tan(x);

    [Differentiable, At(0.3f), At(-0.2f)]
    public static float TanPi(float x) => float.TanPi(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Tanh(float x) => float.Tanh(x);

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Ceiling(float x) => float.Ceiling(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Floor(float x) => float.Floor(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Round(float x) => float.Round(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Truncate(float x) => float.Truncate(x) * x;

    [Differentiable, At(0.5f, 1.5f), At(-0.5f, -1.5f), At(0.5f, -1.5f), At(1.5f, 0.0f)]
    public static float Atan2(float y, float x) => float.Atan2(y, x);

    [Differentiable, At(1.5f, 2.5f), At(0.5f, -1.5f), At(2.0f, 3.0f)]
    public static float Pow(float x, float y) => float.Pow(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float Max(float x, float y) => float.Max(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float Min(float x, float y) => float.Min(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MaxMagnitude(float x, float y) => float.MaxMagnitude(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MinMagnitude(float x, float y) => float.MinMagnitude(x, y);

    [Differentiable, At(7.5f, 2.0f), At(-7.25f, 2.25f), At(0.5f, 3.0f)]
    public static float Ieee754Remainder(float x, float y) => float.Ieee754Remainder(x, y);

    [Differentiable, At(2.5f, 1.5f), At(0.5f, 3.0f)]
    public static float LogWithBase(float x, float y) => float.Log(x, y);

    [Differentiable, At(0.5f, 1.5f), At(-0.5f, -1.5f)]
    public static float Atan2Pi(float y, float x) => float.Atan2Pi(y, x);

    [Differentiable, At(0.5f, 1.5f), At(-3.0f, 4.0f)]
    public static float Hypot(float x, float y) => float.Hypot(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float MaxNumber(float x, float y) => float.MaxNumber(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float MinNumber(float x, float y) => float.MinNumber(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MaxMagnitudeNumber(float x, float y) => float.MaxMagnitudeNumber(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MinMagnitudeNumber(float x, float y) => float.MinMagnitudeNumber(x, y);

    [Differentiable, At(0.5f, -1.0f, 1.0f), At(-3.0f, -1.0f, 1.0f), At(3.0f, -1.0f, 1.0f)]
    public static float Clamp(float value, float min, float max) => float.Clamp(value, min, max);

    [Differentiable, At(1.5f, 2.0f), At(1.5f, -2.0f), At(-1.5f, 2.0f), At(-1.5f, -2.0f)]
    public static float CopySign(float x, [ZeroDerivative] float y) => float.CopySign(x, y);

    [Differentiable, At(0.5f, 1.5f, 2.5f), At(-0.5f, 1.5f, 0.25f)]
    public static float FusedMultiplyAdd(float x, float y, float z) => float.FusedMultiplyAdd(x, y, z);

    [Differentiable, At(1.5f, 3), At(-1.5f, -2)]
    public static float ScaleB(float x, int n) => float.ScaleB(x, n) * x;

    [Differentiable, At(1.5f), At(-1.5f)]
    public static float Sign(float x) => float.Sign(x) * x * x;

    [Differentiable, At(0.33f), At(-2.61f)]
    public static float RoundToDigits(float x) => float.Round(x, 1) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float RoundWithMode(float x) => float.Round(x, MidpointRounding.AwayFromZero) * x;

    [Differentiable, At(0.33f), At(-2.67f)]
    public static float RoundToDigitsWithMode(float x) => float.Round(x, 1, MidpointRounding.ToZero) * x;

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float SinCos(float x)
    {
        var (s, c) = float.SinCos(x);
        return s * x + c * c;
    }

    [Differentiable, At(0.5f, 1.5f, 0.25f), At(-0.5f, 1.5f, 1.75f)]
    public static float Lerp(float a, float b, float t) => float.Lerp(a, b, t);

    [Differentiable, At(1.5f, 3), At(0.5f, 2), At(2.5f, -2), At(-1.5f, 3)]
    public static float RootN(float x, int n) => float.RootN(x, n);

    [Differentiable, At(1.5f)]
    public static float Constants(float x) => float.Pi * x + float.E * x * x - x / float.Tau;

    [Differentiable, At(0.3f), At(-1.2f)]
    public static float SinCosPi(float x)
    {
        (var s, var c) = float.SinCosPi(x);
        return s * x + c * c;
    }

    // Newer than .NET 8, so the tape does not have these.
    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float MaxNative(float x, float y) => float.MaxNative(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float MinNative(float x, float y) => float.MinNative(x, y);

    [Differentiable, At(0.5f, -1.0f, 1.0f), At(1.5f, -1.0f, 1.0f), At(-1.5f, -1.0f, 1.0f)]
    public static float ClampNative(float x, float low, float high) => float.ClampNative(x, low, high);

    [Differentiable, At(0.5f, 1.5f, 2.0f)]
    public static float MultiplyAddEstimate(float x, float y, float z) => float.MultiplyAddEstimate(x, y, z);
}
