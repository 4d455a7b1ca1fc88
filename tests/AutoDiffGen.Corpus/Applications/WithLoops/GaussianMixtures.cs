namespace AutoDiffGen.Corpus;

/// <summary>A Gaussian mixture with helpers and buffers that are used again.</summary>
public static partial class GaussianMixtures
{
    // GradBench's Gaussian mixture without its prior: Q has exp(q) on the diagonal and l below it, column by column.
    [Differentiable, At("random 2", "random 2x2", "random 2x2", "random 2x1", "random 3x2"), At("random 2", "random 2x3", "random 2x3", "random 2x3", "random 2x3")]
    public static double GaussianMixture(double[] alpha, double[][] mu, double[][] q, double[][] l, [NoGrad] double[][] x)
    {
        int k = alpha.Length, d = mu[0].Length;
        double[] centered = new double[d], product = new double[d], terms = new double[k];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int c = 0; c < k; c++)
            {
                double logDeterminant = 0;
                for (int j = 0; j < d; j++)
                {
                    centered[j] = x[i][j] - mu[c][j];
                    logDeterminant += q[c][j];
                }

                LowerTimes(q[c], l[c], centered, product);
                terms[c] = alpha[c] + logDeterminant - 0.5 * SquaredNorm(product);
            }

            sum += LogSumExp(terms);
        }

        return sum - x.Length * LogSumExp(alpha);
    }

    private static void LowerTimes(double[] q, double[] l, double[] v, double[] result)
    {
        int d = v.Length;
        for (int j = 0; j < d; j++)
            result[j] = Math.Exp(q[j]) * v[j];
        int at = 0;
        for (int column = 0; column < d; column++)
        {
            for (int row = column + 1; row < d; row++)
                result[row] += l[at++] * v[column];
        }
    }

    private static double SquaredNorm(double[] v)
    {
        double s = 0;
        foreach (double x in v)
            s += x * x;
        return s;
    }

    private static double LogSumExp(double[] x)
    {
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Math.Exp(x[i] - max);
        return max + Math.Log(s);
    }
}
