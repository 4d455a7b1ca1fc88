namespace AutoDiffGen.Corpus;

/// <summary>Iterations that meet only in sums, and those that nearly do.</summary>
public static partial class LoopAccumulations
{
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1), At(0.7, 0)]
    public static double Plus(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s += Math.Sin(x * i);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double PlusOnTheRight(double x, int n)
    {
        double s = 0;
        for (int i = 1; i <= n; i++)
            s = Math.Exp(-x * i) + s;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double Minus(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s -= x * x * i;
        return s;
    }

    // What is summed is overwritten later: its adjoint is complete only once that is reversed.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7)]
    public static double OfElementsThatAreOverwritten(double[] a, double x)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i] * x;
        a[0] = 5 * x;
        return s + a[0];
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7)]
    public static double OfElementsThatAreScaled(double[] a, double x)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i] * x;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= 5 * x;
            s += a[i];
        }

        return s + a[0];
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7)]
    public static double OfAPartThatIsOverwritten(double[] a, double x)
    {
        double s = 0;
        Span<double> part = a.AsSpan(1);
        for (int i = 0; i < part.Length; i++)
            s += part[i] * part[i] * x;
        a[2] = 5 * x;
        return s + part[1] * x;
    }

    [Differentiable, At("[1, 2, 3]", "[0.5, -1, 2]", 0.7)]
    public static void ByReferenceBeforeStores(double[] a, double[] b, ref double y)
    {
        for (int i = 0; i < a.Length; i++)
            y += a[i] * b[i];
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] * a[i];
    }

    // Not an accumulation: the sign of what came before changes every time.
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 5)]
    public static double MinusOnTheRight(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = x * i - s;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double BothSides(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = x * i + s + Math.Cos(x);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double AddedToItself(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s += s + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double Conditional(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            if (i % 2 == 0)
                s += x * i;
            else
                s -= Math.Sin(x);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ConditionalOnTheTerm(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double term = Math.Sin(x * i);
            if (term > 0.2)
                s += term;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double TwoSums(double x, int n)
    {
        double s = 0, c = 0;
        for (int i = 0; i < n; i++)
        {
            s += Math.Sin(x * i);
            c += Math.Cos(x * i);
        }

        return s * c;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double OneSumReadByTheOther(double x, int n)
    {
        double s = 0, sums = 0;
        for (int i = 0; i < n; i++)
        {
            s += x * i;
            sums += s * x;
        }

        return sums;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ReadInTheLoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s += Math.Sin(s) * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0)]
    public static double UsedAfter(double x, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
            s += x / (i + 1);
        double t = Math.Log(s);
        return t * t + s;
    }

    [Differentiable(Gradient | Lifted), At(0.65, 5)]
    public static double ReadByAConditionOnly(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n && s < 1.5; i++)
            s += x * x + 0.01 * i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double Decayed(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = 0.5 * s + Math.Cos(x * i);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double MeanAndVariance(double x, int n)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < n; i++)
        {
            double y = Math.Sin(x + i);
            sum += y;
            squares += y * y;
        }

        double mean = sum / n;
        return squares / n - mean * mean;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double MeanFirstThenVariance(double x, int n)
    {
        double mean = 0;
        for (int i = 0; i < n; i++)
            mean += Math.Exp(x * i * 0.1);
        mean /= n;
        double variance = 0;
        for (int i = 0; i < n; i++)
        {
            double d = Math.Exp(x * i * 0.1) - mean;
            variance += d * d;
        }

        return variance / (n - 1);
    }

    // The compensation is zero but for rounding, and so is its derivative.
    [Differentiable(Gradient | Lifted), At(0.7, 6)]
    public static double Kahan(double x, int n)
    {
        double sum = 0, compensation = 0;
        for (int i = 1; i <= n; i++)
        {
            double y = x / i - compensation;
            double t = sum + y;
            compensation = (t - sum) - y;
            sum = t;
        }

        return sum;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2, 4)]
    public static double InvariantFactor(double x, double y, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Exp(y) * Math.Sin(x * i) / y;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2, 4)]
    public static double ScaledAfter(double x, double y, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Sin(x * i);
        return s * y / n;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double ResetHalfWay(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s += x * x;
            if (i == 1)
                s = x;
            s += Math.Sin(x * i);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double SumOfProducts(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double p = 1;
            for (int j = 0; j < n; j++)
                p *= x + i - j;
            s += p;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double TermsThroughAHelper(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            Add(ref s, x * i, x);
        return s;
    }

    // Each sum's adjoint is known before the loop, though it is not the seed.
    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double SumThatIsNegatedAndScaled(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Log(1 + x * i);
        return -0.5 * s + 3 * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double CountAndSum(double x, int n)
    {
        double s = 0;
        int count = 0;
        for (int i = 0; i < n; i++)
        {
            double y = Math.Sin(2 * x * i);
            if (y < 0)
                continue;
            s += y;
            count++;
        }

        return s / count;
    }

    private static void Add(ref double sum, double y, double z) => sum += Math.Sin(y) * z;
}
