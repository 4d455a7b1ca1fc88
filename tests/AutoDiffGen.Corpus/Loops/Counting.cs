namespace AutoDiffGen.Corpus;

/// <summary><c>for</c> loops over a counter: bounds, steps, and what the counter is used for.</summary>
public static partial class LoopCounting
{
    [Differentiable(Gradient | Lifted), At(1.5, 3), At(-0.5, 4), At(1.5, 1), At(1.5, 0)]
    public static double Power(double x, int n)
    {
        double p = x;
        for (int i = 0; i < n; i++)
            p *= x;
        return p;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0)]
    public static double Downwards(double x, int n)
    {
        double s = x;
        for (int i = n; i > 0; i--)
            s = Math.Sin(s * i) + x;
        return s;
    }

    // Operators that bind less than the comparison.
    [Differentiable(Gradient | Lifted), At(0.7, 6), At(0.7, 4), At(0.7, 3)]
    public static double BoundOfTwoBits(double x, int n)
    {
        double s = x;
        for (int i = 0; i < (n & 3); i++)
            s = Math.Sin(s) + x;
        for (int i = 0; (n > 5 || s < 1) && i < 4; i++)
            s = Math.Sin(s) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 6), At(0.7, 1), At(0.7, 0)]
    public static double StepOfTwo(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i += 2)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 4), At(0.7, -1)]
    public static double StepOfMinusTwo(double x, int n)
    {
        double s = x;
        for (int i = n; i >= 0; i -= 2)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0), At(0.7, -1)]
    public static double Inclusive(double x, int n)
    {
        double s = x, term = 1;
        for (int i = 0; i <= n; i++)
        {
            term *= x;
            s += term / (i + 1);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 5), At(0.7, -2, 3), At(0.7, 3, 3), At(0.7, 4, 1)]
    public static double FromTo(double x, int from, int to)
    {
        double s = x * x;
        for (int i = from; i != to && i < 10; i++)
            s = s * 0.5 + Math.Cos(i * x);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.1, 7, 3), At(0.7, 1.1, 2, 5)]
    public static double RunTimeStep(double x, double y, int n, int step)
    {
        double s = y;
        for (int i = 1; i < n; i += step)
            s = Math.Exp(-s * i) + x * s;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 100), At(0.7, 1), At(0.7, 0)]
    public static double Doubling(double x, int n)
    {
        double s = x;
        for (int i = 1; i < n; i *= 2)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 6), At(0.7, 5), At(0.7, 0)]
    public static double TwoInductionVariables(double x, int n)
    {
        double s = x;
        for (int i = 0, j = n; i < j; i++, j--)
            s = s * Math.Sin(x * i) + j * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 9), At(0.7, 2)]
    public static double CounterChangedInBody(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + i;
            if (i % 3 == 1)
                i += 2;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 9)]
    public static double BoundChangedInBody(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s + x);
            if (n > 5)
                n--;
        }

        return s * n;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0)]
    public static double CounterAfterLoop(double x, int n)
    {
        double s = x;
        int i;
        for (i = 0; i < n; i++)
            s *= x + i;
        return s * x + i * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double NoHeader(double x, int n)
    {
        double s = x;
        for (; ; )
        {
            if (n-- == 0)
                break;
            s = s * s + x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double ConstantTrips(double x)
    {
        double s = 0;
        for (int i = 1; i <= 4; i++)
            s += Math.Pow(x, i) / i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double RealCounter(double x)
    {
        double s = 0;
        for (double t = 0; t < 1; t += 0.25)
            s += Math.Sin(x * t) * t;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3L)]
    public static double LongCounter(double x, long n)
    {
        double s = x;
        for (long i = n; i-- > 0;)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, (byte)3)]
    public static double ByteCounter(double x, byte n)
    {
        double s = x;
        for (byte i = 0; i < n; i++)
            s = s * x + (i << 1);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double TwoLoopsInSequence(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = Math.Sin(s);
        double t = s * x;
        for (int i = 0; i < 2 * n; i++)
            t = Math.Cos(t) * s;
        return t;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double EffectsInTheHeader(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++, s = s * x + i)
            s += x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double ActiveInTheHeader(double x, int n)
    {
        double s;
        for (s = x * x; n > 0; s *= x + n)
            n--;
        return s;
    }

    // The index is kept by the loop around: the next round of that one does not begin again.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3, 0.5]", 0.7, 4), At("[1, 2]", 0.7, 2), At("[]", 0.7, 0)]
    public static double IndexKeptByTheLoopAround(double[] a, double x, int n)
    {
        double s = x;
        int i = 0;
        for (int r = 0; r <= n; r++)
        {
            for (; i < r; i++)
                s = s * x + a[i];
            s *= 1.1;
        }

        return s;
    }

    // Set on one way only, it goes on from where it was on the other.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3, 0.5]", 0.7), At("[1, 0.2]", 1.3), At("[0.1, 0.2, 0.3]", 0.5)]
    public static double IndexSetInABranch(double[] a, double x)
    {
        double s = x;
        int i = a.Length - 1;
        for (int r = 0; r < 3; r++)
        {
            if (s > 2)
                i = a.Length - 1;
            for (; i >= r; i--)
                s = s * x + a[i];
            s *= 0.9;
        }

        return s;
    }
}
