using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Makes room on the stacks before a loop for all that its rounds will record, where the bounds tell how much that is: one rent of the size
/// that is needed instead of ever larger ones.
/// </summary>
/// <example><code>
/// for (i = 0; i &lt; n; i++) { …; push x; push y; }        →        reserve 2 * n;  for (i = 0; i &lt; n; i++) { …; push x; push y; }
/// </code></example>
internal static class ReserveStorage
{
    private static readonly InertType Long = new("long");

    public static Function Run(Function function) => function with { Body = Block(function.Body, new Dereferenced()) };

    private static EquatableArray<Stmt> Block(EquatableArray<Stmt> block, Dereferenced known)
    {
        var done = new List<Stmt>();
        foreach (Stmt stmt in block)
        {
            known.Add(stmt);
            switch (stmt)
            {
                case If branch:
                    done.Add(branch with { Then = Block(branch.Then, known.Copy()), Else = Block(branch.Else, known.Copy()) });
                    break;
                case While loop:
                    done.Add(loop with { Body = Block(loop.Body, known.Copy()) });
                    break;
                // What is taken back in the same round takes no more room than one round.
                case For loop when loop.Body.All().Any(s => s is Pop):
                    done.Add(loop with { Body = Block(loop.Body, known.Copy()) });
                    break;
                case For loop:
                    foreach (IGrouping<IrType, (IrType Type, Expr Count)> type in Count(loop, isOutermost: true).GroupBy(c => c.Type).ToArray())
                        done.Add(new Reserve(type.Key, type.Select(c => new Throwing.Lengths(known).Visit(c.Count)).Aggregate((a, b) => new Binary(BinaryOp.Add, a, b, Long)), loop.Origin));
                    done.Add(loop);
                    break;
                default:
                    done.Add(stmt);
                    break;
            }
        }

        return done.ToEquatableArray();
    }

    /// <summary>What the loop pushes for certain, as far as it can be told before it.</summary>
    private static IEnumerable<(IrType Type, Expr Count)> Count(For loop, bool isOutermost)
    {
        if (loop is not { Go: null, Step: 1 })
            return [];
        var inside = new HashSet<Var>(new Stmt[] { loop }.All().SelectMany(s => s.Writes()));
        var once = loop.Body.OfType<Push>().Where(p => !p.Value.Type.IsStorage()).GroupBy(p => p.Value.Type)
            .Select(g => (Type: g.Key, Count: (Expr)new InertConst(g.Count().ToString(System.Globalization.CultureInfo.InvariantCulture), Long)));
        var arrays = loop.Body.OfType<Push>().Where(p => p.Value.Type.IsStorage()).Select(p => (Type: p.Value.Type.Content(), Count: Elements(p.Value, loop.Body)));
        var nested = loop.Body.OfType<For>().SelectMany(l => Count(l, isOutermost: false));
        Expr rounds = isOutermost || loop is { End: Length, Start: InertConst { Text: "0" } } ? Rounds(loop) : NotNegative(Rounds(loop));
        return once.Concat(arrays).Concat(nested).Where(c => !c.Count.Reads().Any(inside.Contains) && !Throwing.May(c.Count)).Select(c => (c.Type, Times(c.Count, rounds)));
    }

    private static Expr Elements(Expr array, EquatableArray<Stmt> body) => array is Read { Place: LocalPlace local } && body.OfType<Let>().FirstOrDefault(l => l.Var == local.Var)?.Value is Part part
        ? NotNegative(part.Start is InertConst { Text: "0" } ? AsLong(part.End) : new Binary(BinaryOp.Subtract, AsLong(part.End), AsLong(part.Start), Long))
        : AsLong(new Length(array));

    private static Expr Rounds(For loop)
    {
        Expr distance = loop.Start is InertConst { Text: "0" } ? AsLong(loop.End) : new Binary(BinaryOp.Subtract, AsLong(loop.End), AsLong(loop.Start), Long);
        return loop.Inclusive ? new Binary(BinaryOp.Add, distance, new InertConst("1", Long), Long) : distance;
    }

    // The product of two negative numbers would be taken for room that is needed.
    private static Call NotNegative(Expr rounds) => new(
        new FunctionRef(FunctionFamily.Math, "Math", "Max", [new ParameterRef("val1", Long, RefMode.Value), new ParameterRef("val2", Long, RefMode.Value)], Long),
        [rounds, new InertConst("0", Long)]);

    private static Expr Times(Expr count, Expr rounds) =>
        count is InertConst { Text: "1" } ? rounds : new Binary(BinaryOp.Multiply, count, rounds, Long);

    private static Expr AsLong(Expr number) => number is InertConst constant ? new InertConst(constant.Text, Long) : new Ir.Convert(number, Long);
}
