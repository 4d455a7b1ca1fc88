namespace AutoDiffGen.Corpus;

/// <summary><c>float</c> and <c>double</c> in one method: each conversion rounds the value, and its derivative is one.</summary>
public static partial class MixedPrecision
{
    [Differentiable, At(0.5f, 1.5)]
    public static double FloatTimesDouble(float x, double y) => x * y + x;

    [Differentiable, At(0.5, 1.5)]
    public static float ResultNarrowed(double x, double y) => (float)(x * y + Math.Sin(x));

    [Differentiable, SinglePrecision, At(0.5, 1.5)]
    public static double RoundedInside(double x, double y)
    {
        float t = (float)(x * y);
        return t * x + t;
    }

    [Differentiable, SinglePrecision, At(0.5)]
    public static double MathFInside(double x) => MathF.Sin((float)x) * x;

    [Differentiable, At(0.5f)]
    public static float MathInside(float x) => (float)Math.Exp(x) * x;

    [Differentiable, At(0.5f, 1.5f)]
    public static double WidenedResult(float x, float y) => x * y;

    [Differentiable, At(0.5f, 1.5f)]
    public static double WidenedBeforeProduct(float x, float y) => (double)x * y;

    [Differentiable, At(0.5f, 1.5, 3)]
    public static double ThreeTypes(float x, double y, int n) => x * n + y * n * x - n / 2 * y;

    [Differentiable, SinglePrecision, At(0.5)]
    public static double CompoundNarrowing(double x)
    {
        float t = (float)x;
        t *= 3;
        double d = t;
        d += t;
        return d * x;
    }

    [Differentiable, SinglePrecision, At(0.3, 0.7)]
    public static double AssignmentValueIsRounded(double x, double y)
    {
        float t;
        double d = t = (float)(x * y);
        return d * t;
    }

    [Differentiable, At(0.5f, 1.5)]
    public static double HelperInDouble(float x, double y) => Bell(x) * Bell(y);

    [Differentiable, At(0.5f, 1.5), At(1.5f, 0.5)]
    public static double TernaryWidens(float x, double y) => (x < y ? x : y) * x;

    [Differentiable, At(2.6f, 1.5)]
    public static double ThroughInteger(float x, double y) => (int)x * y + x * (int)y + (float)(int)x * x;

    [Differentiable, At(0.5f, 1.5)]
    public static void BothByRef(ref float x, ref double y)
    {
        double t = x * y;
        x = (float)(t + x);
        y = t * t;
    }

    [Differentiable, At(1.5, 3L, 2u, (byte)7, (short)-2)]
    public static double IntegerKinds(double x, long a, uint b, byte c, short d) => x * a + x * x * b - c / x + d * x;

    private static double Bell(double x) => Math.Exp(-x * x);
}
