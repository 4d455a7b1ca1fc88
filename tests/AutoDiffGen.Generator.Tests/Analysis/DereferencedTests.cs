using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Xunit;

namespace AutoDiffGen.Generator.Tests.Analysis;

/// <summary>An array is known to be there only after what is evaluated in any case.</summary>
public class DereferencedTests
{
    private static readonly Var Array = new("a", new ArrayType(IrType.Int32, 1), VarRole.Parameter);
    private static readonly Expr Count = new Length(Array.Read);
    private static readonly Expr Flag = new InertConst("true", IrType.Bool);
    private static readonly Expr Zero = new InertConst("0", IrType.Int32);

    [Fact]
    public void Its_length_was_asked_for() => Assert.True(IsKnownAfter(Count));

    [Fact]
    public void An_element_was_read() => Assert.True(IsKnownAfter(new Read(new ElementPlace(new LocalPlace(Array), [Zero], IrType.Int32))));

    [Fact]
    public void A_length_that_nothing_throws_at_says_nothing() => Assert.False(IsKnownAfter(new Length(Array.Read, OrNone: true)));

    [Fact]
    public void A_condition_is_evaluated_and_an_arm_need_not_be()
    {
        Expr isShort = new Binary(BinaryOp.Less, Count, Zero, IrType.Bool);
        Assert.True(IsKnownAfter(new Conditional(isShort, Zero, Zero)));
        Assert.False(IsKnownAfter(new Conditional(Flag, Count, Zero)));
        Assert.False(IsKnownAfter(new Conditional(Flag, Zero, Count)));
        Assert.True(IsKnownAfter(new Binary(BinaryOp.AndAlso, isShort, Flag, IrType.Bool)));
        Assert.False(IsKnownAfter(new Binary(BinaryOp.OrElse, Flag, isShort, IrType.Bool)));
    }

    [Fact]
    public void A_branch_need_not_be_taken() =>
        Assert.False(Dereferenced.By([new If(Flag, [new Let(new Var("n", IrType.Int32, VarRole.Local), Count)], [])]).Contains(Array));

    [Fact]
    public void A_bound_is_not_asked_for_where_a_condition_stops_the_loop_before()
    {
        var loop = new For(new Var("i", IrType.Int32, VarRole.Local), Zero, Count, Inclusive: false, Step: 1, Go: null, []);
        Assert.True(Dereferenced.By([loop]).Contains(Array));
        Assert.False(Dereferenced.By([loop with { Go = Flag }]).Contains(Array));
    }

    private static bool IsKnownAfter(Expr expr) => Dereferenced.By([new Let(new Var("n", expr.Type, VarRole.Local), expr)]).Contains(Array);
}
