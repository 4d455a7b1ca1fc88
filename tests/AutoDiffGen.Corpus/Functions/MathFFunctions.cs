namespace AutoDiffGen.Corpus;

/// <summary>Every differentiable function of <see cref="MathF"/>.</summary>
public static partial class MathFFunctions
{
    [Differentiable, At(1.5f), At(-1.5f)]
    public static float Abs(float x) => MathF.Abs(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Acos(float x) => MathF.Acos(x);

    [Differentiable, At(1.5f), At(4.0f)]
    public static float Acosh(float x) => MathF.Acosh(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Asin(float x) => MathF.Asin(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Asinh(float x) => MathF.Asinh(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Atan(float x) => MathF.Atan(x);

    [Differentiable, At(0.3f), At(-0.6f)]
    public static float Atanh(float x) => MathF.Atanh(x);

    [Differentiable, At(0.5f), At(-2.0f)]
    public static float Cbrt(float x) => MathF.Cbrt(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Cos(float x) => MathF.Cos(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Cosh(float x) => MathF.Cosh(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Exp(float x) => MathF.Exp(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log(float x) => MathF.Log(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log10(float x) => MathF.Log10(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Log2(float x) => MathF.Log2(x);

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float Sin(float x) => MathF.Sin(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Sinh(float x) => MathF.Sinh(x);

    [Differentiable, At(0.3f), At(2.5f)]
    public static float Sqrt(float x) => MathF.Sqrt(x);

    [Differentiable, At(0.3f), At(-1.2f)]
    public static float Tan(float x) => MathF.Tan(x);

    [Differentiable, At(0.3f), At(-1.5f)]
    public static float Tanh(float x) => MathF.Tanh(x);

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Ceiling(float x) => MathF.Ceiling(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Floor(float x) => MathF.Floor(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Round(float x) => MathF.Round(x) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float Truncate(float x) => MathF.Truncate(x) * x;

    [Differentiable, At(0.5f, 1.5f), At(-0.5f, -1.5f), At(0.5f, -1.5f), At(1.5f, 0.0f)]
    public static float Atan2(float y, float x) => MathF.Atan2(y, x);

    [Differentiable, At(1.5f, 2.5f), At(0.5f, -1.5f), At(2.0f, 3.0f)]
    public static float Pow(float x, float y) => MathF.Pow(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float Max(float x, float y) => MathF.Max(x, y);

    [Differentiable, At(0.5f, 1.5f), At(1.5f, 0.5f)]
    public static float Min(float x, float y) => MathF.Min(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MaxMagnitude(float x, float y) => MathF.MaxMagnitude(x, y);

    [Differentiable, At(0.5f, -1.5f), At(-1.5f, 0.5f)]
    public static float MinMagnitude(float x, float y) => MathF.MinMagnitude(x, y);

    [Differentiable, At(7.5f, 2.0f), At(-7.25f, 2.25f), At(0.5f, 3.0f)]
    public static float IEEERemainder(float x, float y) => MathF.IEEERemainder(x, y);

    [Differentiable, At(2.5f, 1.5f), At(0.5f, 3.0f)]
    public static float LogWithBase(float x, float y) => MathF.Log(x, y);

    [Differentiable, At(0.5f, -1.0f, 1.0f), At(-3.0f, -1.0f, 1.0f), At(3.0f, -1.0f, 1.0f)]
    public static float Clamp(float value, float min, float max) => Math.Clamp(value, min, max);

    [Differentiable, At(1.5f, 2.0f), At(1.5f, -2.0f), At(-1.5f, 2.0f), At(-1.5f, -2.0f)]
    public static float CopySign(float x, [ZeroDerivative] float y) => MathF.CopySign(x, y);

    [Differentiable, At(0.5f, 1.5f, 2.5f), At(-0.5f, 1.5f, 0.25f)]
    public static float FusedMultiplyAdd(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);

    [Differentiable, At(1.5f, 3), At(-1.5f, -2)]
    public static float ScaleB(float x, int n) => MathF.ScaleB(x, n) * x;

    [Differentiable, At(1.5f), At(-1.5f)]
    public static float Sign(float x) => MathF.Sign(x) * x * x;

    [Differentiable, At(0.33f), At(-2.61f)]
    public static float RoundToDigits(float x) => MathF.Round(x, 1) * x;

    [Differentiable, At(0.3f), At(-2.6f)]
    public static float RoundWithMode(float x) => MathF.Round(x, MidpointRounding.AwayFromZero) * x;

    [Differentiable, At(0.33f), At(-2.67f)]
    public static float RoundToDigitsWithMode(float x) => MathF.Round(x, 1, MidpointRounding.ToZero) * x;

    [Differentiable, At(0.3f), At(-2.5f)]
    public static float SinCos(float x)
    {
        var (s, c) = MathF.SinCos(x);
        return s * x + c * c;
    }

    [Differentiable, At(5.0f), At(0.3f)]
    public static float ILogB(float x) => MathF.ILogB(x) * x;
}
