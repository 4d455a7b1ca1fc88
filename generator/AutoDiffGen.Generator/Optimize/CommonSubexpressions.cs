using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Computes a value once: across both sweeps, what is already named is used again, and a call or division that recurs gets a name.
/// The same operation on the same operands has the same bits, so code of the value is shared too.
/// </summary>
/// <example><code>
/// a = Math.Exp(x) * y;                    t0 = Math.Exp(x);
/// dx = da * y * Math.Exp(x);        →     a = t0 * y;
///                                         dx = da * y * t0;
/// </code></example>
internal sealed class CommonSubexpressions
{
    private readonly Mutation _mutation;
    private readonly Names _names;
    private readonly Dictionary<Expr, int> _occurrences = [];

    private CommonSubexpressions(Function function)
    {
        _mutation = Mutation.Of(function);
        _names = new Names(function.Names());
        foreach (Expr expr in function.Body.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Tree()))
        {
            if (IsWorthNaming(expr))
                _occurrences[expr] = _occurrences.TryGetValue(expr, out int count) ? count + 1 : 1;
        }
    }

    public static Function Run(Function function) => function with
    {
        Body = new CommonSubexpressions(function).Block(function.Body, new Dictionary<Expr, Var>()).ToEquatableArray(),
    };

    private List<Stmt> Block(EquatableArray<Stmt> block, Dictionary<Expr, Var> known)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            var replacement = new Replacement(this, known, stmt.Origin, done);
            switch (stmt)
            {
                case If branch:
                    Expr condition = replacement.Visit(branch.Condition);
                    done.Add(branch with
                    {
                        Condition = condition,
                        Then = Block(branch.Then, new Dictionary<Expr, Var>(known)).ToEquatableArray(),
                        Else = Block(branch.Else, new Dictionary<Expr, Var>(known)).ToEquatableArray(),
                    });
                    break;

                // What is known before a loop is known in every round; the header of a counting loop is evaluated before the first.
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body, new Dictionary<Expr, Var>(known)).ToEquatableArray() });
                    break;

                case For loop:
                    done.Add(loop with { Body = Block(loop.Body, new Dictionary<Expr, Var>(known)).ToEquatableArray() });
                    break;

                case Let let:
                    // The statement that names the value is not replaced by its own name.
                    Expr value = known.TryGetValue(let.Value, out Var? same) ? same.Read : replacement.Children(let.Value);
                    done.Add(let with { Value = value });
                    if (IsShareable(value) && !known.ContainsKey(value))
                        known[value] = let.Var;
                    break;

                default:
                    done.AddRange(replacement.Visit(stmt).ToArray());
                    break;
            }
        }

        return done;
    }

    private static bool IsWorthNaming(Expr expr) =>
        expr.Type is RealType && expr is Call { Function.Family: FunctionFamily.Math } or Binary { Op: BinaryOp.Divide, Type: RealType };

    private bool IsShareable(Expr expr) =>
        expr.Type is RealType && !expr.IsAtom() && expr is not (Conditional or StopGradient) && _mutation.IsStable(expr);

    private sealed class Replacement(CommonSubexpressions pass, Dictionary<Expr, Var> known, Origin? origin, List<Stmt> before) : Rewriter
    {
        private int _conditional;

        /// <summary>Rewrites inside an expression that already has a name.</summary>
        public Expr Children(Expr expr) =>
            expr is Conditional or Binary { Op: BinaryOp.AndAlso or BinaryOp.OrElse } ? Visit(expr) : base.Visit(expr);

        public override Expr Visit(Expr expr)
        {
            if (expr.Type is RealType && known.TryGetValue(expr, out Var? variable))
                return variable.Read;

            switch (expr)
            {
                case Conditional choice:
                    Expr condition = Visit(choice.Condition);
                    _conditional++;
                    var rebuilt = new Conditional(condition, Visit(choice.WhenTrue), Visit(choice.WhenFalse));
                    _conditional--;
                    return rebuilt;
                case Binary { Op: BinaryOp.AndAlso or BinaryOp.OrElse } binary:
                    Expr left = Visit(binary.Left);
                    _conditional++;
                    Expr right = Visit(binary.Right);
                    _conditional--;
                    return binary with { Left = left, Right = right };
            }

            bool recurs = _conditional == 0 && IsWorthNaming(expr) && pass._mutation.IsStable(expr)
                && pass._occurrences.TryGetValue(expr, out int count) && count > 1;
            Expr inner = base.Visit(expr);
            if (!recurs)
                return inner;

            var named = new Var(pass._names.Temporary(), expr.Type, VarRole.Temporary);
            before.Add(new Let(named, inner, origin));
            known[expr] = named;
            known[inner] = named;
            return named.Read;
        }
    }
}
