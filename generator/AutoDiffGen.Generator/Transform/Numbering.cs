using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Prepares a body for the reverse sweep: numbers its blocks, so that reverse code can say which statement it reverses, and puts aside what
/// each store into an element overwrites. <see cref="Keep"/> drops what nobody asks for.
/// </summary>
/// <example><code>
/// a[i] = t;        →        Mark 0; Save 0: a[i];  a[i] = t;
/// </code></example>
internal sealed class Numbering : Rewriter
{
    private readonly Dictionary<int, EquatableArray<Stmt>> _blocks = [];
    private int _saves;
    private int _next;

    private Numbering()
    {
    }

    /// <summary>The body, and its blocks by number.</summary>
    public static (EquatableArray<Stmt> Body, IReadOnlyDictionary<int, EquatableArray<Stmt>> Blocks) Run(IReadOnlyList<Stmt> body)
    {
        var pass = new Numbering();
        return (pass.Block(body.ToEquatableArray()), pass._blocks);
    }

    public override EquatableArray<Stmt> Block(EquatableArray<Stmt> block)
    {
        int number = _next++;
        return _blocks[number] = base.Block(block).Prepend(new Mark(number, -1)).ToEquatableArray();
    }

    public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Assign { Target: ElementPlace element }
        ? [new Save(_saves++, element, stmt.Origin), stmt]
        : base.Visit(stmt);
}
