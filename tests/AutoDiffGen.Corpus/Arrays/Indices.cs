namespace AutoDiffGen.Corpus;

/// <summary>Indices that are computed, repeated, read from other arrays, or changed after use.</summary>
public static partial class ArrayIndices
{
    [Differentiable(Gradient | Lifted), At("random 4", "[2, 0, 2, 3, 1, 2]"), At("random 4", "[1]"), At("random 1", "[]")]
    public static double Gather(double[] a, int[] index)
    {
        double s = a[0];
        for (int k = 0; k < index.Length; k++)
            s += Math.Sin(a[index[k]] * (k + 1));
        return s;
    }

    [Differentiable, At("random 4", "random 3", "[2, 0, 3]"), At("random 4", "random 4", "[1, 1, 1, 2]")]
    public static void Scatter(double[] a, double[] b, ReadOnlySpan<int> index)
    {
        for (int k = 0; k < index.Length; k++)
            a[index[k]] = b[k] * b[k];
    }

    [Differentiable, At("random 3", "random 5", "[2, 0, 2, 2, 1]"), At("random 3", "[]", "[]")]
    public static void Histogram(double[] h, ReadOnlySpan<double> w, ReadOnlySpan<int> bin)
    {
        for (int i = 0; i < bin.Length; i++)
            h[bin[i]] += w[i];
    }

    [Differentiable, At("random 3 in 0.5..1.5", "[2, 0, 2, 2, 1]", 1.5)]
    public static double RepeatedUpdates(double[] a, int[] index, double x)
    {
        foreach (int i in index)
            a[i] = a[i] * x + a[(i + 1) % a.Length];
        return a[0] * a[1] * a[2];
    }

    [Differentiable(Gradient | Lifted), At("random 5", 7), At("random 5", 0)]
    public static double ComputedIndex(double[] a, int n)
    {
        double s = a[3];
        for (int i = 0; i < n; i++)
            s = s * a[i * i % a.Length] + a[(3 * i + 1) % a.Length];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5")]
    public static double IndexChangedAfterUse(double[] a)
    {
        int i = 0;
        double s = a[i];
        i += 2;
        s *= a[i];
        i--;
        return s + a[i] * a[i + 2];
    }

    [Differentiable, At("random 5")]
    public static double IndexChangedWithinAStatement(double[] a)
    {
        int i = 0;
        a[i++] = a[i] * a[i + 1];
        a[i] = a[++i] + 1;
        a[i--] *= a[i];
        return a[0] + 2 * a[1] + 3 * a[2];
    }

    [Differentiable, At("random 5", "[1, 2, 0, 4, 3]")]
    public static double IndexArrayChanged(double[] a, int[] next)
    {
        double s = 0;
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < a.Length; i++)
            {
                s += a[i] * a[next[i]];
                next[i] = (next[i] + 1) % a.Length;
            }
        }

        return s;
    }

    // An index is found by the content that it replaces.
    [Differentiable, At("random 4", "[0, 3, 1, 2]", 2), At("random 4", "[3, 3, 0, 1]", 3)]
    public static double OverwrittenByThemselves(double[] a, int[] index, int n)
    {
        for (int j = 0; j < a.Length; j++)
            a[j] = a[j] * a[index[j]];
        for (int i = 0; i < n; i++)
            index[index[i]] = 2;
        return a[0] + a[1] * a[2] + a[3];
    }

    [Differentiable(Gradient | Lifted), At("random 5", "[1, 2, 0, 4, 3]", "[4, 2, 0]")]
    public static double TwoLevels(ReadOnlySpan<double> a, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        double s = 1;
        foreach (int i in second)
            s *= a[first[i]] + 2;
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5 in 0..3")]
    public static double IndexFromAnActiveValue(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[(int)Math.Abs(a[i])] * a[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5", "[3, 1, 4, 0, 2]")]
    public static double WalkAlongAPermutation(double[] a, int[] next)
    {
        double s = 1;
        int at = 0;
        do
        {
            s = Math.Sin(s) + a[at];
            at = next[at];
        }
        while (at != 0);
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4", "[true, false, true, true]"), At("random 2", "[true, false]")]
    public static double Mask(double[] a, bool[] mask)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (mask[i])
                s += a[i] * a[i];
        }

        return s;
    }

    [Differentiable, At("random 6", "[true, false, true, true, false, true]")]
    public static double Compact(double[] a, ReadOnlySpan<bool> keep)
    {
        int n = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (keep[i])
                a[n++] = a[i] * (n + 1);
        }

        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * a[i];
        return s;
    }

    [Differentiable, At("random 4", 9)]
    public static double RingBuffer(double[] ring, int n)
    {
        int head = 0;
        for (int i = 0; i < n; i++)
        {
            ring[head] = 0.5 * ring[(head + 1) % ring.Length] + ring[(head + 3) % ring.Length] + 0.1;
            head = (head + 1) % ring.Length;
        }

        return ring[head];
    }

    [Differentiable, At("random 3", 2), At("random 3", 0)]
    public static double IndexVariableReused(double[] a, int k)
    {
        a[k] = a[k] * a[1];
        double first = a[k];
        k = (k + 1) % 3;
        a[k] = a[k] + first;
        k = (k + 1) % 3;
        return first * a[k] + a[0] * a[1] * a[2];
    }

    [Differentiable, At("random 4", "[0, 0, 0, 0]", "[2, 0, 2, 3]")]
    public static double CountsToo(double[] a, int[] counts, ReadOnlySpan<int> index)
    {
        double s = 0;
        foreach (int i in index)
        {
            counts[i]++;
            s += a[i] * counts[i];
        }

        return s;
    }
}
