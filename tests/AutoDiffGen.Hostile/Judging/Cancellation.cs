using System.Diagnostics;
using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Hosting;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Hostile.Judging;

/// <summary>How long the generator goes on after it has been cancelled in the middle of a long run.</summary>
internal static class Cancellation
{
    /// <summary>Long methods that keep each of the parts of the generator busy.</summary>
    public static readonly string[] Inputs = ["3,000 statements", "500 loops", "700 stores in a loop", "a chain of 200 helpers", "500 overloads"];

    /// <summary>Cancels after some share of the time that a whole run takes.</summary>
    /// <returns>From the call of <c>Cancel</c> until the generator is back; null where it was done before.</returns>
    public static TimeSpan? Measure(string input, TimeSpan after)
    {
        Compilation compilation = Host.Compile(Sizes.All.Single(i => i.Name == input).Sources);

        // What binding takes is the compiler's.
        compilation.GetDiagnostics();
        using var source = new CancellationTokenSource();
        long back = 0;
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

            back = Stopwatch.GetTimestamp();
        });
        thread.Start();
        thread.Join(after);
        long cancelled = Stopwatch.GetTimestamp();
        source.Cancel();
        thread.Join();
        return isCancelled ? Stopwatch.GetElapsedTime(cancelled, back) : null;
    }
}
