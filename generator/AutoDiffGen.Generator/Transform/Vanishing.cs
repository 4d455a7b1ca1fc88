using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Which adjoints may be exactly zero because the path taken does not use the value: it is used in a branch only, or in a loop that may
/// not run. What they are multiplied by may then be infinite, without anything being wrong.
/// </summary>
/// <example><code>
/// k = 1 / x;  if (x > 0) s = k * k;        →        dk is zero where x is; what it is multiplied by, −1 / x², is not finite there
/// </code></example>
internal sealed class Vanishing
{
    private readonly HashSet<Var> _adjoints = [];

    public void Add(Var adjoint) => _adjoints.Add(adjoint);

    /// <param name="adjoint">An adjoint, or what it contributes: a sum of products that have an adjoint for a factor. Null is none.</param>
    public bool Is(Expr? adjoint) => adjoint switch
    {
        null => true,
        RealConst constant => constant.Value == 0.0,
        Read { Place: LocalPlace local } => _adjoints.Contains(local.Var),
        Unary unary => Is(unary.Operand),
        Convert convert => Is(convert.Operand),
        Binary { Op: BinaryOp.Add or BinaryOp.Subtract } sum => Is(sum.Left) && Is(sum.Right),
        Binary { Op: BinaryOp.Multiply } product => Is(product.Left) || Is(product.Right),
        Binary quotient => Is(quotient.Left),
        Conditional guarded when IsGuard(guarded) => Is(guarded.WhenFalse),
        Conditional choice => Is(choice.WhenTrue) || Is(choice.WhenFalse),
        _ => false,
    };

    private static bool IsGuard(Conditional choice) =>
        choice.Condition is Binary { Op: BinaryOp.Equal, Left: Read { Place: LocalPlace { Var.Role: VarRole.Derivative } }, Right: RealConst { Value: 0.0 } };
}
