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

    // What they are made of is evaluated once, and may change later.
    [Differentiable(Gradient | Lifted), At("random 6", 4), Throws(typeof(ArgumentOutOfRangeException), "random 6", 1), Throws(typeof(IndexOutOfRangeException), "random 6", 6)]
    public static double MadeOfVariables(double[] a, int k)
    {
        Index last = ^1, at = k;
        Index fromTheEnd = ^(k - 2);
        Range middle = 1..^1, all = ..;
        k = 0;
        double s = a[last] * a[at] + a[fromTheEnd];
        foreach (double x in a[middle])
            s += x * a[all].Length;
        return s * a.AsSpan(middle)[0];
    }
}
