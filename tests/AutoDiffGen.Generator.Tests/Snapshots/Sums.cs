using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for loops whose rounds meet only in sums: each is reversed on the spot, and nothing is recorded.</summary>
public class Sums
{
    private const string LogSumExp = """
        [Differentiable]
        public static double F(double[] a)
        {
            double largest = double.NegativeInfinity;
            for (int i = 0; i < a.Length; i++)
                largest = Math.Max(largest, a[i]);
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += Math.Exp(a[i] - largest);
            return largest + Math.Log(sum);
        }
        """;

    [Fact]
    public void Sum_over_an_array() => WithoutTape(Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] a)
        {
            double s = 0;
            for (int i = 0; i < a.Length; i++)
                s += a[i] * a[i];
            return s;
        }
        """));

    [Fact]
    public void Sum_over_each_element() => WithoutTape(Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> a, double scale)
        {
            double s = 0;
            foreach (double x in a)
                s += Math.Sin(scale * x);
            return s / a.Length;
        }
        """));

    [Fact]
    public void Logistic_regression() => WithoutTape(Snapshot.Verify("""
        [Differentiable]
        public static double F(double[] w, [NoGrad] double[] x, [NoGrad] double[] y, double decay)
        {
            double loss = 0;
            for (int i = 0; i < y.Length; i++)
            {
                double margin = 0;
                for (int j = 0; j < w.Length; j++)
                    margin += w[j] * x[i * w.Length + j];
                loss += Math.Log(1 + Math.Exp(-y[i] * margin));
            }

            for (int j = 0; j < w.Length; j++)
                loss += decay * w[j] * w[j];
            return loss;
        }
        """));

    [Fact]
    public void Rosenbrock() => WithoutTape(Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> x)
        {
            double s = 0;
            for (int i = 0; i < x.Length - 1; i++)
            {
                double a = x[i + 1] - x[i] * x[i];
                double b = 1 - x[i];
                s += 100 * a * a + b * b;
            }

            return s;
        }
        """));

    [Fact]
    public void Log_sum_exp() => Snapshot.Verify(LogSumExp);

    [Fact]
    public void Log_sum_exp_records_nothing() => WithoutTape(Snapshot.Verify(LogSumExp, test: nameof(Log_sum_exp)));

    [Fact]
    public void Log_sum_exp_with_a_comparison() => WithoutTape(Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> a)
        {
            double largest = a[0];
            for (int i = 1; i < a.Length; i++)
            {
                if (a[i] > largest)
                    largest = a[i];
            }

            double sum = 0;
            foreach (double x in a)
                sum += Math.Exp(x - largest);
            return largest + Math.Log(sum);
        }
        """));

    private static void WithoutTape(string generated)
    {
        Assert.DoesNotContain("Recorded<", generated, StringComparison.Ordinal);
        Assert.DoesNotContain(".Push(", generated, StringComparison.Ordinal);
    }
}
