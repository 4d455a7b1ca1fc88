using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Analysis;

/// <summary>
/// The arrays that are not null: those that were created, and those of which the code so far has read or stored an element, or asked for the
/// length. <c>t = a[0]; for (…)</c> → <c>a</c>.
/// </summary>
internal sealed class Dereferenced
{
    private readonly HashSet<Var> _arrays;

    public Dereferenced() => _arrays = [];

    private Dereferenced(Dereferenced before) => _arrays = [.. before._arrays];

    /// <summary>What is known after statements that have all been run.</summary>
    public static Dereferenced By(IEnumerable<Stmt> block)
    {
        var known = new Dereferenced();
        foreach (Stmt stmt in block)
            known.Add(stmt);
        return known;
    }

    public bool Contains(Var array) => _arrays.Contains(array);

    /// <summary>What is known here, for a block in which more will be.</summary>
    public Dereferenced Copy() => new(this);

    /// <summary>Takes note of a statement; of those that have blocks inside, of what they evaluate in any case.</summary>
    public void Add(Stmt stmt)
    {
        if (stmt is Allocate allocate)
            _arrays.Add(allocate.Var);
        if (stmt is Assign { Target: ElementPlace target })
            Add(target);
        foreach (Expr expr in stmt is For { Go: { } go } loop ? [loop.Start, go] : stmt.Expressions())
            Add(expr);
    }

    private void Add(Expr expr)
    {
        if (expr is Length { OrNone: false, Array: Read { Place: LocalPlace array } })
            _arrays.Add(array.Var);
        if (expr is Read { Place: ElementPlace element })
            Add(element);
        IEnumerable<Expr> certain = expr switch
        {
            Conditional choice => [choice.Condition],
            Binary { Op: BinaryOp.AndAlso or BinaryOp.OrElse } both => [both.Left],
            _ => expr.Children(),
        };
        foreach (Expr child in certain)
            Add(child);
    }

    private void Add(ElementPlace element)
    {
        if (element.Root() is { } root)
            _arrays.Add(root);
    }
}
