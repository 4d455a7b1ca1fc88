using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// The reverse sweep. Runs the statements forward, then backwards, handing each adjoint to the operands. Since every value has a
/// variable of its own, an adjoint is a sum that is complete once all uses are reversed, and is named just then.
/// A branch that ends its block is run forward and reversed on the spot, in one. A loop is reversed round by round, from the last.
/// The result may use the variables of a forward branch or round in the reverse one; <see cref="Keep"/> makes them available there.
/// </summary>
/// <example><code>
/// t0 = Math.Sin(x);             t0 = Math.Sin(x);  z = t0 * y;
/// z = t0 * y;              →    dt0 = dz * y;  dy = dz * t0;
///                               dx = dt0 * Math.Cos(x);
///
/// for (i = 0; i &lt; n; i++)       for (i = 0; i &lt; n; i++) { s1 = s; s2 = s1 * x; s = s2; }
/// { s1 = s;                →    for (i = n - 1; i >= 0; i--)
///   s2 = s1 * x;                { ds2 = ds;  ds1 = ds2 * x;  dx += ds2 * s1;  ds = ds1; }
///   s = s2; }
/// </code></example>
internal sealed class Reverse
{
    private readonly Contributions _contributions;
    private readonly Activity _activity;
    private readonly Names _names;
    private readonly Dictionary<Var, Expr> _adjoints = [];
    private readonly IReadOnlyDictionary<Var, Var> _shadows;
    private readonly HashSet<Var> _accumulated = [];
    private readonly Vanishing _vanishing = new();

    /// <summary>The variables of the round that is being reversed after others have run, where it stores elements; null elsewhere.</summary>
    private HashSet<Var>? _round;

    private readonly Scratches _scratches;
    private readonly Intervals _intervals;
    private readonly Recursion _recursion;
    private readonly Plan _plan;

    private Reverse(
        Activity activity, Unbounded unbounded, RuleSet rules, Names names, IReadOnlyDictionary<Var, Var> shadows, Scratches scratches, Intervals intervals, Recursion recursion, Plan plan)
    {
        _plan = plan;
        _scratches = scratches;
        _intervals = intervals;
        _recursion = recursion;
        _contributions = new Contributions(rules, activity, unbounded);
        _activity = activity;
        _names = names;
        _shadows = shadows;
    }

    /// <summary>The statements of both sweeps, and the adjoint of each parameter that has one.</summary>
    /// <param name="Blocks">The blocks of the forward sweep by the numbers that the marks in the body name.</param>
    internal sealed record Result(
        EquatableArray<Stmt> Body, IReadOnlyDictionary<Var, Expr> Adjoints, IReadOnlyDictionary<int, EquatableArray<Stmt>> Blocks, Scratches Scratches)
    {
        /// <summary>The adjoint of a parameter's initial content; zero where nothing contributes.</summary>
        public Expr Adjoint(Parameter parameter) =>
            Adjoints.TryGetValue(parameter.Var, out Expr? adjoint) ? adjoint : Reals.Zero(parameter.Var.Type);
    }

    /// <param name="derivatives">What is asked for; the buffers among them are the shadows of their arrays.</param>
    /// <param name="seeds">The adjoints of the results: what is already known when the reverse sweep starts.</param>
    /// <param name="recursion">The methods that call themselves.</param>
    public static Result Run(
        Prepared prepared, DerivativeParameters derivatives, IEnumerable<KeyValuePair<Var, Expr>> seeds, RuleSet rules, Names names, Recursion recursion)
    {
        (Reverse reverse, Scope scope, EquatableArray<Stmt> numbered, IReadOnlyDictionary<int, EquatableArray<Stmt>> blocks) =
            Start(prepared, derivatives, seeds, rules, names, recursion, apart: false);
        var output = new List<Stmt>();
        // What always throws is never reversed.
        if (numbered.Completes())
            reverse.Sweep(numbered.ToList(), derivatives.Inputs, scope, output, forward: true);
        else
            output.AddRange(numbered);
        return new Result(output.ToEquatableArray(), reverse._adjoints, blocks, reverse._scratches);
    }

