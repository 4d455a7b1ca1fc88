using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>The cross-entropy of a multilayer perceptron over a batch, its layers in buffers that each example fills anew.</summary>
internal static partial class Perceptron
{
    private const int Inputs = 32, Hidden = 64, Classes = 10, Batch = 32;

    public static Subject Create()
    {
        var sample = new Sample(3);
        double[] w1 = sample.Uniform(Hidden * Inputs, -0.2, 0.2), b1 = sample.Uniform(Hidden, -0.1, 0.1);
        double[] w2 = sample.Uniform(Hidden * Hidden, -0.2, 0.2), b2 = sample.Uniform(Hidden, -0.1, 0.1);
        double[] w3 = sample.Uniform(Classes * Hidden, -0.2, 0.2), b3 = sample.Uniform(Classes, -0.1, 0.1);
        double[] examples = sample.Uniform(Batch * Inputs, -1, 1), scratch = new double[4 * Hidden + Classes];
        int[] labels = sample.Labels(Batch, Classes);
        Derivative dW1 = new("w1", w1.Length), dB1 = new("b1", b1.Length);
        Derivative dW2 = new("w2", w2.Length), dB2 = new("b2", b2.Length);
        Derivative dW3 = new("w3", w3.Length), dB3 = new("b3", b3.Length);
        return new Subject(
            "mlp",
            $"{Inputs}-{Hidden}-{Hidden}-{Classes}, {Batch} examples",
            () => Loss(w1, b1, w2, b2, w3, b3, examples, labels),
            () => HandWritten(
                w1, b1, w2, b2, w3, b3, examples, labels,
                dW1.HandWritten, dB1.HandWritten, dW2.HandWritten, dB2.HandWritten, dW3.HandWritten, dB3.HandWritten, scratch),
            () => Loss_Grad(
                w1, b1, w2, b2, w3, b3, examples, labels,
                dW1.Generated, dB1.Generated, dW2.Generated, dB2.Generated, dW3.Generated, dB3.Generated),
            [dW1, dB1, dW2, dB2, dW3, dB3]);
    }

    [Differentiable]
    public static double Loss(
        ReadOnlySpan<double> w1,
        ReadOnlySpan<double> b1,
        ReadOnlySpan<double> w2,
        ReadOnlySpan<double> b2,
        ReadOnlySpan<double> w3,
        ReadOnlySpan<double> b3,
        [NoGrad] ReadOnlySpan<double> examples,
        ReadOnlySpan<int> labels)
    {
        int inputs = w1.Length / b1.Length;
        double[] first = new double[b1.Length], second = new double[b2.Length], scores = new double[b3.Length];
        double total = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            Dense(w1, b1, examples.Slice(i * inputs, inputs), first);
            Activate(first);
            Dense(w2, b2, first, second);
            Activate(second);
            Dense(w3, b3, second, scores);
            total += LogSumExp(scores) - scores[labels[i]];
        }

