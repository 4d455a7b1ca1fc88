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

    [Differentiable, At("[0.5, 1.5]", "[2, 1, 0.3]", 1.5), At("[0.5, 1.5]", "[2, 1, 0.3]", 0.7), At(null, "[2, 1, 0.3]", 0.7)]
    public static double SomeAreNull(double[]? a, double[] b, double x)
    {
        if (a == null || (b != null && a.Length > 3))
            x *= 2;
        if (null == a)
            return x * b![0];
        double[] c = a;
        c[0] *= x;
        double s = 0;
        double[] t = x > 1 ? c : b!;
        for (int i = 0; i < 2; i++)
        {
            if (t is not null)
                s += t[i] * c[0];
            t = new double[3];
            if (t != null)
                t[1] = s;
        }

        return s + b![1];
    }

    // Arrays of the method's own are never null.
    [Differentiable, At("[0.5, 1.5]", 1.5), At("[0.5, 1.5]", 0.7), Throws(typeof(ArgumentNullException), null, 0.7)]
    public static double InAHelper(double[] a, double x)
    {
        double[] own = [x, 2];
        return Guarded(a, x) + Guarded(own, x) + Guarded(x > 1 ? a : own, x);
    }

    [Differentiable, At("[0.5, 1.5]", 1.5), At(null, 1.5)]
    public static double[] OneOrTheOther(double[]? a, double x)
    {
        if (a == null)
            return [x * x];
        a[0] *= x;
        return a;
    }

    private static double Guarded(double[]? v, double x)
    {
        ArgumentNullException.ThrowIfNull(v);
        if (v is null)
            return x;
        v[0] *= x;
        return v[0] * v[1];
    }
}
