using System.Text;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Training;

public sealed class ModuleTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    public static TheoryData<int[]> Batches => [new[] { 3 }, new[] { 4, 3 }, new[] { 2, 4, 3 }, new[] { 0, 3 }, new[] { 40, 3 }];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Linear_is_a_matrix_product_and_a_sum(int[] shape)
    {
        var random = new Random(1);
        foreach (bool bias in new[] { false, true })
        {
            var linear = new Linear<double>(3, 5, random, bias);
            GradTensor<double> x = GradTensor.RandomNormal<double>(random, shape), twin = x.Clone();
            x.RequiresGrad = twin.RequiresGrad = true;
            GradTensor<double> w = linear.Weight.Detach().Clone(), b = GradTensor.Zeros<double>(5);
            if (bias) b.CopyFrom(linear.Bias!.Detach());
            w.RequiresGrad = b.RequiresGrad = true;

            GradTensor<double> y = linear.Forward(x), z = twin.MatMul(w.T) + b;
            GradTensor<double> seed = GradTensor.RandomNormal<double>(random, y.Shape);
            y.Backward(seed);
            z.Backward(seed);
            AssertClose(z, y);
            AssertClose(twin.Grad!, x.Grad!);
            AssertClose(w.Grad!, linear.Weight.Grad!);
            Assert.Equal(bias, linear.Bias is not null);
            if (bias) AssertClose(b.Grad!, linear.Bias!.Grad!);
        }
    }

    [Fact]
    public void Parameters_have_names_and_shapes()
    {
        var mlp = new Mlp<float>([4, 8, 3], new Random(1));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], mlp.NamedParameters.Select(p => p.Key));
        Assert.Equal([[8, 4], [8], [3, 8], [3]], mlp.Parameters.Select(p => p.Shape));
        Assert.All(mlp.Parameters, p => Assert.True(p.RequiresGrad && p.IsLeaf));
        Assert.All(mlp.Parameters[0].ToArray(), w => Assert.InRange(w, -0.5f, 0.5f));
        mlp.Forward(GradTensor.Ones<float>(2, 4)).Sum().Backward();
        Assert.All(mlp.Parameters, p => Assert.NotNull(p.Grad));
        mlp.ZeroGrad();
        Assert.All(mlp.Parameters, p => Assert.Null(p.Grad));
        Assert.Throws<ArgumentException>(() => new Mlp<float>([4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Linear<float>(0, 1));
    }

    [Fact]
    public void Learns_exclusive_or()
    {
        GradTensor<double> x = GradTensor.Create(new[,] { { 0.0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } }), y = GradTensor.Create([0.0, 1, 1, 0], 4, 1);
        var network = new Sequential<double>(new Linear<double>(2, 8, new Random(3)), new Activation<double>(h => h.Tanh()), new Linear<double>(8, 1, new Random(4)));
        var adam = new Adam(network.Parameters, learningRate: 0.05);
        double loss = 0;
        for (int i = 0; i < 500; i++)
        {
            adam.ZeroGrad();
            GradTensor<double> l = Loss.BinaryCrossEntropyWithLogits(network.Forward(x), y);
            l.Backward();
            adam.Step();
            loss = l.Item();
        }

        Assert.InRange(loss, 0, 1e-2);
        Assert.Equal(y.ToArray(), (network.Forward(x) > 0.0).ToArray());
    }

    [Fact]
    public void Losses_have_their_values()
    {
        GradTensor<double> w = GradTensor.Scalar(1.0, requiresGrad: true), x = GradTensor.Create([1.0, 2], 2), y = GradTensor.Create([3.0, 4], 2);
        GradTensor<double> loss = Loss.MeanSquaredError(w * x, y);
        loss.Backward();
        Assert.Equal((4, -6), (loss.Item(), w.Grad!.Item()));

        // −log(e² / (e + e² + e³)) and −log(1/3), averaged.
        GradTensor<double> logits = GradTensor.Create([1.0, 2, 3, 5, 5, 5], 2, 3);
        double first = Math.Log(Math.Exp(-1) + 1 + Math.Exp(1)), second = Math.Log(3);
        Approximately.Equal((first + second) / 2, Loss.CrossEntropy(logits, 1, 0).Item(), 1e-15);
        Approximately.Equal(first, Loss.CrossEntropy(logits[0], 1).Item(), 1e-15);
        Approximately.Equal((first + second) / 2, Loss.CrossEntropy(logits, GradTensor.Create([0.0, 1, 0, 1, 0, 0], 2, 3)).Item(), 1e-15);
        GradTensor<double> p = GradTensor.Create([0.9, 0.2, 1, 0], 4), t = GradTensor.Create([1.0, 0, 0, 1], 4);
        Approximately.Equal((-Math.Log(0.9) - Math.Log(0.8) + 200) / 4, Loss.BinaryCrossEntropy(p, t).Item(), 1e-14);
        GradTensor<double> far = GradTensor.Create([800.0, -800, 0], 3), right = GradTensor.Create([1.0, 1, 0], 3);
        Approximately.Equal((800 + Math.Log(2)) / 3, Loss.BinaryCrossEntropyWithLogits(far, right).Item(), 1e-15);
    }

    [Fact]
    public void Losses_agree_with_differences()
    {
        var random = new Random(2);
        int[] classes = [2, 0, 1, 1];
        GradTensor<double> target = GradTensor.RandomUniform<double>(random, 4, 3);
        foreach (Func<GradTensor<double>, GradTensor<double>> loss in new Func<GradTensor<double>, GradTensor<double>>[]
        {
            x => Loss.CrossEntropy(x, classes), x => 3 * Loss.CrossEntropy(x, target), x => Loss.MeanSquaredError(x, target),
            x => Loss.BinaryCrossEntropy(x.Sigmoid(), target), x => Loss.BinaryCrossEntropyWithLogits(x, target), x => Loss.CrossEntropy(target, x),
        })
        {
            GradTensor<double> at = GradTensor.RandomNormal<double>(random, 4, 3);
            at.RequiresGrad = true;
            loss(at).Backward();
            GradientCheckResult check = GradientCheck.Run(x => loss(GradTensor.Create(x, 4, 3)).Item(), at.ToArray(), at.Grad!.ToArray(), 1e-8);
            Assert.True(check.Passed, check.ToString());
        }
    }

    [Fact]
    public void Parameters_go_through_a_file()
    {
        var saved = new Mlp<float>([4, 5, 3], new Random(1));
        saved.Save(path);
        var loaded = new Mlp<float>([4, 5, 3], new Random(2));
        Assert.NotEqual(saved.Parameters[0].ToArray(), loaded.Parameters[0].ToArray());
        loaded.Load(path);
        Assert.Equal(saved.Parameters.Select(p => p.ToArray()), loaded.Parameters.Select(p => p.ToArray()));
        Assert.All(loaded.Parameters, p => Assert.True(p.RequiresGrad && p.IsLeaf));

        var wide = new Mlp<double>([4, 5, 3], new Random(2));
        wide.Load(path);
        Assert.Equal(saved.Parameters[0].ToArray().Select(x => (double)x), wide.Parameters[0].ToArray());

        var other = new Mlp<float>([4, 5, 2], new Random(3));
        float[] before = other.Parameters[0].ToArray();
        string message = Assert.Throws<ArgumentException>(() => other.Load(path)).Message;
        Assert.Contains("(3, 5)", message);
        Assert.Contains("(2, 5)", message);
        Assert.Equal(before, other.Parameters[0].ToArray());
        Assert.Contains("4.weight", Assert.Throws<InvalidDataException>(() => new Mlp<float>([4, 5, 3, 1]).Load(path)).Message);
    }

    // Written out from the description of the format, not by the code under test.
    [Fact]
    public void Files_are_as_the_format_says()
    {
        SafeTensors.Save<float>(path, [new("a", GradTensor.Create([1f, 2f], 1, 2)), new("ü", GradTensor.Create([3f]))]);
        byte[] file = File.ReadAllBytes(path);
        int header = (int)BitConverter.ToInt64(file, 0);
        Assert.Equal(0, header % 8);
        Assert.Equal(
            """{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"\u00FC":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}""",
            Encoding.UTF8.GetString(file, 8, header).TrimEnd());
        Assert.Equal([1, 2, 3], Enumerable.Range(0, 3).Select(i => BitConverter.ToSingle(file, 8 + header + 4 * i)));

        Write("""{"__metadata__":{"format":"pt"},"x":{"shape":[2,0],"dtype":"F64","data_offsets":[0,0]},"y":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", BitConverter.GetBytes(2.5));
        IReadOnlyDictionary<string, GradTensor<float>> read = SafeTensors.Load<float>(path);
        Assert.Equal([2, 0], read["x"].Shape);
        Assert.Equal([2.5f], read["y"].ToArray());
        Assert.Equal(2, read.Count);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"I32","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""")]
    [InlineData("""[]""")]
    public void Broken_files_are_refused(string header)
    {
        Write(header, new byte[8]);
        Assert.Throws<InvalidDataException>(() => SafeTensors.Load<float>(path));
    }

    [Fact]
    public void So_are_files_that_are_cut_off()
    {
        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Throws<InvalidDataException>(() => SafeTensors.Load<float>(path));
        File.WriteAllBytes(path, [200, 0, 0, 0, 0, 0, 0, 0, 1]);
        Assert.Throws<InvalidDataException>(() => SafeTensors.Load<float>(path));
        Assert.Throws<ArgumentException>(() => SafeTensors.Save<double>(path, [new("a", GradTensor.Scalar(1.0)), new("a", GradTensor.Scalar(1.0))]));
    }

    private void Write(string header, byte[] data) =>
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data]);

    private static void AssertClose(GradTensor<double> expected, GradTensor<double> actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        foreach ((double e, double a) in expected.ToArray().Zip(actual.ToArray())) Approximately.Equal(e, a, 1e-13);
    }
}
