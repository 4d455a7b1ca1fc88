using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>Where in the forward sweep a statement stands.</summary>
internal readonly record struct Position(int Block, int Index);

/// <summary>Where a variable of the forward sweep comes into being.</summary>
internal sealed record Definition(Position At, Stmt Stmt);

/// <summary>The numbered blocks of a forward sweep: who defines what, what stands in what, and what may be overwritten when.</summary>
internal sealed class ForwardSweep
{
    private readonly IReadOnlyDictionary<int, EquatableArray<Stmt>> _blocks;
    private readonly Dictionary<int, Position> _parents = [];
    private readonly Scratches _scratches;
    private readonly Dictionary<Var, (int Body, Var Array)?> _ownScratch = [];
    private readonly Dictionary<Var, Definition> _definitions = [];
    private readonly Dictionary<int, (Position At, ElementPlace Element)> _saves = [];
    private readonly List<(Position At, Invoke Call)> _calls = [];

    public ForwardSweep(IReadOnlyDictionary<int, EquatableArray<Stmt>> blocks, Scratches scratches)
    {
        _scratches = scratches;
        _blocks = blocks;
        Storages = Storages.Of(blocks.Values.SelectMany(b => b));
        foreach (KeyValuePair<int, EquatableArray<Stmt>> block in blocks)
        {
            for (int i = 0; i < block.Value.Count; i++)
                Note(block.Value[i], new Position(block.Key, i));
        }
    }

    public Storages Storages { get; }

    /// <summary>The reverse sweep is another function: the whole is like a round of a loop.</summary>
    public bool IsApart { get; init; }

    /// <summary>The storages that a call may store elements of.</summary>
    public IEnumerable<Var> StoredByCalls => _calls.SelectMany(c => Storages.Stores(c.Call)).Select(Storages.Of).Distinct();

    public IEnumerable<int> Saves => _saves.Keys;

    public ElementPlace Element(int save) => _saves[save].Element;

    public Position At(int save) => _saves[save].At;

    /// <summary>Every statement, those of inner blocks too.</summary>
    public IEnumerable<Stmt> Statements => _blocks.Values.SelectMany(b => b);

    public Definition? Find(Var variable) => _definitions.TryGetValue(variable, out Definition? definition) ? definition : null;

    public EquatableArray<Stmt> Block(int number) => _blocks[number];

    /// <summary>The statement that the block stands in; null for the whole body.</summary>
    public Position? Parent(int block) => _parents.TryGetValue(block, out Position parent) ? parent : null;

    /// <summary>The innermost loop body that the block is or stands in.</summary>
    public int? LoopBody(int block)
    {
        for (int? at = block; at is { } inner; at = Parent(inner)?.Block)
        {
            if (IsLoopBody(inner))
                return inner;
        }

        return null;
    }

    /// <summary>Whether the variable is handed from round to round by a loop that the position is in: its content changes.</summary>
    public bool IsHandedOver(Var variable, Position at)
    {
        if (Find(variable) is not { Stmt: Declare { Value: not null }, At: var declared })
            return false;
        Position? around = Path(at).Where(p => p.Block == declared.Block).Select(p => (Position?)p).FirstOrDefault();
        return around is { } inside && new[] { _blocks[inside.Block][inside.Index] }.All().Any(s => s is Assign && s.Writes().Contains(variable));
    }

    /// <summary>The innermost loop of which the storage is scratch, by its body, and the array; null where it is none.</summary>
    public (int Body, Var Array)? Scratch(Var storage)
    {
        if (_ownScratch.TryGetValue(storage, out (int Body, Var Array)? known))
            return known;
        (int Body, Var Array)? found = null;
        foreach (int block in _blocks.Keys.Where(b => Parent(b) is not null && IsLoopBody(b)).OrderByDescending(Depth))
        {
            if (_blocks[block].All().SelectMany(Storages.Stores).Any(v => Storages.Of(v) == storage) && _scratches.ArrayOf(storage, _blocks[block]) is { Type: SpanType } array)
            {
                found = (block, array);
                break;
            }
        }

        return _ownScratch[storage] = found;
    }

    private int Depth(int block) => Path(new Position(block, 0)).Count;

    /// <summary>Whether the one block is inside the other, and not that itself.</summary>
    public bool IsInside(int block, int outer) => block != outer && Path(new Position(block, 0)).Any(p => p.Block == outer);

    /// <summary>Whether the one block is the other or inside it.</summary>
    public bool IsIn(int block, int outer) => block == outer || IsInside(block, outer);

