using System.Globalization;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Judging;

/// <summary>
/// <c>_Vjp</c> with all seeds at once is the seeds times the rows: by-value derivatives are added to, those of data the method writes go
/// from its final content to its initial one, an <c>out</c> parameter's is spent.
/// </summary>
internal static class Seeds
{
    public static void Check(Subject subject, Point point, List<(Output Output, double[] Row)> rows, Tally tally)
    {
        if (rows.Any(r => r.Row.Any(d => !double.IsFinite(d))))
        {
            tally.Add("skipped, seeds: derivatives not finite");
            return;
        }

        var random = new Random(12345);
        Compare(subject, point, rows, [.. rows.Select(_ => Draw(random))], random, tally);
        Compare(subject, point, rows, [.. rows.Select(_ => 0.0)], random, tally);
    }

    private static void Compare(Subject subject, Point point, List<(Output Output, double[] Row)> rows, double[] seeds, Random random, Tally tally)
    {
        Frame frame = subject.At(point);
        IReadOnlyList<Entry> inputs = subject.InputsOf(frame);
        Entry[] active = [.. subject.Roles.Where(r => r.IsActive).SelectMany(r => Subject.EntriesOf(frame, r))];

        // Where the final content is differentiated, the derivative holds the seed on entry; elsewhere anything, to be added to.
        Dictionary<Entry, double> start = active
            .Where(e => !rows.Any(r => r.Output.Index == e.Role.Index))
            .ToDictionary(e => e, _ => Draw(random));
        foreach ((Entry entry, double value) in start)
            frame.SetDerivative(entry, value);
        for (int i = 0; i < rows.Count; i++)
            rows[i].Output.Seed(frame, seeds[i]);
        Pollution.Run();
        subject.Vjp(frame);

        Dictionary<Entry, double> expected = active.ToDictionary(e => e, e => start.GetValueOrDefault(e));
        Dictionary<Entry, double> size = expected.ToDictionary(e => e.Key, e => Math.Abs(e.Value));
        for (int i = 0; i < rows.Count; i++)
        {
            // A small derivative may be the difference of large ones.
            double largest = rows[i].Row.Select(Math.Abs).Append(1).Max();
            for (int j = 0; j < inputs.Count; j++)
            {
                expected[inputs[j]] += seeds[i] * rows[i].Row[j];
                size[inputs[j]] += Math.Abs(seeds[i]) * largest;
            }
        }

        foreach (Entry entry in active)
        {
            tally.Add("seeded derivatives compared");
            double actual = frame.Derivative(entry);
            switch (Nearnesses.Of(expected[entry], actual, size[entry], subject.IsSingle))
            {
                case Nearness.Doubtful:
                    tally.Add("skipped, seeds: ill-conditioned");
                    break;
                case Nearness.NotFinite or Nearness.Different:
                    string given = string.Join(", ", rows.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{seeds[i]:R} for {r.Output.Name}")));
                    throw new BrokenException("seeds, " + subject.Label, string.Create(CultureInfo.InvariantCulture,
                        $"{subject.Label} _Vjp at {point}, seeds {given}: the derivative by {frame.Name(entry)} from {start.GetValueOrDefault(entry):R}: expected {expected[entry]:R}, actual {actual:R}"));
            }
        }
    }

    // Halves and quarters: exact in float. Never zero.
    private static double Draw(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 16) / 4.0;
}
