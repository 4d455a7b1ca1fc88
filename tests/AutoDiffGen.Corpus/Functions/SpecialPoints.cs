namespace AutoDiffGen.Corpus;

/// <summary>Kinks, edges and singularities, where the derivative is a convention and differences do not apply.</summary>
public static partial class SpecialPoints
{
    private const double Infinity = double.PositiveInfinity;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(-0.0, Gradient = new[] { 0.0 }), At(2.0)]
    public static double AbsAtZero(double x) => Math.Abs(x);

    [Differentiable(Gradient | Lifted), At(1.0, Gradient = new[] { 0.0 }), At(0.5, Gradient = new[] { 0.0 })]
    public static double StepFunctions([ZeroDerivative] double x) => Math.Floor(x) + Math.Ceiling(x) + Math.Round(x) + Math.Truncate(x) + Math.Sign(x);

    [Differentiable(Gradient | Lifted), At(1.5, 1.5, Gradient = new[] { 0.5, 0.5 })]
    public static double MaxTie(double x, double y) => Math.Max(x, y);

    [Differentiable(Gradient | Lifted), At(1.5, 1.5, Gradient = new[] { 0.5, 0.5 })]
    public static double MinTie(double x, double y) => Math.Min(x, y);

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.5 }), At(1.0, Gradient = new[] { 1.0 }), At(-1.0, Gradient = new[] { 0.0 })]
    public static double MaxWithConstant(double x) => Math.Max(x, 0);

    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 1.0 })]
    public static double MaxWithItself(double x) => Math.Max(x, x);

    [Differentiable(Gradient | Lifted), At(1.5, 1.5, Gradient = new[] { 0.5, 0.5 })]
    public static double DoubleMaxTie(double x, double y) => double.Max(x, y);

    [Differentiable(Gradient | Lifted), At(1.0, 1.0, 2.0, Gradient = new[] { 1.0, 0.0, 0.0 }), At(2.0, 1.0, 2.0, Gradient = new[] { 1.0, 0.0, 0.0 }), At(0.5, 1.0, 2.0), At(2.5, 1.0, 2.0)]
    public static double ClampAtEdge(double value, double min, double max) => Math.Clamp(value, min, max);

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, 0.0 }), At(3.0, 4.0)]
    public static double HypotAtOrigin(double x, double y) => double.Hypot(x, y);

    [Differentiable(Gradient | Lifted), At(2.0, 0.0, Gradient = new[] { 0.0, 0.69314718055994530942 }), At(0.0, 0.0, Gradient = new[] { 0.0, 0.0 }),
     At(0.0, 2.0, Gradient = new[] { 0.0, 0.0 }), At(0.0, 0.5, Gradient = new[] { Infinity, 0.0 }), At(0.0, 1.0, Gradient = new[] { 1.0, 0.0 })]
    public static double PowAtZero(double x, double p) => Math.Pow(x, p);

    [Differentiable(Gradient | Lifted), At(-2.0, Gradient = new[] { 12.0 }), At(0.0, Gradient = new[] { 0.0 })]
    public static double CubeByPow(double x) => Math.Pow(x, 3);

    [Differentiable(Gradient | Lifted), At(-2.0, Gradient = new[] { 1.0 }), At(0.0, Gradient = new[] { 1.0 })]
    public static double FirstPower(double x) => Math.Pow(x, 1);

    [Differentiable(Gradient | Lifted), At(-2.0, Gradient = new[] { 0.0 }), At(0.0, Gradient = new[] { 0.0 })]
    public static double ZerothPower([ZeroDerivative] double x) => Math.Pow(x, 0);

    [Differentiable(Gradient | Lifted), At(-2.0, Gradient = new[] { -0.25 })]
    public static double NegativeBaseReciprocal(double x) => Math.Pow(x, -1);

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { Infinity })]
    public static double SqrtAtZero(double x) => Math.Sqrt(x);

    // The adjoint of the root is exactly zero: it contributes zero, not 0 * infinity.
    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, 0.0 }), At(0.0, 2.0, Gradient = new[] { Infinity, 0.0 }), At(2.0, 3.0)]
    public static double SqrtTimesZero(double x, double y) => Math.Sqrt(x) * y;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(2.0, Gradient = new[] { 4.0 })]
    public static double SqrtSquaredByMultiplying(double x)
    {
        double root = Math.Sqrt(x);
        return root * root * x;
    }

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, double.NegativeInfinity }), At(2.0, 3.0)]
    public static double LogTimesZero(double x, double y) => Math.Log(x) * y;

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, Infinity }), At(2.0, 3.0)]
    public static double ReciprocalTimesZero(double x, double y) => 1 / x * y;

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, 0.0 }), At(2.0, 3.0)]
    public static double CbrtTimesZero(double x, double y) => Math.Cbrt(x) * y;

    [Differentiable(Gradient | Lifted), At(1.0, 0.0, Gradient = new[] { 0.0, Math.PI / 2 }), At(-1.0, 0.0, Gradient = new[] { 0.0, -Math.PI / 2 }), At(0.3, 3.0)]
    public static double AsinTimesZero(double x, double y) => Math.Asin(x) * y;

    [Differentiable(Gradient | Lifted), At(1.0, 0.0, Gradient = new[] { 0.0, 0.0 }), At(0.3, 3.0)]
    public static double AcosTimesZero(double x, double y) => Math.Acos(x) * y;

    [Differentiable(Gradient | Lifted), At(1.0, 0.0, Gradient = new[] { 0.0, 0.0 }), At(2.0, 3.0)]
    public static double AcoshTimesZero(double x, double y) => Math.Acosh(x) * y;

    [Differentiable(Gradient | Lifted), At(1.0, 0.0, Gradient = new[] { 0.0, Infinity }), At(0.3, 3.0)]
    public static double AtanhTimesZero(double x, double y) => Math.Atanh(x) * y;

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, 0.0, Gradient = new[] { 0.0, 0.0, 0.0 }), At(2.0, 0.3, 3.0)]
    public static double PowTimesZero(double x, double y, double scale) =>
        Math.Pow(x, y - 0.5 + 1) * scale;

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, Math.PI / 2 }), At(0.0, 2.0, Gradient = new[] { 0.0, Math.PI / 2 }), At(2.0, 3.0)]
    public static double AtanOfInfinity(double x, double y) => Math.Atan(1 / x) * y;

    // Zero divided, not dividing: the quotient's partials are finite, and a zero adjoint stays zero.
    [Differentiable(Gradient | Lifted), At(0.0, 2.0, Gradient = new[] { 0.5, 0.0 }), At(3.0, 2.0)]
    public static double ZeroDividend(double x, double y) => x / y;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(-1.0, Gradient = new[] { 0.0 }), At(4.0, Gradient = new[] { 0.25 })]
    public static double UntakenRoot(double x) => x > 0 ? Math.Sqrt(x) : 0;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 1.0 }), At(1.0, Gradient = new[] { 0.54030230586813971740 })]
    public static double SincTimesX(double x) => x == 0 ? x : Math.Sin(x) / x * x;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(0.5, Gradient = new[] { -0.16253703063606660 }, Tolerance = 1e-10)]
    public static double SincGuarded(double x) => Math.Abs(x) < 1e-8 ? 1 - x * x / 6 : Math.Sin(x) / x;

    [Differentiable(Gradient | Lifted), At(7.5, 2.5, Gradient = new[] { 1.0, -3.0 }), At(-7.5, 2.5, Gradient = new[] { 1.0, 3.0 })]
    public static double RemainderAtMultiple(double x, double y) => x % y;

    [Differentiable(Gradient | Lifted), At(7.5, 2.0, Gradient = new[] { 1.0, -4.0 }), At(5.0, 2.0, Gradient = new[] { 1.0, -2.0 })]
    public static double IeeeRemainderByY(double x, double y) => Math.IEEERemainder(x, y);

    [Differentiable(Gradient | Lifted), At(3.7, Gradient = new[] { 3.0 }), At(-3.7, Gradient = new[] { -3.0 })]
    public static double CastStopsDerivative(double x) => (int)x * x;

    [Differentiable(Gradient | Lifted), At(3.7, Gradient = new[] { 0.0 })]
    public static double CastOnly([ZeroDerivative] double x)
    {
        int n = (int)(x * 2);
        return n;
    }

    [Differentiable(Gradient | Lifted), At(1.0, Gradient = new[] { 2.0 }), At(0.5, Gradient = new[] { 1.0 }), At(1.5, Gradient = new[] { 3.0 }), At(1.25)]
    public static double EqualityBranch(double x) => x == 1 ? 2 * x : x * x;

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(1.0, Gradient = new[] { 1.0 }), At(-1.0, Gradient = new[] { 0.0 })]
    public static double ReluByBranch(double x) => x > 0 ? x : 0;

    [Differentiable(Gradient | Lifted), At(4.0, Gradient = new[] { -1.0 / 16 }, Tolerance = 1e-2), At(0.75, Gradient = new[] { -1.7777777777777777 }, Tolerance = 1e-2)]
    public static double ReciprocalEstimate(double x) => Math.ReciprocalEstimate(x);

    [Differentiable(Gradient | Lifted), At(4.0, Gradient = new[] { -1.0 / 16 }, Tolerance = 1e-2)]
    public static double ReciprocalSqrtEstimate(double x) => Math.ReciprocalSqrtEstimate(x);

    [Differentiable, At(0.0f, Gradient = new[] { 0.0 }), At(-3.0f, Gradient = new[] { -1.0 })]
    public static float FloatAbsAtZero(float x) => MathF.Abs(x);

    [Differentiable, At(1.5f, 1.5f, Gradient = new[] { 0.5, 0.5 })]
    public static float FloatMaxTie(float x, float y) => MathF.Max(x, y);

    [Differentiable, At(0.0f, 0.0f, Gradient = new[] { 0.0, 0.0 }), At(0.0f, 2.0f, Gradient = new[] { Infinity, 0.0 }), At(2.0f, 3.0f)]
    public static float FloatSqrtTimesZero(float x, float y) => MathF.Sqrt(x) * y;

    [Differentiable, At(4.0f, Gradient = new[] { -1.0 / 16 }, Tolerance = 1e-2)]
    public static float FloatReciprocalEstimate(float x) => MathF.ReciprocalEstimate(x);

    [Differentiable, At(4.0f, Gradient = new[] { -1.0 / 16 }, Tolerance = 1e-2)]
    public static float FloatReciprocalSqrtEstimate(float x) => MathF.ReciprocalSqrtEstimate(x);
}
