using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// What is evaluated only on a condition: <c>?:</c>, <c>&amp;&amp;</c>, <c>||</c>. Pure parts stay an expression; a part with side effects
/// becomes a branch: <c>c ? G(x) : y</c> → <c>Declare t0; If (c) { t1 = G(x); t0 = t1 } else { t0 = y }</c> and the value <c>t0</c>.
/// </summary>
internal static class Conditions
{
    public static Expr Lower(BodyScope scope, IConditionalOperation operation)
    {
        if (operation.WhenFalse is null)
            throw scope.RefuseConstruct(operation);
        Expr condition = Values.Lower(scope, operation.Condition);
        if (Constant(condition) is { } known)
            return Values.Lower(scope, known ? operation.WhenTrue : operation.WhenFalse);
        Fragment whenTrue = scope.Isolate(() => Values.Lower(scope, operation.WhenTrue));
        Fragment whenFalse = scope.Isolate(() => Values.Lower(scope, operation.WhenFalse));
        return Choose(scope, condition, whenTrue, whenFalse, scope.TypeOf(operation.Type, operation.Syntax));
    }

    /// <summary>The value of a condition that is the same on every path.</summary>
    public static bool? Constant(Expr condition) =>
        condition is InertConst { Text: "true" } ? true : condition is InertConst { Text: "false" } ? false : null;

    public static Expr Choose(BodyScope scope, Expr condition, Fragment whenTrue, Fragment whenFalse, IrType type)
    {
        if (whenTrue.IsPure && whenFalse.IsPure)
            return new Conditional(condition, whenTrue.Value, whenFalse.Value);
        Var result = scope.NewTemporary(type);
        scope.Emit(new Declare(result));
        scope.Emit(new If(condition, Assigning(scope, result, whenTrue), Assigning(scope, result, whenFalse)));
        return result.Read;
    }

    /// <summary>The steps of a branch, which end by giving the result its value unless they leave.</summary>
    public static EquatableArray<Stmt> Assigning(BodyScope scope, Var result, Fragment branch) =>
        scope.Collect(() =>
        {
            scope.Emit(branch.Steps);
            if (!branch.Leaves)
                scope.Emit(new Assign(new LocalPlace(result), branch.Value));
        }).ToEquatableArray();

    /// <summary><c>left &amp;&amp; right</c>. A constant decides: what it rules out need not have assigned what later code reads.</summary>
    public static Expr And(BodyScope scope, Expr left, Fragment right)
    {
        if (Constant(left) == false)
            return left;
        if (Constant(left) == true)
            return After(scope, right);
        if (!right.IsPure)
            return Choose(scope, left, right, new Fragment([], Constants.False), IrType.Bool);
        return Constant(right.Value) switch
        {
            true => left,
            false => right.Value,
            null => new Binary(BinaryOp.AndAlso, left, right.Value, IrType.Bool),
        };
    }

    /// <summary><c>left || right</c>.</summary>
    public static Expr Or(BodyScope scope, Expr left, Fragment right)
    {
        if (Constant(left) == true)
            return left;
        if (Constant(left) == false)
            return After(scope, right);
        if (!right.IsPure)
            return Choose(scope, left, new Fragment([], Constants.True), right, IrType.Bool);
        return Constant(right.Value) switch
        {
            true => right.Value,
            false => left,
            null => new Binary(BinaryOp.OrElse, left, right.Value, IrType.Bool),
        };
    }

    public static Expr Not(Expr condition) => Constant(condition) switch
    {
        true => Constants.False,
        false => Constants.True,
        null => new Unary(UnaryOp.Not, condition, IrType.Bool),
    };

    private static Expr After(BodyScope scope, Fragment fragment)
    {
        scope.Emit(fragment.Steps);
        return fragment.Value;
    }
}
