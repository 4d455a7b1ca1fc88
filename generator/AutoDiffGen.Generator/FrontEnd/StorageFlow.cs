using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>What a method does with the arrays and spans it is given, parameters by their positions.</summary>
/// <param name="Written">Whose elements it may store into.</param>
/// <param name="Replaced">Whose rows it may replace.</param>
/// <param name="Returned">What its result may refer to.</param>
/// <param name="Fields">The static arrays that its result may refer to.</param>
internal sealed record StorageSummary(EquatableArray<int> Written, EquatableArray<int> Replaced, EquatableArray<int> Returned, EquatableArray<string> Fields);

/// <summary>Where elements are stored through a variable, or a method is called that may store some.</summary>
/// <param name="IsRow">What is stored is a whole row.</param>
internal sealed record StorageUse(SyntaxNode At, Var? Stored, Invoke? Call, bool IsRow = false);

/// <summary>
/// Follows arrays and spans through variables and calls, whatever path is taken: a store into what may be a static array is refused,
/// <c>double[] b = Table; b[0] = x;</c>, since its content counts as constant.
/// </summary>
internal static class StorageFlow
{
    /// <summary>The summary of a lowered body; stores into static arrays are added to the scope's problems.</summary>
    public static StorageSummary Of(Function function, BodyScope scope)
    {
        Dictionary<Var, HashSet<Place>> sources = Sources(function, scope, t => t.IsStorage());
        // Of which a row is replaced: here what the rows are does not matter.
        Dictionary<Var, HashSet<Place>> sourcesOfRows = Sources(function, scope, t => t is ArrayType { Element: ArrayType });
        var written = new SortedSet<int>();
        var replaced = new SortedSet<int>();
        foreach (StorageUse use in scope.StorageUses)
        {
            IEnumerable<Place> stored = use.Stored is { } variable
                ? From(sources, new LocalPlace(variable))
                : scope.Calls.Storage(use.Call!.Function.Key) is { } callee
                    ? callee.Written.SelectMany(i => Argument(sources, use.Call, i))
                    : [];
            foreach (Place place in stored)
            {
                if (place is StaticPlace field)
                    scope.Problems.Add(Storages.RefuseStore(scope, field.Text, use.At).Problem!);
                else
                    written.UnionWith(Positions(function, place));
            }

            foreach (int position in Replaced(sourcesOfRows, scope, use).SelectMany(p => Positions(function, p)).Distinct())
            {
                // The caller's array would hold another row than the caller put there, and its derivative buffer too.
                if (scope.Helper is null)
                    scope.Problems.Add(scope.RefuseConstruct(use.At, $"A store of a whole row of the parameter '{function.Parameters[position].Var.Name}'").Problem!);
                replaced.Add(position);
            }
        }

        IEnumerable<Place> returned = function.Body.All().OfType<Return>().Where(r => r.Value is not null && r.Value.Type.IsStorage())
            .SelectMany(r => Places(r.Value!)).SelectMany(p => From(sources, p)).ToList();
        return new StorageSummary(
            written.ToEquatableArray(), replaced.ToEquatableArray(), returned.SelectMany(p => Positions(function, p)).Distinct().OrderBy(i => i).ToEquatableArray(),
            returned.OfType<StaticPlace>().Select(p => p.Text).Distinct().OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray());
    }

    private static IEnumerable<Place> Replaced(Dictionary<Var, HashSet<Place>> sources, BodyScope scope, StorageUse use)
    {
        if (use.Stored is { } variable)
            return use.IsRow ? From(sources, new LocalPlace(variable)) : [];
        return scope.Calls.Storage(use.Call!.Function.Key) is { } callee ? callee.Replaced.SelectMany(i => Argument(sources, use.Call, i)) : [];
    }

    /// <summary>The variables and static fields whose storage a value may be, whole or in part.</summary>
    public static IEnumerable<Place> Places(Expr storage) => storage switch
    {
        Read { Place: ElementPlace element } => Places(new Read(element.Array)),
        Read read => [read.Place],
        Ir.Convert convert => Places(convert.Operand),
        View view => Places(view.Array),
        Conditional choice => Places(choice.WhenTrue).Concat(Places(choice.WhenFalse)),
        _ => [],
    };

    // For each variable the parameters and static fields it may refer to.
    private static Dictionary<Var, HashSet<Place>> Sources(Function function, BodyScope scope, Func<IrType, bool> isFollowed)
    {
        var sources = new Dictionary<Var, HashSet<Place>>();
        foreach (Parameter parameter in function.Parameters.Where(p => isFollowed(p.Var.Type)))
            sources[parameter.Var] = [new LocalPlace(parameter.Var)];
        Stmt[] statements = function.Body.All().ToArray();
        for (bool changes = true; changes;)
        {
            changes = false;
            foreach (Stmt statement in statements)
            {
                (Var? variable, IEnumerable<Place> more) = statement switch
                {
                    Let let when isFollowed(let.Var.Type) => (let.Var, From(sources, let.Value)),
                    Declare { Value: { } value } declare when isFollowed(declare.Var.Type) => (declare.Var, From(sources, value)),
                    Assign { Target: LocalPlace target } assign when isFollowed(target.Type) => (target.Var, From(sources, assign.Value)),
                    Assign { Target: ElementPlace { Type: ArrayType } row } assign when isFollowed(row.Type) => (row.Root(), From(sources, assign.Value)),
                    Invoke { Result: { } result } invoke when isFollowed(result.Type) => (result, Result(sources, scope, invoke)),
                    _ => (null, []),
                };
                if (variable is null)
                    continue;
                if (!sources.TryGetValue(variable, out HashSet<Place>? known))
                    sources[variable] = known = [];
                int count = known.Count;
                known.UnionWith(more.ToList());
                changes |= known.Count > count;
            }
        }

        return sources;
    }

    private static IEnumerable<Place> Result(Dictionary<Var, HashSet<Place>> sources, BodyScope scope, Invoke invoke) =>
        scope.Calls.Storage(invoke.Function.Key) is { } callee
            ? callee.Returned.SelectMany(i => Argument(sources, invoke, i)).Concat(callee.Fields.Select(f => new StaticPlace(f, invoke.Result!.Type)))
            : [];

    private static IEnumerable<Place> Argument(Dictionary<Var, HashSet<Place>> sources, Invoke invoke, int position) =>
        invoke.Arguments[position].Value is { } value ? From(sources, value) : [];

    private static IEnumerable<Place> From(Dictionary<Var, HashSet<Place>> sources, Expr storage) => Places(storage).SelectMany(p => From(sources, p));

    private static IEnumerable<Place> From(Dictionary<Var, HashSet<Place>> sources, Place place) => place switch
    {
        LocalPlace local => sources.TryGetValue(local.Var, out HashSet<Place>? known) ? known : [],
        StaticPlace => [place],
        _ => [],
    };

    private static IEnumerable<int> Positions(Function function, Place place) =>
        Enumerable.Range(0, function.Parameters.Count).Where(i => place is LocalPlace local && function.Parameters[i].Var == local.Var);
}
