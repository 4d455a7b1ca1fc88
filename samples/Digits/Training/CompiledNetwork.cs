using System.Numerics.Tensors;
using AutoDiffGen.Dynamic;
using Digits.Images;

namespace Digits.Training;

/// <summary>The network as a compiled method, with its generated gradient. A step allocates nothing.</summary>
internal sealed class CompiledNetwork : IDigitNetwork
{
    private readonly float[] parameters;
    private readonly float[] gradient;
    private readonly float[] mean;
    private readonly float[] square;
    private readonly float[] pixels;
    private readonly int[] labels;
    private readonly int hiddenUnits;
    private readonly double weightDecay;
    private int step;

    /// <summary>Makes a network with the random parameters that <see cref="TensorNetwork"/> has.</summary>
    public CompiledNetwork(TrainingSettings settings)
    {
        var network = new Mlp<float>([DigitSet.Size, settings.Hidden, DigitSet.Classes], new Random(settings.Seed));
        parameters = [.. network.Parameters.SelectMany(parameter => (parameter.Rank == 2 ? parameter.Detach().Transpose() : parameter).ToArray())];
        gradient = new float[parameters.Length];
        mean = new float[parameters.Length];
        square = new float[parameters.Length];
        pixels = new float[settings.BatchSize * DigitSet.Size];
        labels = new int[settings.BatchSize];
        hiddenUnits = settings.Hidden;
        weightDecay = settings.WeightDecay;
    }

    public string Name => "compiled";

    public double TrainEpoch(DigitSet images, int[] order, double learningRate)
    {
        double sum = 0;
        for (int start = 0; start < order.Length; start += labels.Length)
        {
            ReadOnlySpan<int> batch = order.AsSpan(start, Math.Min(labels.Length, order.Length - start));
            Gather(images, batch);
            float loss = Gradient(pixels.AsSpan(0, batch.Length * DigitSet.Size), labels.AsSpan(0, batch.Length));
            Adam.Step<float>(parameters, gradient, mean, square, ++step, learningRate, weightDecay: weightDecay);
            sum += loss * batch.Length;
        }

        return sum / order.Length;
    }

    public int[] Classify(DigitSet images)
    {
        Layers layers = Split(parameters);
        float[] hidden = new float[hiddenUnits], logits = new float[DigitSet.Classes];
        var answers = new int[images.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            ReadOnlySpan<float> image = images.Pixels.AsSpan(i * DigitSet.Size, DigitSet.Size);
            Classifier.Logits(layers.Weights1, layers.Bias1, layers.Weights2, layers.Bias2, image, hidden, logits);
            answers[i] = TensorPrimitives.IndexOfMax<float>(logits);
        }

        return answers;
    }

    private float Gradient(ReadOnlySpan<float> pixels, ReadOnlySpan<int> labels)
    {
        Layers at = Split(parameters), d = Split(gradient);
        return Classifier.CrossEntropy_Grad(
            at.Weights1, at.Bias1, at.Weights2, at.Bias2, pixels, labels, d.Weights1, d.Bias1, d.Weights2, d.Bias2);
    }

    private Layers Split(Span<float> numbers)
    {
        int bias1 = DigitSet.Size * hiddenUnits, weights2 = bias1 + hiddenUnits, bias2 = weights2 + hiddenUnits * DigitSet.Classes;
        return new Layers
        {
            Weights1 = numbers[..bias1],
            Bias1 = numbers[bias1..weights2],
            Weights2 = numbers[weights2..bias2],
            Bias2 = numbers[bias2..],
        };
    }

    private void Gather(DigitSet images, ReadOnlySpan<int> batch)
    {
        for (int i = 0; i < batch.Length; i++)
        {
            images.Pixels.AsSpan(batch[i] * DigitSet.Size, DigitSet.Size).CopyTo(pixels.AsSpan(i * DigitSet.Size));
            labels[i] = images.Labels[batch[i]];
        }
    }

    /// <summary>The parameters, or their gradient, layer by layer: the optimiser has them in one piece.</summary>
    private readonly ref struct Layers
    {
        public required Span<float> Weights1 { get; init; }

        public required Span<float> Bias1 { get; init; }

        public required Span<float> Weights2 { get; init; }

        public required Span<float> Bias2 { get; init; }
    }
}
