using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Benchmarks.Runtime;

/// <summary>A step of training of the network of the sample Digits, next to its matrix products alone.</summary>
internal static class StepBenchmark
{
    private const int Batch = 64, Inputs = 64, Hidden = 256, Outputs = 10;

    public static void Run()
    {
        var random = new Random(1);
        var network = new Mlp<float>([Inputs, Hidden, Outputs], random);
        var adam = new Adam(network.Parameters);
        GradTensor<float> x = GradTensor.RandomUniform<float>(random, Batch, Inputs);
        int[] classes = [.. Enumerable.Range(0, Batch).Select(_ => random.Next(Outputs))];
        GradTensor<float> w = network.Parameters[0].Detach(), v = network.Parameters[2].Detach();
        GradTensor<float> h = GradTensor.RandomUniform<float>(random, Batch, Hidden), dh = h.Clone(), dy = GradTensor.RandomUniform<float>(random, Batch, Outputs);
        GradTensor<float> wt = w.T, vt = v.T, dyt = dy.T, dht = dh.T;

        double[] seconds = Interleaved.Measure(Step, Products);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        Console.WriteLine(
            $"  step {seconds[0] * 1e6:F0} µs, its five matrix products {seconds[1] * 1e6:F0} µs, {GC.GetAllocatedBytesForCurrentThread() - before:N0} bytes");

        void Step()
        {
            using TensorScope scope = GradTensor.Scope();
            adam.ZeroGrad(setToNull: false);
            Loss.CrossEntropy(network.Forward(x), classes).Backward();
            adam.Step();
        }

        void Products()
        {
            using TensorScope scope = GradTensor.Scope();
            x.MatMul(wt);
            h.MatMul(vt);
            dyt.MatMul(h);
            dy.MatMul(v);
            dht.MatMul(x);
        }
    }
}
