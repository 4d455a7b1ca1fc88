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

    /// <summary>Whether the compiler says the same: one error must not become another.</summary>
    private static bool IsAlike(Failure failure, Failure smaller) => !failure.Kind.StartsWith("compiler") || failure.Likeness == smaller.Likeness;

    private static Failure? Smaller(Failure failure)
    {
        foreach (FuzzProgram[] candidates in Candidates.Of(failure.Program).Chunk(AtOnce))
        {
            Failure? found = Batch.Run(candidates, new Tally(), failure.Kind).Where(f => f.Kind == failure.Kind && IsAlike(failure, f)).MinBy(f => f.Program.Size);
            if (found is not null)
                return found;
        }

        return null;
    }
}
