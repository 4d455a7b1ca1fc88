using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Assignments, as statements and as values: <c>y = x += 2</c> → <c>x = x + 2; y = x</c>; <c>x++</c> as a value →
/// <c>t0 = x; x = t0 + 1</c> and the value <c>t0</c>.
/// </summary>
internal static class Assignments
{
    public static Expr Lower(BodyScope scope, ISimpleAssignmentOperation operation)
    {
        if (operation.IsRef)
            throw scope.RefuseConstruct(operation.Syntax, "Such a 'ref' assignment");
        if (operation.Target is IDiscardOperation)
            return Values.Lower(scope, operation.Value);
        Place target = Places.Target(scope, operation.Target);
        Fragment value = scope.Isolate(() => Values.Lower(scope, operation.Value));
        target = Places.Keep(scope, target, value.Steps);
        scope.Emit(value.Steps);
        Places.Store(scope, target, value.Value);
        return Places.Read(target);
    }

    public static Expr Lower(BodyScope scope, ICompoundAssignmentOperation operation)
    {
        if (operation.OperatorMethod is not null || operation.InConversion.IsUserDefined || operation.OutConversion.IsUserDefined)
            throw scope.RefuseConstruct(operation.Syntax, "A user-defined operator");
        if (Operators.Of(operation.OperatorKind) is not { } op || operation.IsLifted)
            throw scope.RefuseConstruct(operation.Syntax, "Such an operator");
        Place target = Places.Target(scope, operation.Target);
        if (target.Type is InertType { Name: "string" or "string?" })
            throw scope.RefuseConstruct(operation.Syntax, "A concatenation of strings outside an exception's arguments");
        if (op is BinaryOp.Add or BinaryOp.Subtract && operation.Target.Type?.TypeKind == TypeKind.Enum)
            throw scope.RefuseConstruct(operation.Syntax, "Arithmetic on an enum");

        Fragment value = scope.Isolate(() => Values.Lower(scope, operation.Value));
        target = Places.Keep(scope, target, value.Steps);
        Expr old = Operands.Keep(scope, Places.Read(target), value.Steps);
        scope.Emit(value.Steps);
        // The left operand of a shift is widened on its own; both operands of any other operator have one type.
        bool isShift = op is BinaryOp.ShiftLeft or BinaryOp.ShiftRight or BinaryOp.UnsignedShiftRight;
        IrType type = isShift ? Widened(target.Type) : value.Value.Type;
        Expr left = Conversions.To(old, type, operation.IsChecked);
        Expr result = new Binary(op, left, value.Value, type, operation.IsChecked && type is InertType);
        Places.Store(scope, target, Conversions.To(result, target.Type, operation.IsChecked));
        return Places.Read(target);
    }

    public static Expr Lower(BodyScope scope, IIncrementOrDecrementOperation operation, bool used)
    {
        if (operation.OperatorMethod is not null || operation.IsLifted)
            throw scope.RefuseConstruct(operation.Syntax, "A user-defined operator");
        Place target = Places.Target(scope, operation.Target);
        IrType type = Widened(target.Type);
        if (type is not RealType && !Types.IsWideInteger(type))
            throw scope.RefuseConstruct(operation.Syntax, "Arithmetic on an enum");

        Expr old = Places.Read(target);
        bool isOldUsed = used && operation.IsPostfix;
        if (isOldUsed)
            old = scope.Capture(old);
        BinaryOp op = operation.Kind == OperationKind.Increment ? BinaryOp.Add : BinaryOp.Subtract;
        Expr widened = Conversions.To(old, type, operation.IsChecked);
        Expr next = new Binary(op, widened, Constants.One(type), type, operation.IsChecked && type is InertType);
        Places.Store(scope, target, Conversions.To(next, target.Type, operation.IsChecked));
        return isOldUsed ? old : Places.Read(target);
    }

    private static IrType Widened(IrType type) => Types.IsNarrowInteger(type) ? IrType.Int32 : type;
}
