using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// <c>for</c>, <c>while</c> and <c>do</c>: <c>while (x &gt; G(x)) …</c> →
/// <c>Labelled loop0 { Loop { t0 = G(x); If (!(x &gt; t0)) Exit loop0; … } }</c>. A <c>continue</c> leaves a block around the body.
/// </summary>
internal static class Loops
{
    public static void Lower(BodyScope scope, ILoopOperation operation)
    {
        switch (operation)
        {
            case IForLoopOperation loop:
                foreach (IOperation before in loop.Before)
                    Blocks.LowerInPlace(scope, before);
                Emit(scope, loop, condition: loop.Condition, isTestedFirst: true, bottom: () =>
                {
                    foreach (IOperation step in loop.AtLoopBottom)
                        Blocks.LowerInPlace(scope, step);
                });
                break;
            case IWhileLoopOperation { ConditionIsUntil: false } loop:
                Emit(scope, loop, loop.Condition, loop.ConditionIsTop, bottom: () => { });
                break;
            case IForEachLoopOperation loop:
                ForEach.Lower(scope, loop);
                break;
            default:
                throw scope.RefuseConstruct(operation);
        }
    }

    /// <param name="condition">Null for a loop without one.</param>
    /// <param name="isTestedFirst">The condition comes before the body, not after it.</param>
    /// <param name="bottom">Emits what runs after each round, <c>continue</c> or not.</param>
    private static void Emit(BodyScope scope, ILoopOperation loop, IOperation? condition, bool isTestedFirst, Action bottom) =>
        Emit(scope, loop, round =>
        {
            if (isTestedFirst)
                Test();
            round();
            bottom();
            if (!isTestedFirst)
                Test();

            void Test()
            {
                if (condition is null)
                    return;
                Expr holds = Values.Lower(scope, condition);
                if (Conditions.Constant(holds) != true)
                    scope.Emit(new If(Conditions.Not(holds), [new Exit(scope.JumpTargets[loop.ExitLabel], scope.Origin)], []));
            }
        });

    /// <param name="body">Emits one round; what it is given emits the loop's body.</param>
    public static void Emit(BodyScope scope, ILoopOperation loop, Action<Action> body)
    {
        string label = scope.NewLabel("loop");
        string next = label + ".next";
        scope.JumpTargets.Add(loop.ExitLabel, label);
        scope.JumpTargets.Add(loop.ContinueLabel, next);
        List<Stmt> steps = scope.Collect(() => body(() =>
        {
            List<Stmt> round = scope.Collect(() => Blocks.Lower(scope, loop.Body));
            if (Jumps.Mentions(round, next))
                scope.Emit(new Labelled(next, round.ToEquatableArray()));
            else
                scope.Emit(round);
        }));
        var infinite = new Loop(steps.ToEquatableArray(), scope.Origin);
        if (Jumps.Mentions(steps, label))
            scope.Emit(new Labelled(label, [infinite]));
        else
            scope.Emit(infinite);
    }
}
