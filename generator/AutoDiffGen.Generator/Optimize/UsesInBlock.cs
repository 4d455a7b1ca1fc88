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

    // The statements that write a variable, or elements of a storage, in order.
    private readonly Dictionary<Var, List<int>> _writers = [];
    private readonly Dictionary<Var, List<int>> _stores = [];

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
                    Add(_writers, stmt.Writes(), i);
                Add(_stores, Stored(stmt), i);
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
        Add(_stores, new[] { rebuilt }.All().Where(s => s is Effect).SelectMany(Stored), at);
    }

    /// <summary>Whether a statement between the two may change the expression's value.</summary>
    public bool MayChange(Expr expr, int from, int to) =>
        expr.Reads().Any(v => Between(_writers, v, from, to)) || _mutation.Loaded(expr).Any(v => Between(_stores, v, from, to));

    private IEnumerable<Var> Stored(Stmt stmt) => Storages.Stores(stmt).Select(_mutation.StorageOf);

    private void Note(IEnumerable<Var> read, int at)
    {
        foreach (Var variable in read)
        {
            if (_reads.TryGetValue(variable, out int count) && count == 1)
                _readers[variable] = at;
        }
    }

    private static void Add(Dictionary<Var, List<int>> index, IEnumerable<Var> variables, int at)
    {
        foreach (Var variable in variables)
        {
            if (!index.TryGetValue(variable, out List<int>? statements))
                index[variable] = statements = [];
            int place = statements.BinarySearch(at);
            if (place < 0)
                statements.Insert(~place, at);
        }
    }

    private static bool Between(Dictionary<Var, List<int>> index, Var variable, int from, int to)
    {
        if (!index.TryGetValue(variable, out List<int>? statements))
            return false;
        int place = statements.BinarySearch(from + 1);
        place = place < 0 ? ~place : place;
        return place < statements.Count && statements[place] < to;
    }
}
