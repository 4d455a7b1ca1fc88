using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// The members of arrays and spans that have a meaning here: <c>a.Length</c>, <c>m.GetLength(0)</c>, <c>s.Slice(1)</c> and
/// <c>a.AsSpan(1)</c> → <c>View</c>, and what fills or copies: <c>Fill</c>, <c>Clear</c>, <c>CopyTo</c>, <c>Array.Copy</c>.
/// </summary>
internal static class StorageMembers
{
    /// <summary>A property; null where it is none of an array or span.</summary>
    public static Expr? TryLower(BodyScope scope, IPropertyReferenceOperation operation)
    {
        if (operation.Instance is not { } instance || operation.Property.IsIndexer || Types.Of(instance.Type) is not (ArrayType or SpanType) and not null
            || !Types.IsStorage(instance.Type))
            return null;
        Func<Expr> length = () => Storages.LengthOf(Storages.Place(scope, Values.Lower(scope, instance)));
        return operation.Property.Name switch
        {
            "Length" => length(),
            "LongLength" => new Ir.Convert(length(), new InertType("long")),
            "IsEmpty" => new Binary(BinaryOp.Equal, length(), Elements.Zero, IrType.Bool),
            "Rank" when instance is ILocalReferenceOperation or IParameterReferenceOperation => Constants.Int(((ArrayType)Types.Of(instance.Type)!).Rank),
            _ => null,
        };
    }

    /// <summary>Lowers a call of such a member; false where it is none.</summary>
    /// <param name="value">The result; null where there is none.</param>
    public static bool TryLower(BodyScope scope, IInvocationOperation operation, out Expr? value)
    {
        value = Creations.TryLower(scope, operation);
        if (value is not null)
            return true;
        IMethodSymbol method = operation.TargetMethod;
        if (!method.DeclaringSyntaxReferences.IsEmpty)
            return false;
        IOperation[] operands = [.. operation.Instance is { } instance ? [instance] : Enumerable.Empty<IOperation>(), .. InParameterOrder(operation)];
        bool isArray = method.ContainingType.SpecialType == SpecialType.System_Array;
        bool isSpan = Types.IsSpan(method.ContainingType);
        bool isExtension = method.ContainingType.ToDisplayString() == "System.MemoryExtensions";
        if (!(isArray || isSpan || isExtension) || operands.Length == 0 || Types.Of(operands[0].Type) is not { } first || !first.IsStorage())
            return false;

        string types = string.Join(", ", operands.Skip(1).Select(o => Kind(o.Type)));
        switch (method.Name, types)
        {
            case ("AsSpan", "") when isExtension:
                value = Conversions.OfStorage(Values.Lower(scope, operands[0]), Types.Of(operation.Type)!);
                return value is not null;
            case ("AsSpan", "int") when isExtension:
            case ("Slice", "int") when isSpan:
                value = Slice(scope, operation, operands);
                return true;
            case ("AsSpan", "int, int") when isExtension:
            case ("Slice", "int, int") when isSpan:
                value = Slice(scope, operation, operands);
                return true;
            case ("AsSpan", "Range") when isExtension:
                (Expr storage, Expr start, Expr end) = Elements.Range(scope, operands[0], operands[1]);
                value = new View(storage, start, Elements.Subtract(end, start), scope.TypeOf(operation.Type, operation.Syntax));
                return true;
            case ("GetLength" or "GetUpperBound" or "GetLowerBound", "int") when isArray:
                value = Dimension(scope, operation, operands[0], operands[1], (ArrayType)first);
                return true;
            case ("Fill", _) when (isSpan || isArray) && operands.Length == 2 && first is not ArrayType { Rank: > 1 }:
            {
                Expr[] values = Operands.InOrder(scope, operands);
                Copies.Fill(scope, Written(scope, values[0], operands[0]), values[1]);
                return true;
            }

            case ("Fill", _) when isArray && operands.Length == 4 && first is ArrayType { Rank: 1 }:
            {
                Expr[] values = Operands.InOrder(scope, operands);
                Copies.FillPart(scope, Written(scope, values[0], operands[0]), values[1], values[2], values[3]);
                return true;
            }

            case ("Clear", "") when isSpan || isArray:
            {
                Place target = Written(scope, Values.Lower(scope, operands[0]), operands[0]);
                Copies.Fill(scope, target, Constants.Zero(first.Element()));
                return true;
            }

            case ("Clear", "int, int") when isArray && first is ArrayType { Rank: 1 }:
            {
                Expr[] values = Operands.InOrder(scope, operands);
                Copies.Clear(scope, Written(scope, values[0], operands[0]), values[1], values[2]);
                return true;
            }

            case ("CopyTo", "storage") when (isSpan || isExtension) && SameElements(operands[0], operands[1]):
            {
                Expr[] values = Operands.InOrder(scope, operands);
                NoteStore(scope, values[1], operands[1]);
                Copies.CopyTo(scope, values[0], values[1]);
                return true;
            }

            case ("CopyTo", "storage, int") when isArray && SameElements(operands[0], operands[1]):
            {
                Expr[] values = Operands.InOrder(scope, operands);
                NoteStore(scope, values[1], operands[1]);
                var source = new Read(Storages.Captured(scope, values[0]));
                Copies.Copy(scope, source, Elements.Zero, values[1], values[2], new Length(source), isWhole: false);
                return true;
            }

            case ("Copy", "storage, int") when isArray && SameElements(operands[0], operands[1]):
            {
                Expr[] values = Operands.InOrder(scope, operands);
                NoteStore(scope, values[1], operands[1]);
                Copies.Copy(scope, values[0], Elements.Zero, values[1], Elements.Zero, values[2], isWhole: true);
                return true;
            }

            case ("Copy", "int, storage, int, int") when isArray && SameElements(operands[0], operands[2]):
            {
                Expr[] values = Operands.InOrder(scope, operands);
                NoteStore(scope, values[2], operands[2]);
                Copies.Copy(scope, values[0], values[1], values[2], values[3], values[4], isWhole: false);
                return true;
            }

            default:
                return false;
        }
    }

