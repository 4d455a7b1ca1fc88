using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Finds the loops that count, whose iterations the reverse sweep can number backwards without recording an index. What is left of
/// <see cref="While"/> gets a condition of variables only.
/// </summary>
/// <example><code>
/// i = 0; while (i &lt; n) { s = s + i; i = i + 1; }        →        for (i = 0; i &lt; n; i++) { s = s + i; }
/// while (a[k] > 0) { k = k + 1; }                        →        go = true; while (go) { if (a[k] > 0) k = k + 1; else go = false; }
/// </code></example>
internal sealed class CountedLoops
{
    private readonly Names _names;
    private readonly Dictionary<Var, int> _reads;

    // What the round of the innermost loop around has set on every way here; null outside of loops.
    private HashSet<Var>? _set;

    private CountedLoops(Function function)
    {
        _names = new Names(function.Names());
        _reads = Reads(function.Body).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
    }

    public static Function Run(Function function) => function with { Body = new CountedLoops(function).Block(function.Body).ToEquatableArray() };

    private List<Stmt> Block(EquatableArray<Stmt> block)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with { Then = Apart(branch.Then), Else = Apart(branch.Else) });
                    break;
                case While loop:
                    if (!Count(loop, done))
                        Test(loop with { Body = Round(loop.Body) }, done);
                    break;
                default:
                    done.Add(stmt);
                    _set?.UnionWith(stmt.Writes());
                    break;
            }
        }

        return done;
    }

    /// <summary>A block that may not be run: what it sets need not be set after it.</summary>
    private EquatableArray<Stmt> Apart(EquatableArray<Stmt> block) => Inside(block, _set is null ? null : [.. _set]);

    private EquatableArray<Stmt> Round(EquatableArray<Stmt> body) => Inside(body, []);

    private EquatableArray<Stmt> Inside(EquatableArray<Stmt> block, HashSet<Var>? set)
    {
        HashSet<Var>? around = _set;
        _set = set;
        EquatableArray<Stmt> done = Block(block).ToEquatableArray();
        _set = around;
        return done;
    }

    private void Test(While loop, List<Stmt> done)
    {
        // Nor can it read the length of an array that changes from round to round.
        var assigned = new HashSet<Var>(loop.Body.All().SelectMany(s => s.Writes()));
        if (!loop.Condition.Tree().Any(ReadsStorage) && !loop.Condition.Reads().Any(v => v.Type.IsStorage() && assigned.Contains(v)))
        {
            done.Add(loop);
            return;
        }

        var go = new Var(_names.Fresh("go"), IrType.Bool, VarRole.Temporary);
        done.Add(new Declare(go, new InertConst("true", IrType.Bool), loop.Origin));
        var stop = new Assign(new LocalPlace(go), new InertConst("false", IrType.Bool), loop.Origin);
        done.Add(new While(go.Read, [new If(loop.Condition, loop.Body, [stop], loop.Origin)], loop.Origin));
    }

    private bool Count(While loop, List<Stmt> done)
    {
        if (loop.Body.Count == 0 || loop.Body[loop.Body.Count - 1] is not Assign { Target: LocalPlace { Var: { Role: not VarRole.Parameter } index } } step
            || index.Type != IrType.Int32 || StepOf(index, step.Value) is not { } by)
            return false;

        Expr[] conjuncts = Conjuncts(loop.Condition).ToArray();
        Expr[] tests = conjuncts.Where(c => c.Reads().Contains(index)).ToArray();
        Expr[] flags = conjuncts.Where(c => !c.Reads().Contains(index)).ToArray();
        if (tests.Length != 1 || Bound(index, tests[0], by) is not var (end, inclusive) || !flags.All(IsFlag))
            return false;

        EquatableArray<Stmt> body = loop.Body.Take(loop.Body.Count - 1).ToEquatableArray();
        var assigned = new HashSet<Var>(body.All().SelectMany(s => s.Writes()));
        // Past the end of the range the method throws.
        if (step.Value is Binary { Checked: true } && !IsInRange(end, inclusive, by))
            return false;
        if (assigned.Contains(index) || end.Reads().Any(v => v == index || assigned.Contains(v)) || end.Tree().Any(ReadsStorage))
            return false;

        // Nobody else reads the index, and the next round of a loop around does not go on from where it has got to.
        int inside = Reads([loop]).Count(v => v == index);
        bool isPrivate = _reads[index] == inside && _set?.Contains(index) != false;
        if (!isPrivate && (flags.Length > 0 || by is not (1 or -1)))
            return false;

        Expr start = index.Read;
        var counter = index;
        int declared = done.Count - 1;
        while (declared >= 0 && done[declared] is Declare { Value: InertConst } flag && flag.Var != index)
            declared--;
        if (isPrivate && declared >= 0 && done[declared] is Declare { Value: { } initial } declare && declare.Var == index)
        {
            start = initial;
            done.RemoveAt(declared);
        }
        else
        {
            counter = index with { Name = _names.Fresh(index.Name) };
            body = new Renamed(index, counter).Block(body);
        }

        // `n--` in a condition has been lowered to statements, so the bounds can be evaluated once.
        Expr? go = flags.Length == 0 ? null : flags.Aggregate((a, b) => new Binary(BinaryOp.AndAlso, a, b, IrType.Bool));
        done.Add(new For(counter, start, end, inclusive, by, go, Round(body), loop.Origin));
        if (!isPrivate)
        {
            Expr final = inclusive ? new Binary(BinaryOp.Add, end, new InertConst(by > 0 ? "1" : "-1", IrType.Int32), IrType.Int32) : end;
            done.Add(new If(tests[0], [new Assign(new LocalPlace(index), final, loop.Origin)], [], loop.Origin));
        }

        return true;
    }

    /// <summary>Whether the step after the last round gets to a number that there is, whatever the bound.</summary>
    private static bool IsInRange(Expr end, bool inclusive, int by)
    {
        long beyond = (long)by - (inclusive ? 0 : Math.Sign(by));
        return beyond == 0 || (Integers.Value(end) is { } last && last + beyond is >= int.MinValue and <= int.MaxValue);
    }

    private static IEnumerable<Expr> Conjuncts(Expr condition) =>
        condition is Binary { Op: BinaryOp.AndAlso } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [condition];

    private static bool IsFlag(Expr expr) => expr is Read { Place: LocalPlace } or Unary { Op: UnaryOp.Not, Operand: Read { Place: LocalPlace } };

    private static int? StepOf(Var index, Expr next) =>
        next is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Left: Read { Place: LocalPlace left }, Right: InertConst constant } step && left.Var == index
        && int.TryParse(constant.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int by)
        && by is not (0 or int.MinValue)
            ? (step.Op == BinaryOp.Add ? by : -by)
            : null;

    /// <summary>What the index is compared with, if the loop ends when it gets there.</summary>
    private static (Expr End, bool Inclusive)? Bound(Var index, Expr test, int step)
    {
        if (test is Unary { Op: UnaryOp.Not, Operand: Binary inverse })
        {
            BinaryOp? opposite = inverse.Op switch
            {
                BinaryOp.Less => BinaryOp.GreaterOrEqual,
                BinaryOp.LessOrEqual => BinaryOp.Greater,
                BinaryOp.Greater => BinaryOp.LessOrEqual,
                BinaryOp.GreaterOrEqual => BinaryOp.Less,
                _ => null,
            };
            if (opposite is null || inverse.Left.Type is RealType)
                return null;
            test = inverse with { Op = opposite.Value };
        }

        if (test is not Binary compare || compare.Left.Type != IrType.Int32)
            return null;
        bool isLeft = compare.Left is Read { Place: LocalPlace left } && left.Var == index;
        if (!isLeft && !(compare.Right is Read { Place: LocalPlace right } && right.Var == index))
            return null;
        (Expr end, BinaryOp op) = isLeft
            ? (compare.Right, compare.Op)
            : (compare.Left, compare.Op switch
            {
                BinaryOp.Less => BinaryOp.Greater,
                BinaryOp.LessOrEqual => BinaryOp.GreaterOrEqual,
                BinaryOp.Greater => BinaryOp.Less,
                BinaryOp.GreaterOrEqual => BinaryOp.LessOrEqual,
                BinaryOp other => other,
            });
        return (op, step > 0) switch
        {
            (BinaryOp.Less, true) or (BinaryOp.Greater, false) => (end, false),
            (BinaryOp.LessOrEqual, true) or (BinaryOp.GreaterOrEqual, false) => (end, true),
            _ => null,
        };
    }

    private static bool ReadsStorage(Expr expr) => expr is Read { Place: ElementPlace or FieldPlace or ReferencePlace };

    private static IEnumerable<Var> Reads(IEnumerable<Stmt> block) => block.All().SelectMany(s => s.Expressions()).SelectMany(e => e.Reads());

    private sealed class Renamed(Var from, Var to) : Rewriter
    {
        public override Expr Visit(Expr expr) => expr is Read { Place: LocalPlace local } && local.Var == from ? to.Read : base.Visit(expr);
    }
}
