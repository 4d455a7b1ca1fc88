using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// What patterns are matched against: a value, or a tuple literal element by element. Evaluated once:
/// <c>(G(x), b) switch …</c> → <c>t0 = G(x)</c> and the subject <c>(t0, b)</c>.
/// </summary>
internal sealed class Subject
{
    private Subject(Expr? value, IReadOnlyList<Subject>? elements, ITypeSymbol? type)
    {
        Value = value;
        Elements = elements;
        Type = type;
    }

    /// <summary>The value; null of a tuple.</summary>
    public Expr? Value { get; }

    public IReadOnlyList<Subject>? Elements { get; }

    public ITypeSymbol? Type { get; }

    /// <param name="keep">Name the value even where it is a variable: a guard may change the variable before the next pattern is tried.</param>
    public static Subject Of(BodyScope scope, IOperation operation, bool keep)
    {
        if (Tuple(operation) is { } tuple)
        {
            IOperation[] parts = Flatten(tuple).ToArray();
            var values = new Queue<Expr>(Operands.InOrder(scope, parts));
            return Rebuild(scope, tuple, values, keep);
        }

        return new Subject(Once(scope, Values.Lower(scope, operation), keep), null, operation.Type);
    }

    /// <summary>Whether a switch on it may be trusted to be exhaustive: a string can also be null where nullability is not tracked.</summary>
    public bool IsOfValueTypes => Elements?.All(e => e.IsOfValueTypes) ?? !Types.IsString(Value!.Type);

    /// <summary>Whether a guard may change a variable.</summary>
    public static bool MayChange(IOperation? guard) =>
        guard is not null && guard.DescendantsAndSelf().Any(o => o is IAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation);

    private static Expr Once(BodyScope scope, Expr value, bool keep) =>
        value is RealConst or InertConst || (!keep && value is Read { Place: LocalPlace or StaticPlace }) ? value : scope.Capture(value);

    private static ITupleOperation? Tuple(IOperation operation) => operation switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation { Operand: ITupleOperation tuple, Conversion.IsIdentity: true } => tuple,
        _ => null,
    };

    private static IEnumerable<IOperation> Flatten(ITupleOperation tuple) =>
        tuple.Elements.SelectMany(e => Tuple(e) is { } inner ? Flatten(inner) : [e]);

    private static Subject Rebuild(BodyScope scope, ITupleOperation tuple, Queue<Expr> values, bool keep) =>
        new(null, tuple.Elements.Select(e => Tuple(e) is { } inner
            ? Rebuild(scope, inner, values, keep)
            : new Subject(Once(scope, values.Dequeue(), keep), null, e.Type)).ToList(), tuple.Type);
}
