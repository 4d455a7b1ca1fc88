using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Operands in C#'s order of evaluation. Where a later operand has side effects, the values before it are named first, so that they
/// are what they were when they were evaluated: <c>Math.Sin(x) + (x = 2)</c> → <c>t0 = Math.Sin(x); x = 2;</c> and <c>t0 + x</c>.
/// </summary>
internal static class Operands
{
    public static Expr[] InOrder(BodyScope scope, params IOperation[] operands) =>
        InOrder(scope, operands.Select(o => (Func<Expr>)(() => Values.Lower(scope, o))).ToArray());

    public static Expr[] InOrder(BodyScope scope, params Func<Expr>[] operands)
    {
        var values = new Expr[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            Fragment fragment = scope.Isolate(operands[i]);
            for (int j = 0; j < i; j++)
                values[j] = Keep(scope, values[j], fragment.Steps);
            scope.Emit(fragment.Steps);
            values[i] = fragment.Value;
        }

        return values;
    }

    /// <summary>The value as it is now, whatever the statements that come next do.</summary>
    public static Expr Keep(BodyScope scope, Expr value, IReadOnlyList<Stmt> next) =>
        next.Count == 0 || Survives(value, next) ? value : scope.Capture(value);

    // Whether evaluating the value after the statements gives what it gives before them, and cannot throw in between.
    private static bool Survives(Expr value, IReadOnlyList<Stmt> next) => value switch
    {
        RealConst or InertConst => true,
        Read { Place: LocalPlace local } => !Writes(next, local.Var),
        Read { Place: StaticPlace } => true,
        _ => false,
    };

    private static bool Writes(IReadOnlyList<Stmt> statements, Var variable) => statements.Any(s => s switch
    {
        Let or Allocate or Effect or Exit or Return or Throw or LetSinCos => false,
        Declare declare => declare.Var == variable,
        Assign { Target: ElementPlace } => false,
        Assign assign => assign.Target is not LocalPlace local || local.Var == variable,
        If branch => Writes(branch.Then, variable) || Writes(branch.Else, variable),
        Labelled block => Writes(block.Body, variable),
        Loop loop => Writes(loop.Body, variable),
        Invoke invoke => invoke.Arguments.Any(a => a.Place is LocalPlace local && local.Var == variable),
        _ => true,
    });
}
