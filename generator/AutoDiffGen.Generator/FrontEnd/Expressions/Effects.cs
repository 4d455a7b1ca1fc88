using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>Expressions as statements, whose value nobody reads: <c>x++;</c> → <c>x = x + 1</c>, without a name for the old value.</summary>
internal static class Effects
{
    public static void Lower(BodyScope scope, IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Invocation:
                Calls.Lower(scope, (IInvocationOperation)operation, used: false);
                break;
            case OperationKind.Increment or OperationKind.Decrement:
                Assignments.Lower(scope, (IIncrementOrDecrementOperation)operation, used: false);
                break;
            case OperationKind.DeconstructionAssignment:
                Deconstructions.Lower(scope, (IDeconstructionAssignmentOperation)operation);
                break;
            case OperationKind.SimpleAssignment when ((ISimpleAssignmentOperation)operation).IsRef:
                References.Rebind(scope, (ISimpleAssignmentOperation)operation);
                break;
            default:
                Values.Lower(scope, operation);
                break;
        }
    }
}
