using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Analysis;

/// <summary>Which variables are sums.</summary>
public class AccumulationTests
{
    [Theory]
    [InlineData("s += a[i];")]
    [InlineData("s = a[i] + s;")]
    [InlineData("s -= a[i] * a[i];")]
    [InlineData("if (a[i] > 0) s += a[i];")]
    [InlineData("if (a[i] > 0) s += a[i]; else s -= 2;")]
    [InlineData("for (int j = 0; j < i; j++) s += a[j] * i;")]
    [InlineData("double t = s; t += a[i]; s = t + 1;")]
    [InlineData("if (a[i] < 0) throw new Exception(); s += a[i];")]
    public void A_sum(string round) => Assert.NotNull(Sum(round));

    [Theory]
    [InlineData("s *= a[i];")]
    [InlineData("s = a[i] - s;")]
    [InlineData("s = a[i];")]
    [InlineData("s += s * a[i];")]
    [InlineData("s += a[i]; s += s;")]
    [InlineData("if (s > 0) s += a[i];")]
    [InlineData("for (int j = 0; s < j; j++) s += a[j];")]
    [InlineData("if (a[i] > 0) s = 0;")]
    [InlineData("double t = s; s += a[i]; s += t;")]
    [InlineData("s += a[i]; a[i] = s;")]
    [InlineData("s = Math.Sin(s);")]
    public void No_sum(string round) => Assert.Null(Sum(round));

    private static IReadOnlyCollection<Var>? Sum(string round)
    {
        Prepared prepared = new Lowered(
            "[Differentiable] public static double F(double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { " + round + " } return s; }").Prepared;
        For loop = Assert.Single(prepared.Body.OfType<For>());
        Var carried = Assert.Single(loop.Body.OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().Select(p => p.Var).Where(v => v.Type == IrType.Double).Distinct());
        return Accumulation.Of(carried, loop.Body);
    }
}
