using AutoDiffGen.Hostile.Inputs;

namespace AutoDiffGen.Hostile.Judging;

/// <summary>Many inputs of one seed, and what became of them.</summary>
internal sealed class Session(int seed)
{
    private readonly Mutator mutator = new(seed);
    private readonly Dictionary<Outcome, int> outcomes = [];
    private TimeSpan longest;
    private string slowest = "";

    public List<(Input Input, Verdict Verdict)> Failures { get; } = [];

    public int Count(Outcome outcome) => outcomes.GetValueOrDefault(outcome);

    public void Run(int number)
    {
        Input input = mutator.Input(number);
        Verdict verdict = Judge.Of(input);
        outcomes[verdict.Outcome] = Count(verdict.Outcome) + 1;
        if (verdict.Time > longest)
            (longest, slowest) = (verdict.Time, input.Name);
        if (verdict.Failures.Count > 0)
            Failures.Add((input, verdict));
    }

    public override string ToString() =>
        string.Join(", ", outcomes.OrderBy(o => o.Key).Select(o => $"{o.Value} {o.Key.ToString().ToLowerInvariant()}")) + $"; longest {longest.TotalMilliseconds:F0} ms ({slowest})";
}
