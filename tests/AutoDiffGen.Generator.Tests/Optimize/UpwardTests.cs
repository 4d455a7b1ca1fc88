using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Which loops of the reverse sweep count upwards.</summary>
public class UpwardTests
{
    [Fact]
    public void Rounds_that_only_add_do() => After(
        "[Differentiable] public static double F(double[] a, double x) { double s = 0; for (int i = 0; i < a.Length; i++) s += x * a[i]; return s * s; }",
        """
        ?
        """);

    [Fact]
    public void Rounds_that_hand_on_do_not() => After(
        "[Differentiable] public static double F(double[] a, double x) { for (int i = 0; i < a.Length; i++) x = 2 * x + a[i]; return x; }",
        """
        ?
        """);

    [Fact]
    public void Rounds_that_read_what_others_add_to_do_not() => After(
        "[Differentiable] public static void F(Span<double> a) { for (int i = 1; i < a.Length; i++) a[i] += 2 * a[i - 1]; }",
        """
        ?
        """);

    /// <summary>The loops of the <c>_Vjp</c>, which begin forwards.</summary>
    private static void After(string members, string expected) =>
        Expect.Ir(Upward.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, recompute: true))).Body.Where(s => s is For), expected);
}
