using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary><c>return</c>, <c>break</c>, <c>continue</c> and <c>goto</c>: <c>return G(x);</c> → <c>t0 = G(x); Return t0</c>, <c>break;</c> → <c>Exit switch0</c>.</summary>
internal static class Leaving
{
    public static void Lower(BodyScope scope, IReturnOperation operation)
    {
        if (operation.ReturnedValue is not { } returned)
        {
            scope.Emit(new Return(null));
            return;
        }

        Fragment value = scope.Isolate(() => Values.Lower(scope, returned));
        scope.Emit(value.Steps);
        // `return x > 0 ? x : throw …` may leave in every arm; `=> throw …` always does.
        if (!value.Leaves)
            scope.Emit(new Return(value.Value));
    }

    public static void Lower(BodyScope scope, IBranchOperation operation)
    {
        if (operation.BranchKind == BranchKind.GoTo && scope.GotoTargets.TryGetValue(operation.Target, out Action? jump))
        {
            jump();
            return;
        }

        if (!scope.JumpTargets.TryGetValue(operation.Target, out string? label))
            throw scope.RefuseConstruct(operation);
        scope.Emit(new Exit(label));
    }
}
