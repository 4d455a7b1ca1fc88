using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// Statements in order: the allow-list of statement kinds. A kind that is not named here is an error, so that a C# construct of the
/// future is refused too. <c>{ double y = x; return y; }</c> → <c>Declare y = x; Return y</c>.
/// </summary>
internal static class Blocks
{
    // Later passes walk statements recursively.
    private const int Deepest = 500;

    public static void Lower(BodyScope scope, ImmutableArray<IOperation> statements)
    {
        if (Labels.Any(statements))
        {
            Labels.Lower(scope, statements);
            return;
        }

        foreach (IOperation statement in statements)
        {
            if (Lower(scope, statement))
                break;
        }
    }

    /// <summary>Lowers a statement; true if what follows it is never reached.</summary>
    public static bool Lower(BodyScope scope, IOperation statement)
    {
        // The compiler puts a block around a branch without braces that declares variables: `else if (x is var y) …`.
        if (statement is IBlockOperation block && (block.IsImplicit || block.Syntax is BlockSyntax or CheckedStatementSyntax))
        {
            List<Stmt> inner = scope.Collect(() => Lower(scope, ((IBlockOperation)statement).Operations));
            scope.Emit(inner);
            return Jumps.EndsIn(inner);
        }

        bool leaves = false;
        scope.Statement(statement.Syntax, () =>
        {
            List<Stmt> steps = scope.Collect(() => LowerInPlace(scope, statement));
            scope.Emit(steps);
            leaves = Jumps.EndsIn(steps);
        });
        return leaves;
    }

    /// <summary>As parts of the statement that is being lowered: of an expression body.</summary>
    public static void LowerInPlace(BodyScope scope, ImmutableArray<IOperation> statements)
    {
        foreach (IOperation statement in statements)
            LowerInPlace(scope, statement);
    }

    /// <summary>As a part of the statement that is being lowered: of the head of a loop.</summary>
    public static void LowerInPlace(BodyScope scope, IOperation statement)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (scope.Depth >= Deepest)
            throw new InsufficientExecutionStackException();
        scope.Depth++;
        try
        {
            Dispatch(scope, statement);
        }
        finally
        {
            scope.Depth--;
        }
    }

    private static void Dispatch(BodyScope scope, IOperation statement)
    {
        switch (statement.Kind)
        {
            case OperationKind.VariableDeclarationGroup:
                Declarations.Lower(scope, (IVariableDeclarationGroupOperation)statement);
                break;
            case OperationKind.ExpressionStatement:
                Effects.Lower(scope, ((IExpressionStatementOperation)statement).Operation);
                break;
            case OperationKind.Conditional:
                Ifs.Lower(scope, (IConditionalOperation)statement);
                break;
            case OperationKind.Switch:
                Switches.Lower(scope, (ISwitchOperation)statement);
                break;
            case OperationKind.Loop:
                Loops.Lower(scope, (ILoopOperation)statement);
                break;
            case OperationKind.Branch:
                Leaving.Lower(scope, (IBranchOperation)statement);
                break;
            case OperationKind.Return:
                Leaving.Lower(scope, (IReturnOperation)statement);
                break;
            case OperationKind.Throw:
                Exceptions.LowerThrow(scope, (IThrowOperation)statement);
                break;
            case OperationKind.Empty:
                break;
            case OperationKind.Invalid:
                throw Calls.RefuseInvalid(scope, statement);
            default:
                throw scope.RefuseConstruct(statement);
        }
    }
}
