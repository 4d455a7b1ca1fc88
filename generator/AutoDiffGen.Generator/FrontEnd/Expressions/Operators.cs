using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>Built-in operators: <c>a * b + c</c> → <c>Add(Multiply(a, b), c)</c>. Long sums are walked in a loop, not by recursion.</summary>
internal static class Operators
{
    public static Expr Lower(BodyScope scope, IUnaryOperation operation)
    {
        UnaryOp? op = operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => UnaryOp.Plus,
            UnaryOperatorKind.Minus => UnaryOp.Negate,
            UnaryOperatorKind.Not => UnaryOp.Not,
            UnaryOperatorKind.BitwiseNegation => UnaryOp.Complement,
            _ => null,
        };
        if (op is not { } known || operation.IsLifted)
            throw scope.RefuseConstruct(operation.Syntax, "Such an operator");
        if (operation.OperatorMethod is not null)
            throw scope.RefuseConstruct(operation.Syntax, "A user-defined operator");
        Expr operand = Values.Lower(scope, operation.Operand);
        IrType type = scope.TypeOf(operation.Type, operation.Syntax);
        return known == UnaryOp.Not ? Conditions.Not(operand) : new Unary(known, operand, type, operation.IsChecked && type is InertType);
    }

    public static Expr Lower(BodyScope scope, IBinaryOperation operation)
    {
        if (ComparedWithNull(operation) is { } compared)
        {
            Expr isNull = NullTest(scope, Values.Lower(scope, compared), operation.Syntax);
            return operation.OperatorKind == BinaryOperatorKind.Equals ? isNull : Conditions.Not(isNull);
        }

        var spine = new Stack<IBinaryOperation>();
        IOperation leftmost = operation;
        while (leftmost is IBinaryOperation binary && !binary.ConstantValue.HasValue && ComparedWithNull(binary) is null)
        {
            Check(scope, binary);
            spine.Push(binary);
            leftmost = binary.LeftOperand;
        }

        Expr value = Values.Lower(scope, leftmost);
        while (spine.Count > 0)
        {
            IBinaryOperation level = spine.Pop();
            Fragment right = scope.Isolate(() => Values.Lower(scope, level.RightOperand));
            value = scope.Raise(Combine(scope, level, value, right));
        }

        return value;
    }

    /// <summary>Whether an array is null; refused of a row.</summary>
    public static Expr NullTest(BodyScope scope, Expr array, SyntaxNode at) =>
        array is Read { Place: LocalPlace or StaticPlace, Type: ArrayType } ? NullTests.Of(array) : throw scope.RefuseConstruct(at, "A comparison of arrays or spans");

    /// <summary>The array that the operation compares with <c>null</c>; null where it does something else.</summary>
    private static IOperation? ComparedWithNull(IBinaryOperation operation)
    {
        if (operation.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return null;
        (IOperation left, IOperation right) = (Plain(operation.LeftOperand), Plain(operation.RightOperand));
        return IsNull(right) && Types.Of(left.Type) is ArrayType ? left : IsNull(left) && Types.Of(right.Type) is ArrayType ? right : null;

        static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

        static IOperation Plain(IOperation operand) => operand is IConversionOperation { IsImplicit: true } conversion ? Plain(conversion.Operand) : operand;
    }

    public static BinaryOp? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOp.Add,
        BinaryOperatorKind.Subtract => BinaryOp.Subtract,
        BinaryOperatorKind.Multiply => BinaryOp.Multiply,
        BinaryOperatorKind.Divide => BinaryOp.Divide,
        BinaryOperatorKind.Remainder => BinaryOp.Remainder,
        BinaryOperatorKind.Equals => BinaryOp.Equal,
        BinaryOperatorKind.NotEquals => BinaryOp.NotEqual,
        BinaryOperatorKind.LessThan => BinaryOp.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOp.LessOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOp.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOp.GreaterOrEqual,
        BinaryOperatorKind.ConditionalAnd => BinaryOp.AndAlso,
        BinaryOperatorKind.ConditionalOr => BinaryOp.OrElse,
        BinaryOperatorKind.And => BinaryOp.And,
        BinaryOperatorKind.Or => BinaryOp.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOp.Xor,
        BinaryOperatorKind.LeftShift => BinaryOp.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOp.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOp.UnsignedShiftRight,
        _ => null,
    };

    private static Expr Combine(BodyScope scope, IBinaryOperation operation, Expr left, Fragment right)
    {
        if (operation.OperatorKind == BinaryOperatorKind.ConditionalAnd)
            return Conditions.And(scope, left, right);
        if (operation.OperatorKind == BinaryOperatorKind.ConditionalOr)
            return Conditions.Or(scope, left, right);
        left = Operands.Keep(scope, left, right.Steps);
        scope.Emit(right.Steps);
        IrType type = scope.TypeOf(operation.Type, operation.Syntax);
        return new Binary(Of(operation.OperatorKind)!.Value, left, right.Value, type, operation.IsChecked && left.Type is InertType);
    }

    private static bool IsStorage(IOperation operand) =>
        Types.IsStorage(operand.Type) || (operand is IConversionOperation { IsImplicit: true } conversion && IsStorage(conversion.Operand));

    // Before the operands, which would be refused with less to say.
    private static void Check(BodyScope scope, IBinaryOperation operation)
    {
        if (Of(operation.OperatorKind) is not { } op || operation.IsLifted)
            throw scope.RefuseConstruct(operation.Syntax, "Such an operator");
        if (op is BinaryOp.Equal or BinaryOp.NotEqual && (IsStorage(operation.LeftOperand) || IsStorage(operation.RightOperand)))
            throw scope.RefuseConstruct(operation.Syntax, "A comparison of arrays or spans");
        if (operation.OperatorMethod is not null)
            throw scope.RefuseConstruct(operation.Syntax, "A user-defined operator");
        ITypeSymbol? left = operation.LeftOperand.Type;
        if (op is BinaryOp.Add or BinaryOp.Subtract
            && (left?.TypeKind == TypeKind.Enum || operation.RightOperand.Type?.TypeKind == TypeKind.Enum))
            throw scope.RefuseConstruct(operation.Syntax, "Arithmetic on an enum");
        if (operation.Type?.SpecialType == SpecialType.System_String && !scope.InMessage)
            throw scope.RefuseConstruct(operation.Syntax, "A concatenation of strings outside an exception's arguments");
    }
}
