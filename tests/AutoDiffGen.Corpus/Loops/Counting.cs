namespace AutoDiffGen.Corpus;

/// <summary><c>for</c> loops over a counter: bounds, steps, and what the counter is used for.</summary>
public static partial class CountingLoops
{
    [Differentiable(Gradient | Lifted), At(1.5, 3), At(-0.5, 4), At(1.5, 1), At(1.5, 0)]
    public static double Power(double x, int n)
    {
        double p = x;
        for (int i = 0; i < n; i++)
            p *= x;
        return p;
    }
}
