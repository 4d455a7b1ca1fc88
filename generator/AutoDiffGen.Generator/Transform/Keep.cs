using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// To-be-recorded: makes the values of the forward sweep available where the reverse sweep uses them. In the reverse of a branch, what is
/// cheap is computed again and the rest is kept in a variable declared before the branch. In the reverse of a loop's round, everything that
/// can be is computed again from what the round was handed and from array elements, which are as they were at that point because what is
/// overwritten is put back; only what cannot is put on a stack.
/// </summary>
/// <example><code>
/// if (c) { t = Math.Exp(x); s = 2 * t; }        double t = 0;
/// …                                       →     if (c) { t = Math.Exp(x); s = 2 * t; }
/// if (c) dx = ds * 2 * t;                       …
///                                               if (c) dx = ds * 2 * t;
///
/// for (…) { y1 = y; y = Math.Sin(y1); }         for (…) { y1 = y; y = Math.Sin(y1); push y1; }
/// for (…) dy = dy * Math.Cos(y1);         →     for (…) { pop y1; dy = dy * Math.Cos(y1); }
/// </code></example>
internal sealed class Keep
{
    private const int MaxRecomputed = 4;

    private readonly ForwardSweep _forward;
    private readonly Names _names;
    private readonly Induction _induction;
    private readonly Plan _plan;
    private readonly IReadOnlyDictionary<int, Ranges.Range> _ranges;
    private readonly HashSet<int> _neededSaves;
    private readonly List<(Position At, ElementPlace Element)> _reloads = [];
    private readonly HashSet<Var> _reloadedBefore;
    private readonly HashSet<int> _onTheSpot = [];
    private readonly Dictionary<Var, int> _kept = [];
    private readonly HashSet<int> _rounds = [];
    private int _turn;
    private readonly Dictionary<int, List<Var>> _recorded = [];

    private Keep(
        ForwardSweep forward, Induction induction, Names names, Plan plan, HashSet<int> neededSaves, HashSet<Var> reloadedBefore, IReadOnlyDictionary<int, Ranges.Range> ranges)
    {
        _reloadedBefore = reloadedBefore;
        _forward = forward;
        _induction = induction;
        _names = names;
        _plan = plan;
        _neededSaves = neededSaves;
        _ranges = ranges;
    }

    public static Function Run(Reversed reversed, Plan plan)
    {
        (Keep pass, EquatableArray<Stmt> body, HashSet<int> needed) = Settled(
            new ForwardSweep(reversed.Blocks, reversed.Scratches), () => new Names(reversed.Function.Names()), plan, [],
            pass => pass.Block(reversed.Function.Body, null, isLoop: false, index: null));
        return Finished(reversed.Function, body, pass, needed);
    }

    /// <summary>The two sweeps of a method that calls itself: the second is passed what the method was passed, and finds the rest on the stacks.</summary>
    /// <param name="parameters">The method's: whoever called it may read again what it stores into their elements.</param>
    public static (EquatableArray<Stmt> Forward, EquatableArray<Stmt> Backward) RunApart(
        Reverse.Apart apart, Names names, Plan plan, EquatableArray<Parameter> parameters)
    {
        var forward = new ForwardSweep(apart.Blocks, apart.Scratches) { IsApart = true };
        var given = new HashSet<Var>(parameters.Where(p => p.Var.Type.IsStorage()).Select(p => forward.Storages.Of(p.Var)));
        (Keep pass, (EquatableArray<Stmt> ahead, EquatableArray<Stmt> back), _) = Settled(
            forward, () => names, plan, forward.Saves.Where(s => forward.Storages.Of(forward.Element(s)) is { } storage && given.Contains(storage)),
            pass => (pass.Block(apart.Forward, null, isLoop: false, index: null), pass.Block(apart.Backward, null, isLoop: true, index: null)));
        return (new Finish(pass).Block(ahead), new Finish(pass).Block(back));
    }

