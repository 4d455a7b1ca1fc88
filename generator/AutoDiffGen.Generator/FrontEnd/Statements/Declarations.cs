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
            throw scope.RefuseConstruct(declarator.Syntax, "A 'ref' local");
        if (local.IsConst)
        {
            scope.TypeOf(local.Type, declarator.Syntax);
            return;
        }

        // The initializer first: "an array creation" says more than "a value of type double[]".
        Expr? value = initializer is null ? null : Values.Lower(scope, initializer.Value);
        IrType type = scope.TypeOf(local.Type, declarator.Syntax);
        if (!scope.IsHoisted(local))
            scope.Emit(new Declare(scope.NewLocal(local, type), value));
        else if (value is not null)
            scope.Emit(new Assign(new LocalPlace(scope.NewLocal(local, type)), value));
    }
}
