namespace AutoDiffGen.Corpus;

/// <summary>Names that a careless generator would collide with.</summary>
public static partial class Names
{
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double DerivativeNameTaken(double x, double dx) => x * x * dx;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5, 2.5)]
    public static double TakenTwice(double x, double dx, double dx_) => x * dx + dx * dx_;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SameDerivativeName(double weight, double Weight) => weight * weight * Weight;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SeedTaken(double seed, double dSeed) => seed * seed * dSeed;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double Keywords(double @double, double @class) => @double * @class + @double;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double UnusualLetters(double θ, double λ1) => Math.Sin(θ) * λ1 * λ1;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double LongNames(double weights, double w1) => weights * w1 * w1;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double LocalsTaken(double x, double y)
    {
        double dx = x * y;
        double dy = dx * dx;
        double result = dy + x;
        double seed = result * y;
        double t0 = Math.Sin(seed);
        double t1 = t0 * t0;
        double dResult = t1 + dx;
        double adjoint = dResult * x;
        double dT0 = adjoint;
        double value = dT0 + 1;
        double branch = value * x;
        return branch + value;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParametersTaken(double result, double t0) => Math.Sin(result * t0) * Math.Cos(t0);

    [Differentiable(Gradient | Lifted), At(1.5, 2)]
    public static double ConstantParametersTaken(double x, int dx) => x * x * dx;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double KeywordLocals(double x)
    {
        double @return = x * x;
        double @ref = @return * x;
        return @ref + @return;
    }

    // A member hides the framework's name: generated code must say which Math it means.
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Sin(double x) => System.Math.Sin(x) * Cos(x);

    public static double Cos(double x) => x * x;
}

/// <summary>A type whose members are named as the types that generated code uses.</summary>
public static partial class Shadows
{
    public const double Math = 3;
    public const double System = 4;
    public const double AutoDiffGen = 5;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double UsesThem(double x) => global::System.Math.Exp(x * Math) / System + x * AutoDiffGen;
}
