namespace AutoDiffGen.Corpus;

/// <summary>Quadrature, differential equations, signals and dynamic programming.</summary>
public static partial class Numerics
{
    [Differentiable(Gradient | Lifted), At(0.2, 1.7, 0.9, 8), At(0.2, 1.7, 0.9, 1)]
    public static double TrapezoidRule(double a, double b, double k, int n)
    {
        double h = (b - a) / n;
        double s = 0.5 * (Math.Sin(k * a) + Math.Sin(k * b));
        for (int i = 1; i < n; i++)
            s += Math.Sin(k * (a + i * h));
        return h * s;
    }

    [Differentiable(Gradient | Lifted), At("random 5", "random 5"), At("[1]", "[2]")]
    public static double TrapezoidOfSamples(double[] x, double[] y)
    {
        double s = 0.1 * x[0] * y[0];
        for (int i = 1; i < x.Length; i++)
            s += 0.5 * (x[i] - x[i - 1]) * (y[i] + y[i - 1]);
        return s;
    }

    // GradBench's ode, with its buffers.
    [Differentiable, At("random 3", "[0, 0, 0]", 2), At("random 1", "[0]", 1)]
    public static void RungeKuttaChain(double[] x, double[] y, int steps)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        double[] k1 = new double[n], k2 = new double[n], k3 = new double[n], k4 = new double[n], t = new double[n];
        for (int s = 0; s < steps; s++)
        {
            Slope(x, y, k1);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + h / 2 * k1[i];
            Slope(x, t, k2);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + h / 2 * k2[i];
            Slope(x, t, k3);
            for (int i = 0; i < n; i++)
                t[i] = y[i] + h * k3[i];
            Slope(x, t, k4);
            for (int i = 0; i < n; i++)
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
    }

    [Differentiable, At("random 3", 3)]
    public static double RungeKuttaChainEnd(double[] x, int steps)
    {
        int n = x.Length;
        double h = 2.0 / steps;
        Span<double> y = stackalloc double[n], k = stackalloc double[n], t = stackalloc double[n], sum = stackalloc double[n];
        for (int s = 0; s < steps; s++)
        {
            sum.Clear();
            for (int stage = 0; stage < 4; stage++)
            {
                double into = stage == 0 ? 0 : stage == 3 ? h : h / 2;
                for (int i = 0; i < n; i++)
                    t[i] = y[i] + into * k[i];
                Slope(x, t, k);
                double weight = stage is 0 or 3 ? 1 : 2;
                for (int i = 0; i < n; i++)
                    sum[i] += weight * k[i];
            }

            for (int i = 0; i < n; i++)
                y[i] += h / 6 * sum[i];
        }

        return y[^1];
    }

