using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for methods that call themselves: a function that runs them forward and one that goes back.</summary>
public class RecursiveMethods
{
    [Fact]
    public void A_power_by_recursion() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int n) => n == 0 ? 1 : x * F(x, n - 1);
        """);

    [Fact]
    public void A_sum_over_slices() => Snapshot.Verify("""
        [Differentiable]
        public static double F(ReadOnlySpan<double> a) => Norm(a);

        private static double Norm(ReadOnlySpan<double> a)
        {
            if (a.Length == 1)
                return a[0] * a[0];
            int half = a.Length / 2;
            return Norm(a[..half]) + Norm(a[half..]);
        }
        """);

    [Fact]
    public void Two_methods_that_call_each_other() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int n) => Even(x, n);

        private static double Even(double x, int n) => n == 0 ? x : Math.Sin(Odd(x, n - 1));

        private static double Odd(double x, int n) => x * Even(x, n - 1);
        """);
}
