using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Which running maxima are reversed through the round that decided them.</summary>
public class ExtremaTests
{
    [Fact]
    public void One_that_a_comparison_makes() => After(
        "[Differentiable] public static double F(double[] a) { double m = a[0]; for (int i = 1; i < a.Length; i++) { if (a[i] > m) m = a[i]; } return m; }",
        """
        ?
        """);

    [Theory]
    [InlineData("m = Math.Max(m, a[i]);")]
    [InlineData("x += a[i] * x; if (x > m) m = x;")]
    [InlineData("if (a[i] > m) m = a[i]; a[i] = m;")]
    [InlineData("if (a[i] > m) m = m + a[i];")]
    [InlineData("if (a[i] > m) m = a[i]; x *= m;")]
    public void None_of_others(string round)
    {
        var lowered = new Lowered("[Differentiable] public static double F(double[] a, double x) { double m = 0; for (int i = 0; i < a.Length; i++) { " + round + " } return m * x; }");
        Assert.Equal(lowered.Normal, Extrema.Run(lowered.Normal));
    }

    private static void After(string members, string expected) => Expect.Ir(Extrema.Run(new Lowered(members).Normal), expected);
}
