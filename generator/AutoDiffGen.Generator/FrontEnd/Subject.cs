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
            RequireInOrder(scope, parts);
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

    /// <summary>
    /// Compilers do not copy a variable that stands in the tuple by itself: a <c>switch</c> expression on <c>(n, n += 2)</c> sees the new <c>n</c>
    /// twice, which C# does not say, and a <c>switch</c> statement does not. So nobody can know what is meant.
    /// </summary>
    private static void RequireInOrder(BodyScope scope, IOperation[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            ISymbol? variable = VariableOf(parts[i]);
            if (variable is not null && parts.Skip(i + 1).Any(later => later.DescendantsAndSelf().Any(o => MayChange(o, variable))))
                throw scope.RefuseConstruct(parts[i].Syntax, $"'{variable.Name}', which a later element of the tuple changes,");
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>By its name, or by another: a name by reference may stand for any variable.</summary>
    private static bool MayChange(IOperation operation, ISymbol variable)
    {
        IOperation? target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
            _ => null,
        };
        return target is not null
            && (IsByReference(variable) || target.DescendantsAndSelf().Any(o =>
                SymbolEqualityComparer.Default.Equals(VariableOf(o), variable)
                || o is ILocalReferenceOperation { Local.IsRef: true } or IConditionalOperation { IsRef: true } or IInvocationOperation { TargetMethod.ReturnsByRef: true }));
    }

    private static bool IsByReference(ISymbol variable) => variable is ILocalSymbol { IsRef: true } or IParameterSymbol { RefKind: not RefKind.None };

    private static IEnumerable<IOperation> Flatten(ITupleOperation tuple) =>
        tuple.Elements.SelectMany(e => Tuple(e) is { } inner ? Flatten(inner) : [e]);

    private static Subject Rebuild(BodyScope scope, ITupleOperation tuple, Queue<Expr> values, bool keep) =>
        new(null, tuple.Elements.Select(e => Tuple(e) is { } inner
            ? Rebuild(scope, inner, values, keep)
            : new Subject(Once(scope, values.Dequeue(), keep), null, e.Type)).ToList(), tuple.Type);
}
