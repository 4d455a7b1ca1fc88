using System.Diagnostics;
using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Hosting;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Hostile.Judging;

/// <summary>How long the generator goes on after it has been cancelled in the middle of a long run.</summary>
internal static class Cancellation
{
    /// <summary>Long methods that keep each of the parts of the generator busy.</summary>
    public static readonly string[] Inputs =
        ["3,000 statements", "500 loops", "700 stores in a loop", "300 arrays", "1,000 parameters", "a chain of 200 helpers", "500 overloads", "value: 3,000 conditions", "240 loops"];

    /// <summary>From the call of <c>Cancel</c> until the generator is back.</summary>
    /// <param name="Clock">By the clock.</param>
    /// <param name="Processor">The processor time of the process in between.</param>
    public sealed record Delay(TimeSpan Clock, TimeSpan Processor)
    {
        /// <summary>What it would be if nothing else ran on the machine, or a little more.</summary>
        public TimeSpan Own => Clock < Processor ? Clock : Processor;
    }

    /// <summary>Cancels runs at so many points of the time that a whole one takes; those that were done before are left out.</summary>
    /// <returns>The shortest first.</returns>
    public static IReadOnlyList<Delay> Measure(string input, int attempts)
    {
        Compilation compilation = Host.Compile(Sizes.All.Single(i => i.Name == input).Sources);

        // What binding takes is the compiler's.
        compilation.GetDiagnostics();
        Host.Driver().RunGenerators(compilation);
        long start = Stopwatch.GetTimestamp();
        Host.Driver().RunGenerators(compilation);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        return [.. Enumerable.Range(0, attempts).Select(i => Once(compilation, whole * ((i + 0.5) / attempts))).OfType<Delay>().OrderBy(d => d.Own)];
    }

    private static Delay? Once(Compilation compilation, TimeSpan after)
    {
        using var source = new CancellationTokenSource();
        long back = 0;
        TimeSpan used = default;
        bool isCancelled = false;
        var thread = new Thread(() =>
        {
            try
            {
                Host.Driver().RunGenerators(compilation, source.Token);
            }
            catch (OperationCanceledException)
            {
                isCancelled = true;
            }

            (back, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        });
        thread.Start();
        thread.Join(after);
        (long cancelled, TimeSpan before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        source.Cancel();
        thread.Join();
        return isCancelled ? new Delay(Stopwatch.GetElapsedTime(cancelled, back), used - before) : null;
    }
}
