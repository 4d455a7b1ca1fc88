using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Faults;

/// <summary>Derivatives of all methods called from many threads at once, in any order, where they return and where they throw.</summary>
/// <remarks>What each call gives was found out before, alone: it must give the same bits, or throw the same.</remarks>
internal sealed class Storm
{
    private readonly List<Work> work = [];
    private int thrown;
    private long calls;

    /// <summary>The calls made.</summary>
    public long Calls => calls;

    /// <summary>Those that threw.</summary>
    public int Thrown => thrown;

    /// <summary>The kinds of calls.</summary>
    public int Kinds => work.Count;

    public void Add(Subject subject, Point point, Fault fault)
    {
        if (Ending.OfOriginal(subject, FaultCheck.Frame(subject, point, fault)) is null)
            return;
        if (subject.HasRealResult)
            work.Add(new Work(subject, point, fault, subject.Grad, "_Grad"));
        work.Add(new Work(subject, point, fault, subject.Vjp, "_Vjp"));
    }

    /// <summary>Calls from so many threads for so long.</summary>
    /// <returns>What went wrong.</returns>
    public IReadOnlyList<string> Run(int threads, TimeSpan time, int seed)
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var together = new Barrier(threads);
        long end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        Thread[] all = [.. Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var random = new Random(unchecked((seed * 31) + number));
            together.SignalAndWait();
            int lost = Rents.Of(() =>
            {
                while (Environment.TickCount64 < end && failures.IsEmpty)
                {
                    // One and the same often enough, from all threads.
                    Work next = work[random.Next(4) == 0 ? (int)(Environment.TickCount64 / 50 % work.Count) : random.Next(work.Count)];
                    for (int i = 0; i < 5; i++)
                        Do(next);
                }
            });
            if (lost != 0)
                failures.Add($"A thread rented {lost} buffers more than it returned.");
        }))];
        foreach (Thread thread in all)
            thread.Start();
        foreach (Thread thread in all)
            thread.Join();

        // And once more, alone.
        foreach (Work one in work)
            Do(one);
        return [.. failures];

        void Do(Work one)
        {
            Interlocked.Increment(ref calls);
            Outcome outcome = one.Run();
            if (outcome.Exception is not null)
                Interlocked.Increment(ref thrown);
            if (!outcome.IsSame(one.Expected))
                failures.Add($"{one.Subject.Label} {one.Member} at {one.Point}, {one.Fault.Name}: {one.Expected} before, {outcome} now");
        }
    }

    private sealed class Work
    {
        private readonly Call call;

        public Work(Subject subject, Point point, Fault fault, Call call, string member)
        {
            (Subject, Point, Fault, Member, this.call) = (subject, point, fault, member, call);
            Expected = Run();
        }

        public Subject Subject { get; }

        public Point Point { get; }

        public Fault Fault { get; }

        public string Member { get; }

        public Outcome Expected { get; }

        public Outcome Run()
        {
            Frame frame = FaultCheck.Frame(Subject, Point, Fault);
            Output.Result.Seed(frame, 1);
            Ending ending = Ending.Of(call, frame);
            return new Outcome(ending.Exception, [ending.Value, .. frame.Derivatives, .. frame.After, .. Entries(frame.Blocks), .. Entries(frame.DerivativeBlocks)]);
        }

        private static IEnumerable<double> Entries(Block?[] blocks) => blocks.OfType<Block>().SelectMany(b => b.Storage is Array[] rows && rows.Any(r => r is null) ? [] : b.Entries);
    }

    private sealed record Outcome(Exception? Exception, double[] Numbers)
    {
        public bool IsSame(Outcome other) => Exception?.GetType() == other.Exception?.GetType() && Exception?.Message == other.Exception?.Message
            && Numbers.Length == other.Numbers.Length && Numbers.Zip(other.Numbers).All(p => Closeness.SameBits(p.First, p.Second));

        public override string ToString() => $"{Exception?.Message ?? "no exception"} [{string.Join(", ", Numbers)}]";
    }
}
