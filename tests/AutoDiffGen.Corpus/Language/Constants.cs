namespace AutoDiffGen.Corpus;

/// <summary>What is constant: literals, constant and read-only fields, enums, casts.</summary>
public static partial class Constants
{
    private const double Gravity = 9.80665;
    private const int Order = 3;
    private const float Small = 0.125f;
    private const string Mode = "fast";
    private static readonly double Offset = Math.Sqrt(2) / 3;
    private static readonly int Count = 5;
    private static readonly bool Enabled = Offset > 0;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstFields(double x) => Gravity * x + Order * x * x + Small / x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ReadOnlyFields(double x) => Offset * x * x + x / Count + (Enabled ? x : 0);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double FieldOfAnotherType(double x) => PhysicalConstants.LightSpeed * x / PhysicalConstants.Scale + PhysicalConstants.Shift;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double MathConstants(double x) => Math.PI * x + Math.E * x * x + x / Math.Tau;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Literals(double x) =>
        1e-3 * x + 1_000.5 * x * x - 0x10 * x + 0b101 * x + 3d * x + 2f * x + 7L * x + 4u * x + .5 * x + 1E+2 / x;

    // Literals that lose bits unless they are printed round-trip, and in the invariant culture.
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double RoundTripLiterals(double x) =>
        0.1 * x + 0.30000000000000004 * x * x + 1.7976931348623157E+308 * (x * 1e-308) + 5E-324 * x + 123456789.12345679 / x;

    [Differentiable(Gradient | Lifted), At(1.5), At(double.Epsilon), At(-1e300)]
    public static double Extremes(double x) =>
        x > double.MinValue && x < double.MaxValue && !double.IsNaN(x) && x != double.PositiveInfinity ? 2 * x : x * double.NaN;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantFolding(double x) => (2 * 3 + 1) * x + (1 + 2.5) / 2 * x * x - (5 / 2) * x + Math.Sqrt(2) * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double IntegerDivisionByConstant(double x) => 1 / 2 * x + 1 / 2.0 * x + 7 % 4 * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double StringConstant(double x) => Mode == "fast" ? x * x : x;

    [Differentiable(Gradient | Lifted), At(1.5, Curve.Decay), At(1.5, Curve.Square)]
    public static double EnumToInteger(double x, Curve curve) => x * (int)curve + (curve > Curve.Wave ? x * x : x);

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, 1)]
    public static double IntegerToEnum(double x, int n) => (Curve)(n - 1) == Curve.Wave ? x * x : x;

    [Differentiable(Gradient | Lifted), At(2.63)]
    public static double CastThere(double x)
    {
        int n = (int)x;
        double back = n;
        return x * back + (long)(x * 10) * x + (double)n / 4 * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double DefaultValues(double x)
    {
        double zero = default;
        int none = default(int);
        return x * x + zero * x + none;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double NegativeConstants(double x) => -3 * x - -2.5 * x * x + -Gravity;

    [Differentiable(Gradient | Lifted), At(1.5, 7), At(1.5, -7)]
    public static double IntegerFunctions(double x, int n) => Math.Abs(n) * x + Math.Max(n, 3) * x * x + Math.Sign(n) + Math.Min(n, 2) / x;

    [Differentiable(Gradient | Lifted), At(2.5, 3), At(0.5, 3), At(-2.5, 3)]
    public static double ClassifiedReals(double x, int n) => double.IsFinite(x) && double.IsPositive(x) ? x * x * n : n;

    // Put in place of the parameters, the constants would be refused by the compiler: 7 % 0, int.MaxValue + 1, (int)1e300.
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantsInIntegerArithmetic(double x) =>
        x * Rest(7, 0) + x * x * Next(int.MaxValue) + Whole(1e300) * 1e-9 * x + Whole(double.NaN);

    private static int Rest(int a, int b) => b == 0 ? 3 : a % b;

    private static int Next(int n) => n + 1 < n ? 2 : n + 1;

    private static int Whole(double x) => x > 1e10 ? 4 : (int)x;
}

/// <summary>Constants declared in another type.</summary>
internal static class PhysicalConstants
{
    public const double LightSpeed = 299792458;
    public static readonly double Scale = 1e8;
    public static readonly float Shift = 0.5f;
}
