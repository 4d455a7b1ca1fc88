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

    /// <summary>The greater of two numbers.</summary>
    public static Expr Max(Expr left, Expr right) => Choice("Max", left, right);

    /// <summary>The lesser of two numbers.</summary>
    public static Expr Min(Expr left, Expr right) => Choice("Min", left, right);

    private static Call Choice(string name, Expr left, Expr right) => new(
        new FunctionRef(FunctionFamily.Math, "Math", name, [new ParameterRef("val1", IrType.Int32, RefMode.Value), new ParameterRef("val2", IrType.Int32, RefMode.Value)], IrType.Int32),
        [left, right]);
}
