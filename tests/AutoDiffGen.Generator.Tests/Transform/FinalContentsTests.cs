using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Written arrays are left as the method leaves them.</summary>
public class FinalContentsTests
{
    [Fact]
    public void What_is_put_back_is_copied_aside_first() => Vjp(
        "[Differentiable] public static void F(Span<double> a) { a[0] = a[0] * a[1]; }",
        """
        ?
        """);

    [Fact]
    public void What_is_not_put_back_needs_no_copy() => Vjp(
        "[Differentiable] public static void F(Span<double> a) { a[0] = 3 * a[1]; }",
        """
        ?
        """);

    private static void Vjp(string members, string expected) => Expect.Ir(Keep.Run(new Lowered(members).Vjp, recompute: true), expected);
}
