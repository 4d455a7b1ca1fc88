using System.Numerics.Tensors;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors;

/// <summary>What operations give: the numbers, also where they are special, and the derivatives there.</summary>
public class TensorValueTests
{
    private static readonly double[] Specials =
        [0, -0.0, 1e-300, -1e-300, 1e-17, -1e-9, 3e-5, 0.3, -0.62, 0.63, 1, -1, 5, -20, 40, -40, 300, -300, 710, 1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    public static TheoryData<string, Func<GradTensor<double>, GradTensor<double>>, Func<double, double>> Functions => new()
    {
        { "Exp", x => x.Exp(), Math.Exp },
        { "Log", x => x.Log(), Math.Log },
        { "Sqrt", x => x.Sqrt(), Math.Sqrt },
        { "Abs", x => x.Abs(), Math.Abs },
        { "Sin", x => x.Sin(), Math.Sin },
        { "Cos", x => x.Cos(), Math.Cos },
        { "Tanh", x => x.Tanh(), Math.Tanh },
        { "Sigmoid", x => x.Sigmoid(), x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x)) },
        { "Relu", x => x.Relu(), x => Math.Max(x, 0) },
        { "Softplus", x => x.Softplus(), ExactSoftplus },
        { "Pow 2", x => x.Pow(2), x => Math.Pow(x, 2) },
        { "Pow 3", x => x.Pow(3), x => Math.Pow(x, 3) },
        { "Pow 1", x => x.Pow(1), x => x },
        { "Pow 0", x => x.Pow(0), x => 1 },
        { "Pow -1", x => x.Pow(-1), x => Math.Pow(x, -1) },
        { "Pow 0.5", x => x.Pow(0.5), x => Math.Pow(x, 0.5) },
        { "Clamp", x => x.Clamp(-1, 0.5), x => Math.Clamp(x, -1, 0.5) },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Agrees_with_Math(string name, Func<GradTensor<double>, GradTensor<double>> f, Func<double, double> exact)
    {
        var random = new Random(1);
        double[] at = [.. Specials, .. Enumerable.Range(0, 400).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 2)))];
        double[] y = f(GradTensor.Create(at, at.Length)).ToArray();
        for (int i = 0; i < at.Length; i++)
        {
            if ((name is "Sin" or "Cos") && Math.Abs(at[i]) > 1e9) continue;
            double expected = exact(at[i]);
            double tolerance = Math.Abs(expected) < 1e-290 ? 1e-300 : 1e-14 * Math.Abs(expected);
            Assert.True(
                expected.Equals(y[i]) || Math.Abs(expected - y[i]) <= tolerance, FormattableString.Invariant($"{name}({at[i]:R}): expected {expected:R}, got {y[i]:R}"));
        }
    }

    // The points of the contract's table, and those where a partial derivative is not finite.
    [Fact]
    public void Derivatives_at_special_points()
    {
        Assert.Equal(0, Derivative(x => x.Abs(), 0));
        Assert.Equal(0, Derivative(x => x.Relu(), 0));
        Assert.Equal(1, Derivative(x => x.Clamp(0, 1), 0));
        Assert.Equal(1, Derivative(x => x.Clamp(0, 1), 1));
        Assert.Equal(0, Derivative(x => x.Clamp(0, 1), 1.5));
        Assert.Equal(double.PositiveInfinity, Derivative(x => x.Sqrt(), 0));
        Assert.Equal(0, Derivative(x => x.Sqrt() * 0, 0));
        Assert.Equal(0, Derivative(x => x.Log() * 0, 0));
        Assert.Equal(0, Derivative(x => 1 / x * 0, 0));
        Assert.Equal(0, Derivative(x => x / x.Detach() * 0, 0));
        Assert.Equal(0, Derivative(x => x / 0 * 0, 1));
        Assert.Equal(double.PositiveInfinity, Derivative(x => x / 0, 1));
        Assert.Equal(0, Derivative(x => x.Var() * 0, 1));
        Assert.Equal(0, Derivative(x => x.Std() * 0, 1));
        Assert.Equal(double.NaN, Derivative(x => x.Var(), 1));
        Assert.Equal(0, Derivative(x => x.Exp() * 0, 800));
        Assert.Equal(0, Derivative(x => x.Pow(0.5) * 0, 0));
        Assert.Equal(0, Derivative(x => x.Pow(0), 0));
        Assert.Equal(1, Derivative(x => x.Pow(1), 0));
        Assert.Equal(-12, Derivative(x => x.Pow(2), -6));
        Assert.Equal(0, Derivative(x => x.Pow(GradTensor.Scalar(0.0)), 0));
        Assert.Equal(0, Derivative(x => GradTensor.Scalar(0.0).Pow(x), 2));
        Assert.Equal(0, Derivative(x => GradTensor.Scalar(0.0).Pow(x), 0));
        Assert.Equal(0.5, Derivative(x => GradTensor.Maximum(x, x.Detach()), 2));
        Assert.Equal(0.5, Derivative(x => GradTensor.Minimum(x.Detach(), x), 2));
        Assert.Equal(0, Derivative(x => GradTensor.Where(x.Detach() > 0.0, x.Log(), x * 0), -1)); // not NaN
        Assert.Equal(double.NaN, Derivative(x => x.Abs(), double.NaN));
    }

    [Fact]
    public void Ties_in_reductions_share()
    {
        GradTensor<double> x = GradTensor.Create([3.0, 1, 3, 3], [4], requiresGrad: true);
        x.Max().Backward();
        Assert.Equal([1.0 / 3, 0, 1.0 / 3, 1.0 / 3], x.Grad!.ToArray());
        x.ZeroGrad();
        x.Reshape(2, 2).Min(0).Sum().Backward();
        Assert.Equal([0.5, 1, 0.5, 0], x.Grad!.ToArray());
    }

    [Fact]
    public void Nothing_and_too_little()
    {
        GradTensor<double> nothing = GradTensor.Zeros<double>(0);
        Assert.Equal(0, nothing.Sum().Item());
        Assert.Equal(double.NaN, nothing.Mean().Item());
        Assert.Equal(double.NaN, nothing.Var().Item());
        Assert.Equal(double.NaN, GradTensor.Scalar(1.0).Var().Item());
        Assert.Equal(double.NaN, GradTensor.Scalar(1.0).Std().Item());
        Assert.Equal([0, 0, 0], GradTensor.Zeros<double>(2, 0, 3).Sum(1).Slice(..1).ToArray());
        Assert.Equal([0, 0], GradTensor.Zeros<double>(2, 0).MatMul(GradTensor.Zeros<double>(0, 1)).ToArray());
    }

    [Fact]
    public void Spread()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2, 4, 9], [2, 2], requiresGrad: true);
        Approximately.Equal(38.0 / 3, x.Var().Item(), 1e-15);
        Approximately.Equal(Math.Sqrt(38.0 / 3), x.Std().Item(), 1e-15);
        Assert.Equal([0.5, 12.5], x.Var(1).ToArray());
        GradTensor<double> same = GradTensor.Ones<double>(3);
        same.RequiresGrad = true;
        same.Std().Backward();
        Assert.Equal([0, 0, 0], same.Grad!.ToArray());
    }

    [Fact]
    public void Softmax_of_large_numbers()
    {
        GradTensor<double> x = GradTensor.Create([1000.0, 1000, -1000], 3);
        Assert.Equal([0.5, 0.5, 0], x.Softmax(0).ToArray());
        Approximately.Equal(-2000 - Math.Log(2), x.LogSoftmax(-1).ToArray()[2], 1e-15);
        GradTensor<double> m = GradTensor.RandomNormal<double>(new Random(2), 3, 4, 5);
        foreach (int axis in new[] { 0, 1, 2 }) Assert.All(m.Softmax(axis).Sum(axis).ToArray(), s => Approximately.Equal(1, s, 1e-14));
    }

    [Fact]
    public void Comparisons()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2, 3], 3);
        Assert.Equal([0, 0, 1], (x > 2.0).ToArray());
        Assert.Equal([0, 1, 1], (x >= 2.0).ToArray());
        Assert.Equal([1, 0, 0], (x < 2.0).ToArray());
        Assert.Equal([1, 1, 0], (x <= 2.0).ToArray());
        GradTensor<double> column = GradTensor.Create([2.0, 3], 2, 1);
        Assert.Equal([0, 0, 1, 0, 0, 0], (x > column).ToArray());
        Assert.Equal([1, 0, 0, 1, 1, 0], (x < column).ToArray());
        Assert.Equal([0, 1, 1, 0, 0, 1], (x >= column).ToArray());
        Assert.Equal([1, 1, 0, 1, 1, 1], (x <= column).ToArray());
        Assert.Equal([10, 2, 30], GradTensor.Where([true, false, true], x * 10, x).ToArray());
    }

    [Fact]
    public void ArgMax_is_the_first_of_those_that_tie()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 5, 5, 7, double.NaN, 9], 2, 3);
        Assert.Equal([1, 1], x.ArgMax(1));
        Assert.Equal([1, 1, 1], x.ArgMax(0));
    }

    [Fact]
    public void Matrix_products_of_all_sizes()
    {
        var random = new Random(3);
        foreach ((int m, int n, int k) in new[] { (1, 1, 1), (6, 8, 1), (7, 17, 5), (97, 33, 260), (130, 70, 600), (1, 300, 40), (300, 1, 40), (5, 2100, 20) })
        {
            GradTensor<double> a = GradTensor.RandomNormal<double>(random, m, k), b = GradTensor.RandomNormal<double>(random, k, n);
            double[] product = a.MatMul(b).ToArray();
            double[] x = a.ToArray(), y = b.ToArray();
            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    double sum = 0;
                    for (int p = 0; p < k; p++) sum += x[i * k + p] * y[p * n + j];
                    Approximately.Equal(sum, product[i * n + j], 1e-12, $"{m} {n} {k}");
                }
            }
        }
    }

    // A float that counts to 2²⁴ by ones stops there; sums in halves go on.
    [Fact]
    public void Long_sums_keep_their_digits()
    {
        Assert.Equal((1 << 24) + 1000, GradTensor.Ones<float>((1 << 24) + 1000).Sum().Item());
        double[] tenths = [.. Enumerable.Repeat(0.1, 1_000_000)];
        Approximately.Equal(100_000, GradTensor.Create(tenths, tenths.Length).Sum().Item(), 1e-14);
        Approximately.Equal(0.1, GradTensor.Full(0.1f, 3_000_001).Mean().Item(), 1e-7);

        GradTensor<float> rows = GradTensor.Full(0.1f, 1_000_001, 2), factors = GradTensor.Create([1f, 2], [2], requiresGrad: true);
        Assert.All(rows.Mean(0).ToArray(), mean => Approximately.Equal(0.1, mean, 1e-6));
        Assert.All(rows.Var(0).ToArray(), variance => Approximately.Equal(0, variance, 1e-12));
        (rows * factors).Mean().Backward();
        Assert.All(factors.Grad!.ToArray(), derivative => Approximately.Equal(0.05, derivative, 1e-6));
    }

    [Fact]
    public void Creation()
    {
        Assert.Equal([0, 1, 2, 3], GradTensor.Arange<float>(4).ToArray());
        Assert.Equal(new[,] { { 1.0, 0 }, { 0, 1 } }, GradTensor.Eye<double>(2).ToArray2D());
        Assert.Equal([2.5, 2.5], GradTensor.Full(2.5, 2).ToArray());
        Assert.Equal([], GradTensor.Ones<double>().Shape);
        Assert.Equal(3, GradTensor.Create([3.0]).Item());
        Assert.Equal(0, GradTensor.Create([3.0]).Rank);
        Assert.Equal([2, 2], GradTensor.Create(new[,] { { 1.0, 2 }, { 3, 4 } }, requiresGrad: true).Shape);
        Assert.Equal([1, 2, 3, 4], GradTensor.Create([[1.0, 2], [3, 4]]).ToArray());
        Assert.Equal([1, 2, 3, 4], GradTensor.Create(new List<List<double>> { new() { 1, 2 }, new() { 3, 4 } }).ToArray());
        Assert.Equal([2, 3], GradTensor.Create(stackalloc double[] { 1, 2, 3, 4, 5, 6 }[1..3], [2]).ToArray());
        double[] data = [1, 2];
        GradTensor<double> copied = GradTensor.Create(data, 2);
        data[0] = 5;
        copied.ToArray()[1] = 9;
        Assert.Equal([1, 2], copied.ToArray());
        Assert.Throws<NotSupportedException>(() => GradTensor.Zeros<Half>(2));
    }

    [Fact]
    public void Random_entries()
    {
        double[] normal = GradTensor.RandomNormal<double>(new Random(1), 200, 200).ToArray();
        Assert.Equal(0, normal.Average(), 0.02);
        Assert.Equal(1, normal.Average(x => x * x), 0.02);
        Assert.Equal(3, normal.Average(x => x * x * x * x), 0.1);
        float[] uniform = GradTensor.RandomUniform<float>(new Random(1), 40_000).ToArray();
        Assert.True(uniform.Min() is >= 0 and < 0.001f && uniform.Max() is > 0.999f and < 1);
        Assert.Equal(0.5, uniform.Average(), 0.01);

        double bound = Math.Sqrt(6.0 / (30 + 50));
        double[] xavier = GradTensor.XavierUniform<double>(new Random(1), 30, 50).ToArray();
        Assert.True(xavier.Max() <= bound && xavier.Max() > 0.98 * bound && xavier.Min() >= -bound && xavier.Min() < -0.98 * bound);
        Assert.Equal(2.0 / (300 + 500), GradTensor.XavierNormal<double>(new Random(1), 300, 500).ToArray().Average(x => x * x), 2e-5);
        Assert.Equal(2.0 / (9 * 70), GradTensor.XavierNormal<double>(new Random(1), 30, 40, 3, 3).ToArray().Average(x => x * x), 2e-4);
        Assert.Equal(normal, GradTensor.RandomNormal<double>(new Random(1), 200, 200).ToArray());
    }

    [Fact]
    public void Conversions()
    {
        GradTensor<double> x = GradTensor.Arange<double>(6).Reshape(1, 2, 3);
        var nested = Assert.IsType<List<List<List<double>>>>(x.ToNestedList());
        Assert.Equal([3, 4, 5], nested[0][1]);
        Assert.Equal(7.0, GradTensor.Scalar(7.0).ToNestedList());
        Assert.Equal([0, 1], Assert.IsType<List<double>>(GradTensor.Arange<double>(2).ToNestedList()));
        Assert.Equal(2, Assert.IsType<List<List<double>>>(GradTensor.Zeros<double>(2, 0).ToNestedList()).Count);
        Assert.Empty(Assert.IsType<List<List<double>>>(GradTensor.Zeros<double>(0, 2).ToNestedList()));

        foreach (int[] shape in new[] { [], [3], [2, 3], [2, 1, 3], [0], new[] { 2, 0 } })
        {
            GradTensor<double> original = GradTensor.RandomNormal<double>(new Random(1), shape), copy = GradTensor.FromNestedList<double>(original.ToNestedList());
            Assert.Equal(original.Shape, copy.Shape);
            Assert.Equal(original.ToArray(), copy.ToArray());
        }

        Assert.Equal([2, 1], GradTensor.FromNestedList<double>(new[] { new[] { 1.0 }, new[] { 2.0 } }).Shape);
        Assert.Throws<ArgumentException>(() => GradTensor.FromNestedList<double>(new[] { new[] { 1.0 }, new[] { 2.0, 3.0 } }));
        Assert.Throws<ArgumentException>(() => GradTensor.FromNestedList<double>(new[] { 1f }));
        Assert.Throws<ArgumentException>(() => GradTensor.FromNestedList<double>(new object[] { new[] { 1.0 }, 2.0 }));

        Tensor<double> tensor = x.ToTensor();
        Assert.Equal([1, 2, 3], tensor.Lengths.ToArray());
        Assert.Equal(5, tensor[0, 1, 2]);
        GradTensor<double> back = GradTensor.FromTensor(tensor, requiresGrad: true);
        Assert.True(back.RequiresGrad);
        Assert.Equal(x.ToArray(), back.ToArray());
        Assert.Equal([1, 2, 3], back.Shape);

        var span = new double[7];
        x.CopyTo(span);
        Assert.Equal([0, 1, 2, 3, 4, 5, 0], span);
        Assert.Throws<ArgumentException>(() => x.CopyTo(new double[5]));
        Assert.Throws<InvalidOperationException>(() => x.Item());
        Assert.Throws<InvalidOperationException>(() => x.ToArray2D());
        Assert.Equal(4, GradTensor.Full(4.0, 1, 1).Item());
    }

    [Fact]
    public void Text()
    {
        Assert.Equal("tensor([[0, 0.5], [1, 1.5]])", (GradTensor.Arange<double>(4).Reshape(2, 2) / 2).ToString());
        Assert.Equal("tensor(2, requires a gradient)", GradTensor.Scalar(2f, requiresGrad: true).ToString());
        Assert.Equal("tensor(4, gradFn MultiplyBackward)", (GradTensor.Scalar(2.0, requiresGrad: true) * 2).ToString());
        Assert.Equal("tensor([0, 1, 2, …, 17, 18, 19])", GradTensor.Arange<double>(20).ToString());
        Assert.Equal("tensor([[], []], shape (2, 0))", GradTensor.Zeros<double>(2, 0).ToString());
    }

    [Fact]
    public void Parts()
    {
        GradTensor<double> x = GradTensor.Arange<double>(24).Reshape(2, 3, 4);
        Assert.Equal([20, 21, 22, 23], x[1, 2].ToArray());
        Assert.Equal(23, x[-1, -1, -1].Item());
        Assert.Equal([12, 13, 14, 15], x[1..][.., ..1].Flatten().ToArray());
        Assert.Equal([5, 6, 9, 10, 17, 18, 21, 22], x[.., 1.., 1..^1].ToArray());
        Assert.Equal([2, 2, 2], x[.., 1.., 1..^1].Shape);
        Assert.Equal([0, 4, 8, 12, 16, 20], x.Slice(2, 0, 1).ToArray());
        Assert.Equal([3, 0, 3, 7, 4, 7], x[0].Slice(..2).Gather(1, 3, 0, -1).ToArray());
        GradTensor<double> same = x.Squeeze(0);
        same.AddInPlace(1); // a copy, as all results are
        Assert.Equal([2, 3, 4], same.Shape);
        Assert.Equal(0, x[0, 0, 0].Item());
        GradTensor<double> m = x[0];
        Assert.Equal([1, 0, 4, 7], m.Gather(1, new[,] { { 1, 0 }, { 0, 3 } }).ToArray());
        Assert.Equal([8, 1, 6], m.Gather(0, new[,] { { 2, 0, 1 } }).ToArray());
        Assert.Equal(m.T.ToArray2D()[3, 1], m.ToArray2D()[1, 3]);
        Assert.Equal([4, 2, 3], x.Permute(2, 0, 1).Shape);
        Assert.Equal(x[1, 2, 3].Item(), x.Permute(2, 0, 1)[3, 1, 2].Item());
    }

    // log(1 + e) by its series where e is small.
    private static double ExactSoftplus(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return Math.Max(x, 0) + (e < 1e-4 ? e * (1 - e / 2 * (1 - e * 2 / 3 * (1 - e * 3 / 4))) : Math.Log(1 + e));
    }

    [Fact]
    public void Joined()
    {
        GradTensor<double> x = GradTensor.Create(new[,] { { 1.0, 2 }, { 3, 4 } }), y = GradTensor.Create(new[,] { { 5.0 }, { 6 } });
        Assert.Equal(new[,] { { 1.0, 2, 5 }, { 3, 4, 6 } }, GradTensor.Concat([x, y], axis: 1).ToArray2D());
        Assert.Equal(new[,] { { 1.0, 2, 5, 1, 2 }, { 3, 4, 6, 3, 4 } }, GradTensor.Concat(-1, x, y, x).ToArray2D());
        Assert.Equal([1, 2, 3, 4, 1, 2, 3, 4], GradTensor.Concat([x, x]).ToArray());
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], GradTensor.Stack(-1, x, x).ToArray());
        Assert.Equal([1, 2, 1, 2, 3, 4, 3, 4], GradTensor.Stack([x, x], axis: 1).ToArray());
        Assert.Equal([2, 2, 2], GradTensor.Stack([x, x]).Shape);
        Assert.Throws<ArgumentNullException>(() => GradTensor.Concat([x, null!]));
        Assert.Throws<ArgumentNullException>(() => GradTensor.Stack([null!, x]));
    }

    private static double Derivative(Func<GradTensor<double>, GradTensor<double>> f, double at)
    {
        GradTensor<double> x = GradTensor.Scalar(at, requiresGrad: true);
        f(x).Backward();
        return x.Grad!.Item();
    }
}
