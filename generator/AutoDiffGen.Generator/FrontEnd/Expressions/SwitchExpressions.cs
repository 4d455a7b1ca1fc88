using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Switch expressions: <c>x switch { &lt; 0 =&gt; -x, var y =&gt; y }</c> with pure arms → nested <see cref="Conditional"/>; with side
/// effects, or where no arm may match, → <c>Declare t0; If … t0 = …; else … Throw SwitchExpressionException</c>.
/// </summary>
internal static class SwitchExpressions
{
    // More arms than this become statements, which nest deeper than expressions may.
    private const int MostArmsOfAnExpression = 40;

    private sealed record Arm(Fragment Test, Fragment Value);

    public static Expr Lower(BodyScope scope, ISwitchExpressionOperation operation)
    {
        IrType type = scope.TypeOf(operation.Type, operation.Syntax);
        Subject subject = Subject.Of(scope, operation.Value, keep: operation.Arms.Select(a => a.Guard).Any(Subject.MayChange));
        bool isTotal = operation.IsExhaustive && subject.IsOfValueTypes;

        var arms = new List<Arm>();
        for (int i = 0; i < operation.Arms.Length; i++)
        {
            ISwitchExpressionArmOperation arm = operation.Arms[i];
            Fragment test = scope.Isolate(() => Guarded(scope, arm.Pattern, arm.Guard, subject));
            // Where some arm always matches and none before did, the last one does.
            if (isTotal && i == operation.Arms.Length - 1 && arm.Guard is null)
                test = test with { Value = Constants.True };
            if (Conditions.Constant(test.Value) == false && test.IsPure)
                continue;
            arms.Add(new Arm(test, scope.Isolate(() => Values.Lower(scope, arm.Value))));
            if (Conditions.Constant(test.Value) == true)
                break;
        }

        return arms.Count > 0 && arms.Count <= MostArmsOfAnExpression
            && arms.All(a => a.Test.IsPure && a.Value.IsPure) && IsAlways(arms[arms.Count - 1])
            ? Pure(arms)
            : Branching(scope, arms, subject, type);
    }

    /// <summary>The pattern and its <c>when</c> guard.</summary>
    public static Expr Guarded(BodyScope scope, IPatternOperation pattern, Microsoft.CodeAnalysis.IOperation? guard, Subject subject)
    {
        Expr test = Patterns.Test(scope, pattern, subject);
        return guard is null ? test : Conditions.And(scope, test, scope.Isolate(() => Values.Lower(scope, guard)));
    }

    private static bool IsAlways(Arm arm) => Conditions.Constant(arm.Test.Value) == true;

    private static Expr Pure(List<Arm> arms)
    {
        Expr value = arms[arms.Count - 1].Value.Value;
        for (int i = arms.Count - 2; i >= 0; i--)
            value = new Conditional(arms[i].Test.Value, arms[i].Value.Value, value);
        return value;
    }

    private static Expr Branching(BodyScope scope, List<Arm> arms, Subject subject, IrType type)
    {
        Var result = scope.NewTemporary(type);
        scope.Emit(new Declare(result));
        List<Stmt> rest = scope.Collect(() => scope.Emit(Exceptions.Unmatched(subject.Value)));
        for (int i = arms.Count - 1; i >= 0; i--)
        {
            Arm arm = arms[i];
            List<Stmt> otherwise = rest;
            rest = scope.Collect(() =>
            {
                EquatableArray<Stmt> then = Conditions.Assigning(scope, result, arm.Value);
                scope.Emit(arm.Test.Steps);
                if (IsAlways(arm))
                    scope.Emit(then);
                else
                    scope.Emit(new If(arm.Test.Value, then, otherwise.ToEquatableArray()));
            });
        }

        scope.Emit(rest);
        return result.Read;
    }
}
