using System.Diagnostics;
using Digits.Images;

namespace Digits.Training;

/// <summary>An epoch, as it went.</summary>
/// <param name="Loss">The mean loss while training.</param>
/// <param name="TrainAccuracy">The part of the training images that is told right afterwards.</param>
/// <param name="TestAccuracy">The part of the test images that is told right afterwards.</param>
/// <param name="Milliseconds">How long training took, without distorting images and telling digits.</param>
internal sealed record Epoch(double Loss, double TrainAccuracy, double TestAccuracy, double Milliseconds);

/// <summary>A training, as it went.</summary>
/// <param name="Network">What was trained.</param>
/// <param name="Epochs">Its epochs.</param>
internal sealed record TrainingRun(IDigitNetwork Network, IReadOnlyList<Epoch> Epochs)
{
    /// <summary>The time of an epoch: the median, which the first ones, not yet optimised, do not change.</summary>
    public double MillisecondsOfAnEpoch => Epochs.Select(e => e.Milliseconds).Order().ElementAt(Epochs.Count / 2);
}

/// <summary>Trains a network.</summary>
internal static class Trainer
{
    /// <summary>Trains a network, and says after each epoch how it went.</summary>
    public static TrainingRun Train(IDigitNetwork network, DigitSet training, DigitSet test, TrainingSettings settings, Action<Epoch> report)
    {
        var random = new Random(settings.Seed);
        int[] order = [.. Enumerable.Range(0, training.Count)];
        var epochs = new List<Epoch>();
        for (int i = 0; i < settings.Epochs; i++)
        {
            random.Shuffle(order);
            double learningRate = settings.LearningRate * (1 + Math.Cos(Math.PI * i / settings.Epochs)) / 2;
            DigitSet distorted = Distortion.Apply(training, random);
            long start = Stopwatch.GetTimestamp();
            double loss = network.TrainEpoch(distorted, order, learningRate);
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var epoch = new Epoch(loss, Accuracy(network, training), Accuracy(network, test), milliseconds);
            epochs.Add(epoch);
            report(epoch);
        }

        return new TrainingRun(network, epochs);
    }

    private static double Accuracy(IDigitNetwork network, DigitSet images) =>
        network.Classify(images).Zip(images.Labels).Count(pair => pair.First == pair.Second) / (double)images.Count;
}
