using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Elements of arrays and spans, <c>a[i]</c>, <c>m[i, j]</c>, <c>w[i][j]</c>, <c>a[^1]</c> → <c>a[a.Length - 1]</c>, and parts of spans,
/// <c>s[i..^1]</c> → <c>View(s, i, s.Length - 1 - i)</c>.
/// </summary>
internal static class Elements
{
    private static readonly InertConst Outside = new("-1", IrType.Int32);

    /// <summary>An end of a range, or an index: its value, and whether it counts from the end.</summary>
    private sealed record Endpoint(IOperation Value, bool IsFromEnd);

    public static bool IsRange(IArrayElementReferenceOperation operation) => operation.Indices is [{ Type: var type }] && Is(type, "Range");

    public static bool IsRange(IImplicitIndexerReferenceOperation operation) => Is(operation.Argument.Type, "Range");

    public static ElementPlace Lower(BodyScope scope, IArrayElementReferenceOperation operation) =>
        Element(scope, operation.ArrayReference, operation.Indices);

    public static ElementPlace Lower(BodyScope scope, IPropertyReferenceOperation operation) =>
        Element(scope, operation.Instance!, operation.Arguments.Select(a => a.Value).ToArray());

    public static ElementPlace Lower(BodyScope scope, IImplicitIndexerReferenceOperation operation) =>
        Element(scope, operation.Instance, [operation.Argument]);

    /// <summary><c>s[i..j]</c> of a span.</summary>
    public static Expr Lower(BodyScope scope, IOperation instance, IOperation range)
    {
        (Expr storage, Expr start, Expr end) = Range(scope, instance, range);
        return new View(storage, start, Subtract(end, start), storage.Type);
    }

    /// <summary>The storage, evaluated once, and the start and end of a range of it.</summary>
    public static (Expr Storage, Expr Start, Expr End) Range(BodyScope scope, IOperation instance, IOperation range)
    {
        if (range is not IRangeOperation { LeftOperand: var left, RightOperand: var right })
            throw scope.RefuseConstruct(range.Syntax, "A range that is not written out");
        Endpoint? first = left is null ? null : End(scope, left);
        Endpoint? last = right is null ? null : End(scope, right);
        var operands = new List<IOperation> { instance };
        operands.AddRange(new[] { first, last }.OfType<Endpoint>().Select(e => e.Value));
        var values = new Queue<Expr>(Operands.InOrder(scope, operands.ToArray()));

        Expr storage = new Read(Storages.Place(scope, values.Dequeue()));
        Expr start = first is null ? Zero : scope.Once(FromStart(storage, first, Int(scope, values.Dequeue(), left!.Syntax)));
        Expr end = last is null ? new Length(storage) : FromStart(storage, last, Int(scope, values.Dequeue(), right!.Syntax));
        return (storage, start, end);
    }

    /// <summary>The difference of two integers.</summary>
    public static Expr Subtract(Expr left, Expr right) => (left, right) switch
    {
        (_, InertConst { Text: "0" }) => left,
        (InertConst a, InertConst b) when int.TryParse(a.Text, out int x) && int.TryParse(b.Text, out int y) => Constants.Int(unchecked(x - y)),
        _ => new Binary(BinaryOp.Subtract, left, right, IrType.Int32),
    };

    /// <summary>The sum of two integers.</summary>
    public static Expr Add(Expr left, Expr right) => (left, right) switch
    {
        (InertConst { Text: "0" }, _) => right,
        (_, InertConst { Text: "0" }) => left,
        (InertConst a, InertConst b) when int.TryParse(a.Text, out int x) && int.TryParse(b.Text, out int y) => Constants.Int(unchecked(x + y)),
        _ => new Binary(BinaryOp.Add, left, right, IrType.Int32),
    };

    public static InertConst Zero { get; } = Constants.Int(0);

    private static ElementPlace Element(BodyScope scope, IOperation storage, IReadOnlyList<IOperation> indices)
    {
        Endpoint[] ends = indices.Select(i => Is(i.Type, "Index") ? End(scope, i) : new Endpoint(i, false)).ToArray();
        Expr[] values = Operands.InOrder(scope, [storage, .. ends.Select(e => e.Value)]);
        Place array = Storages.Place(scope, values[0]);
        IEnumerable<Expr> all = ends.Select((e, i) => FromStart(new Read(array), e, Index(scope, values[i + 1])));
        return new ElementPlace(array, all.ToEquatableArray(), array.Type.Element());
    }

    private static Expr FromStart(Expr storage, Endpoint end, Expr value) =>
        end.IsFromEnd ? Subtract(new Length(storage), value) : value;

    private static Endpoint End(BodyScope scope, IOperation operation) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => new Endpoint(hat.Operand, true),
        IConversionOperation { Operand: { Type: { } from } operand } when Types.IsWideInteger(Types.Of(from) ?? IrType.Void) => new Endpoint(operand, false),
        _ => throw scope.RefuseConstruct(operation.Syntax, "An index that is not written out"),
    };

    // Any integer indexes in C#; what no int can say is outside of every array.
    private static Expr Index(BodyScope scope, Expr value)
    {
        if (value.Type == IrType.Int32)
            return value;
        if (value.Type is InertType { Name: "uint" })
            return new Ir.Convert(value, IrType.Int32);
        Expr wide = scope.Once(Conversions.To(value, new InertType("long"), isChecked: true));
        var narrow = new Ir.Convert(wide, IrType.Int32);
        return new Conditional(new Binary(BinaryOp.Equal, new Ir.Convert(narrow, wide.Type), wide, IrType.Bool), narrow, Outside);
    }

    private static Expr Int(BodyScope scope, Expr value, SyntaxNode at) =>
        value.Type == IrType.Int32 ? value : throw scope.RefuseConstruct(at, $"An index of type '{value.Type}'");

    private static bool Is(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
