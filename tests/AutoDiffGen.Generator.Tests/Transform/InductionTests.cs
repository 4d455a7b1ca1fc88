using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Which integers of a loop's rounds are computed back, and how.</summary>
public class InductionTests
{
    [Theory]
    [InlineData("int at = 3; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; at += 2; }", "(at + (2 * i))")]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { for (int j = 0; j < a.Length; j++) s = Math.Sin(s) * a[at++]; }", "(at + (a.Length * i))")]
    public void What_every_round_raises_alike_is_computed_from_the_index(string loop, string entry)
    {
        Stmt[] reverse = Reversed(loop);
        Assert.Contains(reverse.OfType<Let>(), l => IrText.Of(l.Value) == entry);
        Assert.Empty(Recorded(loop));
    }

    [Theory]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { for (int j = i; j < n; j++) s = Math.Sin(s) * a[at++]; }", "((i < n) ? (n - i) : 0)")]
    [InlineData("int at = n; while (s > 1) { s = Math.Sin(s) * a[at]; at -= 2; }", "-2")]
    public void What_a_round_raises_by_a_known_number_is_computed_backwards(string loop, string by)
    {
        Assign undone = Assert.Single(Reversed(loop).OfType<Assign>(), a => a.Target is LocalPlace { Var.Type: var type } && type == IrType.Int32);
        Assert.Equal($"({((LocalPlace)undone.Target).Var.Name} - {by})", IrText.Of(undone.Value));
        Assert.Empty(Recorded(loop));
    }

    [Theory]
    [InlineData("int p = 0, q = 1; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[p] + a[q]; (p, q) = (q, p); }")]
    [InlineData("int p = 0, q = 1, r = 2; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[p] + a[q] * a[r]; (p, q, r) = (r, p, q); }")]
    public void What_rounds_only_swap_is_swapped_back(string loop) => Assert.Empty(Recorded(loop));

    [Theory]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; if (s > 0) at++; }")]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; at = (at + 3) % n; }")]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; checked { at += 2; } }")]
    [InlineData("int at = 0; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; at += (int)a[i]; }")]
    [InlineData("int p = 0, q = 1; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[p] + a[q]; (p, q) = (q, p + 1 > 3 ? 0 : p); }")]
    public void Anything_else_is_recorded(string loop) => Assert.NotEmpty(Recorded(loop));

    [Fact]
    public void Without_the_pass_all_is_recorded() =>
        Assert.Single(Recorded("int at = 3; for (int i = 0; i < n; i++) { s = Math.Sin(s) * a[at]; at += 2; }", new Plan([Plan.Induction])));

    private static string Method(string loop) => $"[Differentiable] public static double F(double[] a, int n) {{ double s = 0.5; {loop} return s; }}";

    private static IEnumerable<Push> Recorded(string loop, Plan? plan = null) =>
        DeadCode.Run(Keep.Run(new Lowered(Method(loop)).Gradient, plan ?? Plan.Full)).Body.All().OfType<Push>().Where(p => p.Value.Type == IrType.Int32);

    private static Stmt[] Reversed(string loop) =>
        [.. DeadCode.Run(Keep.Run(new Lowered(Method(loop)).Gradient, Plan.Full)).Body.Where(s => s is For { Origin.Sweep: Sweep.Reverse }).All()];
}