    /// <summary>
    /// Rebuilds the sweeps until nothing more has to be put back: doing so takes indices, which may be read from elements that have to be put
    /// back. What is known then says which elements can be put aside together.
    /// </summary>
    private static (Keep Pass, T Rebuilt, HashSet<int> Needed) Settled<T>(
        ForwardSweep forward, Func<Names> names, Plan plan, IEnumerable<int> neededAnyway, Func<Keep, T> rebuild)
    {
        var induction = new Induction(forward);
        var needed = new HashSet<int>(neededAnyway);
        var reloaded = new HashSet<Var>();
        IReadOnlyDictionary<int, Ranges.Range>? ranges = plan.Has(Plan.Ranges) ? null : new Dictionary<int, Ranges.Range>();
        while (true)
        {
            var pass = new Keep(forward, induction, names(), plan, needed, reloaded, ranges ?? new Dictionary<int, Ranges.Range>());
            T rebuilt = rebuild(pass);
            if (pass.NeedsMore(needed))
                continue;
            if (ranges is not null)
                return (pass, rebuilt, needed);
            ranges = pass.FindRanges();
            if (ranges.Count == 0)
                return (pass, rebuilt, needed);
        }
    }

    private Dictionary<int, Ranges.Range> FindRanges()
    {
        var ranges = new Ranges(_forward, _induction);
        return _neededSaves.Select(s => (Save: s, Range: ranges.Of(s, _reloads, _onTheSpot.Contains))).Where(r => r.Range is not null).ToDictionary(r => r.Save, r => r.Range!);
    }

    /// <summary>Whether the content of scratch is kept as a whole, once for each round, instead of what each store overwrites.</summary>
    private bool IsKept(Var storage) => _forward.Scratch(storage) is { } scratch && _rounds.Contains(scratch.Body);

    // An array with a handle that is created in the round is another one in every round, and stays as the round left it.
    private IEnumerable<Var> KeptArrays(int body) => _reloadedBefore.Where(IsKept).Select(s => _forward.Scratch(s)!.Value)
        .Where(s => s.Body == body && _forward.Find(s.Array) is { Stmt: Allocate allocate, At: var at } && (allocate.Handle is null || !_forward.IsIn(at.Block, body)))
        .Select(s => s.Array).OrderBy(a => a.Name, StringComparer.Ordinal);

    private bool NeedsMore(HashSet<int> needed)
    {
        int before = needed.Count;
        needed.UnionWith(_forward.Saves.Where(s => _forward.IsNeededByCall(s, _onTheSpot.Contains)
            || _reloads.Any(r => _forward.IsNeeded(s, r.At, r.Element, _onTheSpot.Contains, IsKept))));
        int arrays = _reloadedBefore.Count;
        _reloadedBefore.UnionWith(_reloads.Select(r => _forward.Storages.Of(r.Element)).OfType<Var>());
        return needed.Count != before || _reloadedBefore.Count != arrays;
    }

    private static Function Finished(Function function, EquatableArray<Stmt> body, Keep pass, HashSet<int> needed)
    {
        int turn = pass._turn;
        var finish = new Finish(pass);
        EquatableArray<Stmt> before = finish.Block(body.Take(turn).ToEquatableArray());
        EquatableArray<Stmt> after = finish.Block(body.Skip(turn).ToEquatableArray());
        return FinalContents.Run(
            function with { Body = [.. before, .. after] }, before.Count, pass._forward.Storages,
            needed.Select(s => pass._forward.Storages.Of(pass._forward.Element(s))).OfType<Var>().Concat(pass._forward.StoredByCalls));
    }

    /// <summary>A block of the derivative that is being rebuilt.</summary>
    private sealed class Frame(Frame? parent)
    {
        public Frame? Parent { get; } = parent;

        public List<Stmt> Out { get; } = [];

        /// <summary>The forward sweep's variables that can be used here, and by what name.</summary>
        public Dictionary<Var, Var> Visible { get; } = [];

        /// <summary>The forward block that begins here.</summary>
        public int? Begins { get; set; }

        /// <summary>The forward block, and the statement in it, that is being reversed.</summary>
        public Position? Reversing { get; set; }

        /// <summary>This is the body of a loop that reverses the rounds of another one, which has this body.</summary>
        public int? Rounds { get; set; }

        /// <summary>What is taken from the stacks at the start.</summary>
        public List<Pop> Pops { get; } = [];

        /// <summary>What each of them was called in the forward sweep.</summary>
        public Dictionary<Pop, Var> Popped { get; } = [];

