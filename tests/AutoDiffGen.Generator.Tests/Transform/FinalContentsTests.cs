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
        void F_Vjp(Span<double> a, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a.Length, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            for i = 0; i < a.Length; i++ {
                let t0 = a[i]
                let t1 = a[0]
                let t2 = (t0 * t1)
                let old = a[i]
                a[i] = t2
                push old
            }
            new final[a.Length]
            effect AutoDiffGen.Runtime.Buffers.Copy<double>(a, final)
            for i = (a.Length - 1); i >= 0; i-- {
                let dElement = da[i]
                da[i] = 0d
                pop a[i]
                let t11 = a[0]
                let dT0 = (dElement * t11)
                let t01 = a[i]
                let dT1 = (dElement * t01)
                da[0] = (da[0] + dT1)
                da[i] = (da[i] + dT0)
            }
            effect AutoDiffGen.Runtime.Buffers.Copy<double>(final, a)
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

    private static void Vjp(string members, string expected) => Expect.Ir(Keep.Run(new Lowered(members).Vjp, Plan.Full), expected);
}
