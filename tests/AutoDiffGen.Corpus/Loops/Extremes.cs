namespace AutoDiffGen.Corpus;

/// <summary>Loops whose bounds are at the ends of the range of <c>int</c>, or so far apart that their distance is outside of it.</summary>
public static partial class LoopExtremes
{
    [Differentiable(Gradient | Lifted), At(0.7, 0, 3), At(0.7, 0, int.MinValue), At(0.7, int.MinValue, int.MinValue + 3), At(0.7, int.MinValue, int.MinValue),
        At(0.7, int.MaxValue - 2, int.MaxValue), At(0.7, int.MaxValue, int.MinValue)]
    public static double Upwards(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i < end; i++)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3, 0), At(0.7, int.MaxValue, int.MaxValue), At(0.7, int.MaxValue, int.MaxValue - 3), At(0.7, int.MinValue + 2, int.MinValue),
        At(0.7, int.MinValue, int.MaxValue)]
    public static double Downwards(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i > end; i--)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0), At(0.7, -1), At(0.7, int.MinValue)]
    public static double FromZero(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = 0.3 * s * x * (i % 5) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0), At(0.7, -1), At(0.7, int.MinValue)]
    public static double ToTheFirst(double x, int n)
    {
        double s = x;
        for (int i = n; i > 0; i--)
            s = 0.3 * s * x * (i % 5) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, -4), At(0.7, 0), At(0.7, 1), At(0.7, int.MaxValue)]
    public static double FromZeroDownwards(double x, int n)
    {
        double s = x;
        for (int i = 0; i > n; i--)
            s = 0.3 * s * x * (i % 5) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, -1), At(0.7, int.MinValue)]
    public static double UpToAndWith(double x, int n)
    {
        double s = x;
        for (int i = 0; i <= n; i++)
            s = 0.3 * s * x * (i % 5) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, int.MinValue, int.MinValue + 3), At(0.7, int.MinValue + 1, int.MinValue), At(0.7, 2, 4)]
    public static double FromTheFirstUpToAndWith(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i <= end; i++)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, int.MaxValue, int.MaxValue - 3), At(0.7, int.MaxValue - 1, int.MaxValue), At(0.7, 4, 2)]
    public static double FromTheLastDownToAndWith(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i >= end; i--)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double TheLastThree(double x)
    {
        double s = x;
        for (int i = int.MaxValue; i > int.MaxValue - 3; i--)
            s = 0.3 * s * x * (i % 7) + x;
        for (int i = int.MinValue; i < int.MinValue + 2; i++)
            s = 0.3 * s * x * (i % 7) * x;
        return s;
    }

    // The distance is more than an int holds.
    [Differentiable(Gradient | Lifted), At(0.7, int.MinValue, int.MaxValue - 1000000000), At(0.7, -2000000000, 2000000000 - 500000000), At(0.7, 1, int.MinValue), At(0.7, 0, 1)]
    public static double LargeSteps(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i < end; i += 500000000)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, int.MaxValue, int.MinValue + 1000000000), At(0.7, 2000000000, -1600000000), At(0.7, int.MinValue, 0), At(0.7, 1, 1)]
    public static double LargeStepsDownwards(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i >= end; i -= 500000000)
            s = 0.3 * s * x * (i % 7) + x;
        return s;
    }

    // The loop ends by another condition as well: its rounds are counted.
    [Differentiable(Gradient | Lifted), At(0.7, int.MinValue, int.MinValue + 3), At(0.7, int.MinValue, int.MinValue), At(0.7, 0, int.MinValue), At(0.7, int.MaxValue - 9, int.MaxValue)]
    public static double LeftEarly(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i < end; i++)
        {
            s = 0.3 * s * x * (i % 7) + x;
            if (s > 1.2)
                break;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, int.MaxValue, int.MaxValue - 3), At(0.7, int.MaxValue, int.MaxValue), At(0.7, int.MinValue + 9, int.MinValue)]
    public static double LeftEarlyDownwards(double x, int start, int end)
    {
        double s = x;
        for (int i = start; i > end; i--)
        {
            s = 0.3 * s * x * (i % 7) + x;
            if (s > 1.2)
                break;
        }

        return s;
    }

    // Elements are added to, in whatever order.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 3), At(0.7, new[] { 0.3, -0.4, 0.5 }, int.MinValue), At(0.7, new[] { 0.3 }, -1)]
    public static double Elements(double x, double[] a, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s += a[i] * Math.Exp(x * a[i]);
        return s * s;
    }

    // The index is none below 0 where there are rounds; where there are none, the bounds may be.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 0, 3), At(0.7, new[] { 0.3 }, int.MinValue, int.MinValue), At(0.7, new[] { 0.3 }, 0, int.MinValue), At(0.7, new[] { 0.3 }, int.MaxValue, int.MinValue)]
    public static double ElementsBetween(double x, double[] a, int m, int n)
    {
        double s = x;
        for (int i = m; i < n; i++)
        {
            double t = a[i];
            if (t > 0)
                s *= t * Math.Sin(s);
        }

        return s;
    }

    // Recorded as one range, whose end is before its start.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5, 0.6 }, 3), At(0.7, new[] { 0.3, -0.4, 0.5 }, int.MinValue), At(0.7, new[] { 0.3 }, int.MinValue + 1), At(0.7, new[] { 0.3 }, -7)]
    public static double Overwritten(double x, double[] a, int n)
    {
        double s = 0;
        for (int t = 0; t < 3; t++)
        {
            for (int i = 1; i < n; i++)
                a[i - 1] = Math.Sin(a[i] * x);
            s += a[0];
        }

        return s;
    }

    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 3), At(0.7, new[] { 0.3, -0.4, 0.5 }, int.MinValue), At(0.7, new[] { 0.3 }, int.MinValue + 1), At(0.7, new[] { 0.3 }, 0)]
    public static double Backwards(double x, double[] a, int n)
    {
        double s = x;
        for (int i = n; i > 0; i--)
            s = s * x * a[i - 1] + x;
        return s;
    }

    // The index is read after the loop.
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, int.MinValue), At(0.7, -3)]
    public static double ReadAfterwards(double x, int n)
    {
        double s = x;
        int i;
        for (i = -2; i < n; i++)
            s = 0.3 * s * x * (i % 5) + x;
        return s * (i % 5);
    }

    // The inner loop's bounds are what the outer one counts.
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, int.MinValue), At(0.7, 0)]
    public static double Triangular(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                s = 0.3 * s * x * (j % 5) + x;
            for (int j = i + 1; j < n; j++)
                s = 0.3 * s * x * (j % 5) + x;
            for (int j = i; j >= 0; j--)
                s = 0.3 * s * x * (j % 5) + x;
        }

        return s;
    }

    // Where overflow throws, a step past the end of the range does: the loop must not go on from the other end.
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, int.MinValue), Throws(typeof(OverflowException), 0.7, int.MaxValue)]
    public static double CheckedStepInclusive(double x, int last)
    {
        double s = x;
        checked
        {
            for (int i = last > 3 ? last - 2 : 0; i <= last; i++)
                s = s * x + i;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0), Throws(typeof(OverflowException), 0.7, int.MaxValue)]
    public static double CheckedStepOfTwo(double x, int end)
    {
        double s = x;
        checked
        {
            for (int i = end > 5 ? end - 5 : 0; i < end; i += 2)
                s = s * x + i;
        }

        return s;
    }
}