        /// <summary>What computes integers back, after that.</summary>
        public List<Stmt> Undone { get; } = [];

        public IEnumerable<Frame> Chain()
        {
            for (Frame? frame = this; frame is not null; frame = frame.Parent)
                yield return frame;
        }
    }

    private EquatableArray<Stmt> Block(EquatableArray<Stmt> block, Frame? parent, bool isLoop, Var? index)
    {
        var frame = new Frame(parent);
        if (index is not null)
            frame.Visible[index] = index;
        foreach (Stmt stmt in block)
        {
            switch (stmt)
            {
                case Mark { Index: < 0 } mark:
                    frame.Begins = mark.Block;
                    frame.Out.Add(mark);
                    break;
                case Mark mark:
                    if (isLoop && frame.Reversing is null && frame.Begins is null)
                    {
                        frame.Rounds = mark.Block;
                        _rounds.Add(mark.Block);
                    }
                    else if (isLoop && frame.Begins == mark.Block)
                        _onTheSpot.Add(mark.Block);
                    if (parent is null && frame.Reversing is null)
                        _turn = frame.Out.Count;
                    frame.Reversing = new Position(mark.Block, mark.Index);
                    break;
                case Save save when !_neededSaves.Contains(save.Number) || _ranges.ContainsKey(save.Number):
                case Restore restore when !_neededSaves.Contains(restore.Number) || _ranges.ContainsKey(restore.Number):
                    break;
                case If branch:
                    Expr condition = Visit(branch.Condition, frame);
                    frame.Out.Add(branch with { Condition = condition, Then = Block(branch.Then, frame, false, null), Else = Block(branch.Else, frame, false, null) });
                    break;
                case While loop:
                    Expr test = Visit(loop.Condition, frame);
                    frame.Out.Add(loop with { Condition = test, Body = Block(loop.Body, frame, true, null) });
                    break;
                case For loop:
                    var header = new Frame(frame);
                    header.Visible[loop.Index] = loop.Index;
                    (Expr start, Expr end, Expr? go) = (Visit(loop.Start, frame), Visit(loop.End, frame), loop.Go is null ? null : Visit(loop.Go, header));
                    For rebuilt = loop with { Start = start, End = end, Go = go, Body = Block(loop.Body, frame, true, loop.Index) };
                    Mark? sweep = loop.Body.OfType<Mark>().FirstOrDefault();
                    if (sweep is { Index: < 0 })
                        frame.Out.AddRange(RangesOf(sweep.Block, frame, Sweep.Primal));
                    List<Stmt> putBack = sweep is { Index: >= 0 } ? RangesOf(sweep.Block, frame, Sweep.Reverse) : [];

                    // Before the rounds, unless what they recorded is above it: what they add up then stays in registers.
                    if (rebuilt.Body.All().Any(s => s is Pop or Invoke))
                        frame.Out.AddRange([rebuilt, .. putBack]);
                    else
                        frame.Out.AddRange([.. putBack, rebuilt]);
                    break;
                case Restore when frame.Reversing is { } saved:
                    // Where to put it back is looked for while the store that comes next is not undone yet.
                    frame.Reversing = saved with { Index = saved.Index + 1 };
                    Add(stmt);
                    frame.Reversing = saved;
                    break;
                default:
                    Add(stmt);
                    if (stmt is Let or Declare or LetSinCos or Allocate or Invoke)
                    {
                        foreach (Var variable in stmt.Writes())
                            frame.Visible[variable] = variable;
                    }

                    break;
            }
        }

        IEnumerable<Stmt> arrays = frame.Rounds is { } rounds
            ? KeptArrays(rounds).Reverse().Select(a => new Pop(new Rename(frame).Visit(new LocalPlace(a)), new Origin(null, Sweep.Reverse)))
            : [];
        return [.. arrays, .. InOrder(frame.Pops, p => frame.Popped[p]).Reverse(), .. frame.Undone, .. frame.Out];

        void Add(Stmt stmt)
        {
            foreach (Var read in stmt.Expressions().SelectMany(e => e.Reads()).Distinct())
                Ensure(read, frame);
            frame.Out.AddRange(new Rename(frame).Visit(stmt));
        }
    }

