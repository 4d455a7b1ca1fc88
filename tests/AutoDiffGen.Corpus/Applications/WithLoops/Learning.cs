namespace AutoDiffGen.Corpus;

/// <summary>Losses of models over arrays.</summary>
public static partial class LearningOverArrays
{
    [Differentiable, At("random 3", 0.2, "random 4x3", "[1, 0, 0, 1]"), At("random 2", 0.2, "random 1x2", "[1]")]
    public static double LogisticRegression(double[] weights, double bias, [NoGrad] double[,] x, [NoGrad] double[] y)
    {
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double z = bias;
            for (int j = 0; j < weights.Length; j++)
                z += weights[j] * x[i, j];
            loss += Math.Log(1 + Math.Exp(-z)) + (1 - y[i]) * z;
        }

        return loss / y.Length;
    }

    [Differentiable(Gradient | Lifted), At("random 3", "random 12", "[1, -1, 1, -1]")]
    public static double LogisticRegressionFlat(ReadOnlySpan<double> weights, [NoGrad] ReadOnlySpan<double> x, ReadOnlySpan<int> labels)
    {
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<double> row = x.Slice(i * weights.Length, weights.Length);
            double margin = 0;
            for (int j = 0; j < weights.Length; j++)
                margin += weights[j] * row[j];
            loss += Math.Log(1 + Math.Exp(-labels[i] * margin));
        }

        return loss;
    }

    [Differentiable, At("random 6", "random 3", "random 3", 0.3, "random 2", 0.5)]
    public static double Perceptron(double[] w1, double[] b1, double[] w2, double b2, [NoGrad] double[] x, [NoGrad] double target)
    {
        double output = b2;
        for (int i = 0; i < b1.Length; i++)
        {
            double z = b1[i];
            for (int j = 0; j < x.Length; j++)
                z += w1[i * x.Length + j] * x[j];
            output += w2[i] * Math.Tanh(z);
        }

        double error = output - target;
        return 0.5 * error * error;
    }

    // Layers through a helper, into buffers that are used again.
    [Differentiable, At("random 6", "random 3", "random 6", "random 2", "random 2", 1)]
    public static double MultilayerPerceptron(
        ReadOnlySpan<double> w1, ReadOnlySpan<double> b1, ReadOnlySpan<double> w2, ReadOnlySpan<double> b2, ReadOnlySpan<double> x, int label)
    {
        Span<double> hidden = stackalloc double[b1.Length];
        Span<double> logits = stackalloc double[b2.Length];
        Affine(w1, b1, x, hidden);
        for (int i = 0; i < hidden.Length; i++)
            hidden[i] = Math.Tanh(hidden[i]);
        Affine(w2, b2, hidden, logits);
        return LogSumExp(logits) - logits[label];
    }

    [Differentiable, At("random 12", "random 6", "random 2", 3), At("random 4", "random 2", "random 2", 1)]
    public static double DeepNetwork(double[] weights, double[] biases, double[] x, int layers)
    {
        double[] current = new double[x.Length], next = new double[x.Length];
        x.CopyTo(current, 0);
        int n = x.Length;
        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < n; i++)
            {
                double z = biases[layer * n + i];
                for (int j = 0; j < n; j++)
                    z += weights[(layer * n + i) * n + j] * current[j];
                next[i] = z > 0 ? z : 0.1 * z;
            }

            (current, next) = (next, current);
        }

        double s = 0;
        foreach (double y in current)
            s += y * y;
        return s;
    }

    [Differentiable, At("random 3x2", "[0, 1, 1]"), At("random 1x3", "[2]")]
    public static double SoftmaxCrossEntropy(double[,] logits, int[] labels)
    {
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double max = logits[i, 0];
            for (int j = 1; j < logits.GetLength(1); j++)
                max = Math.Max(max, logits[i, j]);
            double sum = 0;
            for (int j = 0; j < logits.GetLength(1); j++)
                sum += Math.Exp(logits[i, j] - max);
            loss += Math.Log(sum) + max - logits[i, labels[i]];
        }

        return loss / labels.Length;
    }

    [Differentiable, At("random 4x2", "[[0.5, 0.5], [-0.5, -0.25]]")]
    public static double KMeansCost([NoGrad] double[,] points, double[,] centroids)
    {
        double cost = 0;
        for (int i = 0; i < points.GetLength(0); i++)
        {
            double best = double.PositiveInfinity;
            for (int k = 0; k < centroids.GetLength(0); k++)
            {
                double distance = 0;
                for (int j = 0; j < points.GetLength(1); j++)
                {
                    double d = points[i, j] - centroids[k, j];
                    distance += d * d;
                }

                best = Math.Min(best, distance);
            }

            cost += best;
        }

        return cost;
    }

    [Differentiable, At("random 16", "random 4", "random 2", "random 2", "random 2")]
    public static void LstmCell(ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> input, Span<double> hidden, Span<double> cell)
    {
        for (int i = 0; i < cell.Length; i++)
        {
            double forget = Sigmoid(input[i] * weights[i] + biases[0]);
            double into = Sigmoid(hidden[i] * weights[cell.Length + i] + biases[1]);
            double output = Sigmoid(input[i] * weights[2 * cell.Length + i] + biases[2]);
            double change = Math.Tanh(hidden[i] * weights[3 * cell.Length + i] + biases[3]);
            cell[i] = cell[i] * forget + into * change;
            hidden[i] = output * Math.Tanh(cell[i]);
        }

        hidden[0] += 0.1 * weights[^1];
    }

    [Differentiable, At("random 4", "random 4"), At("[2]", "[1]")]
    public static double MomentumStep(Span<double> weights, Span<double> momentum)
    {
        double loss = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double gradient = 2 * weights[i] + Math.Cos(weights[i]);
            momentum[i] = 0.9 * momentum[i] + gradient;
            weights[i] -= 0.1 * momentum[i];
            loss += weights[i] * weights[i] + Math.Sin(weights[i]);
        }

        return loss;
    }

    [Differentiable, At("random 6", "random 6", "random 6", 2)]
    public static double Attention(double[] queries, double[] keys, double[] values, int d)
    {
        int n = queries.Length / d;
        double[] scores = new double[n];
        double result = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                scores[j] = 0;
                for (int k = 0; k < d; k++)
                    scores[j] += queries[i * d + k] * keys[j * d + k];
            }

            double normalizer = LogSumExp(scores);
            for (int j = 0; j < n; j++)
                result += Math.Exp(scores[j] - normalizer) * values[j * d + i % d];
        }

        double s = 0;
        foreach (double v in values)
            s += v * v;
        return result + 0.1 * s;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void Affine(ReadOnlySpan<double> w, ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double z = b[i];
            for (int j = 0; j < x.Length; j++)
                z += w[i * x.Length + j] * x[j];
            y[i] = z;
        }
    }

    private static double LogSumExp(ReadOnlySpan<double> x)
    {
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        double s = 0;
        foreach (double e in x)
            s += Math.Exp(e - max);
        return max + Math.Log(s);
    }
}
