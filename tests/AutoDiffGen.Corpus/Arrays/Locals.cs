namespace AutoDiffGen.Corpus;

/// <summary>Arrays a method makes for itself.</summary>
public static partial class ArrayLocals
{
    // Not the same array in every outer round, but in all inner ones, which fill it anew.
    [Differentiable(Gradient | Lifted), At(0.7, "[0.5, 1.25, -0.5, 0.3]")]
    public static double OfEachOuterRoundFilledInEachInnerOne(double x, double[] u)
    {
        double s = x;
        for (int i = 1; i < u.Length; i++)
        {
            double[] a = new double[i];
            for (int n = 0; n < 3; n++)
            {
                for (int k = 0; k < a.Length; k++)
                    a[k] = Math.Sin(u[k] * s);
                foreach (double v in a)
                    s += v * v * 0.3;
            }

            s += a[0];
        }

        return s;
    }

    // Nobody else looks at it, so that it need be kept as a whole only.
    [Differentiable(Gradient | Lifted), At(0.7, "[0.5, 1.25, -0.5, 0.3]")]
    public static double OfEachOuterRoundForTheInnerOnes(double x, double[] u)
    {
        double s = x;
        for (int i = 1; i < u.Length; i++)
        {
            double[] a = new double[i];
            for (int n = 0; n < 3; n++)
            {
                for (int k = 0; k < i; k++)
                    a[k] = Math.Sin(u[k] * s);
                for (int k = 0; k < i; k++)
                    s += a[k] * a[i - 1 - k] * 0.3;
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, "[0.5, 1.25, -0.5, 0.3]")]
    public static double TwoOfEachOuterRoundFilledTwoLoopsFurtherIn(double x, double[] u)
    {
        double s = x;
        for (int i = 1; i < u.Length; i++)
        {
            double[] a = new double[i], b = new double[i + 1];
            for (int n = 0; n < 3; n++)
            {
                if (s <= 0.3)
                {
                    s += u[n] * x + 0.5;
                    continue;
                }

                for (int m = 0; m < 2; m++)
                {
                    for (int k = 0; k < a.Length; k++)
                        a[k] = Math.Sin(u[k] * s);
                    for (int k = 0; k < b.Length; k++)
                        b[k] = Math.Cos(a[k % a.Length] * s);
                    foreach (double v in b)
                        s += Math.Sin(v) * 0.1;
                }
            }

            s += a[0] * b[i];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1)]
    public static double NewArray(double x, int n)
    {
        double[] a = new double[n];
        a[0] = x;
        for (int i = 1; i < n; i++)
            a[i] = Math.Sin(a[i - 1]) * x;
        return a[n - 1];
    }

    [Differentiable, At(0.7, 4), At(0.7, 1)]
    public static double StackAllocated(double x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        Span<double> a = stackalloc double[n];
        a[0] = x;
        for (int i = 1; i < n; i++)
            a[i] = Math.Sin(a[i - 1]) * x;
        return a[n - 1];
    }

    [Differentiable, At(0.7)]
    public static double ConstantSize(double x)
    {
        Span<double> powers = stackalloc double[4];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * x;
        double s = 0;
        foreach (double p in powers)
            s += p * p;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2)]
    public static double Initialiser(double x, double y)
    {
        double[] a = { x, y, x * y };
        double[] b = new[] { y, 1.0, x };
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s * a[2];
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2)]
    public static double CollectionExpression(double x, double y)
    {
        double[] a = [x, y, Math.Sin(x)];
        ReadOnlySpan<double> b = [y, 2.0, x];
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i] * b[i];
        return s;
    }

    [Differentiable, At(0.7, 1.2)]
    public static double StackAllocatedInitialiser(double x, double y)
    {
        Span<double> a = stackalloc double[] { x, y, x + y };
        a[0] *= a[1];
        Span<double> b = stackalloc[] { a[0], a[2] };
        return b[0] * b[1] + a[1];
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double Weights(double x)
    {
        double[] nodes = [-0.774596669241483, 0, 0.774596669241483];
        double[] weights = [5.0 / 9, 8.0 / 9, 5.0 / 9];
        double s = 0;
        for (int i = 0; i < nodes.Length; i++)
            s += weights[i] * Math.Exp(x * nodes[i]);
        return s;
    }

    [Differentiable, At(0.7, 3), At(0.7, 0)]
    public static double StackAllocatedOnceUsedInEveryIteration(double x, int n)
    {
        Span<double> scratch = stackalloc double[3];
        double s = x;
        for (int i = 0; i < n; i++)
        {
            scratch[0] = s * x;
            scratch[1] = Math.Sin(scratch[0]);
            scratch[2] = scratch[0] * scratch[1];
            s = scratch[2] + scratch[1];
        }

        return s;
    }

    // Not every entry is written anew: some carry over.
    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ScratchThatCarriesOver(double x, int n)
    {
        double[] scratch = new double[3];
        scratch[2] = x;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            scratch[i % 2] = scratch[2] * x;
            scratch[2] = Math.Cos(scratch[(i + 1) % 2]) + x;
            s += scratch[2];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5"), At("[1]"), At("[]")]
    public static double PrivateCopy(double[] a)
    {
        double[] b = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] * a[i];
        double s = 0;
        for (int i = 0; i < b.Length; i++)
            s += b[i] * b[b.Length - 1 - i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4", 3)]
    public static double TwoBuffers(double[] a, int n)
    {
        double[] current = new double[a.Length], next = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            current[i] = a[i];
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < a.Length; i++)
                next[i] = Math.Sin(current[i] + current[(i + 1) % a.Length]);
            for (int i = 0; i < a.Length; i++)
                current[i] = next[i];
        }

        return current[0] * current[1];
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double SizeFromAnExpression(double x, int n)
    {
        var a = new double[2 * n + 1];
        a[n] = x;
        for (int i = 1; i <= n; i++)
        {
            a[n + i] = a[n + i - 1] * x;
            a[n - i] = a[n - i + 1] + x * i;
        }

        return a[0] * a[2 * n];
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double NeverWritten(double x)
    {
        double[] zeros = new double[3];
        return x * x + zeros[1] * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double NeverReadBack(double x, int n)
    {
        double[] unused = new double[n];
        double s = x;
        for (int i = 0; i < n; i++)
        {
            unused[i] = Math.Exp(s);
            s *= x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double IntegerTable(double x, int n)
    {
        int[] binomial = new int[n + 1];
        binomial[0] = 1;
        for (int i = 1; i <= n; i++)
        {
            for (int j = i; j > 0; j--)
                binomial[j] += binomial[j - 1];
        }

        double s = 0, power = 1;
        for (int k = 0; k <= n; k++)
        {
            s += binomial[k] * power;
            power *= x;
        }

        return s;
    }

    [Differentiable, At(0.7, 40)]
    public static double LargeLocal(double x, int n)
    {
        double[] a = new double[n * n];
        for (int i = 0; i < a.Length; i++)
            a[i] = Math.Sin(x * i);
        double s = 0;
        for (int i = n; i < a.Length; i++)
            s += a[i] * a[i - n];
        return s / n;
    }

    // Declared outside, but all new in each loop.
    [Differentiable, At(0.7, 3), At(0.7, 0)]
    public static double NewInEachOfTwoLoops(double x, int n)
    {
        double[] b;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            b = [x, x * i];
            s += b[0] * b[1];
        }

        for (int i = 0; i < n; i++)
        {
            b = [s, x * i];
            s += b[0] * b[1];
        }

        return s + x;
    }
}