    /// <summary>Records, or puts back, what the loop with that body overwrites one after the other.</summary>
    private List<Stmt> RangesOf(int body, Frame frame, Sweep sweep)
    {
        var moves = new List<Stmt>();
        var origin = new Origin(null, sweep);
        foreach (Ranges.Range range in _ranges.Where(r => r.Value.Body == body).OrderBy(r => sweep == Sweep.Primal ? r.Key : -r.Key).Select(r => r.Value))
        {
            var type = new SpanType(range.Array.Type.Element(), IsReadOnly: false);
            Expr part = Visit(new Part(range.Array.Read, range.Start, range.End, type), frame);
            var named = new Var(_names.Fresh("part"), type, VarRole.Temporary);
            moves.Add(new Let(named, part, origin));
            moves.Add(sweep == Sweep.Primal ? new Push(named.Read, origin) : new Pop(new LocalPlace(named), origin));
        }

        return moves;
    }

    private Expr Visit(Expr expr, Frame frame)
    {
        foreach (Var read in expr.Reads().Distinct())
            Ensure(read, frame);
        return new Rename(frame).Visit(expr);
    }

    private static bool IsVisible(Var variable, Frame frame) => frame.Chain().Any(f => f.Visible.ContainsKey(variable));

    /// <summary>Sees to it that a variable can be used where the frame has got to.</summary>
    private void Ensure(Var variable, Frame user)
    {
        if (IsVisible(variable, user) || _forward.Find(variable) is not { } definition)
            return;

        int? body = _forward.LoopBody(definition.At.Block);
        Frame? round = body is null ? null : user.Chain().FirstOrDefault(f => f.Rounds == body);
        Frame? place = user.Chain().FirstOrDefault(f => f.Reversing?.Block == definition.At.Block);
        if (round is null)
        {
            if (place is null || !_plan.Has(Plan.Recompute) || !RecomputeCheaply(variable, place))
                KeepInVariable(variable, definition, user);
        }
        else if (place is null || !Rebuild(variable, definition, place))
        {
            Record(variable, definition, body!.Value, round);
        }
    }

    /// <summary>Computes a value of a round again, from what the round was handed; false where that is impossible.</summary>
    private bool Rebuild(Var variable, Definition definition, Frame place)
    {
        switch (definition.Stmt)
        {
            case Let let when _plan.Has(Plan.Induction) && _induction.OnEntry(let, definition.At) is { } induced && IsAsThen(induced, _forward.Parent(definition.At.Block)!.Value, place):
                foreach (Var read in induced.Reads().Distinct())
                    Ensure(read, place);
                Var numbered = Copy(let.Var);
                place.Out.Add(new Let(numbered, new Rename(place).Visit(induced), Silent(let.Origin)));
                place.Visible[let.Var] = numbered;
                return true;
            case Let let when _plan.Has(Plan.Induction) && Undo(let, definition.At, place):
                return true;
            case Let let when IsAsThen(let.Value, definition.At, place):
                foreach (Var read in let.Value.Reads().Distinct())
                    Ensure(read, place);
                Var copy = Copy(let.Var);
                place.Out.Add(new Let(copy, new Rename(place).Visit(let.Value), Silent(let.Origin)));
                place.Visible[let.Var] = copy;
                return true;
            case Allocate { Handle: { } handle } allocate when variable == allocate.Var:
                Ensure(handle, place);
                Var again = Copy(allocate.Var);
                place.Out.Add(new Let(again, new Rename(place).Visit(new Taken(handle.Read, [allocate.Var], allocate.Var.Type)), Silent(allocate.Origin)));
                place.Visible[allocate.Var] = again;
                return true;
            case Declare { Value: null } joined:
                return RebuildBranch(joined.Var, definition.At, place);
            default:
                return false;
        }
    }

