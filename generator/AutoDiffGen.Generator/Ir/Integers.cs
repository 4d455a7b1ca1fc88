using System.Globalization;

namespace AutoDiffGen.Generator.Ir;

/// <summary>Builds integer expressions.</summary>
internal static class Integers
{
    public static InertConst Constant(int value) => new(value.ToString(CultureInfo.InvariantCulture), IrType.Int32);

    public static Expr Sum(Expr left, Expr right) => (left, right) switch
    {
        (InertConst { Text: "0" }, _) => right,
        (_, InertConst { Text: "0" }) => left,
        (InertConst a, InertConst b) when int.TryParse(a.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int x)
            && int.TryParse(b.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int y) => Constant(unchecked(x + y)),
        _ => new Binary(BinaryOp.Add, left, right, IrType.Int32),
    };
}
