using System.Diagnostics;

namespace AutoDiffGen.Benchmarks.Runtime;

/// <summary>
/// Times several actions in turns, so that what disturbs the machine disturbs all of them, and takes for each what one run in ten is
/// quicker than: on a machine with other work the median is that work's.
/// </summary>
internal static class Interleaved
{
    private const int Rounds = 31;
    private const double RoundSeconds = 0.01;

    /// <summary>The seconds that each action takes.</summary>
    public static double[] Measure(params Action[] actions)
    {
        int[] repetitions = [.. actions.Select(Calibrate)];
        var times = new double[actions.Length][];
        for (int i = 0; i < actions.Length; i++) times[i] = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < actions.Length; i++) times[i][round] = Time(actions[i], repetitions[i]) / repetitions[i];
        }

        foreach (double[] all in times) Array.Sort(all);
        return [.. times.Select(all => all[Rounds / 10])];
    }

    // Long enough for tiered compilation to have settled, too.
    private static int Calibrate(Action action)
    {
        var warmup = Stopwatch.StartNew();
        int runs = 0;
        while (warmup.Elapsed.TotalSeconds < 0.4 || runs < 5)
        {
            action();
            runs++;
        }

        return Math.Max(1, (int)(RoundSeconds / (warmup.Elapsed.TotalSeconds / runs)));
    }

    private static double Time(Action action, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++) action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
