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
        return stmt.Origin is { Sweep: not Sweep.Primal } ? base.Visit(stmt) : [stmt];
    }

    public override Expr Visit(Expr expr)
    {
        Expr rebuilt = base.Visit(expr);
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
        Convert { Operand: RealConst { Name: null } constant, To: RealType to } =>
            new RealConst(to.Kind == RealKind.Single ? (float)constant.Value : constant.Value, to),
        _ => expr,
    };

    private static Expr? Negate(Expr a) => a switch
    {
        RealConst { Name: null } constant => constant with { Value = -constant.Value },
        Unary { Op: UnaryOp.Negate } inner => inner.Operand,
        Binary { Op: BinaryOp.Subtract } difference => Reals.Minus(difference.Right, difference.Left),
        _ => null,
    };

    private static Expr? Add(Expr a, Expr b)
    {
        if (Constants(a, b, (x, y) => x + y) is { } folded)
            return folded;
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
        if (Constants(a, b, (x, y) => x - y) is { } folded)
            return folded;
        if (IsZero(b))
            return a;
        if (IsZero(a))
            return Reals.Negative(b);
        return b is Unary { Op: UnaryOp.Negate } right ? Reals.Plus(a, right.Operand) : null;
    }

    private static Expr? Multiply(Expr a, Expr b)
    {
        if (Constants(a, b, (x, y) => x * y) is { } folded)
            return folded;
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
        return a is RealConst && b is Binary { Op: BinaryOp.Multiply, Left: RealConst } product && Constants(a, product.Left, (x, y) => x * y) is { } both
            ? Step(Reals.Times(both, product.Right))
            : null;
    }

    private static Expr? Divide(Expr a, Expr b)
    {
        if (b.IsConstant(1.0))
            return a;
        return a is Unary { Op: UnaryOp.Negate } left ? Step(Reals.Negative(Reals.Over(left.Operand, b))) : null;
    }

    private static bool IsZero(Expr expr) => expr.IsConstant(0.0) || expr.IsConstant(-0.0);

    private static RealConst? Constants(Expr a, Expr b, Func<double, double, double> operation)
    {
        if (a is not RealConst { Name: null } left || b is not RealConst { Name: null } right)
            return null;
        double value = operation(left.Value, right.Value);
        return new RealConst(left.Real.Kind == RealKind.Single ? (float)value : value, left.Real);
    }
}
