namespace AutoDiffGen.Corpus;

/// <summary>Ranges, slices, spans over arrays, and indices from the end.</summary>
public static partial class ArraySlices
{
    [Differentiable(Gradient | Lifted), At("random 5"), At("random 2")]
    public static double WithoutTheFirst(ReadOnlySpan<double> a)
    {
        double s = a[0];
        foreach (double x in a[1..])
            s = s * x + 1;
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5"), At("random 2")]
    public static double FromTheEnd(double[] a)
    {
        double s = 0;
        for (int i = 1; i <= a.Length; i++)
            s += i * a[^i] * a[^i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 6", 2), At("random 6", 0), At("random 6", 6)]
    public static double TwoHalves(ReadOnlySpan<double> a, int middle)
    {
        ReadOnlySpan<double> left = a[..middle], right = a[middle..];
        double s = 0, p = 1;
        for (int i = 0; i < left.Length; i++)
            s += left[i];
        for (int i = 0; i < right.Length; i++)
            p *= right[i] + 2;
        return s * s + p;
    }

    [Differentiable(Gradient | Lifted), At("random 6", 1, 3), At("random 6", 2, 0)]
    public static double SliceOfASlice(ReadOnlySpan<double> a, int start, int length)
    {
        ReadOnlySpan<double> inner = a.Slice(start).Slice(1, length);
        double s = a[^1];
        for (int i = 0; i < inner.Length; i++)
            s += Math.Sin(inner[i]) * a[i];
        return s;
    }

    [Differentiable, At("random 6")]
    public static double OverlappingSlices(Span<double> a)
    {
        Span<double> low = a[..^1], high = a[1..];
        for (int i = 0; i < low.Length; i++)
            high[i] += low[i] * 0.5;
        return a[^1] * a[2];
    }

    [Differentiable, At("random 6")]
    public static double AsSpan(double[] a)
    {
        Span<double> whole = a.AsSpan(), tail = a.AsSpan(2), part = a.AsSpan(1, 3);
        whole[0] *= tail[0];
        tail[1] += part[0];
        part[2] *= whole[5];
        return a[0] + a[3] * a[1];
    }

    // A range of an array is a copy; one of a span is not.
    [Differentiable, At("random 5")]
    public static double RangeOfAnArrayCopies(double[] a)
    {
        double[] copy = a[1..4];
        copy[0] = copy[1] * copy[2];
        a[1] *= 3;
        return copy[0] + copy[1] * a[1];
    }

    [Differentiable, At("random 4", "random 4", true), At("random 4", "random 4", false)]
    public static double SpanChosenByACondition(double[] a, double[] b, bool first)
    {
        ReadOnlySpan<double> chosen = first ? a : b;
        double s = a[0] * b[0];
        for (int i = 0; i < chosen.Length; i++)
            s += chosen[i] * chosen[i];
        return s;
    }

    [Differentiable, At("random 6", 3), At("random 6", 2)]
    public static double RowsOfAFlatMatrix(ReadOnlySpan<double> matrix, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        double s = 0;
        for (int i = 0; i < matrix.Length; i += columns)
        {
            ReadOnlySpan<double> row = matrix.Slice(i, columns);
            double sum = 0;
            foreach (double x in row)
                sum += x;
            s += sum * sum;
        }

        return s;
    }

    [Differentiable, At("random 6")]
    public static double HelperOnSlices(ReadOnlySpan<double> a) => Squares(a[..2]) * Squares(a[2..^1]) + Squares(a.Slice(4));

    [Differentiable, At("random 6")]
    public static double LocalArraySliced(ReadOnlySpan<double> a)
    {
        Span<double> t = stackalloc double[a.Length];
        for (int i = 0; i < a.Length; i++)
            t[i] = a[i] * a[i];
        Span<double> half = t[(t.Length / 2)..];
        half[0] += t[0];
        t[1] *= half[1];
        return t[3] * t[1] + half[^1];
    }

    [Differentiable, At("random 6")]
    public static double ForeachOverAWrittenSpan(Span<double> a)
    {
        foreach (ref double x in a)
            x = Math.Sin(x);
        double s = 0;
        foreach (ref readonly double x in a)
            s += x * x;
        return s;
    }

    // The length of the whole decides where the part begins: the part's adjoint is not made of the whole itself.
    [Differentiable, At(0.7, "[-1.4]", 2), At(0.7, "random 4", 3)]
    public static double PartFromTheMiddle(double x, double[] a, int n)
    {
        for (int i = 0, j = n; i < j; i++, j--)
        {
            a[i % a.Length] = Math.Tanh(a[(j + 1) % a.Length]) * x;
            Span<double> rest = a.AsSpan(a.Length / 2);
            x += rest[0];
        }

        return x;
    }

    private static double Squares(ReadOnlySpan<double> a)
    {
        double s = 0;
        foreach (double x in a)
            s += x * x;
        return s;
    }
}
