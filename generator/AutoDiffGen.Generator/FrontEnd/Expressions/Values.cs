using System.Runtime.CompilerServices;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Expressions: the allow-list of operation kinds. The value is pure; side effects go into statements before, in C#'s order:
/// <c>x++ * G(x)</c> → <c>t0 = x; x = t0 + 1; t1 = G(x);</c> and the value <c>t0 * t1</c>.
/// </summary>
internal static class Values
{
    public static Expr Lower(BodyScope scope, IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return scope.Bounded(() => Dispatch(scope, operation));
    }

    private static Expr Dispatch(BodyScope scope, IOperation operation)
    {
        if (operation is IConversionOperation conversion && Conversions.LacksCast(conversion))
            throw new RefusalException(null);
        if (operation.ConstantValue.HasValue && operation.Kind != OperationKind.Invalid)
            return Constants.Lower(scope, operation);
        return operation.Kind switch
        {
            OperationKind.LocalReference or OperationKind.ParameterReference => Places.Read(Places.Lower(scope, operation)),
            OperationKind.PropertyReference =>
                StorageMembers.TryLower(scope, (IPropertyReferenceOperation)operation) ?? Places.Read(Places.Lower(scope, operation)),
            OperationKind.ArrayElementReference => Creations.TryLower(scope, operation) ?? Places.Read(Places.Lower(scope, operation)),
            OperationKind.ImplicitIndexerReference => Part(scope, (IImplicitIndexerReferenceOperation)operation),
            OperationKind.FieldReference => Fields.Lower(scope, (IFieldReferenceOperation)operation),
            OperationKind.Unary => Operators.Lower(scope, (IUnaryOperation)operation),
            OperationKind.Binary => Operators.Lower(scope, (IBinaryOperation)operation),
            OperationKind.Conversion => Creations.TryLower(scope, operation) ?? Conversions.Lower(scope, (IConversionOperation)operation),
            OperationKind.Conditional => Conditions.Lower(scope, (IConditionalOperation)operation),
            OperationKind.SwitchExpression => SwitchExpressions.Lower(scope, (ISwitchExpressionOperation)operation),
            OperationKind.IsPattern => Patterns.Lower(scope, (IIsPatternOperation)operation),
            OperationKind.IsType => Patterns.Lower(scope, (IIsTypeOperation)operation),
            OperationKind.Invocation => Calls.Lower(scope, (IInvocationOperation)operation, used: true)!,
            OperationKind.SimpleAssignment => Assignments.Lower(scope, (ISimpleAssignmentOperation)operation),
            OperationKind.CompoundAssignment => Assignments.Lower(scope, (ICompoundAssignmentOperation)operation),
            OperationKind.Increment or OperationKind.Decrement => Assignments.Lower(scope, (IIncrementOrDecrementOperation)operation, used: true),
            OperationKind.DefaultValue => Constants.Default(scope, operation),
            OperationKind.Throw => Exceptions.LowerThrowExpression(scope, (IThrowOperation)operation),
            OperationKind.InterpolatedString when scope.InMessage => Exceptions.Lower(scope, (IInterpolatedStringOperation)operation),
            OperationKind.ArrayCreation => Creations.TryLower(scope, operation)!,
            OperationKind.ObjectCreation when StorageMembers.TryLower(scope, (IObjectCreationOperation)operation) is { } span => span,
            OperationKind.ObjectCreation when scope.InMessage => Exceptions.Lower(scope, (IObjectCreationOperation)operation),
            OperationKind.Invalid => throw Calls.RefuseInvalid(scope, operation),
            // What has no kind of its own on some hosts: `stackalloc`, collection expressions.
            _ => Creations.TryLower(scope, operation) ?? throw scope.RefuseConstruct(operation),
        };
    }

    private static Expr Part(BodyScope scope, IImplicitIndexerReferenceOperation operation) =>
        Types.IsSpan(operation.Instance.Type) && Elements.IsRange(operation)
            ? Elements.Lower(scope, operation.Instance, operation.Argument)
            : Places.Read(Places.Lower(scope, operation));
}
