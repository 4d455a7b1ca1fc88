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
        for i = 0; i < a.Length; i++ {
            let s2 = s1
            let t0 = a[i]
            let t1 = (x * t0)
            let s3 = (s2 + t1)
            s1 = s3
        }
        for i = 0; i < a.Length; i++ {
            let dT0 = (dS1 * x)
            da[i] = (da[i] + dT0)
            let t01 = a[i]
            dx1 = (dx1 + (dS1 * t01))
        }
        """);

    [Theory]
    [InlineData("b[i] = x * a[i];", 1)]
    [InlineData("b[i] = x * a[n - i];", 1)]
    [InlineData("b[i] = x * b[n - i];", -1)]
    [InlineData("b[i + 1] = x * a[i];", -1)]
    [InlineData("Span<double> part = b.Slice(n - i); part[i] = x * a[i];", -1)]
    public void Rounds_that_store_an_element_of_their_own_do(string store, int step)
    {
        string members = $"[Differentiable] public static void F(double[] a, Span<double> b, double x, int n) {{ for (int i = 0; i < n; i++) {{ {store} }} }}";
        For reversed = Upward.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full))).Body.OfType<For>().Single(f => f.Origin?.Sweep == Sweep.Reverse);
        Assert.Equal(step, reversed.Step);
    }

    [Fact]
    public void Rounds_that_hand_on_do_not() => After(
        "[Differentiable] public static double F(double[] a, double x) { for (int i = 0; i < a.Length; i++) x = 2 * x + a[i]; return x; }",
        """
        for i = (a.Length - 1); i >= 0; i-- {
            let dX = dX1
            da[i] = (da[i] + dX)
            let dX2 = (dX * 2d)
            dX1 = dX2
        }
        """);

    [Fact]
    public void Rounds_that_read_what_others_add_to_do_not() => After(
        "[Differentiable] public static void F(Span<double> a) { for (int i = 1; i < a.Length; i++) a[i] += 2 * a[i - 1]; }",
        """
        for i = 1; i < a.Length; i++ {
            let t0 = a[i]
            let t1 = a[(i - 1)]
            let t2 = (2d * t1)
            let t3 = (t0 + t2)
            a[i] = t3
        }
        for i = (a.Length - 1); i >= 1; i-- {
            let dElement = da[i]
            da[i] = 0d
            let dT1 = (dElement * 2d)
            da[(i - 1)] = (da[(i - 1)] + dT1)
            da[i] = (da[i] + dElement)
        }
        """);

    /// <summary>The loops of the <c>_Vjp</c>, which begin forwards.</summary>
    private static void After(string members, string expected) =>
        Expect.Ir(Upward.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full))).Body.Where(s => s is For), expected);
}
