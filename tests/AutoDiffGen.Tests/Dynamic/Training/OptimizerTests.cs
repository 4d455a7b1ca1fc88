using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Training;

public class OptimizerTests
{
    public static TheoryData<double, double, bool> SgdSettings => new()
    {
        { 0, 0, false }, { 0, 0.1, false }, { 0.9, 0, false }, { 0.9, 0.1, false }, { 0.9, 0, true }, { 0.9, 0.1, true },
    };

    // The rules as PyTorch's documentation states them, entry by entry.
    [Theory]
    [MemberData(nameof(SgdSettings))]
    public void Sgd_follows_its_rule(double momentum, double decay, bool nesterov)
    {
        var (start, gradients) = Problem();
        GradTensor<double> w = Leaf(start);
        var sgd = new Sgd([w], learningRate: 0.1, momentum, decay, nesterov);
        double[] expected = [.. start], velocity = new double[start.Length];
        for (int t = 0; t < gradients.Length; t++)
        {
            w.Grad = GradTensor.Create(gradients[t], start.Length);
            sgd.Step();
            for (int i = 0; i < start.Length; i++)
            {
                double g = gradients[t][i] + decay * expected[i];
                if (momentum != 0)
                {
                    velocity[i] = t == 0 ? g : momentum * velocity[i] + g;
                    g = nesterov ? g + momentum * velocity[i] : velocity[i];
                }

                expected[i] -= 0.1 * g;
                Approximately.Equal(expected[i], w.ToArray()[i], 1e-14, $"step {t}, entry {i}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Adam_follows_its_rule(double decay)
    {
        var (start, gradients) = Problem();
        GradTensor<double> w = Leaf(start);
        var adam = new Adam([w], learningRate: 0.05, weightDecay: decay);
        double[] expected = [.. start], m = new double[start.Length], v = new double[start.Length];
        for (int t = 1; t <= gradients.Length; t++)
        {
            w.Grad = GradTensor.Create(gradients[t - 1], start.Length);
            adam.Step();
            for (int i = 0; i < start.Length; i++)
            {
                double g = gradients[t - 1][i] + decay * expected[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                double mean = m[i] / (1 - Math.Pow(0.9, t)), square = v[i] / (1 - Math.Pow(0.999, t));
                expected[i] -= 0.05 * mean / (Math.Sqrt(square) + 1e-8);
                Approximately.Equal(expected[i], w.ToArray()[i], 1e-13, $"step {t}, entry {i}");
            }
        }
    }

    [Fact]
    public void The_static_forms_do_the_same()
    {
        var (start, gradients) = Problem();
        GradTensor<double> a = Leaf(start), b = Leaf(start), c = Leaf(start);
        var plain = new Sgd([a], 0.1, weightDecay: 0.2);
        var sgd = new Sgd([b], 0.1, 0.8, 0.2, nesterov: true);
        var adam = new Adam([c], 0.1, weightDecay: 0.2);
        double[] p = [.. start], q = [.. start], r = [.. start], velocity = new double[p.Length], mean = new double[p.Length], square = new double[p.Length];
        for (int t = 0; t < gradients.Length; t++)
        {
            a.Grad = b.Grad = c.Grad = GradTensor.Create(gradients[t], p.Length);
            plain.Step();
            sgd.Step();
            adam.Step();
            Sgd.Step<double>(p, gradients[t], 0.1, weightDecay: 0.2);
            Sgd.Step<double>(q, gradients[t], velocity, 0.1, 0.8, 0.2, nesterov: true);
            Adam.Step<double>(r, gradients[t], mean, square, t + 1, 0.1, weightDecay: 0.2);
        }

        Assert.Equal(a.ToArray(), p);
        Assert.Equal(b.ToArray(), q);
        Assert.Equal(c.ToArray(), r);
    }

    [Fact]
    public void The_static_forms_allocate_nothing()
    {
        double[] p = new double[37], g = new double[37], m = new double[37], v = new double[37];
        Step(1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 2; t < 50; t++) Step(t);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step(int t)
        {
            Sgd.Step<double>(p, g, 0.1);
            Sgd.Step<double>(p, g, m, 0.1, 0.9);
            Adam.Step<double>(p, g, m, v, t);
        }
    }

    [Fact]
    public void Single_precision()
    {
        GradTensor<float> w = GradTensor.Create([1f, 2f], [2], requiresGrad: true), b = GradTensor.Create([3f], [1], requiresGrad: true);
        var sgd = new Sgd([w, b], learningRate: 0.5);
        ((w * w).Sum() + b.Sum()).Backward();
        sgd.Step();
        Assert.Equal([0, 0], w.ToArray());
        Assert.Equal([2.5f], b.ToArray());
        sgd.ZeroGrad();
        Assert.Null(w.Grad);
        sgd.LearningRate = 1;
        b.Sum().Backward();
        sgd.Step(); // w has no gradient and stays
        Assert.Equal([0, 0], w.ToArray());
        Assert.Equal(1.5f, b.Item());
        Assert.IsType<Adam>(new Adam([w, b]));
    }

    [Fact]
    public void A_step_counts_as_a_change_in_place()
    {
        GradTensor<double> w = Leaf([2]);
        GradTensor<double> y = w * w;
        y.Backward(retainGraph: true);
        new Sgd([w], 0.1).Step();
        Assert.Throws<InvalidOperationException>(() => y.Backward());
    }

    [Fact]
    public void Finds_a_minimum()
    {
        GradTensor<double> w = Leaf([-1.2, 1]);
        var adam = new Adam([w], learningRate: 0.02);
        for (int i = 0; i < 4000; i++)
        {
            adam.ZeroGrad();
            GradTensor<double> x = w[0], y = w[1];
            ((1 - x).Pow(2) + 100 * (y - x * x).Pow(2)).Backward();
            adam.Step();
        }

        Approximately.Equal(1, w.ToArray()[0], 1e-4);
        Approximately.Equal(1, w.ToArray()[1], 1e-4);
    }

    [Fact]
    public void Says_what_is_wrong()
    {
        GradTensor<double> w = Leaf([2]);
        Assert.Throws<ArgumentException>(() => new Sgd(Array.Empty<GradTensor<double>>(), 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd([w, w], 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd([w * 2], 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd([w], 0.1, nesterov: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd([w], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam([w], beta1: 1));
        Assert.Throws<ArgumentException>(() => Sgd.Step<double>(new double[2], new double[3], 0.1));
        Assert.Throws<ArgumentException>(() => Sgd.Step<double>(new double[2], new double[2], new double[1], 0.1, 0.9));
        Assert.Throws<ArgumentException>(() => Adam.Step<double>(new double[2], new double[2], new double[2], new double[3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Adam.Step<double>(new double[2], new double[2], new double[2], new double[2], 0));
    }

    private static GradTensor<double> Leaf(double[] data) => GradTensor.Create(data, [data.Length], requiresGrad: true);

    private static (double[] Start, double[][] Gradients) Problem()
    {
        var random = new Random(4);
        return (Draw(), [.. Enumerable.Range(0, 6).Select(_ => Draw())]);

        double[] Draw() => GradTensor.RandomNormal<double>(random, 7).ToArray();
    }
}
