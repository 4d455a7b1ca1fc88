using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Counts upwards in the reverse sweep where the order of the rounds does not matter, because all they do for one another is add: then the
/// compiler drops bounds checks, and memory is read in its order.
/// </summary>
/// <example><code>
/// for (i = n - 1; i >= 0; i--) { da[i] += ds * b[i]; }        →        for (i = 0; i &lt; n; i++) { da[i] += ds * b[i]; }
/// </code></example>
internal sealed class Upward : Rewriter
{
    private readonly Storages _storages;

    private Upward(Storages storages) => _storages = storages;

    public static Function Run(Function function) => function with { Body = new Upward(Storages.Of(function)).Block(function.Body) };

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        Stmt inner = base.Visit(stmt).Single();
        if (inner is not For { Step: -1, Inclusive: true, Go: null, Origin.Sweep: Sweep.Reverse } loop || !OnlyAdds(loop))
            return [inner];
        return loop.Start is Binary { Op: BinaryOp.Subtract, Right: InertConst { Text: "1" }, Left: var end }
            ? [loop with { Start = loop.End, End = end, Inclusive = false, Step = 1 }]
            : [loop with { Start = loop.End, End = loop.Start, Step = 1 }];
    }

    private bool OnlyAdds(For loop)
    {
        Stmt[] inside = loop.Body.All().ToArray();
        if (!inside.All(s => s is Let or Declare or Assign or If or For or LetSinCos))
            return false;
        var own = new HashSet<Var>(inside.Where(s => s is not Assign).SelectMany(s => s.Writes()));
        Assign[] sums = inside.OfType<Assign>().Where(a => a.Target is not LocalPlace local || !own.Contains(local.Var)).ToArray();
        if (!sums.All(IsSum))
            return false;

        // Nobody looks at a sum before the last round has added to it.
        var variables = new HashSet<Var>(sums.Select(s => s.Target).OfType<LocalPlace>().Select(l => l.Var));
        var arrays = new HashSet<Var>(sums.Select(s => s.Target).OfType<ElementPlace>().Select(_storages.Of).OfType<Var>());
        IEnumerable<Expr> read = inside.SelectMany(s => s is Assign assign && sums.Contains(assign)
            ? Walk.Addresses(assign.Target).Append(((Binary)assign.Value).Right)
            : s.Expressions());
        return !read.Append(loop.Start).Append(loop.End).SelectMany(e => e.Tree()).OfType<Read>().Any(r =>
            (r.Place is LocalPlace local && variables.Contains(local.Var))
            || (r.Place is ElementPlace element && _storages.Of(element) is { } array && arrays.Contains(array)));
    }

    private static bool IsSum(Assign assign) => assign.Value is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Type: RealType, Left: Read { Place: var place } } && place.Equals(assign.Target);
}
