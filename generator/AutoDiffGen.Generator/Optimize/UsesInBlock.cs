using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// Which statement of a block, or of the blocks inside it, reads a variable that is read once, and which ones change what: looking through
/// the block for each of its variables would take a time that grows with the square of its length.
/// </summary>
internal sealed class UsesInBlock
{
    private readonly IReadOnlyDictionary<Var, int> _reads;
    private readonly Mutation _mutation;
    private readonly Dictionary<Var, int> _readers = [];

    // The statements that write a variable, or elements of a storage.
    private readonly Occurrences _writers = new();
    private readonly Occurrences _stores = new();

    /// <param name="reads">How often each variable is read in the whole function.</param>
    public UsesInBlock(IReadOnlyList<Stmt> block, IReadOnlyDictionary<Var, int> reads, Mutation mutation)
    {
        _reads = reads;
        _mutation = mutation;
        for (int i = 0; i < block.Count; i++)
        {
            foreach (Stmt stmt in new[] { block[i] }.All())
            {
                Note(stmt.Expressions().SelectMany(e => e.Reads()), i);
                if (stmt is not (Let or Declare))
                    _writers.Add(stmt.Writes(), i);
                _stores.Add(Stored(stmt), i);
            }
        }
    }

    /// <summary>The index of the statement that reads the variable; null where none of this block does.</summary>
    public int? Of(Var variable) => _readers.TryGetValue(variable, out int at) ? at : null;

    /// <summary>What the value reads is read by the statement it has been moved into.</summary>
    public void Moved(Let let, int at, Stmt rebuilt)
    {
        Note(let.Value.Reads(), at);
        // A guard counts as storing into whatever it is given.
        _stores.Add(new[] { rebuilt }.All().Where(s => s is Effect).SelectMany(Stored), at);
    }

    /// <summary>Whether a statement between the two may change the expression's value.</summary>
    public bool MayChange(Expr expr, int from, int to) =>
        expr.Reads().Any(v => _writers.Between(v, from, to)) || _mutation.Loaded(expr).Any(v => _stores.Between(v, from, to));

    private IEnumerable<Var> Stored(Stmt stmt) => Storages.Stores(stmt).Select(_mutation.StorageOf);

    private void Note(IEnumerable<Var> read, int at)
    {
        foreach (Var variable in read)
        {
            if (_reads.TryGetValue(variable, out int count) && count == 1)
                _readers[variable] = at;
        }
    }
}
