using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>What nobody reads goes.</summary>
public class DeadCodeTests
{
    [Fact]
    public void Variables_that_only_feed_one_another() => After(
        "[Differentiable] public static double F(double x, int n) { double s = 0, t = 1; for (int i = 0; i < n; i++) { t = t * x; s = s + t; } return x; }",
        """
        double F(double x, !int n)
            return x
        """);

    [Fact]
    public void One_of_two_that_a_loop_hands_on() => After(
        "[Differentiable] public static double F(double x, int n) { double s = 0, t = 1; for (int i = 0; i < n; i++) { t = t * x; s = s + t; } return t; }",
        """
        double F(double x, !int n)
            let t = 1d
            var t1 = t
            for i = 0; i < n; i++ {
                let t2 = t1
                let t3 = (t2 * x)
                t1 = t3
            }
            return t1
        """);

    [Fact]
    public void An_array_of_its_own_that_nobody_reads() => After(
        "[Differentiable] public static double F(double x, int n) { var t = new double[n]; t[0] = x; return x; }",
        """
        double F(double x, !int n)
            return x
        """);

    [Fact]
    public void An_array_that_is_read_is_filled() => After(
        "[Differentiable] public static double F(double x, int n) { var t = new double[n]; var u = t; t[0] = x; return u[0]; }",
        """
        double F(double x, !int n)
            new t[n]
            let u = t
            t[0] = x
            let result = u[0]
            return result
        """);

    [Fact]
    public void What_the_caller_sees_stays() => After(
        "[Differentiable] public static double F(double x, double[] a, ref double y) { double[] b = a; b[0] = x; y = x; return x; }",
        """
        double F(double x, double[] a, ref double y)
            let b = a
            b[0] = x
            let y1 = x
            *y = y1
            return x
        """);

    [Fact]
    public void Throws_and_guards_stay_and_what_they_read() => After(
        "[Differentiable] public static double F(double x, int n) { double t = x * x; if (t > 9) throw new ArgumentException(); ArgumentOutOfRangeException.ThrowIfNegative(n); double u = t + 1; return x; }",
        """
        double F(double x, !int n)
            let t = (x * x)
            if (t > 9d) {
                throw new System.ArgumentException()
            }
            effect System.ArgumentOutOfRangeException.ThrowIfNegative(n, "n")
            return x
        """);

    private static void After(string members, string expected) => Expect.Ir(DeadCode.Run(new Lowered(members).Prepared.Function), expected);
}
