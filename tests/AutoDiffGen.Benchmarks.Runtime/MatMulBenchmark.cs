using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Benchmarks.Runtime;

/// <summary>The matrix product next to what the processor's multiply-add units can do at best, on one core.</summary>
internal static class MatMulBenchmark
{
    private const int PeakRounds = 100_000;
    private const int Chains = 10;

    private static double sink;

    public static void Run<T>()
        where T : IFloatingPointIeee754<T>
    {
        foreach (int n in new[] { 64, 128, 256, 512, 1024 })
        {
            var random = new Random(1);
            GradTensor<T> a = GradTensor.RandomNormal<T>(random, n, n), b = GradTensor.RandomNormal<T>(random, n, n);
            bool isDouble = typeof(T) == typeof(double);
            double[] seconds = Interleaved.Measure(isDouble ? PeakDouble : PeakSingle, () => _ = a.MatMul(b));
            double peak = PeakRounds * (double)Chains * Vector256<T>.Count * 2 / seconds[0];
            double rate = 2.0 * n * n * n / seconds[1];
            Console.WriteLine($"  {typeof(T).Name,-6} {n,5} x {n,-5} {rate / 1e9,6:F1} GFlop/s of {peak / 1e9:F1} at best: {rate / peak:P0}");
        }
    }

    // Chains enough that no multiply-add waits for another. The starting points differ, or the compiler would run one chain for all.
    private static void PeakDouble()
    {
        Vector256<double> x = Vector256.Create(0.999999), y = Vector256.Create(1e-9);
        Vector256<double> a = Vector256.Create(1.0), b = Vector256.Create(2.0), c = Vector256.Create(3.0), d = Vector256.Create(4.0), e = Vector256.Create(5.0);
        Vector256<double> f = Vector256.Create(6.0), g = Vector256.Create(7.0), h = Vector256.Create(8.0), i = Vector256.Create(9.0), j = Vector256.Create(10.0);
        for (int round = 0; round < PeakRounds; round++)
        {
            a = Fma.MultiplyAdd(a, x, y);
            b = Fma.MultiplyAdd(b, x, y);
            c = Fma.MultiplyAdd(c, x, y);
            d = Fma.MultiplyAdd(d, x, y);
            e = Fma.MultiplyAdd(e, x, y);
            f = Fma.MultiplyAdd(f, x, y);
            g = Fma.MultiplyAdd(g, x, y);
            h = Fma.MultiplyAdd(h, x, y);
            i = Fma.MultiplyAdd(i, x, y);
            j = Fma.MultiplyAdd(j, x, y);
        }

        sink = (a + b + c + d + e + f + g + h + i + j)[0];
    }

    private static void PeakSingle()
    {
        Vector256<float> x = Vector256.Create(0.999999f), y = Vector256.Create(1e-9f);
        Vector256<float> a = Vector256.Create(1f), b = Vector256.Create(2f), c = Vector256.Create(3f), d = Vector256.Create(4f), e = Vector256.Create(5f);
        Vector256<float> f = Vector256.Create(6f), g = Vector256.Create(7f), h = Vector256.Create(8f), i = Vector256.Create(9f), j = Vector256.Create(10f);
        for (int round = 0; round < PeakRounds; round++)
        {
            a = Fma.MultiplyAdd(a, x, y);
            b = Fma.MultiplyAdd(b, x, y);
            c = Fma.MultiplyAdd(c, x, y);
            d = Fma.MultiplyAdd(d, x, y);
            e = Fma.MultiplyAdd(e, x, y);
            f = Fma.MultiplyAdd(f, x, y);
            g = Fma.MultiplyAdd(g, x, y);
            h = Fma.MultiplyAdd(h, x, y);
            i = Fma.MultiplyAdd(i, x, y);
            j = Fma.MultiplyAdd(j, x, y);
        }

        sink = (a + b + c + d + e + f + g + h + i + j)[0];
    }
}
