using Digits.Images;
using Digits.Report;
using Digits.Training;

namespace AutoDiffGen.Tests.Samples;

/// <summary>The sample in short: fewer epochs and a smaller network than it takes itself.</summary>
public class DigitsTests
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    [Fact]
    public void Learns_to_tell_digits_apart()
    {
        DigitSet training = DigitSet.Read(Path.Combine(Data, "optdigits.tra")), test = DigitSet.Read(Path.Combine(Data, "optdigits.tes"));
        Assert.Equal((3823, 1797), (training.Count, test.Count));
        var settings = new TrainingSettings { Hidden = 64, Epochs = 8, BatchSize = 32, LearningRate = 0.01 };
        var network = new TensorNetwork(settings);
        var reported = new List<Epoch>();
        TrainingRun run = Trainer.Train(network, training, test, settings, reported.Add);

        Assert.Equal(8, reported.Count);
        Assert.InRange(run.Epochs[^1].Loss, 0, 0.5 * run.Epochs[0].Loss);
        Assert.InRange(run.Epochs[^1].TestAccuracy, 0.93, 1);
        int[,] confusion = Confusion.Of(test.Labels, network.Classify(test));
        Assert.Equal(run.Epochs[^1].TestAccuracy, Enumerable.Range(0, 10).Sum(d => confusion[d, d]) / (double)test.Count);
    }

    [Fact]
    public void Distorted_images_keep_their_ink_nearly()
    {
        DigitSet images = DigitSet.Read(Path.Combine(Data, "optdigits.tes"));
        DigitSet distorted = Distortion.Apply(images, new Random(1));
        Assert.Same(images.Labels, distorted.Labels);
        Assert.NotEqual(images.Pixels, distorted.Pixels);
        Assert.InRange(distorted.Pixels.Min(), 0, 1);
        Assert.InRange(distorted.Pixels.Max(), 0, 1.0001f);
        Assert.Equal(1, distorted.Pixels.Sum(p => (double)p) / images.Pixels.Sum(p => (double)p), 0.1);
    }

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("x,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1")]
    [InlineData("17,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1")]
    public void Broken_rows_are_refused(string row)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, row);
            Assert.Contains("row 1", Assert.Throws<InvalidDataException>(() => DigitSet.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