        return total / labels.Length;
    }

    private static void Dense(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output)
    {
        for (int row = 0; row < output.Length; row++)
        {
            double sum = bias[row];
            for (int column = 0; column < input.Length; column++)
                sum += weights[row * input.Length + column] * input[column];
            output[row] = sum;
        }
    }

    private static void Activate(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Tanh(values[i]);
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

    private static double HandWritten(
        ReadOnlySpan<double> w1,
        ReadOnlySpan<double> b1,
        ReadOnlySpan<double> w2,
        ReadOnlySpan<double> b2,
        ReadOnlySpan<double> w3,
        ReadOnlySpan<double> b3,
        ReadOnlySpan<double> examples,
        ReadOnlySpan<int> labels,
        Span<double> dW1,
        Span<double> dB1,
        Span<double> dW2,
        Span<double> dB2,
        Span<double> dW3,
        Span<double> dB3,
        Span<double> scratch)
    {
        int inputs = w1.Length / b1.Length;
        Span<double> first = Part(ref scratch, b1.Length), second = Part(ref scratch, b2.Length), scores = Part(ref scratch, b3.Length);
        Span<double> dFirst = Part(ref scratch, b1.Length), dSecond = Part(ref scratch, b2.Length);
        dW1.Clear();
        dB1.Clear();
        dW2.Clear();
        dB2.Clear();
        dW3.Clear();
        dB3.Clear();
        double total = 0, factor = 1.0 / labels.Length;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<double> example = examples.Slice(i * inputs, inputs);
            DenseTanh(w1, b1, example, first);
            DenseTanh(w2, b2, first, second);
            Dense(w3, b3, second, scores);
            int label = labels[i];
            double correct = scores[label];
            total += Softmax(scores, factor) - correct;
            scores[label] -= factor;

            ReverseDense(w3, second, scores, dW3, dB3, dSecond);
            ReverseTanh(second, dSecond);
            ReverseDense(w2, first, dSecond, dW2, dB2, dFirst);
            ReverseTanh(first, dFirst);
            ReverseFirstDense(example, dFirst, dW1, dB1);
        }

        return total / labels.Length;
    }

    private static Span<double> Part(ref Span<double> scratch, int length)
    {
        Span<double> part = scratch[..length];
        scratch = scratch[length..];
        return part;
    }

    private static void DenseTanh(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> input, Span<double> output)
    {
        bias = bias[..output.Length];
        for (int row = 0; row < output.Length; row++)
            output[row] = Math.Tanh(Sum(bias[row], weights.Slice(row * input.Length, input.Length), input));
    }

    private static double Sum(double start, ReadOnlySpan<double> weights, ReadOnlySpan<double> input)
    {
        double sum = start;
        input = input[..weights.Length];
        for (int column = 0; column < weights.Length; column++)
            sum += weights[column] * input[column];
        return sum;
    }

    // Replaces the scores by factor times the derivatives of their LogSumExp, which it returns.
    private static double Softmax(Span<double> scores, double factor)
    {
        double max = scores[0];
        for (int i = 1; i < scores.Length; i++)
            max = Math.Max(max, scores[i]);
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double exponential = Math.Exp(scores[i] - max);
            scores[i] = exponential;
            sum += exponential;
        }

        double perSum = factor / sum;
        for (int i = 0; i < scores.Length; i++)
            scores[i] *= perSum;
        return max + Math.Log(sum);
    }

    private static void ReverseDense(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> input, ReadOnlySpan<double> dOutput, Span<double> dWeights, Span<double> dBias, Span<double> dInput)
    {
        dInput.Clear();
        dBias = dBias[..dOutput.Length];
        for (int row = 0; row < dOutput.Length; row++)
        {
            double adjoint = dOutput[row];
            dBias[row] += adjoint;
            AddRow(adjoint, weights.Slice(row * input.Length, input.Length), input, dWeights.Slice(row * input.Length, input.Length), dInput);
        }
    }

    private static void AddRow(double adjoint, ReadOnlySpan<double> weights, ReadOnlySpan<double> input, Span<double> dWeights, Span<double> dInput)
    {
        input = input[..weights.Length];
        dWeights = dWeights[..weights.Length];
        dInput = dInput[..weights.Length];
        for (int column = 0; column < weights.Length; column++)
        {
            dWeights[column] += adjoint * input[column];
            dInput[column] += adjoint * weights[column];
        }
    }

    // The examples are constant.
    private static void ReverseFirstDense(ReadOnlySpan<double> input, ReadOnlySpan<double> dOutput, Span<double> dWeights, Span<double> dBias)
    {
        dBias = dBias[..dOutput.Length];
        for (int row = 0; row < dOutput.Length; row++)
        {
            double adjoint = dOutput[row];
            dBias[row] += adjoint;
            Span<double> to = dWeights.Slice(row * input.Length, input.Length);
            for (int column = 0; column < to.Length; column++)
                to[column] += adjoint * input[column];
        }
    }

    private static void ReverseTanh(ReadOnlySpan<double> values, Span<double> adjoints)
    {
        adjoints = adjoints[..values.Length];
        for (int i = 0; i < values.Length; i++)
            adjoints[i] *= 1 - values[i] * values[i];
    }
}
