using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>
/// <c>_Vjp</c> adds to what it is given: by-value derivatives accumulate; those of data the method writes hold the adjoint of its final
/// content on entry and of its initial content on return; an <c>out</c> parameter's holds the seed on entry and 0 on return.
/// </summary>
internal static class AccumulationCheck
{
    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} _Vjp at {point}");
        IReadOnlyList<Output> outputs = subject.OutputsAt(point);
        Accumulates(subject, point, outputs, report);
        ZeroSeedAddsNothing(subject, point, outputs, report);
        report.Assert();
    }

    private static void Accumulates(Subject subject, Point point, IReadOnlyList<Output> outputs, Report report)
    {
        var random = new Random(12345);
        Dictionary<Output, double> seeds = outputs.ToDictionary(o => o, _ => Draw(random));
        Frame frame = subject.At(point);
        IReadOnlyList<Entry> inputs = subject.InputsOf(frame);
        Dictionary<Entry, double> start = Start(subject, frame, outputs, random);
        foreach ((Output output, double seed) in seeds)
            output.Seed(frame, seed);
        Pollution.Run();
        subject.Vjp(frame);

        Dictionary<Entry, double> expected = Active(subject, frame).ToDictionary(e => e, e => start.GetValueOrDefault(e));
        Dictionary<Entry, double> size = expected.ToDictionary(e => e.Key, e => Math.Abs(e.Value));
        foreach ((Output output, double seed) in seeds)
        {
            double[] row = GeneratedEngine.Row(subject, point, output);
            for (int i = 0; i < row.Length; i++)
            {
                expected[inputs[i]] += seed * row[i];
                size[inputs[i]] = Math.Max(size[inputs[i]], Closeness.Size(row) * Math.Abs(seed));
            }
        }

        foreach (Entry entry in Active(subject, frame))
        {
            double actual = frame.Derivative(entry);
            bool right = entry.Role.Passing == Passing.Out
                ? actual == 0
                : Closeness.SameToRounding(subject, expected[entry], actual, Math.Max(1, size[entry]));
            if (!right)
                report.Add($"the derivative by {frame.Name(entry)}{From(seeds, start, entry)}", expected[entry], actual);
        }
    }

    // Where the final content is differentiated, the buffer holds the seed on entry; elsewhere anything, to be added to.
    private static Dictionary<Entry, double> Start(Subject subject, Frame frame, IReadOnlyList<Output> outputs, Random random)
    {
        Dictionary<Entry, double> start = Active(subject, frame)
            .Where(e => !outputs.Any(o => o.Index == e.Role.Index))
            .ToDictionary(e => e, _ => Draw(random));
        foreach ((Entry entry, double value) in start)
            frame.SetDerivative(entry, value);
        return start;
    }

    // An adjoint of exactly zero contributes exactly zero, even where a partial is infinite. Where a product already has an
    // infinite factor, the value is no number either, and nothing is promised.
    private static void ZeroSeedAddsNothing(Subject subject, Point point, IReadOnlyList<Output> outputs, Report report)
    {
        Frame frame = subject.At(point);
        if (!double.IsFinite(subject.Original(frame)))
            return;
        Dictionary<Entry, double> start = Start(subject, frame, outputs, new Random(54321));
        subject.Vjp(frame);
        foreach (Entry entry in Active(subject, frame))
        {
            double expected = start.GetValueOrDefault(entry);
            if (frame.Derivative(entry) != expected)
                report.Add($"the derivative by {frame.Name(entry)}, seeds zero", expected, frame.Derivative(entry));
        }
    }

    private static IEnumerable<Entry> Active(Subject subject, Frame frame) =>
        subject.Roles.Where(r => r.IsActive).SelectMany(r => Subject.EntriesOf(frame, r));

    private static string From(Dictionary<Output, double> seeds, Dictionary<Entry, double> start, Entry entry)
    {
        string from = start.TryGetValue(entry, out double value) ? FormattableString.Invariant($" from {value}") : "";
        return FormattableString.Invariant($"{from}, seeds {string.Join(", ", seeds.Select(s => $"{s.Value} for {s.Key.Name}"))}");
    }

    // Halves and quarters: exact in float. Never zero.
    private static double Draw(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 16) / 4.0;
}
