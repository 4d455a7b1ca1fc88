namespace AutoDiffGen.Corpus;

/// <summary>Variables that a branch or a round makes refer to a part of an array, or to a row.</summary>
public static partial class ArrayChosenParts
{
    private static readonly double[] Weights = [0.5, -1, 2];

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7), At("[]", 0.7)]
    public static double Horner(double[] a, double x)
    {
        ReadOnlySpan<double> rest = a;
        double r = 0;
        while (rest.Length > 0)
        {
            r = r * x + rest[0];
            rest = rest[1..];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("random 5"), At("random 4")]
    public static double FromBothEnds(ReadOnlySpan<double> s)
    {
        double r = 0;
        while (s.Length > 1)
        {
            r += s[0] * s[^1] * r + s[0];
            s = s[1..^1];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("random 5", 3), At("random 5", 1), At("random 5", 0)]
    public static double OneHalf(double[] a, int k)
    {
        Span<double> part = k > 2 ? a.AsSpan(0, k) : a.AsSpan(k);
        double r = 0;
        for (int i = 0; i < part.Length; i++)
            r += part[i] * part[i];
        part[0] *= r;
        return r * part[0] + a[0];
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3, 4, 5, 6, 7]", 3.5), At("[1, 2, 3, 4, 5, 6, 7]", 0.5), At("[1, 2, 3, 4, 5, 6, 7]", 9.5)]
    public static double Bisection(double[] a, double x)
    {
        ReadOnlySpan<double> s = a;
        double r = 1;
        while (s.Length > 1)
        {
            int middle = s.Length / 2;
            if (s[middle] > x)
            {
                s = s[..middle];
                r *= s[0];
            }
            else
            {
                s = s[middle..];
                r += s[0] * r;
            }
        }

        return r * s[0] * x;
    }

    [Differentiable, At("[0.5, 1, -2]", 0.7)]
    public static void WrittenThrough(Span<double> s, double x)
    {
        double sum = x;
        while (!s.IsEmpty)
        {
            s[0] = Math.Sin(s[0] * sum);
            sum += s[0];
            s = s.Slice(1);
        }
    }

    // Two spans of two arrays change places, and one of them is shorter each time.
    [Differentiable(Gradient | Lifted), At("random 4", "random 5", 3), At("random 4", "random 5", 0)]
    public static double SwappedAndShortened(double[] a, double[] b, int n)
    {
        Span<double> p = a, q = b.AsSpan(1);
        for (int t = 0; t < n; t++)
        {
            p[0] += q[0] * q[0];
            Span<double> other = p;
            p = q;
            q = other[1..];
        }

        return a[0] * b[0] + a[1] * b[1] + a[2] * p[0];
    }

    // Where the part starts is read from an element that is overwritten later.
    [Differentiable(Gradient | Lifted), At("random 5", "[1, 2, 1]")]
    public static double StartsFromElements(double[] a, int[] starts)
    {
        ReadOnlySpan<double> s = a;
        double r = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            s = i % 2 == 0 ? s[starts[i]..] : a;
            r += s[0] * s[0];
            starts[i] = 0;
        }

        return r;
    }

    // What decided is overwritten in the same round.
    [Differentiable(Gradient | Lifted), At("[1.5, 2]", "[0.5, 1]"), At("[0.5, 2]", "[2.5, 1]")]
    public static double DecidedByAnElement(double[] a, double[] b)
    {
        double[] p = a, q = b;
        double r = 0;
        for (int i = 0; i < 3; i++)
        {
            p = p[0] > 0.9 ? q : p;
            p[0] *= 0.5;
            q[1] += p[0] * p[0];
            r += p[0] * q[1];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("random 4")]
    public static double PartsOfParts(double[] a)
    {
        ReadOnlySpan<double> s = a;
        double r = 0;
        while (s.Length > 0)
        {
            ReadOnlySpan<double> t = s;
            while (t.Length > 0)
            {
                r += t[0] * s[0];
                t = t[1..];
            }

            s = s[1..];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1)]
    public static double PartsOfNewArrays(double x, int n)
    {
        Span<double> s = new double[n + 1];
        double r = 0;
        for (int i = 0; i < n; i++)
        {
            s[0] += x * (i + 1);
            r += s[0] * s[0];
            if (i == 1)
                s = new double[n + 2];
            s = s[1..];
            s[0] = r * 0.1;
        }

        return r * s[0];
    }

    [Differentiable(Gradient | Lifted), At("random 5", 0.7)]
    public static double AWindowThatMoves(Span<double> a, double x)
    {
        double r = 0;
        Span<double> window = a[..2];
        for (int i = 0; i + 2 <= a.Length; i++)
        {
            window[0] *= window[1] * x;
            r += window[0];
            if (i + 3 <= a.Length)
                window = a.Slice(i + 1, 2);
        }

        return r * window[1];
    }

    // One part is another's, for some rounds.
    [Differentiable(Gradient | Lifted), At("random 4", "random 4")]
    public static double Intertwined(double[] a, double[] b)
    {
        Span<double> s = a, t = b;
        double r = 0;
        for (int i = 0; i < 4; i++)
        {
            if (i == 1)
            {
                s = t;
            }
            else if (i == 2)
            {
                t = s[2..];
                s = a.AsSpan(1, 3);
            }

            s[0] *= 1.1;
            t[1] += s[0];
            r += s[0] * t[1];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("random 5", 3), At("random 5", 2), At("random 5", 1)]
    public static double OneOfThree(double[] a, int n)
    {
        ReadOnlySpan<double> s = n > 2 ? a.AsSpan(1) : n > 1 ? a : a.AsSpan()[..2];
        return s[0] * s[^1];
    }

    [Differentiable(Gradient | Lifted), At("random 6", 0.7)]
    public static double InAHelper(double[] a, double x)
    {
        double r = 0;
        int depth = Halved(a, x, ref r);
        depth += Halved(a.AsSpan(1), r, ref r);
        return r * depth;
    }

    [Differentiable(Gradient | Lifted), At("[0.3, 0.5, 1.5, 2.5]"), At("[0.3]")]
    public static double OfAHelper(double[] a)
    {
        ReadOnlySpan<double> trimmed = Trimmed(a);
        double r = 0;
        foreach (double v in trimmed)
            r += v * v;
        return r * a[0];
    }

    [Differentiable(Gradient | Lifted), At("random 6")]
    public static double InRecursion(double[] a) => Product(a, 2);

    [Differentiable, At("[2, 1, 0.5]", 1.5), At("[0.2, 1, 0.5]", 0.5)]
    public static double AStaticArrayOrNot(double[] a, double x)
    {
        double[] weights = x > 1 ? a : Weights;
        double r = 0;
        for (int i = 0; i < a.Length; i++)
        {
            r += weights[i] * a[i] * x;
            if (r > 1)
                weights = Weights;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2], [3, -1, 0.5], [0.5, 1]]")]
    public static double TheRowBefore(double[][] rows)
    {
        double[] before = rows[0];
        double r = 0;
        for (int i = 1; i < rows.Length; i++)
        {
            double[] row = rows[i];
            for (int j = 0; j < before.Length && j < row.Length; j++)
            {
                row[j] += before[j] * before[j];
                r += row[j];
            }

            before = row;
        }

        return r * before[0];
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2, 0.5], [3, -1, 0.5], [0.5, 1, 2]]", 1.5), At("[[1, 2, 0.5], [3, -1, 0.5], [0.5, 1, 2]]", 0.5)]
    public static double OneOfTheRows(double[][] rows, double x)
    {
        double[] row = x > 1 ? rows[0] : rows[2];
        row[0] *= x;
        double r = row[0] * row[1];
        foreach (double[] other in rows)
        {
            if (other[0] > row[0])
                row = other;
            r += row[2] * other[0];
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2, 0.5], [3, -1, 0.5], [0.5, 1, 2]]")]
    public static double PartsOfRows(double[][] rows)
    {
        Span<double> s = rows[0].AsSpan(1);
        double r = 0;
        for (int i = 0; i < 3; i++)
        {
            r += s[0] * s[^1];
            s[0] *= r;
            s = i == 1 ? rows[2].AsSpan(0, 2) : i == 0 ? rows[1] : s[1..];
        }

        return r + rows[1][0];
    }

    // A part of the array that is none of the part before.
    [Differentiable(Gradient | Lifted), At("random 4", 1), Throws(typeof(ArgumentOutOfRangeException), "random 4", 2)]
    public static double PartsThatEnd(double[] a, int n)
    {
        ReadOnlySpan<double> s = a.AsSpan(0, 3);
        double r = 0;
        for (int i = 0; i < n; i++)
        {
            r += s[0] * s[0];
            s = s.Slice(1, 2);
        }

        return r + s.Length;
    }

    private static int Halved(Span<double> s, double x, ref double r)
    {
        int depth = 0;
        for (; s.Length > 0; s = s[((s.Length + 1) / 2)..])
        {
            s[0] *= x;
            r += s[0] * s[^1];
            depth++;
        }

        return depth;
    }

    // The parameter is read-only: it comes to refer to an array that is written, which it was not given.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }), At(-0.6, new[] { 0.9 })]
    public static double ReadOnlyParameterOfAWrittenArray(double x, ReadOnlySpan<double> z)
    {
        double[] a = [x, 1.0, x * x];
        for (int i = 0; i < 4; i++)
            a[i % 3] = 0.5 * Math.Cos(a[(i + 1) % a.Length] * z[i % z.Length]);
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += z[0] * z[^1] * x;
            z = a.AsSpan()[(i % 2)..];
        }

        return s;
    }

    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, true), At(0.7, new[] { 0.3, -0.4, 0.5 }, false)]
    public static double ReadOnlyParameterReplacedInABranch(double x, ReadOnlySpan<double> z, bool replace)
    {
        double[] a = [x, 1.0];
        for (int i = 0; i < 4; i++)
            a[i % 2] = 0.5 * Math.Cos(a[(i + 1) % 2] * z[i % z.Length]);
        if (replace)
            z = a;
        return z[0] * z[^1] * x;
    }

    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, new[] { 1.3, 1.4, 1.5, 0.2 })]
    public static double ReadOnlyParameterOfAWrittenParameter(double x, ReadOnlySpan<double> z, Span<double> w)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            w[i] *= x;
            s += z[0] * z[^1];
            z = w[1..];
        }

        return s;
    }

    private static ReadOnlySpan<double> Trimmed(ReadOnlySpan<double> s)
    {
        while (s.Length > 0 && s[0] < 0.7)
            s = s[1..];
        return s;
    }

    private static double Product(ReadOnlySpan<double> s, int n)
    {
        if (s.Length == 0 || n == 0)
            return 1;
        ReadOnlySpan<double> rest = s;
        double r = 0;
        while (rest.Length > 2)
        {
            r += rest[0] * rest[1];
            rest = rest[2..];
        }

        return r * Product(rest, n - 1) + s[0];
    }
}
