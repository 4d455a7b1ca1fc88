using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>Finds the operations that overflow without a word, and would throw if they were written inside <c>checked(…)</c>.</summary>
internal static class Overflow
{
    /// <summary>Whether the expression, or one inside it that no <c>checked(…)</c> of its own surrounds, is such an operation.</summary>
    public static bool IsSilentIn(Expr expr) => expr switch
    {
        Unary { Checked: true } or Binary { Checked: true } or Ir.Convert { Checked: true } => false,
        Unary { Op: UnaryOp.Negate, Type: InertType } or Binary { Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply, Type: InertType } => true,
        Ir.Convert { Operand.Type: var from, To: InertType to } when !IsWider(to, from) => true,
        _ => expr.Children().Any(IsSilentIn),
    };

    private static bool IsWider(InertType to, IrType from) =>
        from is InertType inert && Range(inert.Name) is var (least, greatest) && Range(to.Name) is var (lower, upper) && lower <= least && upper >= greatest;

    private static (decimal Least, decimal Greatest)? Range(string name) => name switch
    {
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "byte" => (byte.MinValue, byte.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "ushort" or "char" => (ushort.MinValue, ushort.MaxValue),
        "int" => (int.MinValue, int.MaxValue),
        "uint" => (uint.MinValue, uint.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
