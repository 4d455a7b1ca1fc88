namespace AutoDiffGen.Corpus;

/// <summary>Identities of the reals that floating point does not have: simplifying by one of them would change the value.</summary>
public static partial class ValueBits
{
    private const double Infinity = double.PositiveInfinity;

    // −0 + 0 is 0.
    [Differentiable(Gradient | Lifted), At(-0.0), At(0.0), At(1.5)]
    public static double PlusZero(double x) => x + 0;

    [Differentiable(Gradient | Lifted), At(-0.0), At(0.0), At(1.5)]
    public static double MinusZero(double x) => x - 0.0;

    // 0 − 0 is 0, and −0 is not.
    [Differentiable(Gradient | Lifted), At(-0.0), At(0.0), At(1.5)]
    public static double ZeroMinus(double x) => 0 - x;

    [Differentiable(Gradient | Lifted), At(-0.0), At(0.0), At(1.5)]
    public static double Negated(double x) => -x;

    [Differentiable(Gradient | Lifted), At(-0.0), At(1.5)]
    public static double TimesMinusOne(double x) => x * -1;

    [Differentiable(Gradient | Lifted), At(-1.5), At(0.0), At(Infinity, Gradient = new[] { 0.0 })]
    public static double TimesZero([ZeroDerivative] double x) => x * 0;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double ZeroOver([ZeroDerivative] double x) => 0 / x;

    [Differentiable(Gradient | Lifted), At(1.5), At(Infinity, Gradient = new[] { 0.0 })]
    public static double MinusItself([ZeroDerivative] double x) => x - x;

    [Differentiable(Gradient | Lifted), At(0.1), At(0.7)]
    public static double DividedByThree(double x) => x / 3 + x / 10;

    [Differentiable(Gradient | Lifted), At(0.1), At(1.1), At(1.0 / 3)]
    public static double PowersByFunction(double x) => Math.Pow(x, 2) * Math.Pow(x, 3) - Math.Pow(x, 0.5) + Math.Pow(x, -1);

    [Differentiable(Gradient | Lifted), At(0.1, 0.2, 0.3), At(1e16, 1.0, -1e16, Gradient = new[] { 1.0, 1.0, 1.0 })]
    public static double SumsNotRearranged(double a, double b, double c) => a + (b + c);

    [Differentiable(Gradient | Lifted), At(0.1, 0.2, 0.3)]
    public static double FactorsNotRearranged(double a, double b, double c) => a * (b * c) + a * b * c + c * b * a;

    [Differentiable(Gradient | Lifted), At(0.1, 0.2, 0.3)]
    public static double NotDistributed(double a, double b, double c) => a * (b + c) + (a * b + a * c);

    [Differentiable(Gradient | Lifted), At(0.1, 0.7, 0.3)]
    public static double NotFused(double a, double b, double c) => a * b + c;

    [Differentiable(Gradient | Lifted), At(0.1, 0.7)]
    public static double ConstantsNotFolded(double x, double y) => 0.1 * (3 * x) + 0.1 * 3 * y + x * 0.1 * 3;

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double RootOfSquare(double x) => Math.Sqrt(x * x) + Math.Log(Math.Exp(x)) + 1 / (1 / x);

    [Differentiable, At(0.1f, 0.7f, 0.3f)]
    public static float FloatNotWidened(float a, float b, float c) => a * b * c + a / 3 - (a + b) * (b - c);

    [Differentiable, SinglePrecision, At(0.1, 0.7)]
    public static double RoundedTwice(double x, double y) => (double)(float)x * (float)y + (float)(x * y);

    // Integer arithmetic wraps.
    [Differentiable(Gradient | Lifted), At(1.5, 100000), At(1.5, -100000)]
    public static double WrappingIntegers(double x, int n) => n * n * n * x + (n * 65537 >> 3) * x;

    [Differentiable(Gradient | Lifted), At(1.5, 3000000000u, (byte)200, (short)-7)]
    public static double MixedIntegers(double x, uint a, byte b, short c) => (a + b) * x + (b + b) * x - (c >> 1) * x + (a >> 4) / 3 * x;

    [Differentiable(Gradient | Lifted), At(2.7), At(-2.7)]
    public static double Truncations(double x) => (int)x * x + (long)(-x) * x + (byte)(int)Math.Abs(x) * x + (int)(x * 1.5) % 3 * x;
}
