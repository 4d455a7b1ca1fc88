using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Counts upwards in the reverse sweep where the order of the rounds does not matter, because all they do for one another is add, and what
/// they store otherwise is an element of their own: then the compiler drops bounds checks, and memory is read in its order.
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
            ? [loop with { Start = loop.End, End = Unguarded(end, loop.End), Inclusive = false, Step = 1 }]
            : [loop with { Start = loop.End, End = loop.Start, Step = 1 }];

        // The greater of the end and the start is another end only where there are no rounds.
        static Expr Unguarded(Expr end, Expr start) =>
            end is Call { Function: { Family: FunctionFamily.Math, Name: "Max" }, Arguments: [var given, var least] } && least.Equals(start) ? given : end;
    }

    private bool OnlyAdds(For loop)
    {
        Stmt[] inside = loop.Body.All().ToArray();
        if (!inside.All(s => s is Let or Declare or Assign or If or For or LetSinCos))
            return false;
        var own = new HashSet<Var>(inside.Where(s => s is not Assign).SelectMany(s => s.Writes()));

        // Rounds do not meet in arrays of which each uses one element of its own.
        var apart = new HashSet<Var>(inside.SelectMany(Elements).ToLookup(e => _storages.Of(e)).Where(g => g.Distinct().Count() == 1 && IsNumbered(g.First(), loop.Index, own))
            .Select(g => g.Key).OfType<Var>());
        Assign[] sums = inside.OfType<Assign>().Where(a => a.Target switch
        {
            LocalPlace local => !own.Contains(local.Var),
            ElementPlace element => _storages.Of(element) is not { } array || !apart.Contains(array),
            _ => true,
        }).ToArray();
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

    private static IEnumerable<ElementPlace> Elements(Stmt stmt) => stmt.Expressions().SelectMany(e => e.Tree()).OfType<Read>().Select(r => r.Place)
        .Concat(stmt is Assign assign ? [assign.Target] : []).OfType<ElementPlace>();

    private static bool IsNumbered(ElementPlace element, Var index, HashSet<Var> own) =>
        element is { Array: LocalPlace { Var: var array }, Indices: [Read { Place: LocalPlace local }] } && local.Var == index && !own.Contains(array);

    private static bool IsSum(Assign assign) => assign.Value is Binary { Op: BinaryOp.Add or BinaryOp.Subtract, Type: RealType, Left: Read { Place: var place } } && place.Equals(assign.Target);
}
