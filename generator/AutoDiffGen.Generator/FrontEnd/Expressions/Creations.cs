using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Arrays and spans that come into being: <c>new double[] { x, 2 }</c>, <c>stackalloc</c>, <c>[x, .. a]</c>, and copies, <c>a[1..]</c>,
/// <c>s.ToArray()</c>, <c>(double[])a.Clone()</c> → <c>Allocate t0[2]; t0[0] = x; t0[1] = 2</c> and the value <c>t0</c>.
/// </summary>
internal static class Creations
{
    // What hosts of later versions call a collection expression; older ones have no name for it.
    private const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>The new storage, in the variable given where its type is the one; null where the operation creates none.</summary>
    public static Expr? TryLower(BodyScope scope, IOperation operation, Func<IrType, Var>? variable = null)
    {
        variable ??= scope.NewTemporary;
        switch (operation)
        {
            case IConversionOperation { Operand: { } operand } conversion when IsCollection(operand):
                return Collection(scope, operand, TypeOf(scope, conversion), variable);
            case IConversionOperation { Operand: IInvocationOperation { TargetMethod: { Name: "Clone", ContainingType.SpecialType: SpecialType.System_Array } } clone }
                when clone.Instance is { } source && Types.Of(source.Type) is ArrayType type && type == Types.Of(operation.Type):
                return Copy(scope, Values.Lower(scope, source), type, variable, operation.Syntax);
            case IConversionOperation { IsImplicit: true, Conversion.IsIdentity: true } identity:
                return TryLower(scope, identity.Operand, variable);
            case IArrayCreationOperation creation:
                return Array(scope, creation, variable);
            case IArrayElementReferenceOperation range when Elements.IsRange(range):
                return RangeOfArray(scope, range, variable);
            case IInvocationOperation { TargetMethod: { Name: "ToArray" or "Empty" } } call:
                return FromCall(scope, call, variable);
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } when Types.IsSpan(operation.Type):
                return StackAlloc(scope, operation, variable);
            default:
                return IsCollection(operation) ? Collection(scope, operation, TypeOf(scope, operation), variable) : null;
        }
    }

    private static bool IsCollection(IOperation operation) =>
        operation.Syntax is CollectionExpressionSyntax && operation.Kind is OperationKind.None or CollectionExpression;

    private static Read Array(BodyScope scope, IArrayCreationOperation operation, Func<IrType, Var> variable)
    {
        IrType type = TypeOf(scope, operation);
        if (operation.DimensionSizes.FirstOrDefault(s => Types.Of(s.Type) != IrType.Int32) is { } size)
            throw scope.RefuseConstruct(size.Syntax, $"A length of type '{Types.Shown(size.Type!)}'");
        Expr[] lengths = Operands.InOrder(scope, operation.DimensionSizes.ToArray());
        LocalPlace array = Storages.Allocate(scope, variable(type), lengths);
        if (operation.Initializer is { } initializer)
            Initialize(scope, array, initializer, []);
        return new Read(array);
    }

    private static void Initialize(BodyScope scope, LocalPlace array, IArrayInitializerOperation initializer, Expr[] outer)
    {
        for (int i = 0; i < initializer.ElementValues.Length; i++)
        {
            Expr[] indices = [.. outer, Constants.Int(i)];
            if (initializer.ElementValues[i] is IArrayInitializerOperation inner)
                Initialize(scope, array, inner, indices);
            else
                scope.Emit(new Assign(Storages.Element(array, indices), Values.Lower(scope, initializer.ElementValues[i])));
        }
    }

    // The operation has no interface: its children are the length, then the elements of the initializer.
    private static Expr StackAlloc(BodyScope scope, IOperation operation, Func<IrType, Var> variable)
    {
        IrType type = TypeOf(scope, operation);
        IOperation[] parts = operation.ChildOperations.ToArray();
        InitializerExpressionSyntax? initializer = operation.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax s => s.Initializer,
            ImplicitStackAllocArrayCreationExpressionSyntax s => s.Initializer,
            _ => null,
        };
        if (parts.Length != 1 + (initializer?.Expressions.Count ?? 0) || Types.Of(parts[0].Type) != IrType.Int32)
            throw scope.RefuseConstruct(operation);
        Expr length = Values.Lower(scope, parts[0]);
        LocalPlace span = Storages.Allocate(scope, variable(new SpanType(type.Element(), IsReadOnly: false)), length);
        for (int i = 1; i < parts.Length; i++)
            scope.Emit(new Assign(Storages.Element(span, Constants.Int(i - 1)), Values.Lower(scope, parts[i])));
        return Conversions.OfStorage(new Read(span), type)!;
    }

    // What comes before the last spread is evaluated before there is storage, whose length depends on it; the rest when it is stored.
    private static Expr Collection(BodyScope scope, IOperation operation, IrType type, Func<IrType, Var> variable)
    {
        IOperation[] elements = operation.ChildOperations.ToArray();
        bool[] isSpread = elements.Select(e => e.Syntax is SpreadElementSyntax).ToArray();
        IOperation[] values = elements.Select((e, i) => isSpread[i] ? Spread(scope, e, type) : e).ToArray();
        if (values.Length != ((CollectionExpressionSyntax)operation.Syntax).Elements.Count)
            throw scope.RefuseConstruct(operation);

        int early = System.Array.LastIndexOf(isSpread, true) + 1;
        Expr[] lowered = Operands.InOrder(scope, values.Take(early).ToArray());
        for (int i = 0; i < early; i++)
        {
            if (isSpread[i])
                lowered[i] = new Read(Storages.Captured(scope, lowered[i]));
        }

        IrType own = type is SpanType span ? span with { IsReadOnly = false } : type;
        IEnumerable<Expr> spreads = lowered.Where((_, i) => isSpread[i]).Select(s => (Expr)new Length(s));
        int single = isSpread.Count(s => !s);
        Expr length = spreads.Aggregate((Expr)Constants.Int(single), Elements.Add);
        LocalPlace array = Storages.Allocate(scope, variable(own), length);
        Expr next = Elements.Zero;
        for (int i = 0; i < values.Length; i++)
        {
            if (!isSpread[i])
            {
                Expr index = i < early ? next : scope.Once(next);
                scope.Emit(new Assign(Storages.Element(array, index), i < early ? lowered[i] : Values.Lower(scope, values[i])));
                next = Elements.Add(next, Constants.Int(1));
                continue;
            }

            Place source = ((Read)lowered[i]).Place;
            Expr start = scope.Once(next);
            Storages.Count(scope, new Length(lowered[i]), k => scope.Emit(new Assign(
                Storages.Element(array, Elements.Add(start, k)), Conversions.To(new Read(Storages.Element(source, k)), type.Element(), isChecked: false))));
            next = Elements.Add(next, new Length(lowered[i]));
        }

        return Conversions.OfStorage(new Read(array), type)!;
    }

    private static IOperation Spread(BodyScope scope, IOperation spread, IrType type)
    {
        IOperation[] operands = spread.ChildOperations.ToArray();
        IOperation? operand = operands.Length == 1 ? operands[0] : null;
        while (operand is IConversionOperation { IsImplicit: true } conversion && !Types.IsStorage(conversion.Type))
            operand = conversion.Operand;
        // Only what is the same in both, or an integer that becomes real.
        if (operand is null || Types.Of(operand.Type) is not { } source || !source.IsStorage() || source is ArrayType { Rank: > 1 }
            || (source.Element() != type.Element() && type.Element() is not RealType))
            throw scope.RefuseConstruct(spread.Syntax, "Such a spread");
        return operand;
    }

    private static Read RangeOfArray(BodyScope scope, IArrayElementReferenceOperation operation, Func<IrType, Var> variable)
    {
        IrType type = TypeOf(scope, operation);
        if (type.Element().IsStorage())
            throw scope.RefuseConstruct(operation.Syntax, "A copy of an array of arrays");
        (Expr storage, Expr start, Expr end) = Elements.Range(scope, operation.ArrayReference, operation.Indices[0]);
        Expr count = scope.Once(Elements.Subtract(end, start));
        Copies.RequireRange(scope, start, end, new Length(storage));
        Place source = Storages.Place(scope, storage);
        LocalPlace array = Storages.Allocate(scope, variable(type), count);
        Copies.Upwards(scope, source, start, array, Elements.Zero, count);
        return new Read(array);
    }

    private static Expr? FromCall(BodyScope scope, IInvocationOperation operation, Func<IrType, Var> variable)
    {
        IMethodSymbol method = operation.TargetMethod;
        if (method is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array, IsStatic: true } && Types.IsStorage(operation.Type))
            return new Read(Storages.Allocate(scope, variable(TypeOf(scope, operation)), Elements.Zero));
        if (method.Name != "ToArray" || operation.Instance is not { } source || !Types.IsSpan(source.Type) || !operation.Arguments.IsEmpty)
            return null;
        return Copy(scope, Values.Lower(scope, source), TypeOf(scope, operation), variable, operation.Syntax);
    }

    private static Read Copy(BodyScope scope, Expr storage, IrType type, Func<IrType, Var> variable, SyntaxNode at)
    {
        if (type.Element().IsStorage())
            throw scope.RefuseConstruct(at, "A copy of an array of arrays");
        Place source = Storages.Captured(scope, storage);
        if (type is ArrayType { Rank: 2 })
        {
            Expr rows = Storages.LengthOf(source, 0), columns = Storages.LengthOf(source, 1);
            LocalPlace matrix = Storages.Allocate(scope, variable(type), rows, columns);
            Storages.Count(scope, rows, i => Storages.Count(scope, columns, j =>
                scope.Emit(new Assign(Storages.Element(matrix, i, j), new Read(Storages.Element(source, i, j))))));
            return new Read(matrix);
        }

        LocalPlace array = Storages.Allocate(scope, variable(type), Storages.LengthOf(source));
        Copies.Upwards(scope, source, Elements.Zero, array, Elements.Zero, Storages.LengthOf(source));
        return new Read(array);
    }

    private static IrType TypeOf(BodyScope scope, IOperation operation) => scope.TypeOf(operation.Type, operation.Syntax);
}
