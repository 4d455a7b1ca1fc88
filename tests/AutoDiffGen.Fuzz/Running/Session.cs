using System.Collections.Concurrent;
using AutoDiffGen.Fuzz.Generation;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Shrinking;
using CsCheck;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>Runs many programs, batch by batch.</summary>
/// <param name="seed">Where the random numbers start, as printed by an earlier session; null for a fresh start.</param>
internal sealed class Session(string? seed)
{
    private const int BatchSize = 50;

    private readonly PCG pcg = seed is null ? new PCG((uint)Random.Shared.Next(1, 1 << 20)) : PCG.Parse(seed);

    public Tally Tally { get; } = new();

    public List<Failure> Failures { get; } = [];

    public string Seed { get; private set; } = "";

    /// <summary>Runs programs until there are so many, or so much time has passed, or so many have failed.</summary>
    /// <param name="workers">How many batches run at once; which programs there are does not depend on it.</param>
    /// <param name="always">The pass that every batch leaves out; null for one here and another there.</param>
    public void Run(int programs, TimeSpan limit, int failures = 1, int workers = 1, string? always = null)
    {
        Seed = pcg.ToString();
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        var batches = Partitioner.Create(Batches(programs, always), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = workers }, (batch, state) =>
        {
            var tally = new Tally();
            tally.Add(batch[0].Without is { Length: > 0 } without ? "batches without " + without : "batches with all passes");
            List<Failure> found = Batch.Run(batch, tally);
            lock (Failures)
            {
                Tally.Add(tally);
                Failures.AddRange(found);
                if (Failures.Count >= failures || System.Diagnostics.Stopwatch.GetElapsedTime(start) >= limit)
                    state.Stop();
            }
        });
    }

    private IEnumerable<FuzzProgram[]> Batches(int programs, string? always)
    {
        var generator = new Programs();
        for (int done = 0; done < programs; done += BatchSize)
        {
            // Every other batch with all passes, the others with one of them left out.
            var dice = new Dice(pcg);
            string without = dice.Chance(50) ? "" : dice.Pick([.. Generator.Plan.All]);
            yield return [.. Enumerable.Range(0, Math.Min(BatchSize, programs - done)).Select(_ => generator.Generate(pcg, null, out Size _) with { Without = always ?? without })];
        }
    }

    /// <summary>The programs that <see cref="Run"/> would run.</summary>
    public IEnumerable<FuzzProgram> Drawn(int programs) => Batches(programs, null).SelectMany(b => b);

    /// <summary>Runs one program, of the seed that its report names.</summary>
    public void RunOne(string program, string without)
    {
        Seed = program;
        Failures.AddRange(Batch.Run([new Programs().Generate(PCG.Parse(program), null, out Size _) with { Without = without }], Tally));
    }

    /// <summary>What to say of a failure, once it is small.</summary>
    public static string Report(Failure failure, TimeSpan limit)
    {
        Failure small = Shrinker.Run(failure, limit);
        return $"{small.Kind}{(small.Program.Without.Length > 0 ? ", without " + small.Program.Without : "")}\n{small.Message}\n\n{CorpusCase.Of(small.Program)}\n{small.Generated}\nfrom the program of seed {failure.Program.Seed}";
    }
}
