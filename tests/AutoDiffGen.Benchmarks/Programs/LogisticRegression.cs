using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>The mean cross-entropy of a logistic regression, with a penalty on the weights.</summary>
internal static partial class LogisticRegression
{
    private const int Rows = 1000, Columns = 20;

    public static Subject Create()
    {
        const double Penalty = 0.01;
        var sample = new Sample(2);
        double[] weights = sample.Uniform(Columns, -1, 1), bias = sample.Uniform(1, -1, 1);
        double[] features = sample.Uniform(Rows * Columns, -1, 1);
        double[] labels = [.. sample.Labels(Rows, 2).Select(label => (double)label)];
        Derivative dWeights = new("weights", Columns), dBias = new("bias", 1);
        return new Subject(
            "logistic",
            $"{Rows} rows, {Columns} columns",
            () => Loss(weights, bias[0], features, labels, Penalty),
            () => HandWritten(weights, bias[0], features, labels, Penalty, dWeights.HandWritten, out dBias.HandWritten[0]),
            () => Loss_Grad(weights, bias[0], features, labels, Penalty, dWeights.Generated, out dBias.Generated[0]),
            [dWeights, dBias]);
    }

    [Differentiable]
    public static double Loss(
        ReadOnlySpan<double> weights, double bias, [NoGrad] ReadOnlySpan<double> features, [NoGrad] ReadOnlySpan<double> labels, [NoGrad] double penalty)
    {
        double total = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double z = bias + Dot(weights, features.Slice(i * weights.Length, weights.Length));
            total += Softplus(z) - labels[i] * z;
        }

        return total / labels.Length + 0.5 * penalty * Dot(weights, weights);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int j = 0; j < a.Length; j++)
            sum += a[j] * b[j];
        return sum;
    }

    private static double Softplus(double z) => z > 0 ? z + Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z));

    private static double HandWritten(
        ReadOnlySpan<double> weights,
        double bias,
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> labels,
        double penalty,
        Span<double> dWeights,
        out double dBias)
    {
        dWeights = dWeights[..weights.Length];
        for (int j = 0; j < weights.Length; j++)
            dWeights[j] = penalty * weights[j];

        double total = 0, dBiasSum = 0, factor = 1.0 / labels.Length;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<double> row = features.Slice(i * weights.Length, weights.Length);
            double z = bias + Dot(weights, row);
            double exponential = Math.Exp(z > 0 ? -z : z), sum = 1 + exponential;
            double logarithm = Math.Log(sum);
            total += (z > 0 ? z + logarithm : logarithm) - labels[i] * z;
            double adjoint = ((z > 0 ? 1 : exponential) / sum - labels[i]) * factor;
            dBiasSum += adjoint;
            for (int j = 0; j < row.Length; j++)
                dWeights[j] += adjoint * row[j];
        }

        dBias = dBiasSum;
        return total / labels.Length + 0.5 * penalty * Dot(weights, weights);
    }
}
