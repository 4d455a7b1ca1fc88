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
        double F(double[] a)
            let m = a[0]
            var m1 = m
            var at = -1
            var found = false
            for i = 1; i < a.Length; i++ {
                let found1 = found
                let m2 = m1
                var m4
                let t0 = a[i]
                let at1 = at
                var at2
                var found2
                if (t0 > m2) {
                    m4 = a[i]
                    at2 = i
                    found2 = true
                } else {
                    m4 = m2
                    at2 = at1
                    found2 = found1
                }
                m1 = m4
                at = at2
                found = found2
            }
            var m11
            if found {
                let i1 = at
                m11 = a[i1]
            } else {
                m11 = m
            }
            return m11
        """);

    [Theory]
    [InlineData("m = Math.Min(m, a[i]);")]
    [InlineData("m = Math.Max(m, m + a[i]);")]
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
