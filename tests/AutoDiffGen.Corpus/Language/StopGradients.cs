namespace AutoDiffGen.Corpus;

/// <summary><see cref="Ad.StopGradient{T}(T)"/>: the value, as a constant. Differences cannot know, so gradients are given.</summary>
public static partial class StopGradients
{
    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 1.5 })]
    public static double OneFactor(double x) => Ad.StopGradient(x) * x;

    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 0.0 })]
    public static double Everything([ZeroDerivative] double x) => Ad.StopGradient(x * x);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5, Gradient = new[] { 0.25, 0.0 })]
    public static double OfAnExpression(double x, [ZeroDerivative] double y) => Ad.StopGradient(y * y) * x;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5, Gradient = new[] { 0.5, 2.25 })]
    public static double OfALocal(double x, double y)
    {
        double t = x * y;
        double stopped = Ad.StopGradient(t);
        stopped += 0;
        return t + stopped * 0 + y * stopped - 0.5 * stopped;
    }

    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 2.25 })]
    public static double PassesOnlyThroughTheOther(double x)
    {
        double t = Ad.StopGradient(x);
        t *= x * x;
        return t * t / (t * x) * 1.5;
    }

    // A straight-through estimator: rounds in the value, is the identity in the derivative.
    [Differentiable(Gradient | Lifted), At(1.7, Gradient = new[] { 4.0 }), At(-0.2, Gradient = new[] { 0.0 })]
    public static double StraightThrough(double x)
    {
        double rounded = x + Ad.StopGradient(Math.Round(x) - x);
        return rounded * rounded;
    }

    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 })]
    public static double HidesInfinity([ZeroDerivative] double x) => Ad.StopGradient(Math.Sqrt(x)) + x * x;

    [Differentiable, At(1.5f, Gradient = new[] { 1.5 })]
    public static float Single(float x) => Ad.StopGradient(x) * x;

    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 2.25 + 2.25 })]
    public static double InsideHelper(double x) => Frozen(x) * x + Frozen(x * x) * x / 1.5;

    [Differentiable(Gradient | Lifted), At(1.5, 3, Gradient = new[] { 3.0 })]
    public static double OfAnInteger(double x, int n) => Ad.StopGradient(n) * x;

    private static double Frozen(double x) => Ad.StopGradient(x * 1.5);
}
