using AutoDiffGen;

namespace Digits.Training;

/// <summary>The network as an ordinary method over spans, whose gradient is generated beside it.</summary>
/// <remarks>
/// Weights are stored input by input: what one input gives to all outputs lies together, so the innermost loops go through memory in its
/// order, and none of their rounds waits for the one before.
/// </remarks>
internal static partial class Classifier
{
    /// <summary>The mean of −log softmax(logits)[label] over a batch.</summary>
    /// <param name="weights1">What each pixel gives to each hidden unit.</param>
    /// <param name="bias1">What is added in each hidden unit.</param>
    /// <param name="weights2">What each hidden unit gives to each digit.</param>
    /// <param name="bias2">What is added for each digit.</param>
    /// <param name="pixels">The images, one after the other.</param>
    /// <param name="labels">Which digits they are.</param>
    [Differentiable]
    public static float CrossEntropy(
        ReadOnlySpan<float> weights1,
        ReadOnlySpan<float> bias1,
        ReadOnlySpan<float> weights2,
        ReadOnlySpan<float> bias2,
        [NoGrad] ReadOnlySpan<float> pixels,
        ReadOnlySpan<int> labels)
    {
        int size = weights1.Length / bias1.Length;
        float[] hidden = new float[bias1.Length], logits = new float[bias2.Length];
        float sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            Logits(weights1, bias1, weights2, bias2, pixels.Slice(i * size, size), hidden, logits);
            sum += LogSumExp(logits) - logits[labels[i]];
        }

        return sum / labels.Length;
    }

    /// <summary>How much speaks for each digit, in an image.</summary>
    public static void Logits(
        ReadOnlySpan<float> weights1,
        ReadOnlySpan<float> bias1,
        ReadOnlySpan<float> weights2,
        ReadOnlySpan<float> bias2,
        ReadOnlySpan<float> image,
        Span<float> hidden,
        Span<float> logits)
    {
        Linear(weights1, bias1, image, hidden);
        Relu(hidden);
        Linear(weights2, bias2, hidden, logits);
    }

    private static void Linear(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output)
    {
        bias.CopyTo(output);
        for (int i = 0; i < input.Length; i++)
            AddScaled(weights.Slice(i * output.Length, output.Length), input[i], output);
    }

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> sums)
    {
        for (int i = 0; i < sums.Length; i++)
            sums[i] += row[i] * factor;
    }

    private static void Relu(Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = values[i] > 0 ? values[i] : 0;
    }

    private static float LogSumExp(ReadOnlySpan<float> x)
    {
        // The greatest is only there to keep the exponentials from overflowing: whatever it is, the result is the same.
        float max = Ad.StopGradient(Max(x));
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += MathF.Exp(x[i] - max);
        return max + MathF.Log(sum);
    }

    private static float Max(ReadOnlySpan<float> x)
    {
        float max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = MathF.Max(max, x[i]);
        return max;
    }
}
