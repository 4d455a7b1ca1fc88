using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Adds to an element of an adjoint once what a block of the reverse sweep adds to it in several places: each would load and store it.
/// </summary>
/// <example><code>
/// da[i] += d1;                t = d1;
/// da[j] -= d2;        →       da[j] -= d2;
/// da[i] += d3;                da[i] += t + d3;
/// </code></example>
internal sealed class ElementSums : Rewriter
{
    private readonly Storages _storages;
    private readonly Names _names;

    private ElementSums(Function function) => (_storages, _names) = (Storages.Of(function), new Names(function.Names()));

    public static Function Run(Function function) => function with { Body = new ElementSums(function).Block(function.Body) };

    public override EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        // What waits to be added to an element, from the first place that adds to it to the last.
        var waiting = new List<Sum>();
        var done = new List<Stmt>();
        foreach (Stmt stmt in block.SelectMany(s => Visit(s)))
        {
            if (SumOf(stmt) is { } sum)
            {
                if (waiting.FirstOrDefault(s => s.Target.Equals(sum.Target)) is { } earlier)
                {
                    waiting.Remove(earlier);
                    var value = new Var(_names.Fresh("d"), earlier.Target.Type, VarRole.Derivative);
                    done[earlier.At] = new Let(value, earlier.Value, done[earlier.At].Origin);
                    sum = Together(sum, earlier with { Value = value.Read });
                }

                waiting.RemoveAll(s => Reads(sum.Value, s.Storage) || Walk.Addresses(sum.Target).Skip(1).Any(e => Reads(e, s.Storage)));
                waiting.Add(sum with { At = done.Count });
                done.Add(Statement(sum, stmt.Origin));
                continue;
            }

            Stmt[] inside = new[] { stmt }.All().ToArray();
            var written = new HashSet<Var>(inside.SelectMany(s => s.Writes()));
            waiting.RemoveAll(s => inside.Any(i => i is Effect or Invoke or Return or Throw or Push)
                || inside.SelectMany(i => i.Expressions()).Any(e => Reads(e, s.Storage))
                || inside.SelectMany(Storages.Stores).Any(v => _storages.Of(v) == s.Storage)
                || Walk.Addresses(s.Target).SelectMany(e => e.Reads()).Any(written.Contains));
            done.Add(stmt);
        }

        return done.ToEquatableArray();
    }

    /// <param name="Negative">The value is subtracted.</param>
    /// <param name="At">The index of the statement.</param>
    private sealed record Sum(ElementPlace Target, Var Storage, Expr Value, bool Negative, int At);

    // Only of adjoints: what the method itself adds keeps its order, and with it its last bit.
    private Sum? SumOf(Stmt stmt) => stmt is Assign { Target: ElementPlace { Indices: var indices } target, Value: Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Type: RealType, Left: Read { Place: ElementPlace left } } value }
        && left.Equals(target) && target.Root() is { } root && (root.Role is VarRole.Derivative || (root.Role is VarRole.Parameter && stmt.Origin?.Sweep is Sweep.Reverse)) && indices.SelectMany(i => i.Tree()).All(e => e is not Read { Place: not LocalPlace })
        ? new Sum(target, _storages.Of(root), value.Right, value.Op == BinaryOp.Subtract, -1)
        : null;

    private static Sum Together(Sum sum, Sum earlier) => (earlier.Negative, sum.Negative) switch
    {
        (false, false) or (true, true) => sum with { Value = new Binary(BinaryOp.Add, earlier.Value, sum.Value, sum.Target.Type) },
        (false, true) => sum with { Value = new Binary(BinaryOp.Subtract, earlier.Value, sum.Value, sum.Target.Type), Negative = false },
        (true, false) => sum with { Value = new Binary(BinaryOp.Subtract, sum.Value, earlier.Value, sum.Target.Type) },
    };

    private static Assign Statement(Sum sum, Origin? origin) => new(
        sum.Target, new Binary(sum.Negative ? BinaryOp.Subtract : BinaryOp.Add, new Read(sum.Target), sum.Value, sum.Target.Type), origin);

    private bool Reads(Expr expr, Var storage) => expr.Tree().OfType<Read>().Any(r => r.Place is ElementPlace && _storages.Of(r.Place) == storage);
}
