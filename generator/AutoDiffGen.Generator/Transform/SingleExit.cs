using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Gives a function one exit: its last statement is its only <see cref="Return"/>, and no <see cref="Exit"/> is left.
/// What follows an early exit moves into the branch that does not take it; where two branches go on, both get it if it is little,
/// and otherwise a flag guards it. A <see cref="Loop"/> becomes a <see cref="While"/>: one that is left in the middle has a flag that ends it.
/// </summary>
/// <example><code>
/// if (x > 0) return x;        if (x > 0) { result = x; }
/// y = x * x;            →     else { y = x * x; result = y; }
/// return y;                   return result;
///
/// Loop { if (!(x > 1)) Exit l;            left = false;
///        if (x > 9) Exit l;        →      while (!left &amp;&amp; x > 1)
///        x = x * x; }                     { if (x > 9) left = true; else x = x * x; }
/// </code></example>
internal static class SingleExit
{
    private const string ReturnLabel = "return";

    /// <summary>The largest rest, in nodes, that is copied into both of two branches that go on.</summary>
    private const int MaxCopied = 24;

    public static Function Run(Function function)
    {
        var names = new Names(function.Names());
        EquatableArray<Stmt> body = function.Body;
        Expr? result = null;

        if (body.All().Count(s => s is Return) == 1 && body[body.Count - 1] is Return only)
        {
            body = body.Take(body.Count - 1).ToEquatableArray();
            result = only.Value;
            if (result is not (null or Read { Place: LocalPlace } or RealConst or InertConst))
            {
                var value = new Var(names.Fresh("result"), function.Result, VarRole.Temporary);
                body = body.Append(new Declare(value, result, only.Origin)).ToEquatableArray();
                result = value.Read;
            }
        }
        else
        {
            Var? variable = function.Result is VoidType ? null : new Var(names.Fresh("result"), function.Result, VarRole.Temporary);
            result = variable?.Read;
            body = new ReturnsToExits(variable).Block(body);
            if (variable is not null)
                body = body.Prepend(new Declare(variable)).ToEquatableArray();
        }

        // Without a completing path (every one throws) there is no result to return.
        List<Stmt> flat = new Elimination(names, function.Body).Label(ReturnLabel, body);
        if (flat.Completes())
            flat.Add(new Return(result));
        return function with { Body = flat.ToEquatableArray() };
    }

