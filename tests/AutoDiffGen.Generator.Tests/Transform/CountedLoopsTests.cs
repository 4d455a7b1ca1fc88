using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Which loops count.</summary>
public class CountedLoopsTests
{
    [Fact]
    public void An_index_that_runs_up() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) x *= i; return x; }",
        """
        double F(double x, !int n)
            for i = 0; i < n; i++ {
                x = (x * double(i))
            }
            return x
        """);

    [Fact]
    public void An_index_that_runs_down_in_steps() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = n; i >= 1; i -= 2) x *= i; return x; }",
        """
        double F(double x, !int n)
            for i = n; i >= 1; i -= 2 {
                x = (x * double(i))
            }
            return x
        """);

    [Fact]
    public void A_while_loop_whose_index_is_used_afterwards() => After(
        "[Differentiable] public static double F(double x, int n) { int i = 0; while (i < n) { x *= i; i++; } return x * i; }",
        """
        double F(double x, !int n)
            var i = 0
            for i1 = i; i1 < n; i1++ {
                x = (x * double(i1))
            }
            if (i < n) {
                i = n
            }
            var result = (x * double(i))
            return result
        """);

    [Fact]
    public void A_loop_that_is_left_goes_on_as_long_as_its_flag_says() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { if (x > 9) break; x *= 2; } return x; }",
        """
        double F(double x, !int n)
            var left = false
            for i = 0; !left && i < n; i++ {
                if (x > 9d) {
                    left = true
                } else {
                    x = (x * 2d)
                }
            }
            return x
        """);

    [Fact]
    public void A_bound_that_the_loop_changes_is_none() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { x *= 2; n--; } return x; }",
        """
        double F(double x, !int n)
            var i = 0
            while (i < n) {
                x = (x * 2d)
                n = (n - 1)
                i = (i + 1)
            }
            return x
        """);

    [Fact]
    public void An_index_that_the_body_assigns_does_not_count() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { x *= 2; if (x > 9) i += 2; } return x; }",
        """
        double F(double x, !int n)
            var i = 0
            while (i < n) {
                x = (x * 2d)
                if (x > 9d) {
                    i = (i + 2)
                }
                i = (i + 1)
            }
            return x
        """);

    [Fact]
    public void A_condition_that_reads_elements_is_tested_within() => After(
        "[Differentiable] public static double F(double[] a) { int k = 0; while (a[k] > 0) k++; return a[k]; }",
        """
        double F(double[] a)
            var k = 0
            var go = true
            while go {
                if (a[k] > 0d) {
                    k = (k + 1)
                } else {
                    go = false
                }
            }
            var result = a[k]
            return result
        """);

    private static void After(string members, string expected) => Expect.Ir(CountedLoops.Run(new Lowered(members).Inlined), expected);
}
