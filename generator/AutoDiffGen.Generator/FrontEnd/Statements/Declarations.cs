using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>Local declarations: <c>double a = x, b;</c> → <c>Declare a = x; Declare b</c>. Constants are folded where they are used.</summary>
internal static class Declarations
{
    public static void Lower(BodyScope scope, IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclarationOperation declaration in group.Declarations)
        {
            if (!declaration.IgnoredDimensions.IsEmpty)
                throw scope.RefuseConstruct(declaration.Syntax, "A fixed-size buffer");
            foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
                Lower(scope, declarator, declarator.Initializer ?? declaration.Initializer);
        }
    }

    private static void Lower(BodyScope scope, IVariableDeclaratorOperation declarator, IVariableInitializerOperation? initializer)
    {
        ILocalSymbol local = declarator.Symbol;
        if (local.IsRef)
        {
            References.Declare(scope, local, initializer?.Value, declarator.Syntax);
            return;
        }

        if (Elements.TryDeclare(scope, local, initializer?.Value, declarator.Syntax))
            return;
        if (local.IsConst)
        {
            scope.TypeOf(local.Type, declarator.Syntax);
            return;
        }

        // Storage that is only ever this variable's comes into being in it.
        if (initializer is not null && Types.Of(local.Type) is ArrayType or SpanType && !scope.IsHoisted(local) && !scope.IsReassigned(local)
            && Created(scope, local, initializer.Value))
            return;

        // The initializer first: "a lambda" says more than "a value of type Func<double>".
        Expr? value = initializer is null ? null : Values.Lower(scope, initializer.Value);
        IrType type = scope.TypeOf(local.Type, declarator.Syntax);
        if (!scope.IsHoisted(local))
            scope.Emit(new Declare(scope.NewLocal(local, type), value));
        else if (value is not null)
            scope.Emit(new Assign(new LocalPlace(scope.NewLocal(local, type)), value));
    }

    // Of another type than the variable's, the storage gets a name of its own: `ReadOnlySpan<double> s = [x, 2]`.
    private static bool Created(BodyScope scope, ILocalSymbol local, IOperation initializer)
    {
        IrType type = scope.TypeOf(local.Type, initializer.Syntax);
        if (Creations.TryLower(scope, initializer, t => t == type ? scope.NewLocal(local, t) : scope.NewTemporary(t)) is not { } value)
            return false;
        if (value is not Read { Place: LocalPlace place } || place.Var != scope.NewLocal(local, type))
            scope.Emit(new Declare(scope.NewLocal(local, type), value));
        return true;
    }
}
