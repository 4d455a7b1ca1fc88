using CsCheck;

namespace AutoDiffGen.Fuzz.Generation;

/// <summary>Random choices.</summary>
internal sealed class Dice(PCG pcg)
{
    public int Next(int count) => (int)pcg.Next((uint)count);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    /// <summary>Picks by weight.</summary>
    public T Weighed<T>(params ReadOnlySpan<(int Weight, T Choice)> choices)
    {
        int total = 0;
        foreach ((int weight, _) in choices)
            total += weight;
        int at = Next(total);
        foreach ((int weight, T choice) in choices)
        {
            if ((at -= weight) < 0)
                return choice;
        }

        throw new InvalidOperationException();
    }

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        List<T> list = [.. items];
        for (int i = list.Count - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
