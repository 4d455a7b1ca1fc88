namespace AutoDiffGen.Generator.Ir;

/// <summary>Builds real-valued expressions.</summary>
internal static class Reals
{
    private const int MostTerms = 50;

    public static RealConst Constant(double value, IrType type) => new(value, (RealType)type);

    public static Expr Zero(IrType type) => type switch
    {
        RealType real => new RealConst(0.0, real),
        ArrayType => new InertConst("null!", type),
        _ => new InertConst("default", type),
    };

    public static Expr Plus(Expr left, Expr right) => new Binary(BinaryOp.Add, left, right, left.Type);

    public static Expr Minus(Expr left, Expr right) => new Binary(BinaryOp.Subtract, left, right, left.Type);

    public static Expr Times(Expr left, Expr right) => new Binary(BinaryOp.Multiply, left, right, left.Type);

    public static Expr Over(Expr left, Expr right) => new Binary(BinaryOp.Divide, left, right, left.Type);

    public static Expr Negative(Expr operand) => new Unary(UnaryOp.Negate, operand, operand.Type);

    /// <summary>The sum, from left to right.</summary>
    public static Expr Sum(IEnumerable<Expr> terms)
    {
        Expr[] left = terms.ToArray();
        // In groups, and groups of groups: later passes walk expressions recursively.
        while (left.Length > MostTerms)
            left = left.Select((term, i) => (term, i)).GroupBy(t => t.i / MostTerms, t => t.term).Select(g => g.Aggregate(Plus)).ToArray();
        return left.Aggregate(Plus);
    }

    public static bool IsConstant(this Expr expr, double value) => expr is RealConst constant && constant.Value.Equals(value);

    /// <summary>A constant or a variable: costs nothing to repeat.</summary>
    public static bool IsAtom(this Expr expr) => expr is RealConst or InertConst or Read { Place: LocalPlace or StaticPlace };
}
