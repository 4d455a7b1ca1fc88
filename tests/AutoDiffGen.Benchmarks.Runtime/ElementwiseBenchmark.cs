using System.Numerics;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Benchmarks.Runtime;

/// <summary>Element-wise work next to a copy of memory that moves as many bytes.</summary>
internal static class ElementwiseBenchmark
{
    public static void Run<T>()
        where T : IFloatingPointIeee754<T>
    {
        foreach (int length in new[] { 4_096, 65_536, 1_048_576 })
        {
            var random = new Random(1);
            GradTensor<T> x = GradTensor.RandomUniform<T>(random, length), y = GradTensor.RandomUniform<T>(random, length), z = x.Clone();
            T[] source = x.ToArray(), target = y.ToArray();
            T small = T.CreateChecked(1e-3);
            (string Name, Action Run)[] work =
            [
                ("copy", () => source.AsSpan().CopyTo(target)),
                ("x += y", () => z.AddInPlace(y)),
                ("x + y", () => _ = x + y),
                ("x + y + z", () => _ = x + y + z),
                ("x * c", () => _ = x * small),
                ("Relu", () => _ = x.Relu()),
                ("Exp", () => _ = x.Exp()),
                ("Tanh", () => _ = x.Tanh()),
                ("Sigmoid", () => _ = x.Sigmoid()),
                ("Sum", () => _ = x.Sum()),
                ("reshape", () => _ = x.Reshape(64, -1)),
            ];
            double[] seconds = Interleaved.Measure([.. work.Select(w => InScope(w.Run))]);
            Console.Write($"  {typeof(T).Name,-6} {length,9:N0}  copy {seconds[0] * 1e6,7:F1} µs; as many copies:");
            for (int i = 1; i < work.Length; i++) Console.Write($"  {work[i].Name} {seconds[i] / seconds[0]:F1}");
            Console.WriteLine();
        }
    }

    // Results whose memory is used again, as in a step of training.
    private static Action InScope(Action action) => () =>
    {
        using TensorScope scope = GradTensor.Scope();
        action();
    };
}
