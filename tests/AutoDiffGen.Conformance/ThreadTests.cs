using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Conformance.Faults;
using Xunit;
using Xunit.Abstractions;

namespace AutoDiffGen.Conformance;

/// <summary>Derivatives share nothing between threads, and nothing is left over from a call that throws half-way.</summary>
[Collection(nameof(RentTests))]
public sealed class ThreadTests(ITestOutputHelper output) : IDisposable
{
    private readonly Rents listener = new();

    public void Dispose() => listener.Dispose();

    /// <summary>Longer with <c>AUTODIFFGEN_STORM_SECONDS</c>.</summary>
    [Fact]
    public void All_methods_at_once_from_many_threads()
    {
        double seconds = double.TryParse(Environment.GetEnvironmentVariable("AUTODIFFGEN_STORM_SECONDS"), out double given) ? given : 5;
        int seed = Environment.TickCount;
        var storm = new Storm();
        foreach (Case @case in Catalog.Cases)
        {
            foreach (Point point in @case.Points.Take(2).Concat(@case.Throwing.Take(3)))
                storm.Add(@case.Optimized, point, Fault.None);
            Point? first = @case.Points.Concat(@case.Throwing).FirstOrDefault();
            Fault[] faults = first is null ? [] : [.. Fault.Of(@case.Optimized, first)];
            // What throws half-way above all: arrays that are too short.
            foreach (Fault fault in faults.Where(f => f.Name.Contains("fewer", StringComparison.Ordinal) || f.Name.Contains("shorter", StringComparison.Ordinal)).Take(2).Concat(faults.Where((_, i) => i % 5 == 0).Take(2)))
                storm.Add(@case.Optimized, first!, fault);
        }

        IReadOnlyList<string> failures = storm.Run(threads: 8, TimeSpan.FromSeconds(seconds), seed);
        output.WriteLine($"{storm.Calls} calls of {storm.Kinds} kinds, of which {storm.Thrown} threw; seed {seed}");
        Assert.True(failures.Count == 0, $"seed {seed}\n{string.Join("\n", failures.Take(10))}");
        Assert.True(storm.Kinds > 1000 && storm.Thrown > 0);
    }

    [Fact]
    public void State_that_is_shared_is_seen()
    {
        var storm = new Storm();
        var subject = new Subject(typeof(Specimens.SharesItsScratch).GetMethod(nameof(Specimens.SharesItsScratch.Root))!, "specimen");
        foreach (string numbers in new[] { "[1, 4, 9]", "[2, 5, 8]", "[3, 3, 3]" })
            storm.Add(subject, new Point([numbers], null, 0, null), Fault.None);
        Assert.True(storm.Kinds >= 4, $"{storm.Kinds} kinds");
        Assert.NotEmpty(storm.Run(threads: 4, TimeSpan.FromSeconds(20), seed: 1));
    }
}
