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
        ?
        """);

    [Fact]
    public void A_break_raises_a_flag() => After(
        "[Differentiable] public static double F(double x) { while (x > 1) { if (x > 9) break; x *= x; } return x; }",
        """
        ?
        """);

    [Fact]
    public void A_continue_ends_the_round() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { if (i == 2) continue; x *= x; } return x; }",
        """
        ?
        """);

    [Fact]
    public void A_condition_that_comes_last() => After(
        "[Differentiable] public static double F(double x) { do x /= 2; while (x > 1); return x; }",
        """
        ?
        """);

    [Fact]
    public void A_return_leaves_all_loops() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { for (int j = 0; j < i; j++) { if (x > 9) return x; x *= 2; } } return -x; }",
        """
        ?
        """);

    private static void After(string members, string expected) => Expect.Ir(SingleExit.Run(new Lowered(members).Function), expected);
}
