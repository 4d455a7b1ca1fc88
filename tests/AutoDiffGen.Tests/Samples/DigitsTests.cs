using Digits;
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
        var settings = new TrainingSettings { Hidden = 32, Epochs = 6, BatchSize = 32, LearningRate = 0.01 };
        IDigitNetwork[] networks = [new TensorNetwork(settings), new CompiledNetwork(settings)];
        var reported = new List<IDigitNetwork>();
        TrainingRun[] runs = Trainer.Train(networks, training, test, settings, (network, _) => reported.Add(network));

        Assert.Equal(Enumerable.Repeat(networks, 6).SelectMany(n => n), reported);
        Assert.Equal(networks, runs.Select(r => r.Network));
        foreach (TrainingRun run in runs)
        {
            Assert.Equal(6, run.Epochs.Count);
            Assert.InRange(run.Epochs[^1].Loss, 0, 0.5 * run.Epochs[0].Loss);
            Assert.InRange(run.Epochs[^1].TestAccuracy, 0.93, 1);
            int[,] confusion = Confusion.Of(test.Labels, run.Network.Classify(test));
            Assert.Equal(run.Epochs[^1].TestAccuracy, Enumerable.Range(0, 10).Sum(d => confusion[d, d]) / (double)test.Count);
        }

        Assert.Equal(0, runs[1].BytesOfAnEpoch);
    }

    [Fact]
    public void Tensors_and_the_compiled_method_go_the_same_way()
    {
        DigitSet images = DigitSet.Read(Path.Combine(Data, "optdigits.tra"));
        var settings = new TrainingSettings();
        var tensors = new TensorNetwork(settings);
        var compiled = new CompiledNetwork(settings);
        Assert.Equal(tensors.Classify(images), compiled.Classify(images));

        // A step each, at the end one with fewer images. Only the order of sums differs, and so the last digits.
        double first = 0, last = 0;
        foreach (int size in (int[])[.. Enumerable.Repeat(settings.BatchSize, 19), 7])
        {
            int[] batch = [.. Enumerable.Range(0, size).Select(i => 31 * i)];
            double expected = tensors.TrainEpoch(images, batch, settings.LearningRate);
            double loss = compiled.TrainEpoch(images, batch, settings.LearningRate);
            Assert.InRange(loss, expected * (1 - 1e-5), expected * (1 + 1e-5));
            (first, last) = (first == 0 ? loss : first, loss);
        }

        Assert.InRange(last, 0, first / 4);
    }

    [Fact]
    public void The_command_line_is_read()
    {
        Assert.Equal(new Options("digits-charts", null), Options.Parse([]));
        Assert.Equal(new Options("here", 3), Options.Parse(["here", "--epochs", "3"]));
        Assert.Equal(new Options("here", 3), Options.Parse(["--epochs", "3", "here"]));
        foreach (string line in (string[])["--epochs", "--epochs 0", "--epochs -1", "--epochs x", "here there", "--quick"])
            Assert.Throws<FormatException>(() => Options.Parse(line.Split(' ')));
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
