using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Analysis;

/// <summary>Which arrays carry nothing from round to round.</summary>
public class ScratchesTests
{
    [Theory]
    [InlineData("for (int k = 0; k < t.Length; k++) t[k] = a[i] * k; for (int k = 0; k < t.Length; k++) s += t[k];")]
    [InlineData("for (int k = 0; k < n; k++) t[k] = a[i] * k; s += t[2];")]
    [InlineData("for (int k = 1; k < i; k++) t[k] = a[i]; for (int k = 1; k < i; k++) s += t[k];")]
    [InlineData("var u = new double[i]; u[0] = a[i]; s += u[0];")]
    [InlineData("Array.Clear(t); t[0] = a[i]; s += t[0] * t[1];")]
    public void Scratch(string round) => Assert.True(IsScratch(round));

    [Theory]
    [InlineData("t[0] += a[i]; s += t[0];")]
    [InlineData("for (int k = 1; k < t.Length; k++) t[k] = a[i]; s += t[0];")]
    [InlineData("for (int k = 1; k < i; k++) t[k] = a[i]; for (int k = 1; k < n; k++) s += t[k];")]
    [InlineData("for (int k = 0; k < t.Length; k += 2) t[k] = a[i]; s += t[1];")]
    [InlineData("for (int k = 0; k < t.Length; k++) if (a[i] > k) t[k] = a[i]; s += t[1];")]
    [InlineData("for (int k = 0; k < t.Length; k++) t[k] = t[k] + a[i]; s += t[1];")]
    [InlineData("for (int k = 0; k < t.Length; k++) t[k / 2] = a[i]; s += t[3];")]
    [InlineData("for (int k = 0; k < b.Length; k++) b[k] = a[i] * k; s += b[0];")]
    [InlineData("for (int k = 0; k < t.Length; k++) last[k] = a[i]; s += last[0];")]
    public void No_scratch(string round) => Assert.False(IsScratch(round));

    private static bool IsScratch(string round)
    {
        Prepared prepared = new Lowered(
            "[Differentiable] public static double F(double[] a, double[] b, int n) { double s = 0; var t = new double[n]; var last = new double[n]; for (int i = 0; i < a.Length; i++) { "
            + round + " } return s + last[1]; }").Prepared;
        For loop = prepared.Body.OfType<For>().Last();
        return Scratches.Of(prepared.Function, prepared.Body).AreAll(loop.Body);
    }
}
