using AutoDiffGen.Hostile.Judging;
using Xunit.Abstractions;

namespace AutoDiffGen.Hostile;

/// <summary>Spoilt methods of the corpus: the same every time, and new ones. More are run from the command line.</summary>
public class SpoiltTests(ITestOutputHelper output)
{
    [Fact]
    public void The_same_inputs_as_always()
    {
        Session session = Run(seed: 1, inputs: 100, TimeSpan.FromMinutes(10));

        // What never compiles tests little.
        Assert.True(session.Count(Outcome.Accepted) >= 10, session.ToString());
    }

    [Fact]
    public void Inputs_that_nobody_has_seen() => Run(Random.Shared.Next(1, 1 << 20), inputs: 150, TimeSpan.FromSeconds(8));

    private Session Run(int seed, int inputs, TimeSpan limit)
    {
        var session = new Session(seed);
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int i = 0; i < inputs && System.Diagnostics.Stopwatch.GetElapsedTime(start) < limit; i++)
            session.Run(i);
        output.WriteLine($"seed {seed}: {session}");
        if (session.Failures is [var (input, verdict), ..])
            Assert.Fail($"{input}\n{string.Join("\n", verdict.Failures)}\n{string.Join("\n", input.Sources)}");
        return session;
    }
}