    /// <summary><c>new Span&lt;double&gt;(a)</c>, <c>new Span&lt;double&gt;(a, start, count)</c>; null for any other object.</summary>
    public static Expr? TryLower(BodyScope scope, IObjectCreationOperation operation)
    {
        if (!Types.IsSpan(operation.Type) || Types.Of(operation.Type) is not { } type)
            return null;
        IOperation[] operands = operation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value).ToArray();
        if (operands.Length is not (1 or 3) || Types.Of(operands[0].Type) is not ArrayType)
            return null;
        Expr[] values = Operands.InOrder(scope, operands);
        return operands.Length == 1 ? Conversions.OfStorage(values[0], type) : new View(values[0], values[1], values[2], type);
    }

    private static View Slice(BodyScope scope, IInvocationOperation operation, IOperation[] operands)
    {
        Expr[] values = Operands.InOrder(scope, operands);
        IrType type = scope.TypeOf(operation.Type, operation.Syntax);
        var storage = new Read(Storages.Place(scope, values[0]));
        if (values.Length == 3)
            return new View(storage, values[1], values[2], type);
        Expr start = scope.Once(values[1]);
        return new View(storage, start, Elements.Subtract(new Length(storage), start), type);
    }

    private static Expr Dimension(BodyScope scope, IInvocationOperation operation, IOperation array, IOperation dimension, ArrayType type)
    {
        if (dimension.ConstantValue is not { HasValue: true, Value: int index } || index < 0 || index >= type.Rank)
            throw scope.RefuseConstruct(operation.Syntax, $"'{operation.TargetMethod.Name}' of a dimension that is not a constant of the array's");
        Expr length = Storages.LengthOf(Storages.Place(scope, Values.Lower(scope, array)), type.Rank == 1 ? null : index);
        return operation.TargetMethod.Name switch
        {
            "GetLength" => length,
            "GetUpperBound" => Elements.Subtract(length, Constants.Int(1)),
            _ => Elements.Zero,
        };
    }

    private static Place Written(BodyScope scope, Expr storage, IOperation operation)
    {
        NoteStore(scope, storage, operation);
        return Storages.Captured(scope, storage);
    }

    private static void NoteStore(BodyScope scope, Expr storage, IOperation operation)
    {
        if (storage.Type.Element().IsStorage())
            throw scope.RefuseConstruct(operation.Syntax, "A store of a whole row");
        foreach (Place place in StorageFlow.Places(storage))
            Storages.NoteStore(scope, place, operation.Syntax);
    }

    // An array of System.Array's parameters is itself behind the conversion.
    private static IEnumerable<IOperation> InParameterOrder(IInvocationOperation operation) =>
        operation.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).Select(a => Unconverted(a.Value));

    private static IOperation Unconverted(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Operand: var operand } conversion
        && conversion.Type is { SpecialType: SpecialType.System_Array } && Types.IsStorage(operand.Type)
            ? operand
            : operation;

    private static bool SameElements(IOperation source, IOperation target) =>
        Types.Of(source.Type) is { } from and not ArrayType { Rank: > 1 } && Types.Of(target.Type) is { } to and not ArrayType { Rank: > 1 }
        && from.Element() == to.Element();

    private static string Kind(ITypeSymbol? type) => Types.IsStorage(type) ? "storage"
        : type is { SpecialType: SpecialType.System_Int32 } ? "int"
        : type?.Name == "Range" ? "Range" : "other";
}
