using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// What evaluating an expression may throw. Code that the method runs only in some rounds, or not at all, must not throw where it is run
/// before them: <c>for (i &lt; n) for (j &lt; 10 / m) …</c> divides by nothing where <c>n</c> is 0.
/// </summary>
internal static class Throwing
{
    /// <summary>Whether the expression may throw, but for the length of an array that is null.</summary>
    public static bool May(Expr expr) => expr.Tree().Any(e => e switch
    {
        Binary { Op: BinaryOp.Divide or BinaryOp.Remainder, Type: InertType, Right: var divisor } =>
            divisor is not InertConst constant || constant.Text.TrimEnd('L', 'U', 'l', 'u') is "0" or "-1",
        Binary { Checked: true } or Unary { Checked: true } or Ir.Convert { Checked: true } => true,
        Read { Place: ElementPlace } or View => true,
        Call call => call.Function.Family != FunctionFamily.Math || call.Function.Name is "Abs" or "Clamp" or "Round" or "Sign",
        _ => false,
    });

    /// <summary>Lengths of arrays that may be null as 0, where the method may not ask for them.</summary>
    public sealed class Lengths(Dereferenced known) : Rewriter
    {
        public override Expr Visit(Expr expr) =>
            expr is Length { Array: Read { Place: LocalPlace { Type: ArrayType } array } } length && !known.Contains(array.Var)
                ? length with { OrNone = true }
                : base.Visit(expr);
    }
}
