namespace AutoDiffGen.Corpus;

/// <summary><c>Index</c> and <c>Range</c> as values, and spans that a loop moves.</summary>
public static partial class ArrayIndexValues
{
    [Differentiable, At("random 6")]
    public static double SpanMovesAlong(ReadOnlySpan<double> a)
    {
        double s = 1;
        while (!a.IsEmpty)
        {
            s = s * a[0] + a[^1];
            a = a[1..];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 6", 2)]
    public static double IndexAndRangeVariables(double[] a, int k)
    {
        Index last = ^1;
        Range middle = k..^1;
        double s = a[last];
        foreach (double x in a.AsSpan()[middle])
            s += x * x;
        return s;
    }
}
