using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

/// <summary>Every operation on tensors, against differences.</summary>
public class TensorDerivativeTests
{
    public static TheoryData<string> Operations => [.. TensorOperations.All.Select(o => o.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Agrees_with_differences(string name)
    {
        TensorOperation operation = Operation(name);
        var random = new Random(name.Length * 31 + name[0]);
        foreach (int[][] shapes in operation.Shapes)
        {
            GradTensor<double>[] at = [.. shapes.Select(s => Draw(random, s, operation))];
            GradTensor<double> weights;
            using (Ad.NoGrad())
                weights = GradTensor.RandomNormal<double>(random, operation.Run.Invoke(at).Shape);

            // The sum of all results, each with a weight of its own: every entry of the Jacobian takes part.
            operation.Run.Invoke(at).Backward(weights);
            double[] gradient = [.. at.SelectMany(x => x.Grad!.ToArray())];
            Assert.Equal(at.Select(x => x.Length).Sum(), gradient.Length);
            double[] point = [.. at.SelectMany(x => x.ToArray())];
            GradientCheckResult check = GradientCheck.Run(x => (operation.Run.Invoke(Split(x, shapes)) * weights).Sum().Item(), point, gradient, 1e-7);
            Assert.True(check.Passed, $"{name} at {string.Join("; ", shapes.Select(s => $"({string.Join(", ", s)})"))}: {check}");
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Single_precision_agrees_with_double(string name)
    {
        TensorOperation operation = Operation(name);
        var random = new Random(name.Length * 37 + name[0]);
        foreach (int[][] shapes in operation.Shapes)
        {
            GradTensor<float>[] single = [.. shapes.Select(s => ToSingle(Draw(random, s, operation)))];
            GradTensor<double>[] twin = [.. single.Select(x => GradTensor.Create(Array.ConvertAll(x.ToArray(), e => (double)e), x.Shape, requiresGrad: true))];
            GradTensor<float> y = operation.Run.Invoke(single);
            GradTensor<double> z = operation.Run.Invoke(twin);
            Assert.Equal(z.Shape, y.Shape);
            AssertClose(z, y, name);

            y.Backward(GradTensor.Ones<float>(y.Shape));
            z.Backward(GradTensor.Ones<double>(z.Shape));
            for (int i = 0; i < single.Length; i++) AssertClose(twin[i].Grad!, single[i].Grad!, name);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Records_nothing_where_nothing_is_to_be_recorded(string name)
    {
        TensorOperation operation = Operation(name);
        var random = new Random(5);
        GradTensor<double>[] at = [.. operation.Shapes[^1].Select(s => Draw(random, s, operation))];
        using (Ad.NoGrad())
        {
            GradTensor<double> y = operation.Run.Invoke(at);
            Assert.False(y.RequiresGrad && !at.Contains(y));
            Assert.Null(y.GradFn);
        }

        foreach (GradTensor<double> x in at) x.RequiresGrad = false;
        Assert.False(operation.Run.Invoke(at).RequiresGrad);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Gives_a_gradient_to_those_operands_alone_that_require_one(string name)
    {
        TensorOperation operation = Operation(name);
        var random = new Random(6);
        foreach (int[][] shapes in operation.Shapes)
        {
            if (shapes.Length == 1) continue;
            GradTensor<double>[] both = [.. shapes.Select(s => Draw(random, s, operation))];
            GradTensor<double> y = operation.Run.Invoke(both);
            GradTensor<double> weights = GradTensor.RandomNormal<double>(random, y.Shape);
            y.Backward(weights);
            for (int alone = 0; alone < 2; alone++)
            {
                GradTensor<double>[] one = [.. both.Select((x, i) => GradTensor.Create(x.ToArray(), x.Shape, requiresGrad: i == alone))];
                operation.Run.Invoke(one).Backward(weights);
                Assert.Equal(both[alone].Grad!.ToArray(), one[alone].Grad!.ToArray());
                Assert.Null(one[1 - alone].Grad);
            }
        }
    }

    private static TensorOperation Operation(string name) => TensorOperations.All.Single(o => o.Name == name);

    private static GradTensor<double> Draw(Random random, int[] shape, TensorOperation operation)
    {
        GradTensor<double> x = GradTensor.RandomUniform<double>(random, shape) * (operation.High - operation.Low) + operation.Low;
        x.RequiresGrad = true;
        return x;
    }

    private static GradTensor<float> ToSingle(GradTensor<double> x) =>
        GradTensor.Create(Array.ConvertAll(x.ToArray(), e => (float)e), x.Shape, requiresGrad: true);

    private static GradTensor<double>[] Split(double[] x, int[][] shapes)
    {
        var parts = new GradTensor<double>[shapes.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            int length = shapes[i].Aggregate(1, (a, b) => a * b);
            parts[i] = GradTensor.Create(x[start..(start + length)], shapes[i]);
            start += length;
        }

        return parts;
    }

    private static void AssertClose(GradTensor<double> expected, GradTensor<float> actual, string what)
    {
        float[] y = actual.ToArray();
        double[] z = expected.ToArray();
        double scale = Math.Max(1, z.Length == 0 ? 0 : z.Max(Math.Abs));
        for (int i = 0; i < y.Length; i++)
        {
            if (double.IsNaN(z[i]) && float.IsNaN(y[i])) continue; // the mean of nothing
            Approximately.Equal(z[i] / scale, y[i] / scale, 5e-5, what);
        }
    }
}
