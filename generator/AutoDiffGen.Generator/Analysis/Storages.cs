using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Which array and span variables may refer to the same elements: those that are made from one another. Parameters never do, because the
/// generated code refuses arguments that overlap where one is written.
/// </summary>
/// <example><code>
/// v = a.Slice(1, 2);  w = c ? v : b;        →        one storage: a, b, v, w
/// </code></example>
internal sealed class Storages
{
    private readonly Dictionary<Var, Var> _parents = [];
    private readonly Dictionary<Var, List<Var>> _sources = [];
    private readonly HashSet<Var> _stored = [];
    private readonly HashSet<Var> _storedThrough = [];

    private Storages(IEnumerable<Stmt> body)
    {
        Stmt[] all = body.All().ToArray();
        foreach (Stmt stmt in all)
        {
            (Var? variable, Expr? value) = stmt switch
            {
                Let let => (let.Var, let.Value),
                Declare declare => (declare.Var, declare.Value),
                Assign { Target: LocalPlace target } assign => (target.Var, assign.Value),
                Assign { Target: ElementPlace { Type: ArrayType } target } row => (target.Root(), row.Value),
                _ => ((Var?)null, (Expr?)null),
            };
            if (variable is null || value is null || !variable.Type.IsStorage())
                continue;
            foreach (Var source in Sources(value))
            {
                _parents[Of(source)] = Of(variable);
                if (!_sources.TryGetValue(variable, out List<Var>? sources))
                    _sources[variable] = sources = [];
                sources.Add(source);
            }
        }

        foreach (Var stored in all.SelectMany(Stores))
        {
            _stored.Add(Of(stored));
            Through(stored);
        }

        void Through(Var variable)
        {
            if (!_storedThrough.Add(variable) || !_sources.TryGetValue(variable, out List<Var>? sources))
                return;
            foreach (Var source in sources)
                Through(source);
        }
    }

    // The length of an array is no reference to its elements.
    private static IEnumerable<Var> Sources(Expr reference) => reference switch
    {
        Read read => read.Place.Root() is { } root ? [root] : [],
        View view => Sources(view.Array),
        Ir.Convert convert => Sources(convert.Operand),
        Conditional choice => Sources(choice.WhenTrue).Concat(Sources(choice.WhenFalse)),
        Taken taken => taken.Arrays,
        _ => [],
    };

    public static Storages Of(Function function) => new(function.Body);

    public static Storages Of(IEnumerable<Stmt> body) => new(body);

    /// <summary>The variable that stands for the storage.</summary>
    public Var Of(Var variable)
    {
        while (_parents.TryGetValue(variable, out Var? parent) && parent != variable)
            variable = parent;
        return variable;
    }

    /// <summary>The storage of an element; null for that of a static field, which nobody writes.</summary>
    public Var? Of(Place place) => place.Root() is { } root ? Of(root) : null;

    /// <summary>Whether any element of the storage is ever stored.</summary>
    public bool IsStored(Var variable) => _stored.Contains(Of(variable));

    /// <summary>Whether elements are ever stored through the variable, or through one that is made of it.</summary>
    public bool IsStoredThrough(Var variable) => _storedThrough.Contains(variable);

    /// <summary>The arrays whose elements a statement stores itself, not those of the blocks in it.</summary>
    public static IEnumerable<Var> Stores(Stmt stmt) => stmt switch
    {
        Assign { Target: ElementPlace target } => Root(target),
        Restore restore => Root(restore.Element),
        Pop { Target: ElementPlace target } => Root(target),
        Pop { Target: LocalPlace { Type: SpanType, Var: var array } } => [array],
        Invoke invoke => invoke.Arguments.Select(a => a.Place).Where(p => p is not null && p.Type.IsStorage()).Select(p => p!.Root()).OfType<Var>(),
        Effect effect => effect.Call.Arguments.SelectMany(a => a.Reads()).Where(v => v.Type.IsStorage() && v.Type is not SpanType { IsReadOnly: true }),
        _ => [],
    };

    private static IEnumerable<Var> Root(Place place) => place.Root() is { } root ? [root] : [];
}