    /// <summary>Whether elements of the storage are stored in the block after the statement at the one index, up to the one at the other.</summary>
    public bool IsStoredBetween(int block, int after, int upTo, Var storage) => _blocks[block].Skip(after + 1).Take(upTo - after).All()
        .SelectMany(Storages.Stores).Any(v => Storages.Of(v) == storage);

    /// <summary>
    /// Whether what the save puts aside may be what the reverse sweep reads again: it is overwritten after it was read, in the same round
    /// of all the loops around both or in a later one.
    /// </summary>
    /// <param name="isOnTheSpot">Whether the rounds of the loop with that body are each reversed before the next one runs.</param>
    /// <param name="isKept">Whether the array's content is kept for each round of the loop of which it is scratch.</param>
    public bool IsNeeded(int save, Position read, ElementPlace element, Func<int, bool> isOnTheSpot, Func<Var, bool> isKept)
    {
        (Position at, ElementPlace stored) = _saves[save];
        if (Storages.Of(stored) is not { } storage || storage != Storages.Of(element) || AreApart(stored, element))
            return false;
        int? kept = isKept(storage) ? Scratch(storage)?.Body : null;
        return IsAfter(at, read, b => !isOnTheSpot(b) && !MovesWith(b, stored, element) && (kept is null || IsInside(b, kept.Value)));
    }

    /// <summary>Whether what the save puts aside may be read by the reverse of a call, which finds all it was passed as the call left it.</summary>
    public bool IsNeededByCall(int save, Func<int, bool> isOnTheSpot) => _calls.Any(c =>
        c.Call.Expressions().SelectMany(e => e.Reads()).Any(v => v.Type.IsStorage() && Storages.Of(v) == Storages.Of(_saves[save].Element))
        && IsAfter(_saves[save].At, c.At, b => !isOnTheSpot(b)));

    /// <param name="repeats">Whether the loop with that body may come back to the one after the other.</param>
    private bool IsAfter(Position at, Position read, Func<int, bool> repeats)
    {
        List<Position> toSave = Path(at);
        List<Position> toRead = Path(read);
        int level = 0;
        while (level < toSave.Count - 1 && level < toRead.Count - 1 && toSave[level] == toRead[level] && toSave[level + 1].Block == toRead[level + 1].Block)
            level++;
        if (toSave[level].Index > toRead[level].Index)
            return true;
        return toSave.Take(level + 1).Select(p => p.Block).Where(IsLoopBody).Any(repeats);
    }

    private bool IsLoopBody(int block) => Parent(block) is not { } parent ? IsApart : _blocks[parent.Block][parent.Index] is For or While;

    private List<Position> Path(Position at)
    {
        var path = new List<Position> { at };
        while (Parent(path[0].Block) is { } parent)
            path.Insert(0, parent);
        return path;
    }

    /// <summary>Whether each round of the loop has elements of its own: both are indexed, in the same place, by the loop's index.</summary>
    private bool MovesWith(int body, ElementPlace a, ElementPlace b)
    {
        if (Parent(body) is not { } parent || _blocks[parent.Block][parent.Index] is not For loop || !a.Array.Equals(b.Array) || IsMadeIn(body, a.Array))
            return false;
        return a.Indices.Zip(b.Indices, (x, y) => x.Equals(y) && x is Read { Place: LocalPlace local } && local.Var == loop.Index).Any(same => same);
    }

    /// <summary>Whether each round of the loop, or of any where it is null, makes the reference anew: it may then refer to other elements.</summary>
    private bool IsMadeIn(int? body, Place array) => array is LocalPlace local && Find(local.Var) is { } made
        && (body is { } loop ? Path(made.At).Any(p => p.Block == loop) : LoopBody(made.At.Block) is not null);

    private bool AreApart(ElementPlace a, ElementPlace b) => a.Array.Equals(b.Array) && !IsMadeIn(null, a.Array)
        && a.Indices.Zip(b.Indices, (x, y) => x is InertConst && y is InertConst && !x.Equals(y)).Any(apart => apart);

    private void Note(Stmt stmt, Position at)
    {
        foreach (EquatableArray<Stmt> inner in stmt.Blocks())
        {
            int number = ((Mark)inner[0]).Block;
            _parents[number] = at;
            if (stmt is For loop)
                _definitions[loop.Index] = new Definition(new Position(number, -1), stmt);
        }

        if (stmt is Save save)
            _saves[save.Number] = (at, save.Element);
        if (stmt is Invoke invoke)
            _calls.Add((at, invoke));
        if (stmt is Let or Declare or LetSinCos or Allocate or Invoke)
        {
            foreach (Var variable in stmt.Writes().Where(v => stmt is not Invoke call || v == call.Result))
                _definitions[variable] = new Definition(at, stmt);
        }
    }
}
