using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class OriginTests
{
    [Fact]
    public void A_statement_is_one_line() => Assert.Equal(
        [
            ("double y = x * 2", null), ("if (x > 0)", null), ("y = 3", null), ("switch (x)", null), ("return y + G(x)", null), ("return a * a", "G"),
        ],
        Origins(
            """
            [Differentiable] public static double F(double x)
            {
                // Before.
                double y = x /* in between */ *
                    2; // After.
                if (x > 0) // Why.
                {
                    y = 3;
                }
                switch (x) { case 1: y = 3; break; }
                return y
                    + G(x);
            }
            static double G(double a) => a * a;
            """));

    [Fact]
    public void A_long_one_is_cut()
    {
        (string? text, _) = Assert.Single(Origins("[Differentiable] public static double F(double x) => x" + string.Concat(Enumerable.Repeat(" + x", 50)) + ";"));
        Assert.InRange(text!.Length, 95, 100);
        Assert.StartsWith("return x + x + x", text);
        Assert.EndsWith("…", text);
    }

    [Fact]
    public void A_string_over_several_lines_is_one_line() => Assert.Equal(
        [("throw new Exception(@\"a b\")", null)],
        Origins("[Differentiable] public static double F(double x) { throw new Exception(@\"a\n   b\"); }"));

    private static IEnumerable<(string? Text, string? Helper)> Origins(string members)
    {
        var model = Compile.Read(Compile.Of(Expect.InClass(members))).Model!;
        return model.Helpers.Select(h => h.Body!).Prepend(model.Function).SelectMany(f => All(f.Body)).Select(s => (s.Origin?.Text, s.Origin?.Helper)).Distinct();
    }

    private static IEnumerable<Stmt> All(IEnumerable<Stmt> block) =>
        block.SelectMany(s => s is If branch ? [s, .. All(branch.Then), .. All(branch.Else)] : new[] { s });
}
