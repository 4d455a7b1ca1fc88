using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Algebra on derivative code: neutral elements, signs, constants. Never on code of the value, whose bits must stay the method's own.
/// </summary>
/// <example><code>
/// dx = 1 * y;              dx = y;
/// dz = d * (1 / b);   →    dz = d / b;
/// dw = a + -b;             dw = a - b;
/// </code></example>
internal sealed class Simplify : Rewriter
{
    public static Function Run(Function function) => function with { Body = new Simplify().Block(function.Body) };

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        if (stmt is If branch)
            return [branch with { Then = Block(branch.Then), Else = Block(branch.Else) }];
        if (stmt is While loop)
            return [loop with { Body = Block(loop.Body) }];
        if (stmt is For counting)
            return [counting with { Body = Block(counting.Body) }];
        return stmt.Origin is { Sweep: not Sweep.Primal } ? base.Visit(stmt) : [stmt];
    }

    public override Expr Visit(Expr expr)
    {
        Expr rebuilt = Fold.Step(base.Visit(expr));
        return rebuilt.Type is RealType ? Step(rebuilt) : rebuilt;
    }

    private static Expr Step(Expr expr) => expr switch
    {
        Unary { Op: UnaryOp.Plus } plus => plus.Operand,
        Unary { Op: UnaryOp.Negate, Operand: var a } => Negate(a) ?? expr,
        Binary { Op: BinaryOp.Add, Left: var a, Right: var b } => Add(a, b) ?? expr,
        Binary { Op: BinaryOp.Subtract, Left: var a, Right: var b } => Subtract(a, b) ?? expr,
        Binary { Op: BinaryOp.Multiply, Left: var a, Right: var b } => Multiply(a, b) ?? expr,
        Binary { Op: BinaryOp.Divide, Left: var a, Right: var b } => Divide(a, b) ?? expr,
        Conditional choice when choice.WhenTrue.Equals(choice.WhenFalse) => choice.WhenTrue,
        Call { Function: { Family: FunctionFamily.Math, Name: "Pow" }, Arguments: [var x, RealConst { Name: null } exponent] } => Power(x, exponent.Value) ?? expr,
        _ => expr,
    };

    private static Expr? Negate(Expr a) => a switch
    {
        Unary { Op: UnaryOp.Negate } inner => inner.Operand,
        Binary { Op: BinaryOp.Subtract } difference => Reals.Minus(difference.Right, difference.Left),
        _ => null,
    };

    private static Expr? Add(Expr a, Expr b)
    {
        if (IsZero(a))
            return b;
        if (IsZero(b))
            return a;
        if (b is Unary { Op: UnaryOp.Negate } right)
            return Reals.Minus(a, right.Operand);
        if (a is Unary { Op: UnaryOp.Negate } left)
            return Reals.Minus(b, left.Operand);
        return a.Equals(b) ? Reals.Times(Reals.Constant(2.0, a.Type), a) : null;
    }

    private static Expr? Subtract(Expr a, Expr b)
    {
        if (IsZero(b))
            return a;
        if (IsZero(a))
            return Reals.Negative(b);
        return b is Unary { Op: UnaryOp.Negate } right ? Reals.Plus(a, right.Operand) : null;
    }

    private static Expr? Multiply(Expr a, Expr b)
    {
        if (a.IsConstant(1.0))
            return b;
        if (b.IsConstant(1.0))
            return a;
        if (a.IsConstant(-1.0))
            return Step(Reals.Negative(b));
        if (b.IsConstant(-1.0))
            return Step(Reals.Negative(a));
        if (a is Unary { Op: UnaryOp.Negate } left)
            return Step(Reals.Negative(Step(Reals.Times(left.Operand, b))));
        if (b is Unary { Op: UnaryOp.Negate } right)
            return Step(Reals.Negative(Step(Reals.Times(a, right.Operand))));
        if (b is Binary { Op: BinaryOp.Divide } quotient && quotient.Left.IsConstant(1.0))
            return Reals.Over(a, quotient.Right);

        // A constant factor first: 2 * x, and one factor for two.
        if (b is RealConst && a is not RealConst)
            return Step(Reals.Times(b, a));
        return a is RealConst { Name: null } && b is Binary { Op: BinaryOp.Multiply, Left: RealConst { Name: null } } product
            ? Step(Reals.Times(Fold.Step(Reals.Times(a, product.Left)), product.Right))
            : null;
    }

    private static Expr? Divide(Expr a, Expr b)
    {
        if (b.IsConstant(1.0))
            return a;
        return a is Unary { Op: UnaryOp.Negate } left ? Step(Reals.Negative(Reals.Over(left.Operand, b))) : null;
    }

    private static bool IsZero(Expr expr) => expr.IsConstant(0.0) || expr.IsConstant(-0.0);

    /// <summary>A small power as products: not the bits of <c>Math.Pow</c>, so never in the value.</summary>
    private static Expr? Power(Expr x, double exponent) => exponent switch
    {
        0.0 => Reals.Constant(1.0, x.Type),
        1.0 => x,
        2.0 when x.IsAtom() => Reals.Times(x, x),
        3.0 when x.IsAtom() => Reals.Times(Reals.Times(x, x), x),
        _ => null,
    };
}
