namespace AutoDiffGen.Generator.Ir;

/// <summary>Comparisons of arrays with <c>null</c>.</summary>
internal static class NullTests
{
    /// <summary><c>array == null</c>.</summary>
    public static Expr Of(Expr array) => new Binary(BinaryOp.Equal, array, new InertConst("null", array.Type), IrType.Bool);

    public static bool Is(Expr expr) => expr is Binary { Op: BinaryOp.Equal, Right: InertConst { Text: "null", Type: ArrayType } };

    /// <summary>Whether an array may be null and the code goes on: then nobody asks for its length unasked.</summary>
    public static bool AreIn(IEnumerable<Stmt> block) => In(block).Any();

    public static IEnumerable<Binary> In(IEnumerable<Stmt> block) => block.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).Where(Is).Cast<Binary>();
}