    /// <summary>The two sweeps apart, and the adjoint of each parameter that has one.</summary>
    internal sealed record Apart(
        EquatableArray<Stmt> Forward, EquatableArray<Stmt> Backward, IReadOnlyDictionary<Var, Expr> Adjoints,
        IReadOnlyDictionary<int, EquatableArray<Stmt>> Blocks, Scratches Scratches)
    {
        public Expr Adjoint(Parameter parameter) =>
            Adjoints.TryGetValue(parameter.Var, out Expr? adjoint) ? adjoint : Reals.Zero(parameter.Var.Type);
    }

    /// <summary>As <see cref="Run"/>, with the sweeps apart: for two functions.</summary>
    public static Apart RunApart(
        Prepared prepared, DerivativeParameters derivatives, IEnumerable<KeyValuePair<Var, Expr>> seeds, RuleSet rules, Names names, Recursion recursion)
    {
        (Reverse reverse, Scope scope, EquatableArray<Stmt> numbered, IReadOnlyDictionary<int, EquatableArray<Stmt>> blocks) =
            Start(prepared, derivatives, seeds, rules, names, recursion, apart: true);
        var output = new List<Stmt>();
        reverse.Sweep(numbered.ToList(), derivatives.Inputs, scope, output, forward: false);
        return new Apart(numbered, output.ToEquatableArray(), reverse._adjoints, blocks, reverse._scratches);
    }

    private static (Reverse, Scope, EquatableArray<Stmt>, IReadOnlyDictionary<int, EquatableArray<Stmt>>) Start(
        Prepared prepared, DerivativeParameters derivatives, IEnumerable<KeyValuePair<Var, Expr>> seeds, RuleSet rules, Names names, Recursion recursion, bool apart)
    {
        (EquatableArray<Stmt> body, IReadOnlyDictionary<Var, Var> shadows) = Shadows.Run(
            prepared.Function, prepared.Body, derivatives.Buffers.ToDictionary(b => b.Of.Var, b => b.Var), prepared.Activity, names);
        (EquatableArray<Stmt> numbered, IReadOnlyDictionary<int, EquatableArray<Stmt>> blocks) = Numbering.Run(TripCounts.Run(body, names));
        var reverse = new Reverse(prepared.Activity, Unbounded.Of(prepared.Function, recursion.MayBeUnbounded, parameters: apart && recursion.MayBeUnbounded), rules, names, shadows, Scratches.Of(prepared.Function, numbered), Intervals.Of(numbered), recursion, prepared.Plan);
        var scope = new Scope();
        foreach (KeyValuePair<Var, Expr> seed in seeds)
        {
            scope.Add(seed.Key, seed.Value, Endings.Origin);
            // Of several results the caller may ask for one; and a method that calls itself may not use what it returned.
            if (seed.Value is Read { Place: LocalPlace { Var: var asked } } && (apart || seeds.Count() > 1))
                reverse._vanishing.Add(asked);
        }

        return (reverse, scope, numbered, blocks);
    }

    /// <summary>Reverses a block, after running it where <paramref name="forward"/> says so.</summary>
    private void Sweep(IReadOnlyList<Stmt> block, IEnumerable<Var> owned, Scope scope, List<Stmt> output, bool forward)
    {
        bool fused = forward && block.Count > 0 && block[block.Count - 1] is If last && last.Then.Concat(last.Else).All().Any(Varies)
            // Where elements are stored, all of the forward sweep is over before the first of them is put back.
            && !last.Then.Concat(last.Else).All().Any(s => s is Save || (s is Invoke call && Storages.Stores(call).Any()));
        List<Stmt>[] ahead = block.Select(s => new List<Stmt> { s }).ToArray();
        if (fused)
            ahead[block.Count - 1].Clear();

        var back = new List<Stmt>();
        int number = ((Mark)block[0]).Block;
        ILookup<int, Var> completed = FirstUses(block, owned);
        for (int i = block.Count - 1; i >= 0; i--)
        {
            back.Add(new Mark(number, i));
            Origin origin = ReverseOf(block[i].Origin);
            if (!forward || !_plan.Has(Plan.IndependentRounds) || block[i] is not (For or While) || !OnTheSpot(block, i, scope, ahead, back, origin))
                Statement(block[i], scope, back, origin, fused && i == block.Count - 1);
            foreach (Var variable in completed[i])
                Complete(variable, scope, back);
        }

        foreach (Var variable in completed[-1])
            Complete(variable, scope, back);
        if (forward)
            output.AddRange(ahead.SelectMany(s => s));
        output.AddRange(back);
    }

