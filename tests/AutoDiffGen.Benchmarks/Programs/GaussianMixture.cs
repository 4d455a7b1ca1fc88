using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>The log-likelihood of a mixture of Gaussian distributions, with helpers that fill buffers which the caller reuses.</summary>
/// <remarks>Each component's Q is lower triangular: exp(q) on the diagonal and l below it, column by column.</remarks>
internal static partial class GaussianMixture
{
    private const int Dimensions = 10, Components = 25, Points = 1000;

    public static Subject Create()
    {
        const int Below = Dimensions * (Dimensions - 1) / 2, M = 2;
        const double Gamma = 1.5;
        var sample = new Sample(1);
        double[] alpha = sample.Uniform(Components, -1, 1), mu = sample.Uniform(Components * Dimensions, -1, 1);
        double[] q = sample.Uniform(Components * Dimensions, -0.7, 0.3), l = sample.Uniform(Components * Below, -0.5, 0.5);
        double[] x = sample.Uniform(Points * Dimensions, -2, 2);
        double[] scratch = new double[HandWrittenScratch(Components, Dimensions)];
        Derivative dAlpha = new("alpha", alpha.Length), dMu = new("mu", mu.Length), dQ = new("q", q.Length), dL = new("l", l.Length);
        return new Subject(
            "gmm",
            $"d = {Dimensions}, k = {Components}, n = {Points}",
            () => LogLikelihood(alpha, mu, q, l, x, Gamma, M),
            () => HandWritten(
                alpha, mu, q, l, x, Gamma, M, dAlpha.HandWritten, dMu.HandWritten, dQ.HandWritten, dL.HandWritten, scratch),
            () => LogLikelihood_Grad(alpha, mu, q, l, x, Gamma, M, dAlpha.Generated, dMu.Generated, dQ.Generated, dL.Generated),
            [dAlpha, dMu, dQ, dL]);
    }

    [Differentiable]
    public static double LogLikelihood(
        ReadOnlySpan<double> alpha,
        ReadOnlySpan<double> mu,
        ReadOnlySpan<double> q,
        ReadOnlySpan<double> l,
        [NoGrad] ReadOnlySpan<double> x,
        [NoGrad] double gamma,
        int m)
    {
        int k = alpha.Length, d = mu.Length / k, n = x.Length / d, below = d * (d - 1) / 2;
        double[] diagonal = new double[k * d], sums = new double[k];
        double[] centered = new double[d], product = new double[d], terms = new double[k];
        for (int c = 0; c < k; c++)
        {
            double sum = 0;
            for (int j = 0; j < d; j++)
            {
                sum += q[c * d + j];
                diagonal[c * d + j] = Math.Exp(q[c * d + j]);
            }

            sums[c] = sum;
        }

        double total = 0;
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < k; c++)
            {
                Subtract(x.Slice(i * d, d), mu.Slice(c * d, d), centered);
                LowerTimes(diagonal.AsSpan(c * d, d), l.Slice(c * below, below), centered, product);
                terms[c] = alpha[c] + sums[c] - 0.5 * SquaredNorm(product);
            }

