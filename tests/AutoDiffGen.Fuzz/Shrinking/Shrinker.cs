using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Shrinking;

/// <summary>Makes a failing program small: of what is one step smaller, the smallest that fails in the same way, again and again.</summary>
internal static class Shrinker
{
    private const int AtOnce = 60;

    public static Failure Run(Failure failure, TimeSpan limit)
    {
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        while (System.Diagnostics.Stopwatch.GetElapsedTime(start) < limit && Smaller(failure) is { } smaller)
            failure = smaller;
        return failure;
    }

    private static Failure? Smaller(Failure failure)
    {
        foreach (FuzzProgram[] candidates in Candidates.Of(failure.Program).Chunk(AtOnce))
        {
            Failure? found = Batch.Run(candidates, new Tally()).Where(f => f.Kind == failure.Kind).MinBy(f => f.Program.Size);
            if (found is not null)
                return found;
        }

        return null;
    }
}