    private sealed class ReturnsToExits(Var? result) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt)
        {
            if (stmt is not Return ret)
                return base.Visit(stmt);
            var exit = new Exit(ReturnLabel, ret.Origin);
            return ret.Value is null || result is null
                ? [exit]
                : [new Assign(new LocalPlace(result), ret.Value, ret.Origin), exit];
        }
    }

    private sealed class Elimination(Names names, EquatableArray<Stmt> everything)
    {
        private readonly Dictionary<Var, int> _reads = Reads(everything);

        // Passed by reference to a method.
        private readonly HashSet<Var> _shared = [.. everything.All().OfType<Invoke>().SelectMany(i => i.Arguments).Select(a => a.Place?.Root()).OfType<Var>()];
        private int _rounds;

        // What the round of the innermost loop around has set on every way here; null outside of loops.
        private HashSet<Var>? _set;

        /// <summary>The statements of a labelled block without the exits to its label. Exits to labels around it stay.</summary>
        public List<Stmt> Label(string label, IEnumerable<Stmt> body)
        {
            var flag = new Flag(label, names);
            List<Stmt> result = Apart(label, body.ToList(), flag);
            if (flag.Var is not null)
                result.Insert(0, new Declare(flag.Var, new InertConst("false", IrType.Bool)));
            return result;
        }

        /// <summary>A block that may not be run, or not to its end: what it sets need not be set after it.</summary>
        private List<Stmt> Apart(string label, List<Stmt> body, Flag flag)
        {
            HashSet<Var>? around = _set;
            _set = around is null ? null : [.. around];
            List<Stmt> result = Sequence(label, body, flag);
            _set = around;
            return result;
        }

        private List<Stmt> Sequence(string label, List<Stmt> body, Flag flag)
        {
            var done = new List<Stmt>();
            for (int i = 0; i < body.Count; i++)
            {
                switch (body[i])
                {
                    case Labelled inner:
                        List<Stmt> spliced = Label(inner.Label, inner.Body);
                        spliced.AddRange(body.Skip(i + 1));
                        done.AddRange(Sequence(label, spliced, flag));
                        return done;

                    case Loop loop:
                        List<Stmt> after = Rounds(label, loop, body.Skip(i + 1).ToList(), done);
                        done.AddRange(Sequence(label, after, flag));
                        return done;

                    case Exit exit:
                        if (exit.Label != label)
                            done.Add(exit);
                        else if (flag.Var is not null)
                            done.Add(new Assign(new LocalPlace(flag.Var), new InertConst("true", IrType.Bool), exit.Origin));
                        return done;

                    case Throw or Return:
                        done.Add(body[i]);
                        return done;

                    case If branch:
                        if (Branch(label, branch, body.Skip(i + 1).ToList(), flag, done))
                            return done;
                        break;

                    default:
                        done.Add(body[i]);
                        _set?.UnionWith(body[i].Writes());
                        break;
                }
            }

            return done;
        }

        /// <summary>Adds a loop; what is returned comes after it.</summary>
        private List<Stmt> Rounds(string label, Loop loop, List<Stmt> rest, List<Stmt> done)
        {
            List<Stmt> body = loop.Body.ToList();
            Expr condition = new InertConst("true", IrType.Bool);
            if (body.Count > 0 && body[0] is If { Then: [Exit leave], Else: [] } test && leave.Label == label)
            {
                condition = Not(test.Condition);
                body.RemoveAt(0);
            }

            // The step of a counting loop may also run where the loop is left: nobody looks at the index any more, or not before it is set anew.
            Stmt? step = body.Count > 1 && body[body.Count - 1] is Assign { Target: LocalPlace index } last && IsOnlyReadIn(loop, index.Var) && _set?.Contains(index.Var) != false
                && IsStep(last, body) ? last : null;
            if (step is not null)
                body.RemoveAt(body.Count - 1);

            var inside = new HashSet<string>(body.All().OfType<Labelled>().Select(l => l.Label), StringComparer.Ordinal);
            string round = "round" + (_rounds++).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var flags = new Dictionary<string, Var>(StringComparer.Ordinal);
            foreach (string target in body.All().OfType<Exit>().Select(e => e.Label).Where(l => !inside.Contains(l)).Distinct().ToArray())
            {
                var left = new Var(names.Fresh(target == ReturnLabel ? "returned" : "left"), IrType.Bool, VarRole.Temporary);
                flags.Add(target, left);
                done.Add(new Declare(left, new InertConst("false", IrType.Bool), loop.Origin));
                condition = condition is InertConst { Text: "true" } ? Not(left.Read) : new Binary(BinaryOp.AndAlso, Not(left.Read), condition, IrType.Bool);
                if (target != label || rest.Count > 0)
                    rest.Insert(0, new If(left.Read, [new Exit(target)], [], loop.Origin));
            }

            HashSet<Var>? around = _set;
            _set = [];
            List<Stmt> single = Label(round, new ExitsToFlags(flags, round).Block(body.ToEquatableArray()));
            _set = around;
            if (step is not null && single.Completes())
                single.Add(step);
            done.Add(new While(condition, single.ToEquatableArray(), loop.Origin));
            return condition is InertConst { Text: "true" } ? [] : rest;
        }

        /// <summary>Whether a round's last statement may run although the round has not come so far: it needs nothing of the round, and cannot fail.</summary>
        private static bool IsStep(Assign last, List<Stmt> round)
        {
            var own = new HashSet<Var>(round.All().SelectMany(s => s switch
            {
                Declare or Let or Allocate or LetSinCos => s.Writes(),
                Invoke { Result: { } result } => [result],
                _ => [],
            }));
            return !own.Contains(last.Target.Root()!) && last.Value.Tree().All(e => e switch
            {
                Read { Place: LocalPlace local } => !own.Contains(local.Var),
                RealConst or InertConst => true,
                Binary { Checked: false, Op: BinaryOp.Add or BinaryOp.Subtract or BinaryOp.Multiply } or Unary { Checked: false } or Ir.Convert { Checked: false } => true,
                _ => false,
            });
        }

        private bool IsOnlyReadIn(Loop loop, Var variable)
        {
            int inside = new Stmt[] { loop }.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Count(v => v == variable);
            return !_shared.Contains(variable) && _reads.TryGetValue(variable, out int everywhere) && everywhere == inside;
        }

        private static Dictionary<Var, int> Reads(EquatableArray<Stmt> block) => block.All().SelectMany(s => s.Expressions())
            .SelectMany(e => e.Reads()).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());

        private static Expr Not(Expr condition) =>
            condition is Unary { Op: UnaryOp.Not } not ? not.Operand : new Unary(UnaryOp.Not, condition, IrType.Bool);

        /// <summary>Adds a branch; true where it took the statements that follow along.</summary>
        private bool Branch(string label, If branch, List<Stmt> rest, Flag flag, List<Stmt> done)
        {
            bool thenGoesOn = branch.Then.Completes();
            bool elseGoesOn = branch.Else.Completes();

            if (!Leaves(branch))
            {
                // A branch that only throws: what the other one does need not be nested.
                if (!thenGoesOn && !branch.Else.IsEmpty)
                {
                    done.Add(branch with { Then = Apart(label, branch.Then.ToList(), flag).ToEquatableArray(), Else = [] });
                    done.AddRange(Sequence(label, [.. branch.Else, .. rest], flag));
                    return true;
                }

                if (!elseGoesOn && thenGoesOn)
                {
                    var negated = new Unary(UnaryOp.Not, branch.Condition, IrType.Bool);
                    done.Add(branch with { Condition = negated, Then = Apart(label, branch.Else.ToList(), flag).ToEquatableArray(), Else = [] });
                    done.AddRange(Sequence(label, [.. branch.Then, .. rest], flag));
                    return true;
                }

                done.Add(With(branch, branch.Then, branch.Else));
                return !thenGoesOn && !elseGoesOn;
            }

            if (thenGoesOn && elseGoesOn && rest.Count > 0 && LeavesTo(label, branch))
            {
                // Two copies of little read better, and reverse better, than a flag.
                if (Size(rest) <= MaxCopied)
                {
                    done.Add(With(branch, [.. branch.Then, .. rest], [.. branch.Else, .. rest]));
                    return true;
                }

                flag.Raise();
                done.Add(With(branch, branch.Then, branch.Else));
                done.Add(new If(
                    new Unary(UnaryOp.Not, flag.Var!.Read, IrType.Bool), Apart(label, rest, flag).ToEquatableArray(), [], branch.Origin));
                return true;
            }

            if (thenGoesOn && elseGoesOn)
            {
                done.Add(With(branch, branch.Then, branch.Else));
                return false;
            }

            done.Add(With(branch, thenGoesOn ? [.. branch.Then, .. rest] : branch.Then, elseGoesOn ? [.. branch.Else, .. rest] : branch.Else));
            return true;

            If With(If old, EquatableArray<Stmt> then, EquatableArray<Stmt> otherwise) => old with
            {
                Then = Apart(label, then.ToList(), flag).ToEquatableArray(),
                Else = Apart(label, otherwise.ToList(), flag).ToEquatableArray(),
            };
        }

        private static int Size(IEnumerable<Stmt> block) => block.All().Sum(s => 1 + s.Expressions().Sum(e => e.Tree().Count()));

        /// <summary>Whether something in the branch goes to what is outside it: not the <c>break</c> of a loop that is inside.</summary>
        private static bool Leaves(If branch)
        {
            Stmt[] inside = branch.Then.Concat(branch.Else).All().ToArray();
            var own = new HashSet<string>(inside.OfType<Labelled>().Select(l => l.Label), StringComparer.Ordinal);
            return inside.OfType<Exit>().Any(e => !own.Contains(e.Label));
        }

        private static bool LeavesTo(string label, If branch) =>
            branch.Then.Concat(branch.Else).All().Any(s => s is Exit exit && exit.Label == label);
    }

    /// <summary>Leaving a loop: its flag says so, and the round ends.</summary>
    private sealed class ExitsToFlags(Dictionary<string, Var> flags, string round) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Exit exit && flags.TryGetValue(exit.Label, out Var? flag)
            ? [new Assign(new LocalPlace(flag), new InertConst("true", IrType.Bool), exit.Origin), new Exit(round, exit.Origin)]
            : base.Visit(stmt);
    }

    /// <summary>Says that a label's block has been left; comes into being when first needed.</summary>
    private sealed class Flag(string label, Names names)
    {
        public Var? Var { get; private set; }

        public void Raise() =>
            Var ??= new Var(names.Fresh(label == ReturnLabel ? "returned" : "left"), IrType.Bool, VarRole.Temporary);
    }
}
