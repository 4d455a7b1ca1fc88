using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// Patterns on scalars, as pure conditions on a subject that is evaluated once: <c>G(x) is &gt; 0 and var y</c> →
/// <c>t0 = G(x); y = t0</c> and the value <c>t0 &gt; 0</c>.
/// </summary>
/// <remarks>
/// A variable of a pattern is assigned whether or not the pattern matches: C# lets no one read it where it did not.
/// </remarks>
internal static class Patterns
{
    public static Expr Lower(BodyScope scope, IIsPatternOperation operation)
    {
        Subject subject = Subject.Of(scope, operation.Value, keep: false);
        return Test(scope, operation.Pattern, subject);
    }

    /// <summary><c>x is double</c>, which of a value type is known.</summary>
    public static Expr Lower(BodyScope scope, IIsTypeOperation operation)
    {
        if (!SymbolEqualityComparer.Default.Equals(operation.ValueOperand.Type, operation.TypeOperand)
            || Types.Of(operation.TypeOperand) is not { } type || Types.IsString(type) || type.IsStorage())
            throw scope.RefuseConstruct(operation);
        Values.Lower(scope, operation.ValueOperand);
        return operation.IsNegated ? Constants.False : Constants.True;
    }

    /// <summary>Whether the subject matches, as a pure condition; the pattern's variables are assigned in steps before.</summary>
    public static Expr Test(BodyScope scope, IPatternOperation pattern, Subject subject)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return scope.Bounded(() => Dispatch(scope, pattern, subject));
    }

    private static Expr Dispatch(BodyScope scope, IPatternOperation pattern, Subject subject)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Constants.True;
            case INegatedPatternOperation negated:
                return Conditions.Not(Test(scope, negated.Pattern, subject));
            case IBinaryPatternOperation binary:
                return Combined(scope, binary, subject);
            case IRecursivePatternOperation recursive when subject.Elements is { } elements:
                return Positional(scope, recursive, elements);
            case IDeclarationPatternOperation { MatchesNull: true } declaration when subject.Value is { } value:
                Bind(scope, declaration, value);
                return Constants.True;
            case IConstantPatternOperation constant when subject.Value is { } value:
                return Constant(scope, constant.Value, value);
            case IRelationalPatternOperation relational when subject.Value is { } value:
                return Relational(scope, relational, value);
            case ITypePatternOperation type when subject.Value is { } value:
                return IsOfType(scope, type, type.MatchedType, value);
            case IDeclarationPatternOperation declaration when subject.Value is { } value:
                Bind(scope, declaration, value);
                return IsOfType(scope, declaration, declaration.MatchedType, value);
            case { Kind: OperationKind.Invalid }:
                throw Calls.RefuseInvalid(scope, pattern);
            default:
                throw scope.RefuseConstruct(pattern);
        }
    }

    // Variables are bound in both sides' steps, so the sides themselves are pure.
    private static Expr Combined(BodyScope scope, IBinaryPatternOperation pattern, Subject subject)
    {
        var spine = new Stack<IBinaryPatternOperation>();
        IPatternOperation leftmost = pattern;
        for (; leftmost is IBinaryPatternOperation binary; leftmost = binary.LeftPattern)
            spine.Push(binary);
        Expr value = Test(scope, leftmost, subject);
        while (spine.Count > 0)
        {
            IBinaryPatternOperation level = spine.Pop();
            var right = new Fragment([], Test(scope, level.RightPattern, subject));
            value = scope.Raise(level.OperatorKind switch
            {
                BinaryOperatorKind.And => Conditions.And(scope, value, right),
                BinaryOperatorKind.Or => Conditions.Or(scope, value, right),
                _ => throw scope.RefuseConstruct(pattern),
            });
        }

        return value;
    }

    private static Expr Positional(BodyScope scope, IRecursivePatternOperation pattern, IReadOnlyList<Subject> elements)
    {
        if (pattern.DeconstructSymbol is not null || !pattern.PropertySubpatterns.IsEmpty || pattern.DeclaredSymbol is not null
            || pattern.DeconstructionSubpatterns.Length != elements.Count)
            throw scope.RefuseConstruct(pattern);
        Expr value = Constants.True;
        for (int i = 0; i < elements.Count; i++)
            value = Conditions.And(scope, value, new Fragment([], Test(scope, pattern.DeconstructionSubpatterns[i], elements[i])));
        return value;
    }

    /// <summary>Whether the subject is the constant, as patterns compare: NaN is NaN.</summary>
    public static Expr Constant(BodyScope scope, IOperation value, Expr subject)
    {
        if (subject.Type.IsStorage() && value.ConstantValue is { HasValue: true, Value: null })
            return Operators.NullTest(scope, subject, value.Syntax);
        if (subject.Type.IsStorage())
            throw scope.RefuseConstruct(value.Syntax, "A comparison of arrays or spans");
        Expr constant = Values.Lower(scope, value);
        return constant switch
        {
            RealConst { Value: double.NaN } nan => new Call(IsNaN(scope, nan.Real, value.Syntax), [subject]),
            InertConst { Text: "true" } => subject,
            InertConst { Text: "false" } => Conditions.Not(subject),
            _ => new Binary(BinaryOp.Equal, subject, constant, IrType.Bool),
        };
    }

    private static Expr Relational(BodyScope scope, IRelationalPatternOperation pattern, Expr subject) =>
        Operators.Of(pattern.OperatorKind) is { } op
            ? new Binary(op, subject, Values.Lower(scope, pattern.Value), IrType.Bool)
            : throw scope.RefuseConstruct(pattern);

    private static void Bind(BodyScope scope, IDeclarationPatternOperation pattern, Expr value)
    {
        if (pattern.DeclaredSymbol is not ILocalSymbol local)
            return;
        IrType type = scope.TypeOf(local.Type, pattern.Syntax);
        if (type != value.Type && !Types.IsString(type))
            throw scope.RefuseConstruct(pattern);
        scope.Emit(new Assign(new LocalPlace(scope.NewHoistedLocal(local, type)), value));
    }

    // A value type is what it is; a string is a string unless it is null.
    private static Expr IsOfType(BodyScope scope, IPatternOperation pattern, ITypeSymbol? type, Expr value)
    {
        if (Types.Of(type) is not { } known || known.IsStorage())
            throw scope.RefuseConstruct(pattern);
        if (Types.IsString(known) && Types.IsString(value.Type))
            return new Binary(BinaryOp.NotEqual, value, Constants.Zero(known), IrType.Bool);
        return known == value.Type ? Constants.True : throw scope.RefuseConstruct(pattern);
    }

    private static FunctionRef IsNaN(BodyScope scope, RealType real, SyntaxNode at) =>
        FunctionRefs.RealFunction("Real", "IsNaN", real, scope.Calls.Compilation)
        ?? throw scope.RefuseConstruct(at, "A test for NaN without 'IsNaN'");
}
