using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Differentiates a running maximum or minimum through the round that decided it: that round's number is remembered, and after the loop its
/// value is computed once more. The loop itself needs no reverse sweep then, and nothing of its rounds is recorded.
/// </summary>
/// <example><code>
/// for (i …) { if (a[i] > m) m = a[i]; }        →        at = -1; for (i …) { if (a[i] > m) { m = a[i]; at = i; } }  m1 = at >= 0 ? a[at] : m as it began;
/// </code></example>
internal sealed class Extrema
{
    private readonly Names _names;
    private readonly Dictionary<Var, int> _reads;
    private readonly Analysis.Storages _storages;

    private Extrema(Function function)
    {
        _names = new Names(function.Names().Concat(function.Parameters.Select(p => p.Var.Name)));
        _storages = Analysis.Storages.Of(function);
        _reads = Reads(function.Body).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <param name="function">In normal form.</param>
    public static Function Run(Function function) => function with { Body = new Extrema(function).Block(function.Body) };

    private EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        var renamed = new Dictionary<Var, Var>();
        foreach (Stmt original in block)
        {
            Stmt stmt = renamed.Count == 0 ? original : new Renaming(renamed).Visit(original).Single();
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with { Then = Block(branch.Then), Else = Block(branch.Else) });
                    break;
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body) });
                    break;
                case For loop:
                    For inner = loop with { Body = Block(loop.Body) };
                    if (!Remember(inner, done, renamed) && !RememberMax(inner, done, renamed))
                        done.Add(inner);
                    break;
                default:
                    done.Add(stmt);
                    break;
            }
        }

        return done.ToEquatableArray();
    }

    private bool Remember(For loop, List<Stmt> done, Dictionary<Var, Var> renamed)
    {
        Stmt[] body = loop.Body.ToArray();
        foreach (Assign handOver in body.OfType<Assign>())
        {
            if (handOver is not { Target: LocalPlace { Var: { Type: RealType } carried }, Value: Read { Place: LocalPlace { Var: var next } } }
                || done.FindLastIndex(s => s is Declare declare && declare.Var == carried) is not (>= 0 and var declared)
                || Array.Find(body, s => s is Let { Value: Read { Place: LocalPlace entry } } && entry.Var == carried) is not Let onEntry
                || Array.FindIndex(body, s => s is If branch && Chosen(branch, next, onEntry.Var) is not null) is not (>= 0 and var at))
                continue;
            var choice = (If)body[at];
            (Assign taken, bool isThen) = Chosen(choice, next, onEntry.Var)!.Value;
            if (Again(taken.Value, body, loop, onEntry.Var) is not { } again || !IsUsedOnlyHere(onEntry.Var, next, body, choice))
                continue;

            // The number of the deciding round is handed on as the value is.
            var which = new Var(_names.Fresh("at"), IrType.Int32, VarRole.Temporary);
            var before = new Var(_names.Fresh("at"), IrType.Int32, VarRole.Temporary);
            var after = new Var(_names.Fresh("at"), IrType.Int32, VarRole.Temporary);
            var found = new Var(_names.Fresh("found"), IrType.Bool, VarRole.Temporary);
            Stmt here = new Assign(new LocalPlace(after), loop.Index.Read, taken.Origin);
            Stmt there = new Assign(new LocalPlace(after), before.Read, taken.Origin);
            var noted = choice with
            {
                Then = choice.Then.Append(isThen ? here : there).ToEquatableArray(), Else = choice.Else.Append(isThen ? there : here).ToEquatableArray(),
            };
            List<Stmt> round = [.. body.Take(at), new Let(before, which.Read, loop.Origin), new Declare(after, null, loop.Origin), noted, .. body.Skip(at + 1)];
            round.Add(new Assign(new LocalPlace(which), after.Read, loop.Origin));

            var initial = (Declare)done[declared];
            done.Add(new Declare(which, new InertConst("-1", IrType.Int32), loop.Origin));
            done.Add(new Declare(found, new InertConst("false", IrType.Bool), loop.Origin));
            done.Add(loop with { Body = Found(round, found, loop.Index, after).ToEquatableArray() });
            var result = new Var(_names.Fresh(carried.Name), carried.Type, carried.Role);
            done.Add(new Declare(result, null, loop.Origin));
            var number = new Let(loop.Index with { Name = _names.Fresh(loop.Index.Name), Role = VarRole.Temporary }, which.Read, loop.Origin);
            var copies = new Dictionary<Var, Var> { [loop.Index] = number.Var };
            var recomputed = new List<Stmt> { number };
            foreach (Let let in again)
            {
                Var copy = let.Var with { Name = _names.Fresh(let.Var.Name), Role = VarRole.Temporary };
                recomputed.Add(let with { Var = copy, Value = new Renaming(copies).Visit(let.Value) });
                copies[let.Var] = copy;
            }

            recomputed.Add(new Assign(new LocalPlace(result), new Renaming(copies).Visit(taken.Value), taken.Origin));
            done.Add(new If(found.Read, recomputed.ToEquatableArray(), [new Assign(new LocalPlace(result), initial.Value!, loop.Origin)], loop.Origin));
            renamed[carried] = result;
            return true;
        }

        return false;
    }

    /// <summary>
    /// As <see cref="Remember"/>, for <c>Math.Max</c>, whose adjoint is shared where values are equal: half goes to the value of the round and
    /// half to the greatest before. Rounds after the deciding one that come to the same value halve what it gets once more, one by one.
    /// </summary>
    private bool RememberMax(For loop, List<Stmt> done, Dictionary<Var, Var> renamed)
    {
        Stmt[] body = loop.Body.ToArray();
        if (loop is not { Step: 1, Go: null })
            return false;
        foreach (Assign handOver in body.OfType<Assign>())
        {
            if (handOver is not { Target: LocalPlace { Var: { Type: RealType } carried }, Value: Read { Place: LocalPlace { Var: var next } } }
                || done.FindLastIndex(s => s is Declare declare && declare.Var == carried) is not (>= 0 and var declared)
                || Array.Find(body, s => s is Let { Value: Read { Place: LocalPlace entry } } && entry.Var == carried) is not Let { Var: var soFar }
                || Array.FindIndex(body, s => s is Let let && let.Var == next) is not (>= 0 and var at)
                || MaxOf(((Let)body[at]).Value, soFar) is not { } value
                || !_reads.TryGetValue(soFar, out int uses) || uses != 1 || !_reads.TryGetValue(next, out int handed) || handed != 1
                || Again(value, body, loop, soFar) is not { } again)
                continue;

            Origin? origin = loop.Origin;
            Flag which = New("at", IrType.Int32), found = New("found", IrType.Bool), tied = New("tied", IrType.Bool);
            var equal = new Binary(BinaryOp.Equal, value, soFar.Read, IrType.Bool);
            var decides = new If(
                new Binary(BinaryOp.Greater, value, soFar.Read, IrType.Bool),
                [which.Set(loop.Index.Read), found.Set(True), tied.Set(False)],
                [which.Set(which.OnEntry.Read), found.Set(found.OnEntry.Read), tied.Set(new Binary(BinaryOp.OrElse, tied.OnEntry.Read, equal, IrType.Bool))],
                origin);
            Flag[] flags = [which, found, tied];
            List<Stmt> round =
            [
                .. flags.Select(f => new Let(f.OnEntry, f.Var.Read, origin)), .. body.Take(at + 1), .. flags.Select(f => new Declare(f.Next, null, origin)), decides,
                .. body.Skip(at + 1), .. flags.Select(f => new Assign(new LocalPlace(f.Var), f.Next.Read, origin)),
            ];
            done.Add(new Declare(which.Var, new InertConst("-1", IrType.Int32), origin));
            done.Add(new Declare(found.Var, False, origin));
            done.Add(new Declare(tied.Var, False, origin));
            done.Add(loop with { Body = round.ToEquatableArray() });

            Expr initial = ((Declare)done[declared]).Value!;
            Var decided = Real(carried), shared = Real(carried), result = Real(carried);
            done.Add(new Declare(decided, null, origin));
            (List<Stmt> steps, Expr once) = Copy(again, value, loop.Index, which.Var.Read, origin);
            done.Add(new If(found.Var.Read, [.. steps, Set(decided, once)], [Set(decided, initial)], origin));

            // Found late, the first round that may share is the one after.
            Var sum = Real(carried), before = Real(carried), after = Real(carried), half = Temporary(carried), otherHalf = Temporary(carried);
            Var index = loop.Index with { Name = _names.Fresh(loop.Index.Name) };
            var first = new Conditional(found.Var.Read, new Binary(BinaryOp.Add, which.Var.Read, new InertConst("1", IrType.Int32), IrType.Int32), loop.Start);
            (List<Stmt> later, Expr then) = Copy(again, value, loop.Index, index.Read, origin);
            RealConst a = Reals.Constant(0.5, carried.Type);
            var share = new If(
                new Binary(BinaryOp.Equal, then, carried.Read, IrType.Bool),
                [new Let(half, Reals.Times(a, before.Read), origin), new Let(otherHalf, Reals.Times(a, then), origin), Set(after, Reals.Plus(half.Read, otherHalf.Read))],
                [Set(after, before.Read)], origin);
            var sharing = new For(index, first, loop.End, loop.Inclusive, 1, null,
                [new Let(before, sum.Read, origin), .. later, new Declare(after, null, origin), share, Set(sum, after.Read)], origin);
            done.Add(new Declare(shared, null, origin));
            done.Add(new If(tied.Var.Read, [new Declare(sum, decided.Read, origin), sharing, Set(shared, sum.Read)], [Set(shared, decided.Read)], origin));

            // Not a number is no round's value.
            done.Add(new Declare(result, null, origin));
            done.Add(new If(
                new Binary(BinaryOp.Equal, shared.Read, carried.Read, IrType.Bool),
                [Set(result, shared.Read)], [Set(result, new StopGradient(carried.Read))], origin));
            renamed[carried] = result;
            return true;

            Assign Set(Var target, Expr content) => new(new LocalPlace(target), content, origin);
        }

        return false;
    }

    private static InertConst True => new("true", IrType.Bool);

    private static InertConst False => new("false", IrType.Bool);

    private sealed record Flag(Var Var, Var OnEntry, Var Next)
    {
        public Stmt Set(Expr value) => new Assign(new LocalPlace(Next), value);
    }

    private Flag New(string name, IrType type) => new(
        new Var(_names.Fresh(name), type, VarRole.Temporary), new Var(_names.Fresh(name), type, VarRole.Temporary), new Var(_names.Fresh(name), type, VarRole.Temporary));

    private Var Real(Var like) => like with { Name = _names.Fresh(like.Name) };

    private Var Temporary(Var like) => new(_names.Temporary(), like.Type, VarRole.Temporary);

    /// <summary>The other operand of a maximum with what was the greatest so far.</summary>
    private static Expr? MaxOf(Expr expr, Var soFar)
    {
        if (expr is not Call { Function: { Family: FunctionFamily.Math, Container: "Math", Name: "Max" }, Arguments: [var left, var right] })
            return null;
        bool isLeft = left is Read { Place: LocalPlace l } && l.Var == soFar;
        bool isRight = right is Read { Place: LocalPlace r } && r.Var == soFar;
        return isLeft == isRight ? null : isLeft ? right : left;
    }

    /// <summary>The steps to a value, and the value, for another index.</summary>
    private (List<Stmt> Steps, Expr Value) Copy(IEnumerable<Let> steps, Expr value, Var index, Expr number, Origin? origin)
    {
        var own = new Let(index with { Name = _names.Fresh(index.Name), Role = VarRole.Temporary }, number, origin);
        var copies = new Dictionary<Var, Var> { [index] = own.Var };
        var done = new List<Stmt> { own };
        foreach (Let let in steps)
        {
            Var copy = let.Var with { Name = _names.Fresh(let.Var.Name), Role = VarRole.Temporary };
            done.Add(let with { Var = copy, Value = new Renaming(copies).Visit(let.Value) });
            copies[let.Var] = copy;
        }

        return (done, new Renaming(copies).Visit(value));
    }

    // A negative index is as good as any: that a round has decided is remembered apart.
    private List<Stmt> Found(List<Stmt> round, Var found, Var index, Var after)
    {
        var before = new Var(_names.Fresh("found"), IrType.Bool, VarRole.Temporary);
        var now = new Var(_names.Fresh("found"), IrType.Bool, VarRole.Temporary);
        List<Stmt> done = [new Let(before, found.Read)];
        foreach (Stmt stmt in round)
        {
            if (stmt is If branch && branch.Then.Concat(branch.Else).Any(s => s is Assign && s.Writes().Contains(after)))
            {
                done.Add(new Declare(now));
                done.Add(branch with { Then = With(branch.Then), Else = With(branch.Else) });
            }
            else
            {
                done.Add(stmt);
            }
        }

        done.Add(new Assign(new LocalPlace(found), now.Read));
        return done;

        EquatableArray<Stmt> With(EquatableArray<Stmt> arm)
        {
            bool isHere = arm[arm.Count - 1] is Assign { Value: Read { Place: LocalPlace value } } && value.Var == index;
            return arm.Append(new Assign(new LocalPlace(now), isHere ? new InertConst("true", IrType.Bool) : before.Read)).ToEquatableArray();
        }
    }

    /// <summary>The assignment of another value than the one so far, where the other arm keeps that.</summary>
    private static (Assign Taken, bool IsThen)? Chosen(If branch, Var next, Var onEntry)
    {
        if (Last(branch.Then) is not { } then || Last(branch.Else) is not { } otherwise)
            return null;
        bool thenKeeps = Keeps(then);
        return thenKeeps == Keeps(otherwise) ? null : thenKeeps ? Alone(branch.Then) ? (otherwise, false) : null : Alone(branch.Else) ? (then, true) : null;

        Assign? Last(EquatableArray<Stmt> arm) => arm.Count > 0 && arm[arm.Count - 1] is Assign { Target: LocalPlace target } assign && target.Var == next ? assign : null;

        bool Keeps(Assign assign) => assign.Value is Read { Place: LocalPlace value } && value.Var == onEntry;

        static bool Alone(EquatableArray<Stmt> arm) => arm.Count == 1;
    }

    /// <summary>What of a round the value is computed from, in order; null where that is more than the index and what the loop leaves alone.</summary>
    private List<Let>? Again(Expr value, Stmt[] body, For loop, Var onEntry)
    {
        Dictionary<Var, Let> lets = body.Concat(body.OfType<If>().SelectMany(b => b.Then.Concat(b.Else))).OfType<Let>().ToDictionary(l => l.Var);
        var inside = new HashSet<Var>(new Stmt[] { loop }.All().SelectMany(s => s.Writes()));
        var stored = new HashSet<Var>(new Stmt[] { loop }.All().SelectMany(Analysis.Storages.Stores).Select(_storages.Of));
        var needed = new List<Let>();
        return IsKnown(value) ? needed : null;

        bool IsKnown(Expr expr)
        {
            foreach (Expr part in expr.Tree())
            {
                if (part is not Read read)
                    continue;
                if (read.Place is ElementPlace element && _storages.Of(element) is { } storage && stored.Contains(storage))
                    return false;
                if (read.Place is ReferencePlace)
                    return false;
                if (read.Place.Root() is not { } root || root == loop.Index || !inside.Contains(root))
                    continue;
                if (root == onEntry || !lets.TryGetValue(root, out Let? let))
                    return false;
                if (needed.Contains(let))
                    continue;
                if (!IsKnown(let.Value))
                    return false;
                needed.Add(let);
            }

            return true;
        }
    }

    /// <summary>Whether the value so far only decides, and is handed on.</summary>
    private bool IsUsedOnlyHere(Var onEntry, Var next, Stmt[] body, If choice)
    {
        // The value so far: in conditions, and where an arm keeps it. The new one: handed on, and nothing else.
        int conditions = choice.Condition.Reads().Count(v => v == onEntry);
        foreach (Let let in body.OfType<Let>().Where(l => l.Value.Type is InertType && choice.Condition.Reads().Contains(l.Var)))
            conditions += let.Value.Reads().Count(v => v == onEntry);
        return _reads.TryGetValue(onEntry, out int uses) && uses == conditions + 1 && _reads.TryGetValue(next, out int handed) && handed == 1;
    }

    private static IEnumerable<Var> Reads(IEnumerable<Stmt> block) => block.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads());

    private sealed class Renaming(Dictionary<Var, Var> renamed) : Rewriter
    {
        public override Expr Visit(Expr expr) => expr is Read { Place: LocalPlace local } && renamed.TryGetValue(local.Var, out Var? to) ? to.Read : base.Visit(expr);
    }
}