    /// <summary>Computes back, from the last round to the first, what a round was handed; false where that is impossible.</summary>
    private bool Undo(Let entry, Position at, Frame round)
    {
        if (round.Rounds != at.Block || round.Parent is not { } before)
            return false;
        if (_induction.Raised(entry, at) is { } raised)
        {
            Var undone = Last(raised.Carried);
            foreach (Var read in raised.Raise.Reads().Distinct().Where(v => !round.Visible.ContainsKey(v)))
                Ensure(read, before);
            Expr raise = new Rename(before).Visit(raised.Raise);
            round.Undone.Add(new Assign(new LocalPlace(undone), new Binary(BinaryOp.Subtract, undone.Read, raise, IrType.Int32), Silent(entry.Origin)));
            Name(entry, undone);
            return true;
        }

        if (_induction.Swapped(entry, at) is not { } swaps)
            return false;
        Dictionary<Let, Var> last = swaps.ToDictionary(s => s.Entry, s => Last(s.Carried));
        foreach (Induction.Swap swap in swaps)
            Name(swap.From, last[swap.Entry]);
        foreach (Induction.Swap swap in swaps)
            round.Undone.Add(new Assign(new LocalPlace(last[swap.From]), round.Visible[swap.From.Var].Read, Silent(entry.Origin)));
        return true;

        // What the variable holds after the last round, and is to hold before each.
        Var Last(Var carried)
        {
            Ensure(carried, before);
            Var last = Copy(carried);
            before.Out.Add(new Declare(last, new Rename(before).Visit(carried.Read), Silent(entry.Origin)));
            return last;
        }

        void Name(Let onEntry, Var undone)
        {
            Var copy = Copy(onEntry.Var);
            round.Undone.Add(new Let(copy, undone.Read, Silent(entry.Origin)));
            round.Visible[onEntry.Var] = copy;
        }
    }

    /// <summary>Runs a branch again that only chooses values.</summary>
    private bool RebuildBranch(Var wanted, Position at, Frame place)
    {
        EquatableArray<Stmt> block = _forward.Block(at.Block);
        int index = Enumerable.Range(at.Index + 1, block.Count - at.Index - 1)
            .First(i => new[] { block[i] }.All().Any(s => s is Assign && s.Writes().Contains(wanted)));
        if (block[index] is not If branch || index > place.Reversing!.Value.Index)
            return false;
        Stmt[] inside = new Stmt[] { branch }.All().ToArray();
        var there = new Position(at.Block, index);
        if (!inside.All(s => s is Let or Declare or If or Mark or Assign { Target: LocalPlace } && s.Expressions().All(e => IsAsThen(e, there, place))))
            return false;

        var own = new HashSet<Var>(inside.Where(s => s is Let or Declare).SelectMany(s => s.Writes()));
        foreach (Var read in inside.SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Distinct().Where(v => !own.Contains(v)))
            Ensure(read, place);
        foreach (Var target in inside.OfType<Assign>().SelectMany(s => s.Writes()).Distinct().Where(v => !own.Contains(v)))
        {
            Var copy = Copy(target);
            place.Out.Add(new Declare(copy, null, Silent(branch.Origin)));
            place.Visible[target] = copy;
        }

        place.Out.AddRange(new CopyOfBranch(this, place).Visit(branch));
        return true;
    }

    /// <summary>
    /// Whether the expression, evaluated where the reverse sweep has got to, gives what it gave in the forward sweep: it reads values, and
    /// elements that were not stored in between. Stores further on are undone by then.
    /// </summary>
    private bool IsAsThen(Expr expr, Position then, Frame place)
    {
        int now = place.Reversing!.Value.Index;
        foreach (Expr part in expr.Tree())
        {
            switch (part)
            {
                case Read { Place: LocalPlace local } when _forward.IsHandedOver(local.Var, then):
                    return false;
                // Rows are never replaced.
                case Read { Place: ElementPlace { Type: var type } } when type.IsStorage():
                    break;
                case Read { Place: ElementPlace element } when _forward.Storages.Of(element) is { } storage && _forward.Storages.IsStored(storage):
                    if (now < then.Index || _forward.IsStoredBetween(then.Block, then.Index, now, storage))
                        return false;
                    _reloads.Add((then, element));
                    break;
                case Read { Place: ReferencePlace }:
                    return false;
            }
        }

        return true;
    }

