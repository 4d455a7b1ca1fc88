namespace AutoDiffGen.Fuzz.Running;

/// <summary>How often what happened: nothing is left out without being counted.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public int this[string what] => counts.GetValueOrDefault(what);

    public void Add(string what) => counts[what] = this[what] + 1;

    public void Add(Tally other)
    {
        foreach ((string what, int count) in other.counts)
            counts[what] = this[what] + count;
    }

    public override string ToString() => string.Join("\n", counts.Select(c => $"{c.Value,9}  {c.Key}"));
}
