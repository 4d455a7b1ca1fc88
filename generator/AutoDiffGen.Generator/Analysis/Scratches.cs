using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// Privatised scratch: arrays that the method creates and that carry nothing from one round of a loop to the next, because each round
/// fills anew what it reads.
/// </summary>
/// <example><code>
/// for (i …) { for (k = 0; k &lt; n; k++) t[k] = x[i] * k;  for (k = 0; k &lt; n; k++) s += t[k]; }        →        t is scratch of the loop over i
/// </code></example>
internal sealed class Scratches
{
    private readonly Storages _storages;
    private readonly HashSet<Var> _own;
    private readonly Dictionary<Var, Allocate> _created;
    private readonly Dictionary<Var, Expr> _values;
    private readonly Dictionary<Var, int> _accesses;

    private Scratches(Function function, EquatableArray<Stmt> body)
    {
        _storages = Storages.Of(body);
        var given = new HashSet<Var>(function.Parameters.Where(p => p.Var.Type.IsStorage()).Select(p => _storages.Of(p.Var)));
        Allocate[] created = body.All().OfType<Allocate>().ToArray();
        _own = new HashSet<Var>(created.Select(a => _storages.Of(a.Var)).Where(v => !given.Contains(v)));
        _created = created.ToDictionary(a => a.Var);
        _values = body.All().OfType<Let>().ToDictionary(l => l.Var, l => l.Value);
        _accesses = Accesses(body).GroupBy(e => _storages.Of(e)!).ToDictionary(g => g.Key, g => g.Count());
    }

    public static Scratches Of(Function function, EquatableArray<Stmt> body) => new(function, body);

    /// <summary>Whether the loop stores elements at all.</summary>
    public bool Stores(EquatableArray<Stmt> body) => body.All().SelectMany(Storages.Stores).Any();

    /// <summary>Whether the loop stores only into arrays that are scratch of it.</summary>
    public bool AreAll(EquatableArray<Stmt> body) =>
        body.All().SelectMany(Storages.Stores).Select(_storages.Of).Distinct().All(storage => IsScratch(storage, body));

    /// <summary>The array that is scratch of the loop with that body, if the elements belong to one.</summary>
    public Var? ArrayOf(Var storage, EquatableArray<Stmt> body) =>
        IsScratch(_storages.Of(storage), body) && _created.Values.Count(a => _storages.Of(a.Var) == _storages.Of(storage)) == 1
            ? _created.Keys.First(v => _storages.Of(v) == _storages.Of(storage))
            : null;

    private bool IsScratch(Var storage, EquatableArray<Stmt> body)
    {
        ElementPlace[] inside = Accesses(body).Where(e => _storages.Of(e) == storage).ToArray();
        // What a call reads of it, nobody knows.
        if (body.All().OfType<Invoke>().SelectMany(i => i.Expressions()).SelectMany(e => e.Reads()).Any(v => v.Type.IsStorage() && _storages.Of(v) == storage))
            return false;
        if (!_own.Contains(storage) || inside.Length != _accesses[storage])
            return false;
        // A new array for every round, unless it is found again in a later one.
        if (_created.Values.Where(a => _storages.Of(a.Var) == storage).All(body.All().Contains))
            return !IsFoundAgain(storage, body);
        Stmt[] touching = body.Where(s => Accesses([s]).Any(e => _storages.Of(e) == storage)).ToArray();
        // What is scratch of a loop in here is scratch of this one.
        if (touching.Length == 1 && touching[0] is For or While && IsScratch(storage, touching[0].Blocks().Single()))
            return true;
        Stmt first = touching[0];
        if (first is not For { Step: 1, Go: null } fill || Filled(fill, storage) is not { } array)
            return false;

        // All of it is filled; or every element that is read is numbered by an index with the same bounds.
        bool isComplete = _created.TryGetValue(array, out Allocate? created) && created.Lengths.Count == 1 && fill.Start is InertConst { Text: "0" } && !fill.Inclusive
            && Bound(fill.End).Equals(Bound(created.Lengths[0]));
        return isComplete || Loops(body, []).All(access => _storages.Of(access.Element) != storage || IsWithin(access, fill))
            && inside.All(e => Base(e.Array.Root()!) == array);
    }

