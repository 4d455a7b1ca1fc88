using AutoDiffGen;
using AutoDiffGen.Dynamic;
using Digits.Images;

namespace Digits.Training;

/// <summary>The network on tensors, with gradients by the runtime engine.</summary>
internal sealed class TensorNetwork : IDigitNetwork
{
    private readonly Mlp<float> network;
    private readonly Adam optimizer;
    private readonly float[] pixels;
    private readonly int batchSize;

    /// <summary>Makes a network with random parameters.</summary>
    public TensorNetwork(TrainingSettings settings)
    {
        network = new Mlp<float>([DigitSet.Size, settings.Hidden, DigitSet.Classes], new Random(settings.Seed));
        optimizer = new Adam(network.Parameters, settings.LearningRate, weightDecay: settings.WeightDecay);
        pixels = new float[settings.BatchSize * DigitSet.Size];
        batchSize = settings.BatchSize;
    }

    public string Name => "tensors";

    public double TrainEpoch(DigitSet images, int[] order, double learningRate)
    {
        optimizer.LearningRate = learningRate;
        double sum = 0;
        for (int start = 0; start < order.Length; start += batchSize)
        {
            int[] batch = order[start..Math.Min(start + batchSize, order.Length)];
            using TensorScope scope = GradTensor.Scope();
            GradTensor<float> loss = Loss.CrossEntropy(network.Forward(Gather(images, batch)), [.. batch.Select(i => images.Labels[i])]);
            optimizer.ZeroGrad(setToNull: false);
            loss.Backward();
            optimizer.Step();
            sum += loss.Item() * batch.Length;
        }

        return sum / order.Length;
    }

    public int[] Classify(DigitSet images)
    {
        using NoGradScope noGrad = Ad.NoGrad();
        using TensorScope scope = GradTensor.Scope();
        return network.Forward(GradTensor.Create(images.Pixels, images.Count, DigitSet.Size)).ArgMax(1);
    }

    private GradTensor<float> Gather(DigitSet images, int[] batch)
    {
        for (int i = 0; i < batch.Length; i++)
            images.Pixels.AsSpan(batch[i] * DigitSet.Size, DigitSet.Size).CopyTo(pixels.AsSpan(i * DigitSet.Size));
        return GradTensor.Create(pixels.AsSpan(0, batch.Length * DigitSet.Size), [batch.Length, DigitSet.Size]);
    }
}
