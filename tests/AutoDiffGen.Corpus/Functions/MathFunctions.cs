namespace AutoDiffGen.Corpus;

/// <summary>Every differentiable function of <see cref="Math"/>.</summary>
public static partial class MathFunctions
{
    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double Abs(double x) => Math.Abs(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Acos(double x) => Math.Acos(x);

    [Differentiable(Gradient | Lifted), At(1.5), At(4.0)]
    public static double Acosh(double x) => Math.Acosh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Asin(double x) => Math.Asin(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Asinh(double x) => Math.Asinh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Atan(double x) => Math.Atan(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Atanh(double x) => Math.Atanh(x);

    [Differentiable(Gradient | Lifted), At(0.5), At(-2.0)]
    public static double Cbrt(double x) => Math.Cbrt(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Cos(double x) => Math.Cos(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Cosh(double x) => Math.Cosh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Exp(double x) => Math.Exp(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log(double x) => Math.Log(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log10(double x) => Math.Log10(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log2(double x) => Math.Log2(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Sin(double x) => Math.Sin(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Sinh(double x) => Math.Sinh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Sqrt(double x) => Math.Sqrt(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.2)]
    public static double Tan(double x) => Math.Tan(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Tanh(double x) => Math.Tanh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Ceiling(double x) => Math.Ceiling(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Floor(double x) => Math.Floor(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Round(double x) => Math.Round(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Truncate(double x) => Math.Truncate(x) * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-0.5, -1.5), At(0.5, -1.5), At(1.5, 0.0)]
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    [Differentiable(Gradient | Lifted), At(1.5, 2.5), At(0.5, -1.5), At(2.0, 3.0)]
    public static double Pow(double x, double y) => Math.Pow(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double Max(double x, double y) => Math.Max(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double Min(double x, double y) => Math.Min(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MaxMagnitude(double x, double y) => Math.MaxMagnitude(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MinMagnitude(double x, double y) => Math.MinMagnitude(x, y);

    [Differentiable(Gradient | Lifted), At(7.5, 2.0), At(-7.25, 2.25), At(0.5, 3.0)]
    public static double IEEERemainder(double x, double y) => Math.IEEERemainder(x, y);

    [Differentiable(Gradient | Lifted), At(2.5, 1.5), At(0.5, 3.0)]
    public static double LogWithBase(double x, double y) => Math.Log(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.0, 1.0), At(-3.0, -1.0, 1.0), At(3.0, -1.0, 1.0)]
    public static double Clamp(double value, double min, double max) => Math.Clamp(value, min, max);

    [Differentiable(Gradient | Lifted), At(1.5, 2.0), At(1.5, -2.0), At(-1.5, 2.0), At(-1.5, -2.0)]
    public static double CopySign(double x, [ZeroDerivative] double y) => Math.CopySign(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 2.5), At(-0.5, 1.5, 0.25)]
    public static double FusedMultiplyAdd(double x, double y, double z) => Math.FusedMultiplyAdd(x, y, z);

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(-1.5, -2)]
    public static double ScaleB(double x, int n) => Math.ScaleB(x, n) * x;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double Sign(double x) => Math.Sign(x) * x * x;

    [Differentiable(Gradient | Lifted), At(0.33), At(-2.61)]
    public static double RoundToDigits(double x) => Math.Round(x, 1) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double RoundWithMode(double x) => Math.Round(x, MidpointRounding.AwayFromZero) * x;

    [Differentiable(Gradient | Lifted), At(0.33), At(-2.67)]
    public static double RoundToDigitsWithMode(double x) => Math.Round(x, 1, MidpointRounding.ToZero) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double SinCos(double x)
    {
        var (s, c) = Math.SinCos(x);
        return s * x + c * c;
    }

    [Differentiable(Gradient | Lifted), At(5.0), At(0.3)]
    public static double ILogB(double x) => Math.ILogB(x) * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double BitIncrement(double x) => Math.BitIncrement(x) * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double BitDecrement(double x) => Math.BitDecrement(x) * x;
}
