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
        // What is removed is null until the end: the order keeps its numbers.
        Stmt?[] done = [.. base.Block(block)];
        var order = new Lazy<Order>(() => new Order([.. done.OfType<Stmt>()], _storages));
        for (int i = 0; i < done.Length; i++)
        {
            if (done[i] is not Let { Value: Read { Place: ElementPlace element }, Var: var taken })
                continue;
            int next = Array.FindIndex(done, i + 1, s => s is not null);
            if (next >= 0 && done[next] is Assign { Target: ElementPlace cleared, Value: var zero } && cleared.Equals(element) && zero.IsConstant(0.0)
                && Back(done, order.Value, next + 1, element, taken) is { } back)
            {
                done[back] = null;
                done[next] = null;
            }
        }

        return done.OfType<Stmt>().ToEquatableArray();
    }

    /// <summary>The statement that adds the adjoint back; null where anything else may look at it, or change it, before.</summary>
    private int? Back(Stmt?[] block, Order order, int from, ElementPlace element, Var taken)
    {
        if (_storages.Of(element) is not { } storage)
            return null;
        int at = order.FirstReader(storage, from, block);
        bool isBack = at < block.Length && block[at] is Assign { Target: ElementPlace target, Value: Binary { Op: BinaryOp.Add, Left: Read { Place: ElementPlace left }, Right: Read { Place: LocalPlace right } } }
            && target.Equals(element) && left.Equals(element) && right.Var == taken;
        return isBack && !order.IsBarred(element.Indices.SelectMany(x => x.Reads()), from, at) ? at : null;
    }

    /// <summary>Which statements of a block, or of the blocks inside it, read elements of a storage, write a variable or leave: found without going through all in between.</summary>
    private sealed class Order
    {
        private readonly Occurrences _readers = new();
        private readonly Occurrences _writers = new();
        private readonly List<int> _barriers = [];

        public Order(IReadOnlyList<Stmt> block, Storages storages)
        {
            for (int i = 0; i < block.Count; i++)
            {
                foreach (Stmt stmt in new[] { block[i] }.All())
                {
                    _readers.Add(stmt.Expressions().SelectMany(e => e.Reads()).Where(v => v.Type.IsStorage()).Select(storages.Of), i);
                    _writers.Add(stmt.Writes(), i);
                    if (stmt is Return or Throw or Invoke or Effect)
                        _barriers.Add(i);
                }
            }
        }

        /// <summary>The first statement from the index on that is still there; the length of the block where there is none.</summary>
        public int FirstReader(Var storage, int from, Stmt?[] block)
        {
            int? at = _readers.First(storage, from);
            while (at is { } removed && block[removed] is null)
                at = _readers.First(storage, removed + 1);
            return at ?? block.Length;
        }

        /// <summary>Whether one before the other changes one of the variables, or leaves.</summary>
        public bool IsBarred(IEnumerable<Var> variables, int from, int to)
        {
            int barrier = _barriers.BinarySearch(from);
            barrier = barrier < 0 ? ~barrier : barrier;
            return (barrier < _barriers.Count && _barriers[barrier] < to) || variables.Any(v => _writers.First(v, from) < to);
        }
    }
}