            total += LogSumExp(terms);
        }

        return total - n * (d * 0.5 * Math.Log(2 * Math.PI) + LogSumExp(alpha)) + LogPrior(diagonal, sums, l, gamma, m, d);
    }

    private static void Subtract(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> difference)
    {
        for (int j = 0; j < a.Length; j++)
            difference[j] = a[j] - b[j];
    }

    private static void LowerTimes(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> below, ReadOnlySpan<double> x, Span<double> product)
    {
        for (int j = 0; j < x.Length; j++)
            product[j] = diagonal[j] * x[j];
        int at = 0;
        for (int column = 0; column < x.Length; column++)
        {
            for (int row = column + 1; row < x.Length; row++)
                product[row] += below[at++] * x[column];
        }
    }

    private static double SquaredNorm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
            sum += value * value;
        return sum;
    }

    private static double LogSumExp(ReadOnlySpan<double> x)
    {
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += Math.Exp(x[i] - max);
        return max + Math.Log(sum);
    }

    // The logarithm of a Wishart distribution's density, added up over the components.
    private static double LogPrior(
        ReadOnlySpan<double> diagonal, ReadOnlySpan<double> sums, ReadOnlySpan<double> l, double gamma, int m, int d)
    {
        int degrees = d + m + 1;
        double constant = degrees * d * (Math.Log(gamma) - 0.5 * Math.Log(2)) - LogGamma(0.5 * degrees, d);
        double squares = SquaredNorm(diagonal) + SquaredNorm(l), logDeterminants = 0;
        foreach (double sum in sums)
            logDeterminants += sum;
        return sums.Length * constant - 0.5 * gamma * gamma * squares + m * logDeterminants;
    }

    // The multivariate gamma function's logarithm.
    private static double LogGamma(double a, int d)
    {
        double sum = 0.25 * d * (d - 1) * Math.Log(Math.PI);
        for (int j = 1; j <= d; j++)
            sum += LogGamma(a + 0.5 * (1 - j));
        return sum;
    }

    // Stirling's series, from where it is exact to rounding.
    private static double LogGamma(double x)
    {
        double product = 1;
        while (x < 15)
            product *= x++;
        double inverse = 1 / x, square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(product);
    }

    private static int HandWrittenScratch(int k, int d) => 4 * k * d + 2 * k;

    // A point's centred vectors and products are kept until the weights of the components are known: one pass over the points.
    private static double HandWritten(
        ReadOnlySpan<double> alpha,
        ReadOnlySpan<double> mu,
        ReadOnlySpan<double> q,
        ReadOnlySpan<double> l,
        ReadOnlySpan<double> x,
        double gamma,
        int m,
        Span<double> dAlpha,
        Span<double> dMu,
        Span<double> dQ,
        Span<double> dL,
        Span<double> scratch)
    {
        int k = alpha.Length, d = mu.Length / k, n = x.Length / d, below = d * (d - 1) / 2;
        Span<double> diagonal = scratch[..(k * d)], dDiagonal = scratch.Slice(k * d, k * d);
        Span<double> centered = scratch.Slice(2 * k * d, k * d), product = scratch.Slice(3 * k * d, k * d);
        Span<double> terms = scratch.Slice(4 * k * d, k), sums = scratch.Slice(4 * k * d + k, k);
        dAlpha.Clear();
        dMu.Clear();
        dL.Clear();
        dDiagonal.Clear();
        for (int c = 0; c < k; c++)
        {
            ReadOnlySpan<double> of = q.Slice(c * d, d);
            Span<double> exponentials = diagonal.Slice(c * d, d);
            double sum = 0;
            for (int j = 0; j < of.Length; j++)
            {
                sum += of[j];
                exponentials[j] = Math.Exp(of[j]);
            }

            sums[c] = sum;
        }

        double total = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> point = x.Slice(i * d, d);
            for (int c = 0; c < k; c++)
            {
                Span<double> ofComponent = product.Slice(c * d, d);
                Span<double> away = centered.Slice(c * d, d);
                Subtract(point, mu.Slice(c * d, d), away);
                LowerTimes(diagonal.Slice(c * d, d), l.Slice(c * below, below), away, ofComponent);
                terms[c] = alpha[c] + sums[c] - 0.5 * SquaredNorm(ofComponent);
            }

            double max = terms[0];
            for (int c = 1; c < terms.Length; c++)
                max = Math.Max(max, terms[c]);
            double sum = 0;
            for (int c = 0; c < terms.Length; c++)
            {
                double exponential = Math.Exp(terms[c] - max);
                terms[c] = exponential;
                sum += exponential;
            }

            total += max + Math.Log(sum);
            double perSum = 1 / sum;
            for (int c = 0; c < k; c++)
            {
                double weight = terms[c] * perSum;
                dAlpha[c] += weight;
                AddComponent(
                    weight,
                    diagonal.Slice(c * d, d),
                    l.Slice(c * below, below),
                    centered.Slice(c * d, d),
                    product.Slice(c * d, d),
                    dMu.Slice(c * d, d),
                    dDiagonal.Slice(c * d, d),
                    dL.Slice(c * below, below));
            }
        }

        double prior = LogPrior(diagonal, sums, l, gamma, m, d);
        for (int c = 0; c < k; c++)
        {
            ReadOnlySpan<double> value = diagonal.Slice(c * d, d), derivative = dDiagonal.Slice(c * d, d);
            Span<double> to = dQ.Slice(c * d, d);
            for (int j = 0; j < to.Length; j++)
                to[j] = dAlpha[c] + m + (derivative[j] - gamma * gamma * value[j]) * value[j];
        }

        for (int j = 0; j < dL.Length; j++)
            dL[j] -= gamma * gamma * l[j];
        return total - n * (d * 0.5 * Math.Log(2 * Math.PI) + LogSumExp(alpha, -n, dAlpha)) + prior;
    }

    // The reverse of a term: the adjoint of its product is −weight · product.
    private static void AddComponent(
        double weight,
        ReadOnlySpan<double> diagonal,
        ReadOnlySpan<double> below,
        ReadOnlySpan<double> centered,
        Span<double> product,
        Span<double> dMu,
        Span<double> dDiagonal,
        Span<double> dBelow)
    {
        for (int j = 0; j < product.Length; j++)
            product[j] *= -weight;
        for (int column = 0; column < centered.Length; column++)
        {
            double value = centered[column], adjoint = product[column];
            dDiagonal[column] += adjoint * value;
            double sum = adjoint * diagonal[column];
            ReadOnlySpan<double> rows = product[(column + 1)..];
            ReadOnlySpan<double> entries = below[..rows.Length];
            Span<double> dEntries = dBelow[..rows.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                sum += entries[row] * rows[row];
                dEntries[row] += rows[row] * value;
            }

            below = below[rows.Length..];
            dBelow = dBelow[rows.Length..];
            dMu[column] -= sum;
        }
    }

    // Adds factor times the gradient.
    private static double LogSumExp(ReadOnlySpan<double> x, double factor, Span<double> dx)
    {
        double value = LogSumExp(x);
        for (int i = 0; i < x.Length; i++)
            dx[i] += factor * Math.Exp(x[i] - value);
        return value;
    }
}
