using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>How the reverse sweep comes by the values of the forward sweep.</summary>
public class KeepTests
{
    private const string Branch = "[Differentiable] public static double F(double x, double y) { double s = x; if (y > 0) { double t = x + y; s = Math.Exp(t) * t; } return s * s; }";

    [Fact]
    public void Of_a_branch_the_cheap_is_computed_again_and_the_rest_kept() => Gradient(Branch,
        """
        ?
        """);

    [Fact]
    public void Without_recomputation_all_is_kept() => Gradient(Branch,
        """
        ?
        """, recompute: false);

    [Fact]
    public void Of_a_round_what_it_was_handed_is_recorded_and_the_rest_rebuilt() => Gradient(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { double t = Math.Sin(x); x = t * t + x; } return x; }",
        """
        ?
        """);

    [Fact]
    public void Of_a_round_over_elements_nothing_is_recorded() => Gradient(
        "[Differentiable] public static double F(double[] a) { double s = 1; for (int i = 0; i < a.Length; i++) s = 2 * s + Math.Sin(a[i]); return s; }",
        """
        ?
        """);

    [Fact]
    public void An_element_is_put_aside_where_it_is_overwritten_and_put_back() => Gradient(
        "[Differentiable] public static double F(double[] a, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * a[i]; return a[0]; }",
        """
        ?
        """);

    [Fact]
    public void An_element_whose_old_content_nobody_reads_is_not() => Gradient(
        "[Differentiable] public static double F(double[] a, int n) { for (int i = 0; i < n; i++) a[i] = 2 * a[i]; return a[0]; }",
        """
        ?
        """);

    [Fact]
    public void A_branch_that_only_chooses_is_run_again() => Gradient(
        "[Differentiable] public static double F(double x, double[] a) { for (int i = 0; i < a.Length; i++) { double s = a[i] > 0 ? 2 : 3; x = x * s * a[i]; } return x; }",
        """
        ?
        """);

    private static void Gradient(string members, string expected, bool recompute = true) => Expect.Ir(Keep.Run(new Lowered(members).Gradient, recompute), expected);
}
