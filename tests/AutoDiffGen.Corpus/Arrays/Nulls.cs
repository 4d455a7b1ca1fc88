namespace AutoDiffGen.Corpus;

/// <summary>Null arrays, and what the method says of them.</summary>
public static partial class ArrayNulls
{
    [Differentiable(Gradient | Lifted), At("[0.5, 1.5]"), Throws(typeof(ArgumentNullException), null), Throws(typeof(ArgumentException), "[]")]
    public static double Guarded(double[] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.Length == 0)
            throw new ArgumentException("empty", nameof(a));
        return a[0] * a[^1];
    }

    [Differentiable, At("[0.5, 1.5]", 0.7), At(null, 0.7)]
    public static double NullIsAllowed(double[]? a, double x)
    {
        double s = x * x;
        if (a is null)
            return s;
        foreach (double y in a)
            s += y * x;
        return s;
    }
}
