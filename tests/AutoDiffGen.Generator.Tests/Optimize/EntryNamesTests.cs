using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Names of what a round was handed.</summary>
public class EntryNamesTests
{
    [Fact]
    public void A_name_goes_where_all_uses_come_before_the_change() => After(
        "[Differentiable] public static double F(double x) { double y = x; while (y > 1) y = y * y + y; return y; }",
        """
        double F(double x)
            let y = x
            var y1 = y
            while (y1 > 1d) {
                let t0 = (y1 * y1)
                let y3 = (t0 + y1)
                y1 = y3
            }
            return y1
        """);

    [Fact]
    public void A_name_stays_where_the_content_is_used_after_the_change() => After(
        "[Differentiable] public static double F(double x, double y) { while (y > 1) { double old = y; y = x; x = old; } return x * y; }",
        """
        double F(double x, double y)
            var y1 = y
            var x1 = x
            while (y1 > 1d) {
                let x3 = y1
                y1 = x1
                x1 = x3
            }
            let result = (x1 * y1)
            return result
        """);

    private static void After(string members, string expected) => Expect.Ir(EntryNames.Run(new Lowered(members).Prepared.Function), expected);
}
