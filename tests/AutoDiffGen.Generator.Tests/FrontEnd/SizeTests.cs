using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class SizeTests
{
    [Theory]
    [InlineData(" + x", 20_000)]
    [InlineData(" * 1.5", 5_000)]
    public void A_long_sum_becomes_shallow_expressions(string term, int count)
    {
        var read = Compile.Read(Compile.Of(Expect.InClass(
            "[Differentiable] public static double F(double x) => x" + string.Concat(Enumerable.Repeat(term, count)) + ";")));
        Assert.Empty(read.Problems);
        Assert.InRange(read.Model!.Function.Body.Max(Height), 40, 110);
    }

    [Fact]
    public void Nested_parentheses_become_shallow_expressions()
    {
        var read = Compile.Read(Compile.Of(Expect.InClass(
            "[Differentiable] public static double F(double x) => " + string.Concat(Enumerable.Repeat("(x * ", 300)) + "x" + new string(')', 300) + ";")));
        Assert.Empty(read.Problems);
        Assert.InRange(read.Model!.Function.Body.Max(Height), 40, 110);
    }

    private static int Height(Stmt statement) => statement switch
    {
        Let let => Height(let.Value),
        Return { Value: { } value } => Height(value),
        _ => 0,
    };

    private static int Height(Expr expression) => expression is Binary binary ? 1 + Math.Max(Height(binary.Left), Height(binary.Right)) : 1;
}
