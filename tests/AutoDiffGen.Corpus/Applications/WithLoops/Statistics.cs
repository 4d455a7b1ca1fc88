namespace AutoDiffGen.Corpus;

/// <summary>Likelihoods, filters and fits.</summary>
public static partial class StatisticsOverArrays
{
    // The same with diagonal covariances, without helpers.
    [Differentiable, At("random 2", "random 4", "random 4", "random 6")]
    public static double DiagonalMixture(ReadOnlySpan<double> alpha, ReadOnlySpan<double> mu, ReadOnlySpan<double> q, [NoGrad] ReadOnlySpan<double> x)
    {
        int k = alpha.Length, d = mu.Length / k;
        Span<double> terms = stackalloc double[k];
        double sum = 0;
        for (int i = 0; i < x.Length; i += d)
        {
            for (int c = 0; c < k; c++)
            {
                double t = alpha[c];
                for (int j = 0; j < d; j++)
                {
                    double z = (x[i + j] - mu[c * d + j]) * Math.Exp(q[c * d + j]);
                    t += q[c * d + j] - 0.5 * z * z;
                }

                terms[c] = t;
            }

            double max = terms[0];
            for (int c = 1; c < k; c++)
                max = Math.Max(max, terms[c]);
            double total = 0;
            for (int c = 0; c < k; c++)
                total += Math.Exp(terms[c] - max);
            sum += max + Math.Log(total);
        }

        return sum;
    }

    [Differentiable(Gradient | Lifted), At("random 5", 0.3, 0.5, 1.0, 0.9), At("random 1", 0.3, 0.5, 1.0, 0.9)]
    public static double KalmanFilter([NoGrad] double[] measurements, double processNoise, double measurementNoise, double variance, double transition)
    {
        double state = 0.1, logLikelihood = 0;
        foreach (double z in measurements)
        {
            state *= transition;
            variance = transition * transition * variance + processNoise;
            double innovation = z - state, s = variance + measurementNoise;
            logLikelihood -= 0.5 * (Math.Log(s) + innovation * innovation / s);
            double gain = variance / s;
            state += gain * innovation;
            variance *= 1 - gain;
        }

        return logLikelihood;
    }

    [Differentiable(Gradient | Lifted), At("random 4", "random 6", "random 6")]
    public static double PolynomialFit(double[] coefficients, [NoGrad] double[] t, [NoGrad] double[] y)
    {
        double s = 0;
        for (int i = 0; i < t.Length; i++)
        {
            double p = 0;
            for (int j = coefficients.Length - 1; j >= 0; j--)
                p = p * t[i] + coefficients[j];
            double r = p - y[i];
            s += r * r;
        }

        return 0.5 * s;
    }

    // GradBench's llsq.
    [Differentiable(Gradient | Lifted), At("random 3", 5), At("random 3", 2)]
    public static double LeastSquaresOfTheSign(double[] x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double t = -1 + 2.0 * i / (n - 1);
            double value = Math.Sign(t), power = 1;
            for (int j = 0; j < x.Length; j++)
            {
                value -= x[j] * power;
                power *= t;
            }

            sum += value * value;
        }

        return sum / 2;
    }

    [Differentiable, At("random 2x2 in 0.1..1", "random 2x2 in 0.1..1", "[0, 1, 1, 0]")]
    public static double HiddenMarkovModel(double[,] transition, double[,] emission, int[] observations)
    {
        int n = transition.GetLength(0);
        Span<double> forward = stackalloc double[n], next = stackalloc double[n];
        forward.Fill(0.5);
        double logLikelihood = 0;
        foreach (int o in observations)
        {
            double total = 0;
            for (int j = 0; j < n; j++)
            {
                double s = 0;
                for (int i = 0; i < n; i++)
                    s += forward[i] * transition[i, j];
                next[j] = s * emission[j, o];
                total += next[j];
            }

            for (int j = 0; j < n; j++)
                forward[j] = next[j] / total;
            logLikelihood += Math.Log(total);
        }

        return logLikelihood;
    }

    [Differentiable(Gradient | Lifted), At("random 5", 0.4, 0.3, 0.2)]
    public static double Garch([NoGrad] double[] returns, double omega, double alpha, double beta)
    {
        double variance = omega / (1 - alpha - beta), logLikelihood = 0;
        foreach (double r in returns)
        {
            logLikelihood -= Math.Log(variance) + r * r / variance;
            variance = omega + alpha * r * r + beta * variance;
        }

        return logLikelihood;
    }

    [Differentiable(Gradient | Lifted), At("random 5", "random 5")]
    public static double Correlation(double[] x, double[] y)
    {
        double mx = 0, my = 0, n = x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            mx += x[i] / n;
            my += y[i] / n;
        }

        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
