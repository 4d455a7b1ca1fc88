using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Storage: a local or by-value parameter is a <see cref="LocalPlace"/>, what a <c>ref</c>, <c>in</c> or <c>out</c> parameter
/// refers to a <see cref="ReferencePlace"/>, <c>a[i]</c> an <see cref="ElementPlace"/>, and a <c>ref</c> local what it was bound to.
/// The allow-list of what can be assigned to.
/// </summary>
internal static class Places
{
    /// <summary>One of two places, by a condition that was evaluated once. Only while lowering: reads become a choice of values, stores a branch.</summary>
    public sealed record ConditionalPlace(Expr Condition, Place WhenTrue, Place WhenFalse) : Place(WhenTrue.Type);

    public static Place Lower(BodyScope scope, IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: { } local }:
                return local.IsRef ? scope.Reference(local) : new LocalPlace(scope.Find(local));
            case IParameterReferenceOperation { Parameter: { } parameter }:
                Var variable = scope.Find(parameter);
                return FunctionRefs.Mode(parameter) == RefMode.Value ? new LocalPlace(variable) : new ReferencePlace(variable);
            case IArrayElementReferenceOperation element when !Elements.IsRange(element):
                return Elements.Lower(scope, element);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } element when Types.IsStorage(instance.Type):
                return Elements.Lower(scope, element);
            case IImplicitIndexerReferenceOperation element when Types.IsStorage(element.Instance.Type) && !Elements.IsRange(element):
                return Elements.Lower(scope, element);
            case IConditionalOperation { IsRef: true, WhenFalse: not null } choice:
                return References.Lower(scope, choice);
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                throw scope.Refuse("ADG024", operation.Syntax, field.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            case IPropertyReferenceOperation { Property: { IsStatic: true } property }:
                throw scope.Refuse("ADG024", operation.Syntax, property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            case IInvalidOperation:
                throw Calls.RefuseInvalid(scope, operation);
            default:
                throw scope.RefuseConstruct(operation);
        }
    }

    /// <summary>A place that is written, whose index is computed once: <c>a[b[0]] = 2</c> → <c>t0 = b[0]</c> and the place <c>a[t0]</c>.</summary>
    public static Place Target(BodyScope scope, IOperation operation)
    {
        Place target = Lower(scope, operation);
        foreach (Place place in Alternatives(target))
        {
            if (place is ElementPlace)
                Storages.NoteStore(scope, place, operation.Syntax);
        }

        return target is ElementPlace element ? Map(element, i => i.Tree().Any(e => e is Read { Place: ElementPlace }) ? scope.Capture(i) : i) : target;
    }

    public static Expr Read(Place place) => place is ConditionalPlace choice
        ? new Conditional(choice.Condition, Read(choice.WhenTrue), Read(choice.WhenFalse))
        : new Read(place);

    public static void Store(BodyScope scope, Place place, Expr value)
    {
        if (place is not ConditionalPlace choice)
        {
            scope.Emit(new Assign(place, value));
            return;
        }

        value = scope.Once(value);
        scope.Emit(new If(
            choice.Condition,
            scope.Collect(() => Store(scope, choice.WhenTrue, value)).ToEquatableArray(),
            scope.Collect(() => Store(scope, choice.WhenFalse, value)).ToEquatableArray()));
    }

    /// <summary>The place as it is now, whatever the statements that come next do.</summary>
    public static Place Keep(BodyScope scope, Place place, IReadOnlyList<Stmt> next)
    {
        if (next.Count == 0 || place is not ElementPlace element)
            return place;
        var array = (Read)Operands.Keep(scope, new Read(element.Array), next);
        return element with { Array = array.Place, Indices = element.Indices.Select(i => Operands.Keep(scope, i, next)).ToEquatableArray() };
    }

    /// <summary>The place as it is now, for as long as only variables are assigned that do not change: <c>a[i + 1]</c> → <c>t0 = i + 1</c> and <c>a[t0]</c>.</summary>
    /// <param name="changes">Whether a variable may be assigned later.</param>
    /// <param name="when">Guards an index that is only evaluated on a condition.</param>
    public static Place Fixed(BodyScope scope, Place place, Func<Var, bool> changes, Func<Expr, Expr>? when = null)
    {
        if (place is not ElementPlace element)
            return place;
        Place array = element.Array switch
        {
            LocalPlace local when changes(local.Var) => new LocalPlace(((LocalPlace)((Read)scope.Capture(new Read(local))).Place).Var),
            ElementPlace row when MayBeReplaced(scope, row) => ((Read)scope.Capture(new Read(Fixed(scope, row, changes)))).Place,
            ElementPlace row => Fixed(scope, row, changes, when),
            var other => other,
        };
        return element with
        {
            Array = array,
            Indices = element.Indices.Select(i => IsFixed(i) ? i : scope.Capture(when is null ? i : when(i))).ToEquatableArray(),
        };

        bool IsFixed(Expr index) => index is InertConst || (index is Read { Place: LocalPlace local } && !changes(local.Var));
    }

    // Only rows of what is created here or in a caller are ever replaced.
    public static bool MayBeReplaced(BodyScope scope, ElementPlace row) =>
        row.Root() is { } root && (scope.Helper is not null || !scope.Parameters.Any(p => p.Var == root));

    private static IEnumerable<Place> Alternatives(Place place) => place is ConditionalPlace choice
        ? Alternatives(choice.WhenTrue).Concat(Alternatives(choice.WhenFalse))
        : [place];

    private static ElementPlace Map(ElementPlace element, Func<Expr, Expr> index) => element with
    {
        Array = element.Array is ElementPlace row ? Map(row, index) : element.Array,
        Indices = element.Indices.Select(index).ToEquatableArray(),
    };
}