    /// <summary>Computes a value again, with the cheap values it is made of; false where that takes too much.</summary>
    private bool RecomputeCheaply(Var variable, Frame place)
    {
        var needed = new List<Let>();
        if (!Collect(variable))
            return false;
        foreach (Let let in needed)
        {
            Var copy = Copy(let.Var);
            place.Out.Add(new Let(copy, new Rename(place).Visit(let.Value), Silent(let.Origin)));
            place.Visible[let.Var] = copy;
        }

        return true;

        bool Collect(Var wanted)
        {
            if (IsVisible(wanted, place) || _forward.Find(wanted) is not { } definition || needed.Any(l => l.Var == wanted))
                return true;
            if (definition.Stmt is not Let let || !IsCheap(let.Value) || needed.Count >= MaxRecomputed || !let.Value.Reads().All(Collect))
                return false;
            needed.Add(let);
            return needed.Count <= MaxRecomputed;
        }
    }

    private bool IsCheap(Expr expr) => expr.Tree().All(e => e switch
    {
        RealConst or InertConst or Unary or StopGradient => true,
        Read { Place: LocalPlace local } => _forward.Find(local.Var) is not { Stmt: Declare { Value: not null } },
        Read read => read.Place is StaticPlace,
        Binary binary => binary.Op is not (BinaryOp.Divide or BinaryOp.Remainder) && !binary.Checked,
        Convert convert => !convert.Checked,
        _ => false,
    });

    /// <summary>Keeps a value of a branch in a variable declared before it.</summary>
    private void KeepInVariable(Var variable, Definition definition, Frame user)
    {
        int block = definition.At.Block;
        Frame? common;
        while ((common = user.Chain().FirstOrDefault(f => f.Begins == block)) is null)
            block = _forward.Parent(block)!.Value.Block;
        _kept[variable] = block;
        common.Visible[variable] = variable;
    }

    /// <summary>Puts a value of each round on a stack, where the reverse of the round takes it from.</summary>
    private void Record(Var variable, Definition definition, int body, Frame round)
    {
        if (variable.Type.IsStorage() || variable.Type is InertType { Name: "string" or "string?" })
            throw new UnsupportedException(variable, "whose content each round of a loop changes", definition.Stmt.Origin);
        if (definition.At.Block != body)
            _kept[variable] = body;
        if (!_recorded.TryGetValue(body, out List<Var>? values))
            _recorded[body] = values = [];
        values.Add(variable);
        Var copy = Copy(variable);
        var pop = new Pop(new LocalPlace(copy), new Origin(null, Sweep.Reverse));
        round.Pops.Add(pop);
        round.Popped.Add(pop, variable);
        round.Visible[variable] = copy;
    }

    /// <summary>What a round was handed, first; otherwise in the order in which it was asked for.</summary>
    private IEnumerable<T> InOrder<T>(IEnumerable<T> recorded, Func<T, Var> variable) => recorded.OrderBy(r => IsEntry(variable(r)) ? 0 : 1);

    private bool IsEntry(Var variable) =>
        _forward.Find(variable) is { Stmt: Let { Value: Read { Place: LocalPlace local } } } definition && _forward.IsHandedOver(local.Var, definition.At);

    private Var Copy(Var variable) => variable with
    {
        Name = _names.Fresh(variable.Name), Role = variable.Role == VarRole.Derivative ? VarRole.Derivative : VarRole.Temporary,
    };

    private static Origin? Silent(Origin? origin) => origin is null ? null : origin with { Text = null };

    private sealed class Rename(Frame frame) : Rewriter
    {
        public override Place Visit(Place place)
        {
            if (place is not LocalPlace local)
                return base.Visit(place);
            Frame? known = frame.Chain().FirstOrDefault(f => f.Visible.ContainsKey(local.Var));
            return known is null ? place : new LocalPlace(known.Visible[local.Var]);
        }

        public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Restore restore
            ? [new Pop(VisitTarget(restore.Element), restore.Origin)]
            : base.Visit(stmt);
    }

    /// <summary>A branch once more, with variables of its own.</summary>
    private sealed class CopyOfBranch(Keep pass, Frame place) : Rewriter
    {
        private readonly Frame _frame = new(place);

        public override Place Visit(Place at) => new Rename(_frame).Visit(at);

