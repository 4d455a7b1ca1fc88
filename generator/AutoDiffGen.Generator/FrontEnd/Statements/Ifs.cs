using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// <c>if</c> statements: <c>if (x &gt; G(x)) …</c> → <c>t0 = G(x); If (x &gt; t0) …</c>. Of a constant condition only the branch that is
/// taken is kept: the other one need not assign what comes after relies on.
/// </summary>
internal static class Ifs
{
    public static void Lower(BodyScope scope, IConditionalOperation operation)
    {
        Expr condition = Values.Lower(scope, operation.Condition);
        if (Conditions.Constant(condition) is { } known)
        {
            if ((known ? operation.WhenTrue : operation.WhenFalse) is { } taken)
                Blocks.Lower(scope, taken);
            return;
        }

        List<Stmt> then = scope.Collect(() => Blocks.Lower(scope, operation.WhenTrue));
        List<Stmt> otherwise = scope.Collect(() =>
        {
            if (operation.WhenFalse is { } branch)
                Blocks.Lower(scope, branch);
        });
        scope.Emit(new If(condition, then.ToEquatableArray(), otherwise.ToEquatableArray()));
    }
}
