namespace AutoDiffGen.Generator.Ir;

/// <summary>Decides what constants decide. Exact: each operation is done in the precision it is written in, as C# would do it.</summary>
/// <example><code>
/// 3.0 - 1.0 → 2.0        3.0 == 0.0 → false        false ? a : b → b
/// </code></example>
internal static class Fold
{
    /// <summary>The expression, whose operands have been folded, as a constant or one of its operands where that is what it is.</summary>
    public static Expr Step(Expr expr) => expr switch
    {
        Unary { Op: UnaryOp.Negate, Operand: RealConst { Name: null } constant } => constant with { Value = -constant.Value },
        Unary { Op: UnaryOp.Not, Operand: InertConst { Text: "true" or "false" } constant } => Truth(constant.Text == "false"),
        Binary { Left: RealConst left, Right: RealConst right } binary => Operation(binary, left, right) ?? expr,
        Binary { Op: BinaryOp.AndAlso, Left: InertConst { Text: "true" or "false" } left } both => left.Text == "true" ? both.Right : left,
        Binary { Op: BinaryOp.OrElse, Left: InertConst { Text: "true" or "false" } left } either => left.Text == "true" ? left : either.Right,
        Conditional { Condition: InertConst { Text: "true" or "false" } decided } choice => decided.Text == "true" ? choice.WhenTrue : choice.WhenFalse,
        Convert { Operand: RealConst { Name: null } constant, To: RealType to } =>
            new RealConst(to.Kind == RealKind.Single ? (float)constant.Value : constant.Value, to),
        _ => expr,
    };

    private static Expr? Operation(Binary binary, RealConst left, RealConst right)
    {
        (double a, double b) = (left.Value, right.Value);
        switch (binary.Op)
        {
            case BinaryOp.Equal:
                return Truth(a == b);
            case BinaryOp.NotEqual:
                return Truth(a != b);
            case BinaryOp.Less:
                return Truth(a < b);
            case BinaryOp.LessOrEqual:
                return Truth(a <= b);
            case BinaryOp.Greater:
                return Truth(a > b);
            case BinaryOp.GreaterOrEqual:
                return Truth(a >= b);
        }

        // A named constant says more than its value.
        if (left.Name is not null || right.Name is not null)
            return null;
        double? value = binary.Op switch
        {
            BinaryOp.Add => a + b,
            BinaryOp.Subtract => a - b,
            BinaryOp.Multiply => a * b,
            BinaryOp.Divide when b != 0 => a / b,
            _ => null,
        };
        return value is null ? null : new RealConst(left.Real.Kind == RealKind.Single ? (float)value.Value : value.Value, left.Real);
    }

    private static InertConst Truth(bool value) => new(value ? "true" : "false", IrType.Bool);
}
