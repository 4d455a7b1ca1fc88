using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Gives a function one exit: its last statement is its only <see cref="Return"/>, and no <see cref="Exit"/> is left.
/// What follows an early exit moves into the branch that does not take it; where two branches go on, both get it if it is little,
/// and otherwise a flag guards it.
/// </summary>
/// <example><code>
/// if (x > 0) return x;        if (x > 0) { result = x; }
/// y = x * x;            →     else { y = x * x; result = y; }
/// return y;                   return result;
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
        List<Stmt> flat = new Elimination(names).Label(ReturnLabel, body);
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

    private sealed class Elimination(Names names)
    {
        /// <summary>The statements of a labelled block without the exits to its label. Exits to labels around it stay.</summary>
        public List<Stmt> Label(string label, IEnumerable<Stmt> body)
        {
            var flag = new Flag(label, names);
            List<Stmt> result = Sequence(label, body.ToList(), flag);
            if (flag.Var is not null)
                result.Insert(0, new Declare(flag.Var, new InertConst("false", IrType.Bool)));
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
                        break;
                }
            }

            return done;
        }

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
                    done.Add(branch with { Then = Sequence(label, branch.Then.ToList(), flag).ToEquatableArray(), Else = [] });
                    done.AddRange(Sequence(label, [.. branch.Else, .. rest], flag));
                    return true;
                }

                if (!elseGoesOn && thenGoesOn)
                {
                    var negated = new Unary(UnaryOp.Not, branch.Condition, IrType.Bool);
                    done.Add(branch with { Condition = negated, Then = Sequence(label, branch.Else.ToList(), flag).ToEquatableArray(), Else = [] });
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
                    new Unary(UnaryOp.Not, flag.Var!.Read, IrType.Bool), Sequence(label, rest, flag).ToEquatableArray(), [], branch.Origin));
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
                Then = Sequence(label, then.ToList(), flag).ToEquatableArray(),
                Else = Sequence(label, otherwise.ToList(), flag).ToEquatableArray(),
            };
        }

        private static int Size(IEnumerable<Stmt> block) => block.All().Sum(s => 1 + s.Expressions().Sum(e => e.Tree().Count()));

        private static bool Leaves(If branch) => branch.Then.Concat(branch.Else).All().Any(s => s is Exit);

        private static bool LeavesTo(string label, If branch) =>
            branch.Then.Concat(branch.Else).All().Any(s => s is Exit exit && exit.Label == label);
    }

    /// <summary>Says that a label's block has been left; comes into being when first needed.</summary>
    private sealed class Flag(string label, Names names)
    {
        public Var? Var { get; private set; }

        public void Raise() =>
            Var ??= new Var(names.Fresh(label == ReturnLabel ? "returned" : "left"), IrType.Bool, VarRole.Temporary);
    }
}
