using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Which elements that a loop overwrites are recorded together.</summary>
public class RangesTests
{
    [Theory]
    [InlineData("for (int i = 1; i < n; i++) b[i] = a[i] * s;", "1", "n")]
    [InlineData("for (int i = 0; i <= n; i++) b[i + k] = a[i] * s;", "k", "((n + 1) + k)")]
    [InlineData("for (int i = 0; i < a.Length; i++) b[2 + i - k] = a[i] * s;", "(2 - k)", "(a.Length + (2 - k))")]
    public void What_the_index_numbers_is(string loop, string start, string end)
    {
        Part[] parts = Parts(loop);
        Assert.Equal(2, parts.Length);
        Assert.All(parts, p => Assert.Equal((start, end), (IrText.Of(p.Start), IrText.Of(p.End))));
        Assert.DoesNotContain(Kept(loop).Body.All(), s => s is Pop { Target: ElementPlace });
    }

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) b[i] = Math.Sin(b[i]);")]
    [InlineData("for (int i = 1; i < n; i++) b[i] = a[i] * b[i - 1] * s;")]
    [InlineData("for (int i = 0; i < n; i++) if (a[i] > 0) b[i] = a[i] * s;")]
    [InlineData("for (int i = 0; i < n; i++) { b[i] = a[i] * s; b[0] = s; }")]
    [InlineData("for (int i = 0; i < n; i++) b[i % 3] = a[i] * s;")]
    [InlineData("for (int i = 0; i < n; i++) b[n - i] = a[i] * s;")]
    [InlineData("for (int i = 0; i < n && s > 0; i++) b[i] = a[i] * s;")]
    public void Others_are_not(string loop)
    {
        Assert.Empty(Parts(loop));
        Assert.Contains(Kept(loop).Body.All(), s => s is Pop { Target: ElementPlace });
    }

    [Fact]
    public void Arrays_that_take_turns_are_apart() => Assert.NotEmpty(Parts(
        "double[] u = new double[n], v = new double[n]; for (int t = 0; t < k; t++) { for (int i = 1; i < n; i++) v[i] = u[i] * u[i - 1] + a[i]; (u, v) = (v, u); } s += u[1] * v[1];"));

    [Fact]
    public void Arrays_that_take_turns_and_may_be_one_are_not() => Assert.Empty(Parts(
        "double[] u = b, v = b; for (int t = 0; t < k; t++) { for (int i = 1; i < n; i++) v[i] = u[i] * u[i - 1] + a[i]; (u, v) = (v, u); } s += u[1] * v[1];"));

    [Fact]
    public void Without_the_pass_none_are() =>
        Assert.DoesNotContain(Kept("for (int i = 1; i < n; i++) b[i] = a[i] * s;", new Plan([Plan.Ranges])).Body.All().SelectMany(s => s.Expressions()), e => e is Part);

    private static Part[] Parts(string loop) => [.. Kept(loop).Body.All().OfType<Let>().Select(l => l.Value).OfType<Part>()];

    private static Function Kept(string loop, Plan? plan = null) => DeadCode.Run(Keep.Run(
        new Lowered($"[Differentiable] public static double F(double[] a, double[] b, int n, int k) {{ double s = b[0] * b[1] * b[2]; foreach (double x in b) s = Math.Sin(s) * x; {loop} return s * b[1]; }}").Gradient,
        plan ?? Plan.Full));
}
