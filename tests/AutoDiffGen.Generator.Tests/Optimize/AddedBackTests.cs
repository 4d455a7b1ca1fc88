using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Adjoints of elements that are taken, cleared and added back.</summary>
public class AddedBackTests
{
    [Fact]
    public void What_is_added_to_keeps_its_adjoint() => After(
        "[Differentiable] public static void F(Span<double> a, double x) { for (int i = 0; i < a.Length; i++) a[i] += x; }",
        """
        for i = (a.Length - 1); i >= 0; i-- {
            let dElement = da[i]
            dx1 = (dx1 + dElement)
        }
        """);

    [Fact]
    public void What_is_scaled_does_not() => After(
        "[Differentiable] public static void F(Span<double> a, double x) { for (int i = 0; i < a.Length; i++) a[i] = 2 * a[i] + x; }",
        """
        for i = (a.Length - 1); i >= 0; i-- {
            let dElement = da[i]
            da[i] = 0d
            let dT0 = (dElement * 2d)
            da[i] = (da[i] + dT0)
            dx1 = (dx1 + dElement)
        }
        """);

    /// <summary>The loop that reverses.</summary>
    private static void After(string members, string expected) =>
        Expect.Ir(AddedBack.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full))).Body.OfType<For>().Skip(1), expected);
}