    [Differentiable, At("random 6", "random 3", "random 4"), At("random 3", "random 3", "random 1")]
    public static void Convolution(ReadOnlySpan<double> signal, ReadOnlySpan<double> kernel, [ZeroDerivative] Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            double s = 0;
            for (int j = 0; j < kernel.Length; j++)
                s += signal[i + j] * kernel[kernel.Length - 1 - j];
            result[i] = s;
        }
    }

    [Differentiable, At("random 4x4", "random 2x2", 0.1)]
    public static double ConvolutionAndPooling(double[,] image, double[,] kernel, double bias)
    {
        double best = double.NegativeInfinity, sum = 0;
        for (int i = 0; i + 1 < image.GetLength(0); i++)
        {
            for (int j = 0; j + 1 < image.GetLength(1); j++)
            {
                double s = bias;
                for (int di = 0; di < 2; di++)
                {
                    for (int dj = 0; dj < 2; dj++)
                        s += image[i + di, j + dj] * kernel[di, dj];
                }

                sum += s > 0 ? s : 0;
                best = Math.Max(best, s);
            }
        }

        return best + 0.5 * sum;
    }

    [Differentiable, At("random 4", "random 5"), At("random 1", "random 1")]
    public static double DynamicTimeWarping(double[] a, double[] b)
    {
        int n = a.Length, m = b.Length;
        var cost = new double[n + 1, m + 1];
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
                cost[i, j] = i + j == 0 ? 0 : double.PositiveInfinity;
        }

        for (int i = 1; i <= n; i++)
        {
            for (int j = 1; j <= m; j++)
            {
                double d = a[i - 1] - b[j - 1];
                cost[i, j] = d * d + Math.Min(cost[i - 1, j - 1], Math.Min(cost[i - 1, j], cost[i, j - 1]));
            }
        }

        return cost[n, m];
    }

    // Two rows instead of a matrix.
    [Differentiable, At("random 4", "random 3", 0.7), At("[]", "random 2", 0.7)]
    public static double EditDistance([NoGrad] ReadOnlySpan<double> a, ReadOnlySpan<double> b, double gap)
    {
        Span<double> previous = stackalloc double[b.Length + 1], current = stackalloc double[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j * gap;
        for (int i = 0; i < a.Length; i++)
        {
            current[0] = (i + 1) * gap;
            for (int j = 0; j < b.Length; j++)
            {
                double d = a[i] - b[j];
                current[j + 1] = Math.Min(previous[j] + d * d, Math.Min(previous[j + 1], current[j]) + gap);
            }

            Span<double> swap = previous;
            previous = current;
            current = swap;
        }

        return previous[^1];
    }

    [Differentiable, At("random 5", "[[1, 2], [2, 3], [3], [], [3]]"), At("random 1", "[[]]")]
    public static double LongestPath(double[] weights, int[][] edges)
    {
        double[] best = new double[weights.Length];
        double longest = 0;
        for (int i = weights.Length - 1; i >= 0; i--)
        {
            foreach (int j in edges[i])
            {
                if (j > i && best[j] > best[i])
                    best[i] = best[j];
            }

            best[i] += Math.Exp(weights[i]);
            longest = Math.Max(longest, best[i]);
        }

        return longest;
    }

    [Differentiable(Gradient | Lifted), At("[0, 1, 2.5, 4]", "random 4", 1.7), At("[0, 1, 2.5, 4]", "random 4", 3.1)]
    public static double LinearInterpolation(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at)
    {
        int low = 0, high = x.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (x[middle] <= at)
                low = middle;
            else
                high = middle;
        }

        double t = (at - x[low]) / (x[high] - x[low]);
        return y[low] + t * (y[high] - y[low]);
    }

    [Differentiable, At("random 4", 0.3), At("random 2", 0.8)]
    public static double DeCasteljau(Span<double> points, double t)
    {
        for (int n = points.Length - 1; n > 0; n--)
        {
            for (int i = 0; i < n; i++)
                points[i] = (1 - t) * points[i] + t * points[i + 1];
        }

        return points[0];
    }

    [Differentiable, At("random 8", 0.5, 0.2)]
    public static void BiquadFilter(Span<double> signal, double a, double b)
    {
        double z1 = 0, z2 = 0;
        for (int i = 0; i < signal.Length; i++)
        {
            double x = signal[i];
            double y = x + z1;
            z1 = a * x - b * y + z2;
            z2 = b * x - a * y * y;
            signal[i] = y;
        }
    }

    [Differentiable(Gradient | Lifted), At("random 5 in 0.5..2", 2.2)]
    public static double ContinuedFraction(double[] a, double x)
    {
        double f = x;
        for (int i = a.Length - 1; i >= 0; i--)
            f = a[i] + x / f;
        return f;
    }

    [Differentiable(Gradient | Lifted), At("random 4", 2.5), At("random 1", 2.5)]
    public static double NewtonOnAPolynomial(double[] lower, double start)
    {
        double x = start;
        for (int k = 0; k < 6; k++)
        {
            double p = 1, slope = 0;
            for (int i = 0; i < lower.Length; i++)
            {
                slope = slope * x + p;
                p = p * x + lower[i] - 2;
            }

            x -= 0.5 * p / slope;
        }

        return x;
    }

    [Differentiable(Gradient | Lifted), At("random 4"), At("[0.5]")]
    public static double Ackley(double[] x)
    {
        double squares = 0, cosines = 0;
        foreach (double e in x)
        {
            squares += e * e;
            cosines += Math.Cos(2 * Math.PI * e);
        }

        return 20 + Math.E - 20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length)) - Math.Exp(cosines / x.Length);
    }

    private static void Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slope)
    {
        slope[0] = x[0];
        for (int i = 1; i < x.Length; i++)
            slope[i] = x[i] * y[i - 1];
    }
}
