using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>Which variables are ever written after they come into being; everything else has one value for good.</summary>
internal sealed class Mutation
{
    private readonly HashSet<Var> _mutable;
    private readonly Storages _storages;

    private Mutation(Function function)
    {
        _mutable = new HashSet<Var>(function.Body.All().SelectMany(AssignedBy));
        _storages = Storages.Of(function);
    }

    public static Mutation Of(Function function) => new(function);

    private static IEnumerable<Var> AssignedBy(Stmt stmt) => stmt switch
    {
        Assign => stmt.Writes(),
        Invoke invoke => stmt.Writes().Where(v => v != invoke.Result),
        _ => [],
    };

    public bool IsMutable(Var variable) => _mutable.Contains(variable);

    /// <summary>Whether the expression has the same value wherever its variables are in scope.</summary>
    public bool IsStable(Expr expr) => expr.Tree().All(e => e switch
    {
        Read { Place: LocalPlace local } => !IsMutable(local.Var),
        Read { Place: StaticPlace } => true,
        Read { Place: ElementPlace element } => element.Root() is not { } root || (!IsMutable(root) && !_storages.IsStored(root)),
        Read => false,
        _ => true,
    });

    /// <summary>Whether running the statement may change the expression's value.</summary>
    public bool Changes(Stmt stmt, Expr expr)
    {
        Stmt[] inside = new[] { stmt }.All().ToArray();
        var reads = new HashSet<Var>(expr.Reads());
        if (inside.Where(s => s is not (Let or Declare)).SelectMany(s => s.Writes()).Any(reads.Contains))
            return true;
        Var[] loaded = Loaded(expr).Distinct().ToArray();
        return loaded.Length > 0 && inside.SelectMany(Storages.Stores).Select(_storages.Of).Any(loaded.Contains);
    }

    /// <summary>The storages that the expression reads elements of.</summary>
    public IEnumerable<Var> Loaded(Expr expr) => expr.Tree().OfType<Read>().Select(r => r.Place).OfType<ElementPlace>().Select(_storages.Of).OfType<Var>();

    /// <summary>The variable that stands for the storage of an array.</summary>
    public Var StorageOf(Var array) => _storages.Of(array);
}
