using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Training;

public class ScalarMlpTests
{
    [Fact]
    public void Has_layers_of_neurons()
    {
        var network = new Mlp(3, [4, 4, 1], new Random(1));
        Assert.Equal(4 * 4 + 4 * 5 + 5, network.Parameters.Length);
        Assert.Equal([4, 4, 1], network.Layers.Select(l => l.Neurons.Count));
        Assert.False(network.Layers[0].Neurons[0].IsLinear);
        Assert.True(network.Layers[2].Neurons[0].IsLinear);
    }

    [Fact]
    public void Gradient_agrees_with_differences()
    {
        var network = new Mlp(2, [5, 3, 1], new Random(1));
        double[] at = network.Parameters.ToArray(), gradient = new double[at.Length];
        for (int i = 0; i < at.Length; i++) at[i] += 0.05 * (i % 7); // biases that are not 0 as well
        Evaluate(at);
        GradientCheckResult check = GradientCheck.Run(Evaluate, at, (double[])gradient.Clone(), 1e-7);
        Assert.True(check.Passed, check.ToString());

        double Evaluate(double[] parameters)
        {
            parameters.CopyTo(network.Parameters);
            using var tape = new Tape();
            network.Attach(tape);
            Value y = network.Forward(0.7, -1.3)[0];
            Value loss = y * y;
            loss.Backward();
            network.ReadGradient(gradient);
            return loss.Data;
        }
    }

    [Fact]
    public void Learns_and_allocates_nothing()
    {
        double[][] x = [[2, 3, -1], [3, -1, 0.5], [0.5, 1, 1], [1, 1, -1]];
        double[] y = [1, -1, -1, 1];
        var network = new Mlp(3, [8, 8, 1], new Random(5));
        var gradient = new double[network.Parameters.Length];
        using var tape = new Tape();
        double loss = Step();
        for (int i = 0; i < 10; i++) Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 300; i++) loss = Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(loss, 0, 1e-3);

        double Step()
        {
            tape.Reset();
            network.Attach(tape);
            Value sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                Value error = network.Forward(x[i][0], x[i][1], x[i][2])[0] - y[i];
                sum += error * error;
            }

            sum.Backward();
            network.ReadGradient(gradient);
            Sgd.Step<double>(network.Parameters, gradient, 0.01);
            return sum.Data;
        }
    }

    [Fact]
    public void Says_what_is_wrong()
    {
        var network = new Mlp(2, [1], new Random(1));
        Assert.Contains("Attach", Assert.Throws<InvalidOperationException>(() => network.Forward(1, 2)[0]).Message);
        using var tape = new Tape();
        network.Attach(tape);
        Assert.Throws<ArgumentException>(() => network.Forward(1, 2, 3)[0]);
        Assert.Throws<ArgumentException>(() => network.ReadGradient(new double[2]));
        tape.Reset();
        Assert.Throws<InvalidOperationException>(() => network.Forward(1, 2)[0]);
        Assert.Throws<ArgumentException>(() => new Mlp(2, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(0, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(1, [0]));
    }
}
