namespace AutoDiffGen.Corpus;

/// <summary>Every differentiable function of <see cref="double"/>.</summary>
public static partial class DoubleFunctions
{
    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double Abs(double x) => double.Abs(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Acos(double x) => double.Acos(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double AcosPi(double x) => double.AcosPi(x);

    [Differentiable(Gradient | Lifted), At(1.5), At(4.0)]
    public static double Acosh(double x) => double.Acosh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Asin(double x) => double.Asin(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double AsinPi(double x) => double.AsinPi(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Asinh(double x) => double.Asinh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Atan(double x) => double.Atan(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double AtanPi(double x) => double.AtanPi(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Atanh(double x) => double.Atanh(x);

    [Differentiable(Gradient | Lifted), At(0.5), At(-2.0)]
    public static double Cbrt(double x) => double.Cbrt(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Cos(double x) => double.Cos(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.2)]
    public static double CosPi(double x) => double.CosPi(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Cosh(double x) => double.Cosh(x);

    [Differentiable(Gradient | Lifted), At(30.0), At(-200.0)]
    public static double DegreesToRadians(double x) => double.DegreesToRadians(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Exp(double x) => double.Exp(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Exp10(double x) => double.Exp10(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Exp10M1(double x) => double.Exp10M1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Exp2(double x) => double.Exp2(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Exp2M1(double x) => double.Exp2M1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double ExpM1(double x) => double.ExpM1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log(double x) => double.Log(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log10(double x) => double.Log10(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Log10P1(double x) => double.Log10P1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Log2(double x) => double.Log2(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double Log2P1(double x) => double.Log2P1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.6)]
    public static double LogP1(double x) => double.LogP1(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double RadiansToDegrees(double x) => double.RadiansToDegrees(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double Sin(double x) => double.Sin(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.2)]
    public static double SinPi(double x) => double.SinPi(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Sinh(double x) => double.Sinh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.5)]
    public static double Sqrt(double x) => double.Sqrt(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.2)]
    public static double Tan(double x) => double.Tan(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-0.2)]
    public static double TanPi(double x) => double.TanPi(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.5)]
    public static double Tanh(double x) => double.Tanh(x);

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Ceiling(double x) => double.Ceiling(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Floor(double x) => double.Floor(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Round(double x) => double.Round(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double Truncate(double x) => double.Truncate(x) * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-0.5, -1.5), At(0.5, -1.5), At(1.5, 0.0)]
    public static double Atan2(double y, double x) => double.Atan2(y, x);

    [Differentiable(Gradient | Lifted), At(1.5, 2.5), At(0.5, -1.5), At(2.0, 3.0)]
    public static double Pow(double x, double y) => double.Pow(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double Max(double x, double y) => double.Max(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double Min(double x, double y) => double.Min(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MaxMagnitude(double x, double y) => double.MaxMagnitude(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MinMagnitude(double x, double y) => double.MinMagnitude(x, y);

    [Differentiable(Gradient | Lifted), At(7.5, 2.0), At(-7.25, 2.25), At(0.5, 3.0)]
    public static double Ieee754Remainder(double x, double y) => double.Ieee754Remainder(x, y);

    [Differentiable(Gradient | Lifted), At(2.5, 1.5), At(0.5, 3.0)]
    public static double LogWithBase(double x, double y) => double.Log(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-0.5, -1.5)]
    public static double Atan2Pi(double y, double x) => double.Atan2Pi(y, x);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-3.0, 4.0)]
    public static double Hypot(double x, double y) => double.Hypot(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double MaxNumber(double x, double y) => double.MaxNumber(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double MinNumber(double x, double y) => double.MinNumber(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MaxMagnitudeNumber(double x, double y) => double.MaxMagnitudeNumber(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.5), At(-1.5, 0.5)]
    public static double MinMagnitudeNumber(double x, double y) => double.MinMagnitudeNumber(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, -1.0, 1.0), At(-3.0, -1.0, 1.0), At(3.0, -1.0, 1.0)]
    public static double Clamp(double value, double min, double max) => double.Clamp(value, min, max);

    [Differentiable(Gradient | Lifted), At(1.5, 2.0), At(1.5, -2.0), At(-1.5, 2.0), At(-1.5, -2.0)]
    public static double CopySign(double x, [ZeroDerivative] double y) => double.CopySign(x, y);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 2.5), At(-0.5, 1.5, 0.25)]
    public static double FusedMultiplyAdd(double x, double y, double z) => double.FusedMultiplyAdd(x, y, z);

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(-1.5, -2)]
    public static double ScaleB(double x, int n) => double.ScaleB(x, n) * x;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double Sign(double x) => double.Sign(x) * x * x;

    [Differentiable(Gradient | Lifted), At(0.33), At(-2.61)]
    public static double RoundToDigits(double x) => double.Round(x, 1) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.6)]
    public static double RoundWithMode(double x) => double.Round(x, MidpointRounding.AwayFromZero) * x;

    [Differentiable(Gradient | Lifted), At(0.33), At(-2.67)]
    public static double RoundToDigitsWithMode(double x) => double.Round(x, 1, MidpointRounding.ToZero) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-2.5)]
    public static double SinCos(double x)
    {
        var (s, c) = double.SinCos(x);
        return s * x + c * c;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 0.25), At(-0.5, 1.5, 1.75)]
    public static double Lerp(double a, double b, double t) => double.Lerp(a, b, t);

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(0.5, 2), At(2.5, -2), At(-1.5, 3)]
    public static double RootN(double x, int n) => double.RootN(x, n);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Constants(double x) => double.Pi * x + double.E * x * x - x / double.Tau;

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.2)]
    public static double SinCosPi(double x)
    {
        (var s, var c) = double.SinCosPi(x);
        return s * x + c * c;
    }

    // Newer than .NET 8, so the tape does not have these.
    [Differentiable, At(0.5, 1.5), At(1.5, 0.5)]
    public static double MaxNative(double x, double y) => double.MaxNative(x, y);

    [Differentiable, At(0.5, 1.5), At(1.5, 0.5)]
    public static double MinNative(double x, double y) => double.MinNative(x, y);

    [Differentiable, At(0.5, -1.0, 1.0), At(1.5, -1.0, 1.0), At(-1.5, -1.0, 1.0)]
    public static double ClampNative(double x, double low, double high) => double.ClampNative(x, low, high);

    [Differentiable, At(0.5, 1.5, 2.0)]
    public static double MultiplyAddEstimate(double x, double y, double z) => double.MultiplyAddEstimate(x, y, z);
}