        protected override Place VisitTarget(Place at) => new Rename(_frame).Visit(at);

        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            if (stmt is Mark)
                return [];
            return base.Visit(stmt).Select(s => s switch
            {
                Let let => let with { Var = Own(let.Var), Origin = Silent(let.Origin) },
                Declare declare => declare with { Var = Own(declare.Var), Origin = Silent(declare.Origin) },
                _ => s with { Origin = Silent(s.Origin) },
            }).ToArray();
        }

        private Var Own(Var variable) => _frame.Visible[variable] = pass.Copy(variable);
    }

    /// <summary>Writes down what was decided after the forward sweep had been rebuilt.</summary>
    private sealed class Finish(Keep pass) : Rewriter
    {
        public override EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
        {
            int? number = block.OfType<Mark>().Select(m => (int?)m.Block).FirstOrDefault();
            var done = new List<Stmt>();
            Stmt? afterStore = null;
            foreach (Stmt stmt in block)
            {
                if (number is not null)
                    Declare(stmt, number.Value, done);
                switch (stmt)
                {
                    case Mark:
                        break;
                    case Save save:
                        // Pushed after the store, so that the value that is stored need not outlive the push.
                        var overwritten = new Var(pass._names.Fresh("old"), save.Element.Type, VarRole.Temporary);
                        done.Add(new Let(overwritten, new Read(save.Element), save.Origin));
                        afterStore = new Push(overwritten.Read, save.Origin);
                        break;
                    case Assign { Target: ElementPlace } store when afterStore is not null:
                        done.AddRange(base.Visit(store));
                        done.Add(afterStore);
                        afterStore = null;
                        break;
                    case Let let when pass._kept.ContainsKey(let.Var):
                        done.Add(new Assign(new LocalPlace(let.Var), let.Value, let.Origin));
                        break;
                    case Declare { Value: null } declare when pass._kept.ContainsKey(declare.Var):
                        break;
                    case Declare declare when pass._kept.ContainsKey(declare.Var):
                        done.Add(new Assign(new LocalPlace(declare.Var), declare.Value!, declare.Origin));
                        break;
                    default:
                        done.AddRange(base.Visit(stmt));
                        break;
                }
            }

            if (number is not null && pass._recorded.TryGetValue(number.Value, out List<Var>? recorded))
                Push(pass.InOrder(recorded, v => v).ToList(), done);
            if (number is not null && pass._rounds.Contains(number.Value))
                done.AddRange(pass.KeptArrays(number.Value).Select(Pushed));
            return done.ToEquatableArray();
        }

        /// <summary>
        /// Puts what is recorded of a round on the stacks: what the round was handed first of all, unless something else is pushed in
        /// between, which comes off the stack later; the rest at the end, before the round hands over.
        /// </summary>
        private void Push(List<Var> recorded, List<Stmt> round)
        {
            int entry = round.All().Any(s => s is Ir.Push or Invoke) ? 0 : recorded.Count(pass.IsEntry);
            var own = new HashSet<Var>(round.SelectMany(s => s.Writes()).Where(v => round.Any(s => s is Let or Ir.Declare && s.Writes().Contains(v))));
            int end = round.Count;
            while (end > 0 && round[end - 1] is Assign { Target: LocalPlace target } && !own.Contains(target.Var))
                end--;
            round.InsertRange(end, recorded.Skip(entry).Select(Pushed));
            int start = round.FindLastIndex(s => s is Let let && recorded.Take(entry).Contains(let.Var)) + 1;
            round.InsertRange(start, recorded.Take(entry).Select(Pushed));
        }

        private static Stmt Pushed(Var variable) => new Push(variable.Read, new Origin(null, Sweep.Primal));

        /// <summary>What is kept for a later block is declared before the statement whose branch sets it.</summary>
        private void Declare(Stmt stmt, int block, List<Stmt> done)
        {
            if (stmt is Mark || !stmt.Blocks().Any())
                return;
            Var[] here = pass._kept.Where(k => k.Value == block).Select(k => k.Key).ToArray();
            if (here.Length == 0)
                return;
            var inside = new HashSet<Var>(new[] { stmt }.All().Where(s => s is Let or Ir.Declare or Invoke or Allocate).SelectMany(s => s.Writes()));
            foreach (Var kept in here.Where(inside.Contains))
                done.Add(new Declare(kept, Reals.Zero(kept.Type), stmt.Origin));
        }
    }
}
