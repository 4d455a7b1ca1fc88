using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// <c>ref</c> locals and conditionals, of which nothing is left in the IR: a <c>ref</c> local stands for the place it was bound to, whose
/// index was computed then. <c>ref double r = ref a[i]; i++; r = 2;</c> → <c>t0 = i; i = i + 1; a[t0] = 2</c>.
/// </summary>
internal static class References
{
    public static void Declare(BodyScope scope, ILocalSymbol local, IOperation? target, SyntaxNode at)
    {
        if (Types.IsStorage(local.Type))
            throw scope.RefuseConstruct(at, "A 'ref' local of an array or span");
        scope.TypeOf(local.Type, at);
        if (target is null)
            throw new RefusalException(null);
        if (!MovingReferences.TryDeclare(scope, local, target))
            scope.Refer(local, Bound(scope, target));
    }

    /// <summary><c>r = ref a[i];</c></summary>
    public static void Rebind(BodyScope scope, ISimpleAssignmentOperation operation)
    {
        if (operation.Target is ILocalReferenceOperation { Local: var moved } && scope.Moving.TryGetValue(moved, out MovingReferences? moving))
        {
            (moving ?? throw new RefusalException(null)).Bind(scope, operation.Value);
            return;
        }

        if (operation.Target is not ILocalReferenceOperation { Local: { IsRef: true } local } || !IsInBlockOf(operation.Syntax, local))
            throw scope.RefuseConstruct(operation.Syntax, "Such a 'ref' assignment");
        scope.Refer(local, Bound(scope, operation.Value));
    }

    /// <summary>The place of <c>c ? ref x : ref y</c>.</summary>
    public static Place Lower(BodyScope scope, IConditionalOperation operation)
    {
        Expr condition = Values.Lower(scope, operation.Condition);
        if (Conditions.Constant(condition) is { } known)
            return Places.Lower(scope, known ? operation.WhenTrue : operation.WhenFalse!);
        condition = scope.Capture(condition);
        return new Places.ConditionalPlace(
            condition,
            Arm(scope, operation.WhenTrue, index => new Conditional(condition, index, Elements.Zero)),
            Arm(scope, operation.WhenFalse!, index => new Conditional(condition, Elements.Zero, index)));
    }

    private static Place Bound(BodyScope scope, IOperation target) =>
        Places.Fixed(scope, Places.Lower(scope, target), scope.IsReassigned);

    private static Place Arm(BodyScope scope, IOperation operation, Func<Expr, Expr> when)
    {
        Place? place = null;
        if (scope.Collect(() => place = Places.Lower(scope, operation)).Count > 0)
            throw scope.RefuseConstruct(operation.Syntax, "A 'ref' conditional with side effects");
        // Which array it is then would have to be found on the condition only: there may be no such row.
        if (place is ElementPlace { Array: ElementPlace row } && Places.MayBeReplaced(scope, row))
            throw scope.RefuseConstruct(operation.Syntax, "A 'ref' conditional with an element of a row that may be replaced");
        return Places.Fixed(scope, place!, scope.IsReassigned, when);
    }

    /// <summary>Whether it is certain to be what runs after the declaration: a statement of the same block, in which no <c>goto</c> ends.</summary>
    public static bool IsInBlockOf(SyntaxNode assignment, ILocalSymbol local) =>
        assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } && !block.Statements.Any(s => s is LabeledStatementSyntax)
        && local.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax own } } && own == block);
}