    /// <summary>
    /// Reverses each round of a loop right after it has run, where the rounds meet only in sums and have scratch of their own: nothing is
    /// recorded. Where the sums' adjoints are known before the loop that is one pass; otherwise, where rounds fill scratch, the loop
    /// first runs for its value, and once more for its adjoints.
    /// </summary>
    /// <param name="ahead">What each statement of the block becomes in the forward sweep.</param>
    /// <param name="back">The reverse sweep so far.</param>
    private bool OnTheSpot(IReadOnlyList<Stmt> block, int at, Scope scope, List<Stmt>[] ahead, List<Stmt> back, Origin origin)
    {
        Stmt loop = block[at];
        EquatableArray<Stmt> body = loop.Blocks().Single();
        Var[] handedOn = HandedOn(body).ToArray();
        Var[] sums = handedOn.Where(v => v.Type is RealType && _activity.Varies(v)).ToArray();
        Var[] wanted = sums.Where(v => scope.Has(v) || _accumulated.Contains(v)).ToArray();
        if (!body.Completes() || wanted.Length == 0 || !_scratches.AreAll(body)
            || Useful(sums.Where(v => !wanted.Contains(v)), body, scope).Any()
            || wanted.Any(v => !_accumulated.Contains(v) && Accumulation.Of(v, body) is null))
            return false;

        // Nothing is stored in a buffer before all of them are checked.
        List<Stmt>? early = block.Skip(at).All().Any(Guards.IsOurs) || IsOverwrittenLater(body, block.Skip(at + 1)) ? null : Early(block, at, wanted.Where(scope.Has).Select(scope.Pending), [.. ahead.Skip(at + 1), back]);
        if (early is null && !_scratches.Stores(body))
            return false;

        var before = new List<Stmt>();
        foreach (Var variable in wanted.Where(v => !_accumulated.Contains(v)))
            Accumulate(variable, body, scope, before, origin);
        var statements = new List<Stmt>();
        var inner = new Scope();
        bool again = early is null;
        Rerun? rerun = again ? new Rerun(block.Take(at), handedOn, _names) : null;
        EquatableArray<Stmt> round = again ? rerun!.Block(body) : body;
        HashSet<Var>? around = _round;
        _round = null;
        Sweep(round.ToList(), [], inner, statements, forward: true);
        _round = around;
        foreach (Var variable in wanted)
            _accumulated.Remove(variable);

        foreach (Var variable in inner.Variables)
        {
            Expr share = inner.Take(variable, out Origin last)!;
            Var sum = Derived.Of("d", variable, _names);
            before.Add(new Declare(sum, Reals.Zero(variable.Type), origin));
            statements.Add(new Assign(new LocalPlace(sum), Reals.Plus(sum.Read, share), last));
            _vanishing.Add(sum);
            scope.Add(variable, sum.Read, origin);
        }

        if (again)
        {
            ahead[at] = [new Fresh(body, _names).Visit(loop).Single()];
            back.AddRange(before);
            back.AddRange(rerun!.Declarations);
            back.Add(With(rerun.Header(loop), statements));
        }
        else
        {
            ahead[at] = [.. early!, .. before, With(loop, statements)];
        }

        return true;
    }

