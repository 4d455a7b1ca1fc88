using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Loops that are left in the middle.</summary>
public class SingleExitTests
{
    [Fact]
    public void A_condition_that_comes_first_is_the_loop_s() => After(
        "[Differentiable] public static double F(double x) { while (x > 1) x /= 2; return x; }",
        """
        double F(double x)
            while (x > 1d) {
                x = (x / 2d)
            }
            return x
        """);

    [Fact]
    public void A_loop_beside_a_branch_that_throws_is_left_to_what_follows() => After(
        """
        [Differentiable] public static double F(double x)
        {
            if (x < 1) { throw new System.ArgumentException(); } else { while (true) { if (x > 9) break; x *= x; } }
            return x * x;
        }
        """,
        """
        double F(double x)
            if (x < 1d) {
                throw new System.ArgumentException()
            }
            while !(x > 9d) {
                x = (x * x)
            }
            var result = (x * x)
            return result
        """);

    [Fact]
    public void A_break_raises_a_flag() => After(
        "[Differentiable] public static double F(double x) { while (x > 1) { if (x > 9) break; x *= x; } return x; }",
        """
        double F(double x)
            var left = false
            while (!left && (x > 1d)) {
                if (x > 9d) {
                    left = true
                } else {
                    x = (x * x)
                }
            }
            return x
        """);

    [Fact]
    public void A_continue_ends_the_round() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { if (i == 2) continue; x *= x; } return x; }",
        """
        double F(double x, !int n)
            var i = 0
            while (i < n) {
                if (i == 2) {
                } else {
                    x = (x * x)
                }
                i = (i + 1)
            }
            return x
        """);

    [Fact]
    public void A_condition_that_comes_last() => After(
        "[Differentiable] public static double F(double x) { do x /= 2; while (x > 1); return x; }",
        """
        double F(double x)
            var left = false
            while !left {
                x = (x / 2d)
                if !(x > 1d) {
                    left = true
                }
            }
            return x
        """);

    [Fact]
    public void A_return_leaves_all_loops() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { for (int j = 0; j < i; j++) { if (x > 9) return x; x *= 2; } } return -x; }",
        """
        double F(double x, !int n)
            var result
            var i = 0
            var returned = false
            while (!returned && (i < n)) {
                var j = 0
                var left = false
                while (!left && (j < i)) {
                    if (x > 9d) {
                        result = x
                        returned = true
                        left = true
                    } else {
                        x = (x * 2d)
                    }
                    j = (j + 1)
                }
                if left {
                }
                i = (i + 1)
            }
            if returned {
            } else {
                result = -x
            }
            return result
        """);

    private static void After(string members, string expected) => Expect.Ir(SingleExit.Run(new Lowered(members).Function), expected);
}
