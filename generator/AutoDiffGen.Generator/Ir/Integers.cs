using System.Globalization;

namespace AutoDiffGen.Generator.Ir;

/// <summary>Builds integer expressions.</summary>
internal static class Integers
{
    public static InertConst Constant(int value) => new(value.ToString(CultureInfo.InvariantCulture), IrType.Int32);

    /// <summary>The number, where it is one that is written in figures.</summary>
    public static int? Value(Expr expr) =>
        expr is InertConst constant && int.TryParse(constant.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    public static Expr Sum(Expr left, Expr right) => (Value(left), Value(right)) switch
    {
        (0, _) => right,
        (_, 0) => left,
        ({ } a, { } b) => Constant(unchecked(a + b)),
        _ => new Binary(BinaryOp.Add, left, right, IrType.Int32),
    };

    public static Expr Difference(Expr left, Expr right) => (Value(left), Value(right)) switch
    {
        (_, 0) => left,
        ({ } a, { } b) => Constant(unchecked(a - b)),
        _ => new Binary(BinaryOp.Subtract, left, right, IrType.Int32),
    };
}
