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
        double F_Grad(double x, double y, out double dx, out double dy)
            let s = x
            var s2
            var t0 = 0d
            if (y > 0d) {
                let t = (x + y)
                t0 = Math.Exp(t)
                s2 = (t0 * t)
            } else {
                s2 = s
            }
            let result = (s2 * s2)
            let dS2 = ((1d * s2) + (1d * s2))
            var dx1
            var dy1
            var ds
            if (y > 0d) {
                let t1 = (x + y)
                let dT0 = (dS2 * t1)
                let dt = ((dS2 * t0) + ((dT0 == 0d) ? 0d : (dT0 * t0)))
                dx1 = dt
                dy1 = dt
                ds = 0d
            } else {
                dx1 = 0d
                dy1 = 0d
                ds = dS2
            }
            let dx2 = (dx1 + ds)
            *dx = dx2
            *dy = dy1
            return result
        """);

    [Fact]
    public void Without_recomputation_all_is_kept() => Gradient(Branch,
        """
        double F_Grad(double x, double y, out double dx, out double dy)
            let s = x
            var s2
            var t = 0d
            var t0 = 0d
            if (y > 0d) {
                t = (x + y)
                t0 = Math.Exp(t)
                s2 = (t0 * t)
            } else {
                s2 = s
            }
            let result = (s2 * s2)
            let dS2 = ((1d * s2) + (1d * s2))
            var dx1
            var dy1
            var ds
            if (y > 0d) {
                let dT0 = (dS2 * t)
                let dt = ((dS2 * t0) + ((dT0 == 0d) ? 0d : (dT0 * t0)))
                dx1 = dt
                dy1 = dt
                ds = 0d
            } else {
                dx1 = 0d
                dy1 = 0d
                ds = dS2
            }
            let dx2 = (dx1 + ds)
            *dx = dx2
            *dy = dy1
            return result
        """, recompute: false);

    [Fact]
    public void Of_a_round_what_it_was_handed_is_recorded_and_the_rest_rebuilt() => Gradient(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < n; i++) { double t = Math.Sin(x); x = t * t + x; } return x; }",
        """
        double F_Grad(double x, !int n, out double dx)
            var x1 = x
            for i = 0; i < n; i++ {
                let x2 = x1
                push x2
                let t = Math.Sin(x2)
                let t0 = (t * t)
                let x3 = (t0 + x2)
                x1 = x3
            }
            var dX1 = 1d
            for i = (Math.Max(n, 0) - 1); i >= 0; i-- {
                pop x21
                let dX = dX1
                let t1 = Math.Sin(x21)
                let dt = ((dX * t1) + (dX * t1))
                let dX2 = (dX + (dt * Math.Cos(x21)))
                dX1 = dX2
            }
            *dx = dX1
            return x1
        """);

    [Fact]
    public void Of_a_round_over_elements_nothing_is_recorded() => Gradient(
        "[Differentiable] public static double F(double[] a) { double s = 1; for (int i = 0; i < a.Length; i++) s = 2 * s + Math.Sin(a[i]); return s; }",
        """
        double F_Grad(double[] a, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Clear<double>(da)
            let s = 1d
            var s1 = s
            for i = 0; i < a.Length; i++ {
                let s2 = s1
                let t0 = (2d * s2)
                let t1 = a[i]
                let t2 = Math.Sin(t1)
                let s3 = (t0 + t2)
                s1 = s3
            }
            var dS1 = 1d
            for i = (a.Length - 1); i >= 0; i-- {
                let dS = dS1
                let t11 = a[i]
                let dT1 = (dS * Math.Cos(t11))
                da[i] = (da[i] + dT1)
                let dS2 = (dS * 2d)
                dS1 = dS2
            }
            return s1
        """);

    [Fact]
    public void An_element_is_put_aside_where_it_is_overwritten_and_put_back() => Gradient(
        "[Differentiable] public static double F(double[] a, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * a[i]; return a[0]; }",
        """
        double F_Grad(double[] a, !int n, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Clear<double>(da)
            for i = 0; i < n; i++ {
                let t0 = a[i]
                let t1 = a[i]
                let t2 = (t0 * t1)
                let old = a[i]
                a[i] = t2
                push old
            }
            let result = a[0]
            new final[a.Length]
            effect AutoDiffGen.Runtime.Buffers.Copy<double>(a, final)
            da[0] = (da[0] + 1d)
            for i = (Math.Max(n, 0) - 1); i >= 0; i-- {
                let dElement = da[i]
                da[i] = 0d
                pop a[i]
                let t11 = a[i]
                let dT0 = (dElement * t11)
                let t01 = a[i]
                let dT1 = (dElement * t01)
                da[i] = (da[i] + dT1)
                da[i] = (da[i] + dT0)
            }
            effect AutoDiffGen.Runtime.Buffers.Copy<double>(final, a)
            return result
        """);

    [Fact]
    public void An_element_whose_old_content_nobody_reads_is_not() => Gradient(
        "[Differentiable] public static double F(double[] a, int n) { for (int i = 0; i < n; i++) a[i] = 2 * a[i]; return a[0]; }",
        """
        double F_Grad(double[] a, !int n, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Clear<double>(da)
            for i = 0; i < n; i++ {
                let t0 = a[i]
                let t1 = (2d * t0)
                a[i] = t1
            }
            let result = a[0]
            da[0] = (da[0] + 1d)
            for i = (Math.Max(n, 0) - 1); i >= 0; i-- {
                let dElement = da[i]
                da[i] = 0d
                let dT0 = (dElement * 2d)
                da[i] = (da[i] + dT0)
            }
            return result
        """);

    [Fact]
    public void A_branch_that_only_chooses_is_run_again() => Gradient(
        "[Differentiable] public static double F(double x, double[] a) { for (int i = 0; i < a.Length; i++) { double s = a[i] > 0 ? 2 : 3; x = x * s * a[i]; } return x; }",
        """
        double F_Grad(double x, double[] a, out double dx, Span<double> da)
            effect AutoDiffGen.Runtime.Buffers.Length<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Apart<double>(da, a, "da")
            effect AutoDiffGen.Runtime.Buffers.Clear<double>(da)
            var x1 = x
            for i = 0; i < a.Length; i++ {
                let x2 = x1
                push x2
                let t0 = a[i]
                let s = double(((t0 > 0d) ? 2 : 3))
                let t1 = (x2 * s)
                let t2 = a[i]
                let x3 = (t1 * t2)
                x1 = x3
            }
            var dX1 = 1d
            for i = (a.Length - 1); i >= 0; i-- {
                pop x21
                let dX = dX1
                let t21 = a[i]
                let dT1 = (dX * t21)
                let t01 = a[i]
                let s1 = double(((t01 > 0d) ? 2 : 3))
                let t11 = (x21 * s1)
                let dT2 = (dX * t11)
                da[i] = (da[i] + dT2)
                let dX2 = (dT1 * s1)
                dX1 = dX2
            }
            *dx = dX1
            return x1
        """);

    private static void Gradient(string members, string expected, bool recompute = true) => Expect.Ir(Keep.Run(new Lowered(members).Gradient, recompute ? Plan.Full : new Plan([Plan.Recompute])), expected);
}
