using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// A <c>ref</c> local that a branch or a loop lets stand for another place: what tells its places apart is in variables.
/// <c>ref double r = ref a[0]; if (c) r = ref a[i]; r = 2;</c> → <c>t0 = 0; if (c) t0 = i; a[t0] = 2</c>.
/// </summary>
internal sealed class MovingReferences
{
    /// <summary>A place it is bound to: the array or variable, where that is always the same one.</summary>
    private sealed record Site(IOperation Operation, ISymbol? Same, IrType? Array, int Rank);

    private readonly Var? _array;
    private readonly EquatableArray<Var> _indices;
    private readonly Var? _which;
    private readonly List<ISymbol> _variables = [];
    private readonly Place _place;

    private MovingReferences(BodyScope scope, IReadOnlyList<Site> sites, ILocalSymbol local)
    {
        Site[] elements = sites.Where(s => s.Array is not null).ToArray();
        Site[] variables = sites.Where(s => s.Array is null).ToArray();
        Place? element = null;
        if (elements.Length > 0)
        {
            ISymbol? same = elements[0].Same;
            bool isOne = same is not null && elements.All(s => SymbolEqualityComparer.Default.Equals(s.Same, same));
            if (elements.Any(s => s.Rank != elements[0].Rank) || (!isOne && elements[0].Rank > 1 && elements.Any(s => s.Array != elements[0].Array)))
                throw Refuse(scope, elements.First(s => s.Rank != elements[0].Rank || s.Array != elements[0].Array).Operation);
            _indices = Enumerable.Range(0, elements[0].Rank).Select(_ => scope.NewState(IrType.Int32)).ToEquatableArray();
            if (!isOne)
                _array = scope.NewState(Common(elements.Select(s => s.Array!).ToArray()));
            Place array = isOne ? new LocalPlace(scope.Find(same!)) : new LocalPlace(_array!);
            element = Storages.Element(array, _indices.Select(i => (Expr)i.Read).ToArray());
        }

        foreach (Site site in variables.Where(v => !_variables.Contains(v.Same!, SymbolEqualityComparer.Default)))
            _variables.Add(site.Same!);
        var places = new List<Place>(_variables.Select(v => variables.First(s => SymbolEqualityComparer.Default.Equals(s.Same, v)))
            .Select(s => Places.Lower(scope, s.Operation)));
        if (element is not null)
            places.Add(element);
        if (places.Count > 1)
            _which = scope.NewState(IrType.Int32);
        _place = places[places.Count - 1];
        for (int i = places.Count - 2; i >= 0; i--)
            _place = new Places.ConditionalPlace(new Binary(BinaryOp.Equal, _which!.Read, Constants.Int(i), IrType.Bool), places[i], _place);

        foreach (Var state in new[] { _array, _which }.OfType<Var>().Concat(_indices))
            scope.Emit(new Declare(state, state.Type.IsStorage() ? null : Elements.Zero));
        scope.Refer(local, _place);
    }

    /// <summary>Declares a <c>ref</c> local; false where straight-line code tells what it stands for.</summary>
    public static bool TryDeclare(BodyScope scope, ILocalSymbol local, IOperation initializer)
    {
        ISimpleAssignmentOperation[] later = Assignments(scope, local, initializer.Syntax).ToArray();
        if (later.All(a => References.IsInBlockOf(a.Syntax, local)))
            return false;
        // Without it, what comes later is not refused as well.
        scope.Moving.Add(local, null);
        Site[] sites = later.Select(a => a.Value).Prepend(initializer).Select(o => SiteOf(scope, o)).ToArray();
        var moving = new MovingReferences(scope, sites, local);
        moving.Bind(scope, initializer);
        scope.Moving[local] = moving;
        return true;
    }

    /// <summary>Lets the local stand for a place from here on.</summary>
    public void Bind(BodyScope scope, IOperation target)
    {
        Site site = SiteOf(scope, target);
        if (site.Array is null)
        {
            if (_which is not null)
                Set(scope, _which, Constants.Int(_variables.FindIndex(v => SymbolEqualityComparer.Default.Equals(v, site.Same))));
            return;
        }

        var element = (ElementPlace)Places.Lower(scope, target);
        Expr[] indices = element.Indices.Select(scope.Capture).ToArray();
        if (_array is not null)
            Set(scope, _array, Conversions.OfStorage(new Read(element.Array), _array.Type)!);
        for (int i = 0; i < indices.Length; i++)
            Set(scope, _indices[i], indices[i]);
        if (_which is not null)
            Set(scope, _which, Constants.Int(_variables.Count));
    }

    private static void Set(BodyScope scope, Var state, Expr value) => scope.Emit(new Assign(new LocalPlace(state), value));

    private static IEnumerable<ISimpleAssignmentOperation> Assignments(BodyScope scope, ILocalSymbol local, SyntaxNode within)
    {
        SemanticModel model = scope.Calls.Compilation.GetSemanticModel(within.SyntaxTree);
        MethodDeclarationSyntax method = within.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        return method.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(a => a.Right is RefExpressionSyntax && a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name)
            .Select(a => model.GetOperation(a, scope.Calls.Cancellation)).OfType<ISimpleAssignmentOperation>()
            .Where(a => a is { IsRef: true, Target: ILocalReferenceOperation { Local: var target } } && SymbolEqualityComparer.Default.Equals(target, local));
    }

    private static Site SiteOf(BodyScope scope, IOperation operation)
    {
        (IOperation? array, int rank) = operation switch
        {
            IArrayElementReferenceOperation element when !Elements.IsRange(element) => (element.ArrayReference, element.Indices.Length),
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } when Types.IsStorage(instance.Type) => (instance, 1),
            IImplicitIndexerReferenceOperation element when Types.IsStorage(element.Instance.Type) && !Elements.IsRange(element) => (element.Instance, 1),
            _ => ((IOperation?)null, 0),
        };
        ISymbol? same = (array ?? operation) switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } when array is null || !scope.IsReassigned(local) => local,
            IParameterReferenceOperation { Parameter: var parameter } when array is null || !scope.IsReassigned(scope.Find(parameter)) => parameter,
            _ => null,
        };
        if (array is null && same is null)
            throw Refuse(scope, operation);
        return new Site(operation, same, array is null ? null : scope.TypeOf(array.Type, array.Syntax), rank);
    }

    private static IrType Common(IReadOnlyCollection<IrType> types)
    {
        IrType first = types.First();
        return types.All(t => t == first) ? first : new SpanType(first.Element(), IsReadOnly: types.Any(t => t is SpanType { IsReadOnly: true }));
    }

    private static RefusalException Refuse(BodyScope scope, IOperation operation) => scope.RefuseConstruct(operation.Syntax, "Such a 'ref' assignment");
}