    /// <summary>
    /// Whether elements that the loop reads are stored after it. The reverse of such a store takes the adjoint of the new content and leaves
    /// none: what the loop contributes to the adjoint of the old one has to come after that.
    /// </summary>
    private bool IsOverwrittenLater(EquatableArray<Stmt> body, IEnumerable<Stmt> later)
    {
        var stored = new HashSet<Var>(later.All().SelectMany(Storages.Stores).Select(_activity.StorageOf));
        return body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()).OfType<Read>()
            .Select(r => r.Place is ElementPlace or LocalPlace { Type: SpanType or ArrayType or GridType } ? r.Place.Root() : null).OfType<Var>()
            .Any(v => _activity.Varies(v) && stored.Contains(_activity.StorageOf(v)));
    }

    private static Stmt With(Stmt loop, List<Stmt> body) => loop switch
    {
        For counting => counting with { Body = body.ToEquatableArray() },
        While loopWhile => loopWhile with { Body = body.ToEquatableArray() },
        _ => throw Rewriter.Unknown(loop),
    };

    /// <summary>
    /// Takes from the reverse sweep so far what the expressions are made of, so that it can go before the statement; null where they depend on
    /// that statement or on what comes after it.
    /// </summary>
    /// <param name="later">What comes after the statement in the forward sweep, and the reverse sweep so far.</param>
    private static List<Stmt>? Early(IReadOnlyList<Stmt> block, int at, IEnumerable<Expr> exprs, IReadOnlyList<List<Stmt>> later)
    {
        Dictionary<Var, Let> computed = later.SelectMany(s => s).OfType<Let>().Where(l => CanGoEarly(l.Value)).ToDictionary(l => l.Var);
        var late = new HashSet<Var>(
            block.Skip(at).Concat(later.SelectMany(s => s)).All().SelectMany(s => s.Writes()).Where(v => !computed.ContainsKey(v)));
        var changing = new HashSet<Var>(later.SelectMany(s => s).All().Where(s => s is Declare or Assign or For).SelectMany(s => s.Writes()));
        var needed = new List<Let>();
        if (!exprs.All(IsEarly))
            return null;
        foreach (Let let in needed)
            later.First(s => s.Contains(let)).Remove(let);
        return [.. needed];

        bool IsEarly(Expr expr)
        {
            foreach (Expr part in expr.Tree())
            {
                if (part is not Read read)
                    continue;
                if (read.Place is not (LocalPlace or StaticPlace))
                    return false;
                if (read.Place is not LocalPlace { Var: var variable })
                    continue;
                if (late.Contains(variable) || changing.Contains(variable) || IsHandedOver(variable))
                    return false;
                if (!computed.TryGetValue(variable, out Let? let) || needed.Contains(let))
                    continue;
                if (!IsEarly(let.Value))
                    return false;
                needed.Add(let);
            }

            return true;
        }

        // Nothing that can throw: it would throw before what came first.
        static bool CanGoEarly(Expr value) => value.Type is RealType
            && value.Tree().All(e => e.Type is RealType || e is InertConst or Read { Place: LocalPlace } or Length { Array.Type: SpanType or ArrayType { Rank: 1 } });

        // What a loop hands from round to round has its final content only after that loop.
        bool IsHandedOver(Var variable) => block.Skip(at).All().Any(s => s is Assign && s.Writes().Contains(variable));
    }

    /// <summary>The variables that a loop's body, whose rounds they are handed from and to, assigns.</summary>
    private static IEnumerable<Var> HandedOn(EquatableArray<Stmt> body)
    {
        var own = new HashSet<Var>(body.Where(s => s is Let or Declare).SelectMany(s => s.Writes()));
        return body.OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().Select(l => l.Var).Where(v => !own.Contains(v)).Distinct();
    }

    /// <summary>The adjoint of a sum is that of each of its terms: it does not change from round to round.</summary>
    private void Accumulate(Var variable, EquatableArray<Stmt> body, Scope scope, List<Stmt> before, Origin origin)
    {
        Expr adjoint = Name(variable, scope, before)!;
        scope.Add(variable, adjoint, origin);
        foreach (Var member in Accumulation.Of(variable, body)!)
        {
            _adjoints[member] = adjoint;
            _accumulated.Add(member);
        }

        _accumulated.Add(variable);
    }

    private bool Varies(Stmt stmt) => stmt.Writes().Any(_activity.Varies);

    /// <summary>The block's own variables by the first statement that uses them: reversing that one completes their adjoints.</summary>
    private static ILookup<int, Var> FirstUses(IReadOnlyList<Stmt> block, IEnumerable<Var> owned)
    {
        var own = new HashSet<Var>(owned.Concat(block.Where(s => s is Let or Declare).SelectMany(s => s.Writes())));
        var order = own.ToList();
        var first = new Dictionary<Var, int>();
        for (int i = 0; i < block.Count; i++)
        {
            foreach (Var used in new[] { block[i] }.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()))
            {
                if (own.Contains(used) && !first.ContainsKey(used))
                    first[used] = i;
            }
        }

        // A variable that is only a result completes at its own definition; a parameter that is, at the start.
        return order.ToLookup(v => first.TryGetValue(v, out int i) ? i : -1);
    }

    private void Statement(Stmt stmt, Scope scope, List<Stmt> output, Origin origin, bool fused)
    {
        switch (stmt)
        {
            case Let let:
                Operation(let.Value, let.Var.Read, Complete(let.Var, scope, output), scope, output, origin);
                break;

            case Assign { Target: LocalPlace target } assign:
                // A branch's share of a variable declared before it: complete since before the branch was reversed.
                Operation(assign.Value, target.Var.Read, _adjoints.TryGetValue(target.Var, out Expr? d) ? d : null, scope, output, origin);
                break;

            case Assign { Target.Type: RealType } assign when Shadow(assign.Target) is { } shadow:
                var taken = Derived.Of("d", new Var("element", assign.Target.Type, VarRole.Temporary), _names);
                output.Add(new Let(taken, new Read(shadow), origin));
                output.Add(new Assign(shadow, Reals.Zero(assign.Target.Type), origin));
                Operation(assign.Value, new Read(assign.Target), taken.Read, scope, output, origin);
                break;

            case Declare { Value: { } value } declare:
                Operation(value, declare.Var.Read, Complete(declare.Var, scope, output), scope, output, origin);
                break;

            case Save save:
                output.Add(new Restore(save.Number, save.Element, origin));
                break;

            case If branch:
                Branch(branch, scope, output, origin, fused);
                break;

            case For or While:
                Loop(stmt, scope, output, origin);
                break;

            case Invoke call:
                Call(call, scope, output, origin);
                break;

            case Declare or Assign or Allocate or Effect or Throw or LetSinCos or Mark:
                break;

            default:
                throw Rewriter.Unknown(stmt);
        }
    }

    private void Operation(Expr operation, Expr result, Expr? adjoint, Scope scope, List<Stmt> output, Origin origin)
    {
        if (adjoint is null || operation.Type is not RealType || !_activity.Varies(operation))
            return;
        foreach (Contribution contribution in _contributions.Of(operation, result, adjoint, _vanishing.Is(adjoint)))
        {
            if (contribution.Operand is LocalPlace local)
            {
                if (!_accumulated.Contains(local.Var))
                    scope.Add(local.Var, AtOnce(contribution.Value, local.Var, output, origin), origin);
            }
            else if (Shadow(contribution.Operand) is { } shadow)
                output.Add(new Assign(shadow, Reals.Plus(new Read(shadow), contribution.Value), origin));
        }
    }

    /// <summary>
    /// What a round contributes to a variable from outside is added at the round's end. By then elements that were stored in the round have
    /// been put back, so what was read from them is used before.
    /// </summary>
    private Expr AtOnce(Expr contribution, Var variable, List<Stmt> output, Origin origin)
    {
        if (_round is null || _round.Contains(variable) || contribution is RealConst or Read { Place: LocalPlace })
            return contribution;
        Var named = Derived.Of("d", variable, _names);
        output.Add(new Let(named, contribution, origin));
        return named.Read;
    }

    /// <summary>
    /// Reverses a call of a method that calls itself, always: what it recorded has to come off the stacks. Its adjoints are collected in
    /// variables, which hold those of the contents after the call before, and of the contents before it afterwards. It stores into the
    /// arrays that the call stored into, as it puts back what they held, and into their shadows.
    /// </summary>
    private void Call(Invoke call, Scope scope, List<Stmt> output, Origin origin)
    {
        Recursion.Halves callee = _recursion.Find(call);
        RefuseSharedArrays(call, callee);
        var arguments = new List<Argument>();
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (callee.Method.Parameters[i].Mode != RefMode.Out)
                arguments.Add(new Argument(call.Arguments[i].Value, call.Arguments[i].Place is { } stored && stored.Type.IsStorage() ? stored : null));
        }

        if (callee.Seed is { } seed)
            arguments.Add(new Argument(call.Result is null ? Reals.Zero(seed.Type) : Complete(call.Result, scope, output) ?? Reals.Zero(seed.Type), null));
        var contributions = new List<(Var Operand, Var Adjoint)>();
        foreach (DerivativeParameter derivative in callee.Derivatives.All)
        {
            Argument argument = call.Arguments[callee.Method.Parameters.ToList().IndexOf(derivative.Of)];
            if (derivative.Var.Type.IsStorage())
            {
                Var array = ((Read)argument.Value!).Place.Root()!;
                if (!_shadows.TryGetValue(array, out Var? shadow))
                    throw new UnsupportedException(array, "which is passed to a method that calls itself", call.Origin);
                // What the derivative takes from its own memory is no array.
                if (derivative.Var.Type is ArrayType && shadow.Type is not ArrayType)
                    throw new UnsupportedException($"An array without a derivative passed for '{derivative.Of.Var.Name}' of '{callee.Method.Name}', which calls itself,", call.Origin);
                arguments.Add(new Argument(shadow.Read, new LocalPlace(shadow)));
                continue;
            }

            Var? written = (argument.Place as LocalPlace)?.Var;
            Var adjoint = Derived.Of("d", written ?? (argument.Value as Read)?.Place.Root() ?? derivative.Of.Var, _names);
            output.Add(new Declare(adjoint, (written is null ? null : Complete(written, scope, output)) ?? Reals.Zero(adjoint.Type), origin));
            arguments.Add(new Argument(null, new LocalPlace(adjoint)));
            _vanishing.Add(adjoint);
            if (written is not null)
                _adjoints[written] = adjoint.Read;
            else if (argument.Value is Read { Place: LocalPlace operand } && _activity.Varies(operand.Var))
                contributions.Add((operand.Var, adjoint));
        }

        var function = new FunctionRef(FunctionFamily.Other, "", callee.Reverse, [], IrType.Void);
        output.Add(new Invoke(function, arguments.ToEquatableArray(), null, origin));
        foreach ((Var operand, Var adjoint) in contributions)
        {
            if (!_accumulated.Contains(operand))
                scope.Add(operand, adjoint.Read, origin);
        }
    }

    /// <summary>The two functions of a method that calls itself take arrays that they write to be apart from all others.</summary>
    private void RefuseSharedArrays(Invoke call, Recursion.Halves callee)
    {
        if (call.Arguments.Any(a => (a.Place?.Type ?? a.Value?.Type) is GridType))
            throw new UnsupportedException($"A matrix created here and passed to '{callee.Method.Name}', which calls itself,", call.Origin);
        foreach (Argument stored in call.Arguments.Where(a => a.Place is { } place && place.Type.IsStorage()))
        {
            Var storage = _activity.StorageOf(stored.Place!.Root()!);
            if (call.Arguments.Any(a => !ReferenceEquals(a, stored) && a.Value is { } other && other.Type.IsStorage() && other.Reads().Any(v => _activity.StorageOf(v) == storage)))
                throw new UnsupportedException($"One array passed twice to '{callee.Method.Name}', which calls itself and may write it,", call.Origin);
        }
    }

    private void Branch(If branch, Scope scope, List<Stmt> output, Origin reversed, bool fused)
    {
        // Where both sweeps are one, no comment says that the reverse sweep begins.
        Origin origin = fused ? Endings.Origin : reversed;
        // Variables from outside that an arm assigns, at whatever depth: all their uses come later and have been reversed.
        Stmt[] inside = branch.Then.Concat(branch.Else).All().ToArray();
        var declared = new HashSet<Var>(inside.Where(s => s is Let or Declare).SelectMany(s => s.Writes()));
        foreach (Var joined in inside.OfType<Assign>().Select(a => a.Target).OfType<LocalPlace>().Select(l => l.Var).Distinct())
        {
            if (!declared.Contains(joined))
                Complete(joined, scope, output);
        }

        (List<Stmt> then, Scope fromThen) = Arm(branch.Then);
        (List<Stmt> otherwise, Scope fromElse) = Arm(branch.Else);

        // What the arms contribute to variables from outside is gathered in one variable for each, declared before the branch.
        foreach (Var variable in fromThen.Variables.Concat(fromElse.Variables).Distinct())
        {
            var sum = Derived.Of("d", variable, _names);
            Expr? before = scope.Take(variable, out _);
            output.Add(new Declare(sum, before, origin));
            if ((Gather(fromThen, then, branch.Then) | Gather(fromElse, otherwise, branch.Else)) && _vanishing.Is(before))
                _vanishing.Add(sum);
            scope.Add(variable, sum.Read, origin);

            // Whether it may contribute nothing.
            bool Gather(Scope from, List<Stmt> arm, EquatableArray<Stmt> source)
            {
                Expr? share = from.Take(variable, out Origin at);
                if (share is not null)
                    arm.Add(new Assign(new LocalPlace(sum), before is null ? share : Reals.Plus(sum.Read, share), at));
                else if (before is null && (source.Completes() || !fused))
                    // Also where the arm threw on the way forward: the compiler does not know that it is not reached again.
                    arm.Add(new Assign(new LocalPlace(sum), Reals.Zero(sum.Type), Endings.Origin));
                return source.Completes() && _vanishing.Is(share);
            }
        }

        if (fused || then.Concat(otherwise).Any(s => s is not Mark))
        {
            Origin? at = fused ? branch.Origin : origin;
            output.Add(new If(branch.Condition, then.ToEquatableArray(), otherwise.ToEquatableArray(), at));
        }

        (List<Stmt>, Scope) Arm(EquatableArray<Stmt> arm)
        {
            var statements = new List<Stmt>();
            var inner = new Scope();

            // An arm that throws is never reversed.
            if (arm.Completes())
                Sweep(arm.ToList(), [], inner, statements, fused);
            else if (fused)
                statements.AddRange(arm);
            return (statements, inner);
        }
    }

    /// <summary>Reverses a loop: its rounds from the last to the first, each handing the adjoints of what it was handed to the one before.</summary>
    private void Loop(Stmt loop, Scope scope, List<Stmt> output, Origin origin)
    {
        EquatableArray<Stmt> body = loop.Blocks().Single();
        if (!body.Completes())
            return;
        Var[] carried = HandedOn(body).Where(v => v.Type is RealType && _activity.Varies(v) && !_accumulated.Contains(v)).ToArray();

        var statements = new List<Stmt>();
        var before = new List<Stmt>();
        var inner = new Scope();
        var sums = new Dictionary<Var, Var>();
        foreach (Var variable in carried)
        {
            if (_plan.Has(Plan.Sums) && scope.Has(variable) && Accumulation.Of(variable, body) is not null)
                Accumulate(variable, body, scope, before, origin);
        }

        Var[] changing = Useful(carried.Where(v => !_accumulated.Contains(v)), body, scope).ToArray();
        foreach (Var variable in changing)
        {
            Var sum = sums[variable] = Derived.Of("d", variable, _names);
            Expr? after = scope.Take(variable, out _);
            before.Add(new Declare(sum, after ?? Reals.Zero(variable.Type), origin));
            Var taken = Derived.Of("d", variable, _names);
            if (_vanishing.Is(after))
            {
                _vanishing.Add(sum);
                _vanishing.Add(taken);
            }

            statements.Add(new Let(taken, sum.Read, origin));
            _adjoints[variable] = taken.Read;
        }

        HashSet<Var>? around = _round;
        _round = _scratches.Stores(body) ? new HashSet<Var>(body.All().SelectMany(s => s.Writes())) : null;
        Sweep(body.ToList(), [], inner, statements, forward: false);
        _round = around;

        foreach (Var variable in changing)
        {
            _adjoints.Remove(variable);
            Expr share = inner.Take(variable, out Origin at) ?? Reals.Zero(variable.Type);
            statements.Add(new Assign(new LocalPlace(sums[variable]), share, at));
        }

        foreach (Var variable in carried)
            _accumulated.Remove(variable);
        foreach (Var variable in inner.Variables)
        {
            Expr share = inner.Take(variable, out Origin at)!;
            Var sum = sums[variable] = Derived.Of("d", variable, _names);
            Expr? after = scope.Take(variable, out _);
            before.Add(new Declare(sum, after ?? Reals.Zero(variable.Type), origin));
            statements.Add(new Assign(new LocalPlace(sum), Reals.Plus(sum.Read, share), at));
            if (_vanishing.Is(after))
                _vanishing.Add(sum);
        }

        output.AddRange(before);
        if (statements.Any(s => s is not Mark))
            output.AddRange(TripCounts.Backwards(loop, statements, origin, _names, _intervals));
        foreach (KeyValuePair<Var, Var> sum in sums)
            scope.Add(sum.Key, sum.Value.Read, origin);
    }

    /// <summary>The carried variables whose adjoints are not zero: known after the loop, stored, or feeding one of these.</summary>
    private IEnumerable<Var> Useful(IEnumerable<Var> carried, EquatableArray<Stmt> body, Scope scope)
    {
        Stmt[] inside = body.All().ToArray();
        var needed = new HashSet<Var>(inside.SelectMany(s => s.Writes()).Where(v => scope.Has(v) || _accumulated.Contains(v)));
        foreach (Var stored in inside.OfType<Assign>().Where(a => a.Target is ElementPlace).SelectMany(a => a.Value.Reads())
            .Concat(inside.OfType<Invoke>().Where(i => i.Arguments.Any(a => a.Place?.Type.IsStorage() == true)).SelectMany(i => i.Expressions()).SelectMany(e => e.Reads())))
            needed.Add(stored);
        // Each variable once, and not all statements again until nothing is added: in loops inside each other that takes a round for each.
        ILookup<Var, Stmt> writers = inside.Where(s => s is Let or Declare or Invoke or Assign { Target: LocalPlace })
            .SelectMany(s => s.Writes().Select(v => (Written: v, Stmt: s))).ToLookup(w => w.Written, w => w.Stmt);
        var open = new Stack<Var>(needed);
        while (open.Count > 0)
        {
            foreach (Var read in writers[open.Pop()].SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()))
            {
                if (needed.Add(read))
                    open.Push(read);
            }
        }

        return carried.Where(needed.Contains);
    }

    /// <summary>Names the adjoint of a variable all of whose uses have been reversed; null where nothing contributed.</summary>
    private Expr? Complete(Var variable, Scope scope, List<Stmt> output)
    {
        if (_adjoints.TryGetValue(variable, out Expr? known))
            return known;
        return Name(variable, scope, output) is { } adjoint ? _adjoints[variable] = adjoint : null;
    }

    private Expr? Name(Var variable, Scope scope, List<Stmt> output)
    {
        Expr? sum = scope.Take(variable, out Origin last);
        if (sum is null)
            return null;
        if (sum is not (RealConst or Read { Place: LocalPlace { Var.Role: VarRole.Derivative } }))
        {
            Var named = Derived.Of("d", variable, _names);
            output.Add(new Let(named, sum, last));
            if (_vanishing.Is(sum))
                _vanishing.Add(named);
            sum = named.Read;
        }

        return sum;
    }

    /// <summary>Where the adjoint of a part of an array or structure is accumulated.</summary>
    private Place? Shadow(Place place) => place switch
    {
        LocalPlace local => _shadows.TryGetValue(local.Var, out Var? shadow) ? new LocalPlace(shadow) : null,
        ReferencePlace or StaticPlace => null,
        ElementPlace element => Shadow(element.Array) is { } array ? element with { Array = array } : null,
        FieldPlace field => Shadow(field.Owner) is { } owner ? field with { Owner = owner } : null,
        _ => throw Rewriter.Unknown(place),
    };

    private static Origin ReverseOf(Origin? origin) => new(origin?.Text, Generator.Ir.Sweep.Reverse, origin?.Helper);

    /// <summary>The contributions of a block that are not yet part of an adjoint.</summary>
    private sealed class Scope
    {
        private readonly Dictionary<Var, (List<Expr> Terms, Origin Last)> _pending = [];
        private readonly List<Var> _order = [];

        public IEnumerable<Var> Variables => _order.Where(_pending.ContainsKey).Distinct().ToArray();

        public bool Has(Var variable) => _pending.ContainsKey(variable);

        /// <summary>The sum so far.</summary>
        public Expr Pending(Var variable) => Reals.Sum(_pending[variable].Terms);

        public void Add(Var variable, Expr contribution, Origin origin)
        {
            List<Expr> terms = _pending.TryGetValue(variable, out (List<Expr> Terms, Origin Last) pending) ? pending.Terms : [];
            if (terms.Count == 0)
                _order.Add(variable);
            terms.Add(contribution);
            _pending[variable] = (terms, origin);
        }

        /// <param name="last">The statement that contributed last.</param>
        public Expr? Take(Var variable, out Origin last)
        {
            last = Endings.Origin;
            if (!_pending.TryGetValue(variable, out (List<Expr> Terms, Origin Last) pending))
                return null;
            _pending.Remove(variable);
            last = pending.Last;
            return Reals.Sum(pending.Terms);
        }
    }
}
