using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Leaves the adjoint of an element alone that is taken, cleared and added back: what <c>a[i] += …</c> reverses to, since the sum's adjoint
/// is that of the element it was added to.
/// </summary>
/// <example><code>
/// d = da[i];  da[i] = 0;  dx += d * y;  da[i] = da[i] + d;        →        d = da[i];  dx += d * y;
/// </code></example>
internal sealed class AddedBack : Rewriter
{
    private readonly Storages _storages;

    private AddedBack(Storages storages) => _storages = storages;

    public static Function Run(Function function) => function with { Body = new AddedBack(Storages.Of(function)).Block(function.Body) };

    public override EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        List<Stmt> done = base.Block(block).ToList();
        for (int i = 0; i + 1 < done.Count; i++)
        {
            if (done[i] is Let { Value: Read { Place: ElementPlace element }, Var: var taken } && done[i + 1] is Assign { Target: ElementPlace cleared, Value: var zero }
                && cleared.Equals(element) && zero.IsConstant(0.0) && Back(done, i + 2, element, taken) is { } back)
            {
                done.RemoveAt(back);
                done.RemoveAt(i + 1);
            }
        }

        return done.ToEquatableArray();
    }

    /// <summary>The statement that adds the adjoint back; null where anything else may look at it, or change it, before.</summary>
    private int? Back(List<Stmt> block, int from, ElementPlace element, Var taken)
    {
        Var? storage = _storages.Of(element);
        var indices = new HashSet<Var>(element.Indices.SelectMany(x => x.Reads()));
        for (int i = from; i < block.Count; i++)
        {
            if (block[i] is Assign { Target: ElementPlace target, Value: Binary { Op: BinaryOp.Add, Left: Read { Place: ElementPlace left }, Right: Read { Place: LocalPlace right } } }
                && target.Equals(element) && left.Equals(element) && right.Var == taken)
                return i;
            Stmt[] inside = new[] { block[i] }.All().ToArray();
            if (inside.SelectMany(s => s.Expressions()).SelectMany(e => e.Reads()).Any(v => v.Type.IsStorage() && _storages.Of(v) == storage)
                || inside.SelectMany(s => s.Writes()).Any(indices.Contains)
                || inside.Any(s => s is Return or Throw or Invoke or Effect))
                return null;
        }

        return null;
    }
}
