using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Conversions between scalars, which C# often leaves unwritten: <c>n * x</c> → <c>Multiply(Convert(n, double), x)</c>. Those that change
/// nothing are dropped. An active value may become an integer, whose derivative is zero, but no type that would hide it.
/// </summary>
internal static class Conversions
{
    public static Expr Lower(BodyScope scope, IConversionOperation operation)
    {
        IOperation operand = operation.Operand;
        // `x > 0 ? x : throw …`: the exception is converted to nothing.
        if (operand is IThrowOperation thrown)
        {
            Exceptions.LowerThrow(scope, thrown);
            return Constants.Zero(scope.TypeOf(operation.Type, operation.Syntax));
        }

        if (operand.Kind == OperationKind.Invalid || operation.Type is null or { TypeKind: TypeKind.Error })
            throw Calls.RefuseInvalid(scope, operand);
        CommonConversion conversion = operation.Conversion;
        IrType? to = Types.Of(operation.Type);
        if (to is null && scope.InMessage && Text(scope, operation) is { } text)
            return text;
        bool fromReal = Types.Of(operand.Type)?.Content() is RealType;
        if (fromReal && to is null)
            throw scope.Refuse("ADG026", operation.Syntax, Types.Shown(operation.Type));
        // A user-defined conversion to a span is one of the language from C# 14 on.
        if (to is SpanType && Types.IsStorage(operand.Type))
            return OfStorage(Values.Lower(scope, operand), to) ?? throw scope.RefuseConstruct(operation.Syntax, "Such a conversion");
        if (conversion.IsUserDefined || operation.OperatorMethod is not null)
            throw scope.RefuseConstruct(operation.Syntax, "A user-defined conversion");
        if (!conversion.Exists)
            throw new RefusalException(null);

        Expr value = Values.Lower(scope, operand);
        IrType target = scope.TypeOf(operation.Type, operation.Syntax);
        if (conversion.IsIdentity || value.Type == target)
            return value;
        if (!conversion.IsNumeric && !IsBetweenScalars(operand.Type, operation.Type))
            throw scope.RefuseConstruct(operation.Syntax, "Such a conversion");
        return To(value, target, operation.IsChecked);
    }

    /// <summary>One that C# asks a cast for, and that has none, is an error that the compiler reports: <c>int n = x</c>.</summary>
    public static bool LacksCast(IConversionOperation operation) => operation.IsImplicit && !operation.Conversion.IsImplicit;

    /// <summary>The value in another scalar type, unless it has it already.</summary>
    public static Expr To(Expr value, IrType type, bool isChecked) =>
        value.Type == type ? value : new Ir.Convert(value, type, isChecked && type is InertType);

    /// <summary>The array or span as one of another type, which refers to the same elements; null where C# has no such conversion.</summary>
    public static Expr? OfStorage(Expr value, IrType type) => (value.Type, type) switch
    {
        (var from, _) when from == type => value,
        (ArrayType { Rank: 1 } from, SpanType to) when from.Element == to.Element => new Ir.Convert(value, to),
        (SpanType from, SpanType { IsReadOnly: true } to) when from.Element == to.Element => new Ir.Convert(value, to),
        _ => null,
    };

    /// <summary>Whether values of the type are numbers, or convert to them as enums do.</summary>
    public static bool IsNumberLike(IrType? type) => type is RealType or InertType and not { CSharp: "string" or "string?" or "bool" };

    // Enums and integers convert to each other and to the reals, though the compiler does not call that numeric.
    private static bool IsBetweenScalars(ITypeSymbol? from, ITypeSymbol to) => IsNumberLike(Types.Of(from)) && IsNumberLike(Types.Of(to));

    // Among an exception's arguments a value may be boxed; an unwritten conversion stays unwritten.
    private static Expr? Text(BodyScope scope, IConversionOperation operation)
    {
        CommonConversion conversion = operation.Conversion;
        if (conversion.IsUserDefined || operation.Type is not { IsReferenceType: true } type || !conversion.Exists)
            return null;
        // In generated code it may be one of another kind, whose text is another.
        if (Types.IsStorage(operation.Operand.Type) && !scope.InGuard)
            throw scope.RefuseConstruct(operation.Syntax, "An array or span in the message of an exception");
        Expr value = Values.Lower(scope, operation.Operand);
        return operation.IsImplicit ? value : new Ir.Convert(value, new InertType(Types.Name(type)));
    }
}
