using Digits.Images;

namespace Digits.Training;

/// <summary>An epoch, as it went.</summary>
/// <param name="Loss">The mean loss while training.</param>
/// <param name="TrainAccuracy">The part of the training images that is told right afterwards.</param>
/// <param name="TestAccuracy">The part of the test images that is told right afterwards.</param>
/// <param name="Milliseconds">The processor time that training took, without distorting images and telling digits.</param>
/// <param name="Bytes">The managed memory that training allocated.</param>
internal sealed record Epoch(double Loss, double TrainAccuracy, double TestAccuracy, double Milliseconds, long Bytes);

/// <summary>A training, as it went.</summary>
/// <param name="Network">What was trained.</param>
/// <param name="Epochs">Its epochs.</param>
internal sealed record TrainingRun(IDigitNetwork Network, IReadOnlyList<Epoch> Epochs)
{
    /// <summary>The time of an epoch: the median, which the first ones, not yet optimised, do not change.</summary>
    public double MillisecondsOfAnEpoch => Epochs.Select(e => e.Milliseconds).Order().ElementAt(Epochs.Count / 2);

    /// <summary>The managed memory of an epoch: the median, which one that finds the shared pools emptied does not change.</summary>
    public long BytesOfAnEpoch => Epochs.Select(e => e.Bytes).Order().ElementAt(Epochs.Count / 2);
}

/// <summary>Trains networks.</summary>
internal static class Trainer
{
    /// <summary>Trains networks side by side, on the same images in the same order, and says after each epoch how it went.</summary>
    /// <remarks>Epoch by epoch in turn: whatever else the machine does meanwhile, it does to all of them.</remarks>
    public static TrainingRun[] Train(
        IReadOnlyList<IDigitNetwork> networks, DigitSet training, DigitSet test, TrainingSettings settings, Action<IDigitNetwork, Epoch> report)
    {
        var random = new Random(settings.Seed);
        int[] order = [.. Enumerable.Range(0, training.Count)];
        List<Epoch>[] epochs = [.. networks.Select(_ => new List<Epoch>())];
        for (int i = 0; i < settings.Epochs; i++)
        {
            random.Shuffle(order);
            double learningRate = settings.LearningRate * (1 + Math.Cos(Math.PI * i / settings.Epochs)) / 2;
            DigitSet distorted = Distortion.Apply(training, random);
            for (int n = 0; n < networks.Count; n++)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                double loss = networks[n].TrainEpoch(distorted, order, learningRate);
                TimeSpan time = Environment.CpuUsage.TotalTime - start;
                bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
                var epoch = new Epoch(loss, Accuracy(networks[n], training), Accuracy(networks[n], test), time.TotalMilliseconds, bytes);
                epochs[n].Add(epoch);
                report(networks[n], epoch);
            }
        }

        return [.. networks.Select((network, n) => new TrainingRun(network, epochs[n]))];
    }

    private static double Accuracy(IDigitNetwork network, DigitSet images) =>
        network.Classify(images).Zip(images.Labels).Count(pair => pair.First == pair.Second) / (double)images.Count;
}
