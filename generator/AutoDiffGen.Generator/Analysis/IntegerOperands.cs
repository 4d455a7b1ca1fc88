using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Variables that integer arithmetic or a conversion to an integer reads. With a constant in their place the C# compiler would calculate
/// itself, and refuse a division by zero or an overflow even on a path that is never taken.
/// </summary>
/// <example><code>
/// n = 0;  r = n == 0 ? 0 : 7 % n;        and not        r = 0 == 0 ? 0 : 7 % 0;
/// </code></example>
internal sealed class IntegerOperands
{
    private readonly HashSet<Var> _read;

    private IntegerOperands(Function function) => _read = new HashSet<Var>(function.Body.All()
        .SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).Where(Calculates).SelectMany(e => e.Reads()));

    public static IntegerOperands Of(Function function) => new(function);

    /// <summary>Whether the variable has to stay where its value is this constant.</summary>
    public bool Keep(Var variable, Expr value) => _read.Contains(variable) && !value.Reads().Any();

    private static bool Calculates(Expr expr) => expr is Unary or Binary or Ir.Convert && expr.Type is InertType && expr.Type != IrType.Bool;
}
