using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>The statements of a block that have to do with each variable, by their indices in order.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<Var, List<int>> _statements = [];

    public void Add(Var variable, int at)
    {
        if (!_statements.TryGetValue(variable, out List<int>? statements))
            _statements[variable] = statements = [];
        int place = statements.BinarySearch(at);
        if (place < 0)
            statements.Insert(~place, at);
    }

    public void Add(IEnumerable<Var> variables, int at)
    {
        foreach (Var variable in variables)
            Add(variable, at);
    }

    /// <summary>The first from the index on; null where there is none.</summary>
    public int? First(Var variable, int from)
    {
        if (!_statements.TryGetValue(variable, out List<int>? statements))
            return null;
        int place = statements.BinarySearch(from);
        place = place < 0 ? ~place : place;
        return place < statements.Count ? statements[place] : null;
    }

    /// <summary>Whether there is one between the two.</summary>
    public bool Between(Var variable, int from, int to) => First(variable, from + 1) < to;
}
