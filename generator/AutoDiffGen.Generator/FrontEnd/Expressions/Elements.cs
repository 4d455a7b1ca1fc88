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
    private sealed record Endpoint(Func<Expr> Value, SyntaxNode At, bool IsFromEnd);

    private static Endpoint Known(BodyScope.IndexValue index, SyntaxNode at) => new(() => index.Value, at, index.IsFromEnd);

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
        (Endpoint? first, Endpoint? last) = Ends(scope, range);
        var operands = new List<Func<Expr>> { () => Values.Lower(scope, instance) };
        operands.AddRange(new[] { first, last }.OfType<Endpoint>().Select(e => e.Value));
        var values = new Queue<Expr>(Operands.InOrder(scope, operands.ToArray()));

        Expr storage = new Read(Storages.Place(scope, values.Dequeue()));
        Expr start = first is null ? Zero : scope.Once(FromStart(storage, first, Int(scope, values.Dequeue(), first.At)));
        Expr end = last is null ? new Length(storage) : FromStart(storage, last, Int(scope, values.Dequeue(), last.At));
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
        Endpoint[] ends = indices.Select(i => Is(i.Type, "Index") ? End(scope, i) : Of(scope, i, isFromEnd: false)).ToArray();
        Expr[] values = Operands.InOrder(scope, [() => Values.Lower(scope, storage), .. ends.Select(e => e.Value)]);
        Place array = Storages.Place(scope, values[0]);
        IEnumerable<Expr> all = ends.Select((e, i) => FromStart(new Read(array), e, Index(scope, values[i + 1])));
        return new ElementPlace(array, all.ToEquatableArray(), array.Type.Element());
    }

    private static Expr FromStart(Expr storage, Endpoint end, Expr value) =>
        end.IsFromEnd ? Subtract(new Length(storage), value) : value;

    /// <summary><c>Index i = ^1;</c> and <c>Range r = 1..^1;</c>: no variables are left of them, but of what they are made of.</summary>
    /// <returns>False where the local is neither.</returns>
    public static bool TryDeclare(BodyScope scope, ILocalSymbol local, IOperation? initializer, SyntaxNode at)
    {
        bool isIndex = Is(local.Type, "Index");
        if (!isIndex && !Is(local.Type, "Range"))
            return false;
        if (initializer is null || scope.IsReassigned(local))
            throw scope.RefuseConstruct(at, $"A variable of type '{local.Type.Name}' that is assigned again");
        (Endpoint? first, Endpoint? last) = isIndex ? (End(scope, initializer), null) : Ends(scope, initializer);
        scope.Note(local, new BodyScope.RangeValue(Evaluated(scope, first), Evaluated(scope, last)));
        return true;
    }

    private static BodyScope.IndexValue? Evaluated(BodyScope scope, Endpoint? end)
    {
        if (end is null)
            return null;
        Expr value = scope.Once(Int(scope, end.Value(), end.At));
        if (value is not InertConst { Text: var text } || text.StartsWith("-", StringComparison.Ordinal))
        {
            Copies.Require(
                scope, new Binary(BinaryOp.GreaterOrEqual, value, Zero, IrType.Bool), "global::System.ArgumentOutOfRangeException",
                InertConst.String("value"), InertConst.String("Non-negative number required."));
        }

        return new BodyScope.IndexValue(value, end.IsFromEnd);
    }

    private static (Endpoint? First, Endpoint? Last) Ends(BodyScope scope, IOperation range)
    {
        switch (range)
        {
            case IRangeOperation written:
                return (written.LeftOperand is { } left ? End(scope, left) : null, written.RightOperand is { } right ? End(scope, right) : null);
            case ILocalReferenceOperation { Local: var local } when scope.TryGetRange(local) is { } known:
                return (known.First is { } first ? Known(first, range.Syntax) : null, known.Last is { } last ? Known(last, range.Syntax) : null);
            case ILocalReferenceOperation { Local.IsRef: false }:
                throw new RefusalException(null);
            default:
                throw scope.RefuseConstruct(range.Syntax, "A range that is not written out");
        }
    }

    private static Endpoint Of(BodyScope scope, IOperation value, bool isFromEnd) => new(() => Values.Lower(scope, value), value.Syntax, isFromEnd);

    private static Endpoint End(BodyScope scope, IOperation operation) => operation switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => Of(scope, hat.Operand, isFromEnd: true),
        IConversionOperation { Operand: { Type: { } from } operand } when Types.IsWideInteger(Types.Of(from) ?? IrType.Void) => Of(scope, operand, isFromEnd: false),
        ILocalReferenceOperation { Local: var local } when scope.TryGetRange(local)?.First is { } known => Known(known, operation.Syntax),
        // Refused where it is declared.
        ILocalReferenceOperation { Local.IsRef: false } => throw new RefusalException(null),
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
