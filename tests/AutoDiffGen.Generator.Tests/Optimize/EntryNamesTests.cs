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
        ?
        """);

    [Fact]
    public void A_name_stays_where_the_content_is_used_after_the_change() => After(
        "[Differentiable] public static double F(double x, double y) { while (y > 1) { double old = y; y = x; x = old; } return x * y; }",
        """
        ?
        """);

    private static void After(string members, string expected) => Expect.Ir(EntryNames.Run(new Lowered(members).Prepared.Function), expected);
}
