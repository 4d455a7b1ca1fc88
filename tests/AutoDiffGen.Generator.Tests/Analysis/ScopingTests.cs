using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;
using Xunit;

namespace AutoDiffGen.Generator.Tests.Analysis;

/// <summary>A pass that leaves a reader behind is found out.</summary>
public class ScopingTests
{
    private static readonly Expr Condition = new InertConst("true", IrType.Bool);

    [Theory]
    [InlineData("double y = x * x; return y + 1;")]
    [InlineData("double y; if (x > 0) y = x; else y = -x; return y;")]
    [InlineData("double y = 0; while (y < x) { double t = y * y; y += t + 1; } return y;")]
    public void What_is_declared_is_read(string body)
    {
        Function function = Flat(body);
        Assert.Same(function, Scoping.Required(function));
    }

    [Fact]
    public void What_a_branch_declares_is_gone_after_it()
    {
        Function function = Flat("double y = x * x; return y;");
        Function moved = function with { Body = [new If(Condition, [function.Body[0]], []), function.Body[1]] };
        Assert.Contains("'y'", Assert.Throws<InvalidOperationException>(() => Scoping.Required(moved)).Message);
    }

    [Fact]
    public void What_a_round_sets_is_there_after_it_only_if_it_is_declared_before()
    {
        Function function = Flat("double y; y = x * x; return y;");
        EquatableArray<Stmt> round = [function.Body[1]];
        Scoping.Required(function with { Body = [function.Body[0], new While(Condition, round), function.Body[2]] });
        round = [function.Body[0], function.Body[1]];
        Assert.Throws<InvalidOperationException>(() => Scoping.Required(function with { Body = [new While(Condition, round), function.Body[2]] }));
    }

    private static Function Flat(string body) => SingleExit.Run(new Lowered($"[Differentiable] public static double F(double x) {{ {body} }}").Function);
}
