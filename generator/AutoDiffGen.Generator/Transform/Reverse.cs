using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// The reverse sweep. Runs the statements forward, then backwards, handing each adjoint to the operands. Since every value has a
/// variable of its own, an adjoint is a sum that is complete once all uses are reversed, and is named just then.
/// A branch that ends its block is run forward and reversed on the spot, in one.
/// The result may use a forward branch's variables in the reverse branch; <see cref="Keep"/> makes them available there.
/// </summary>
/// <example><code>
/// t0 = Math.Sin(x);             t0 = Math.Sin(x);  z = t0 * y;
/// z = t0 * y;              →    dt0 = dz * y;  dy = dz * t0;
///                               dx = dt0 * Math.Cos(x);
/// </code></example>
internal sealed class Reverse
{
    private readonly Contributions _contributions;
    private readonly Activity _activity;
    private readonly Names _names;
    private readonly Dictionary<Var, Expr> _adjoints = [];
    private readonly Dictionary<Var, Place> _shadows;

    private Reverse(Activity activity, RuleSet rules, Names names, IReadOnlyDictionary<Var, Place> shadows)
    {
        _contributions = new Contributions(rules, activity);
        _activity = activity;
        _names = names;
        _shadows = shadows.ToDictionary(s => s.Key, s => s.Value);
    }

    /// <summary>The statements of both sweeps, and the adjoint of each parameter that has one.</summary>
    internal sealed record Result(EquatableArray<Stmt> Body, IReadOnlyDictionary<Var, Expr> Adjoints)
    {
        /// <summary>The adjoint of a parameter's initial content; zero where nothing contributes.</summary>
        public Expr Adjoint(Parameter parameter) =>
            Adjoints.TryGetValue(parameter.Var, out Expr? adjoint) ? adjoint : Reals.Zero(parameter.Var.Type);
    }

    /// <param name="body">Statements in normal form, without the final write-backs and return.</param>
    /// <param name="parameters">The variables whose adjoints are asked for.</param>
    /// <param name="seeds">The adjoints of the results: what is already known when the reverse sweep starts.</param>
    /// <param name="shadows">For an array, the array of its adjoints.</param>
    public static Result Run(
        IReadOnlyList<Stmt> body,
        IReadOnlyList<Var> parameters,
        IEnumerable<KeyValuePair<Var, Expr>> seeds,
        IReadOnlyDictionary<Var, Place> shadows,
        Activity activity,
        RuleSet rules,
        Names names)
    {
        var reverse = new Reverse(activity, rules, names, shadows);
        var scope = new Scope();
        foreach (KeyValuePair<Var, Expr> seed in seeds)
            scope.Add(seed.Key, seed.Value, Endings.Origin);

        var output = new List<Stmt>();
        reverse.Sweep(body, parameters, scope, output, forward: true);
        return new Result(output.ToEquatableArray(), reverse._adjoints);
    }

    /// <summary>Reverses a block, after running it where <paramref name="forward"/> says so.</summary>
    private void Sweep(IReadOnlyList<Stmt> block, IEnumerable<Var> owned, Scope scope, List<Stmt> output, bool forward)
    {
        bool fused = forward && block.Count > 0 && block[block.Count - 1] is If last && last.Then.Concat(last.Else).All().Any(Varies);
        if (forward)
            output.AddRange(fused ? block.Take(block.Count - 1) : block);

        ILookup<int, Var> completed = FirstUses(block, owned);
        for (int i = block.Count - 1; i >= 0; i--)
        {
            Origin origin = ReverseOf(block[i].Origin);
            Statement(block[i], scope, output, origin, fused && i == block.Count - 1);
            foreach (Var variable in completed[i])
                Complete(variable, scope, output);
        }

        foreach (Var variable in completed[-1])
            Complete(variable, scope, output);
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

            case If branch:
                Branch(branch, scope, output, origin, fused);
                break;

            case Declare or Assign or Effect or Throw or LetSinCos:
                break;

            default:
                throw Rewriter.Unknown(stmt);
        }
    }

    private void Operation(Expr operation, Expr result, Expr? adjoint, Scope scope, List<Stmt> output, Origin origin)
    {
        if (adjoint is null || operation.Type is not RealType || !_activity.Varies(operation))
            return;
        foreach (Contribution contribution in _contributions.Of(operation, result, adjoint))
        {
            if (contribution.Operand is LocalPlace local)
                scope.Add(local.Var, contribution.Value, origin);
            else if (Shadow(contribution.Operand) is { } shadow)
                output.Add(new Assign(shadow, Reals.Plus(new Read(shadow), contribution.Value), origin));
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
            Gather(fromThen, then, branch.Then);
            Gather(fromElse, otherwise, branch.Else);
            scope.Add(variable, sum.Read, origin);

            void Gather(Scope from, List<Stmt> arm, EquatableArray<Stmt> source)
            {
                Expr? share = from.Take(variable, out Origin at);
                if (share is not null)
                    arm.Add(new Assign(new LocalPlace(sum), before is null ? share : Reals.Plus(sum.Read, share), at));
                else if (before is null && (source.Completes() || !fused))
                    // Also where the arm threw on the way forward: the compiler does not know that it is not reached again.
                    arm.Add(new Assign(new LocalPlace(sum), Reals.Zero(sum.Type), Endings.Origin));
            }
        }

        if (fused || then.Count > 0 || otherwise.Count > 0)
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

    /// <summary>Names the adjoint of a variable all of whose uses have been reversed; null where nothing contributed.</summary>
    private Expr? Complete(Var variable, Scope scope, List<Stmt> output)
    {
        if (_adjoints.TryGetValue(variable, out Expr? known))
            return known;
        Expr? sum = scope.Take(variable, out Origin last);
        if (sum is null)
            return null;
        if (sum is not (RealConst or Read { Place: LocalPlace { Var.Role: VarRole.Derivative } }))
        {
            Var named = Derived.Of("d", variable, _names);
            output.Add(new Let(named, sum, last));
            sum = named.Read;
        }

        return _adjoints[variable] = sum;
    }

    /// <summary>Where the adjoint of a part of an array or structure is accumulated.</summary>
    private Place? Shadow(Place place) => place switch
    {
        LocalPlace local => _shadows.TryGetValue(local.Var, out Place? shadow) ? shadow : null,
        ReferencePlace reference => _shadows.TryGetValue(reference.Parameter, out Place? shadow) ? shadow : null,
        StaticPlace => null,
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
