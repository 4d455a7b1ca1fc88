using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Written arrays are left as the method leaves them.</summary>
public class FinalContentsTests
{
    [Fact]
    public void What_is_put_back_is_copied_aside_first() => Vjp(
        "[Differentiable] public static void F(Span<double> a) { for (int i = 0; i < a.Length; i++) a[i] *= a[0]; }",
        """
        ?
        """);

    [Fact]
    public void What_is_not_put_back_needs_no_copy() => Vjp(
        "[Differentiable] public static void F(Span<double> a) { a[0] = 3 * a[1]; }",
        """
        void F_Vjp(Span<double> a, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a.Length, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            let t0 = a[1]
            let t1 = (3d * t0)
            a[0] = t1
            let dElement = da[0]
            da[0] = 0d
            let dT0 = (dElement * 3d)
            da[1] = (da[1] + dT0)
        """);

    private static void Vjp(string members, string expected) => Expect.Ir(Keep.Run(new Lowered(members).Vjp, recompute: true), expected);
}