    private bool IsFoundAgain(Var storage, EquatableArray<Stmt> body) => body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).OfType<Taken>()
        .Any(t => t.Arrays.Any(a => _storages.Of(a) == storage));

    /// <summary>The array of which the loop stores each element that its index numbers, and reads none.</summary>
    private Var? Filled(For loop, Var storage)
    {
        ElementPlace[] touched = Accesses(loop.Body).Where(e => _storages.Of(e) == storage).ToArray();
        Assign? store = loop.Body.OfType<Assign>().FirstOrDefault(a => a.Target is ElementPlace element && _storages.Of(element) == storage);
        return store is { Target: ElementPlace { Indices: [Read { Place: LocalPlace index }], Array: LocalPlace array } target } && index.Var == loop.Index
            && touched.All(e => e == target) && !Reads(loop.Body).Any(e => _storages.Of(e) == storage)
            ? Base(array.Var)
            : null;
    }

    private readonly record struct Access(ElementPlace Element, EquatableArray<For> Around);

    private bool IsWithin(Access access, For fill) => access.Element.Indices is [Read { Place: LocalPlace index }]
        && access.Around.Any(l => l.Index == index.Var && l.Start.Equals(fill.Start) && Bound(l.End).Equals(Bound(fill.End))
            && l.Inclusive == fill.Inclusive && Math.Abs(l.Step) == 1);

    /// <summary>The array a variable is another name for.</summary>
    private Var Base(Var array) => _values.TryGetValue(array, out Expr? value) && Whole(value) is { } source ? Base(source) : array;

    private static Var? Whole(Expr reference) => reference switch
    {
        Read { Place: LocalPlace local } => local.Var,
        Ir.Convert convert => Whole(convert.Operand),
        _ => null,
    };

    /// <summary>A bound in terms of what lengths were made of.</summary>
    private Expr Bound(Expr expr)
    {
        switch (expr)
        {
            case Read { Place: LocalPlace local } when local.Var.Type is InertType && _values.TryGetValue(local.Var, out Expr? value) && value is Read or Length:
                return Bound(value);
            case Length { Dimension: null, Array: Read { Place: LocalPlace local } }:
                Var array = Base(local.Var);
                if (_created.TryGetValue(array, out Allocate? created) && created.Lengths.Count == 1)
                    return Bound(created.Lengths[0]);
                return _values.TryGetValue(array, out Expr? made) && made is View view ? Bound(view.Count) : new Length(array.Read);
            default:
                return expr;
        }
    }

    private static IEnumerable<Access> Loops(IEnumerable<Stmt> block, EquatableArray<For> around)
    {
        foreach (Stmt stmt in block)
        {
            foreach (ElementPlace element in Own(stmt))
                yield return new Access(element, around);
            foreach (EquatableArray<Stmt> inner in stmt.Blocks())
            {
                foreach (Access access in Loops(inner, stmt is For loop ? [.. around, loop] : around))
                    yield return access;
            }
        }
    }

    private static IEnumerable<ElementPlace> Accesses(IEnumerable<Stmt> block) => block.All().SelectMany(Own).Where(e => e.Root() is not null);

    /// <summary>The elements a statement reads or stores itself; putting one aside is neither.</summary>
    private static IEnumerable<ElementPlace> Own(Stmt stmt)
    {
        if (stmt is Save)
            yield break;
        if (stmt is Assign { Target: ElementPlace target })
            yield return target;
        foreach (ElementPlace read in ReadBy(stmt))
            yield return read;
    }

    private static IEnumerable<ElementPlace> Reads(IEnumerable<Stmt> block) => block.All().Where(s => s is not Save).SelectMany(ReadBy).Where(e => e.Root() is not null);

    private static IEnumerable<ElementPlace> ReadBy(Stmt stmt) =>
        stmt.Expressions().SelectMany(e => e.Tree()).OfType<Read>().Select(r => r.Place).OfType<ElementPlace>().Where(e => e.Type is not ArrayType);
}
