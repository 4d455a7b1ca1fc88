using System.Globalization;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Judging;

/// <summary>
/// <c>_Vjp</c> with all seeds at once is the seeds times the rows: by-value derivatives are added to, a <c>ref</c> parameter's goes from
/// its final content to its initial one, an <c>out</c> parameter's is spent.
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
        Compare(subject, point, rows, Draw(random), [.. subject.Roles.Select(r => r.IsActive ? Draw(random) : 0)], tally);
        Compare(subject, point, rows, 0, [.. subject.Roles.Select(r => r.IsActive && !r.IsOutput ? Draw(random) : 0)], tally);
    }

    private static void Compare(Subject subject, Point point, List<(Output Output, double[] Row)> rows, double seed, double[] start, Tally tally)
    {
        Frame frame = subject.At(point);
        frame.Seed = seed;
        start.CopyTo(frame.Derivatives, 0);
        subject.Vjp(frame);

        double[] expected = [.. subject.Roles.Select(r => r.IsOutput ? 0 : start[r.Index])];
        double[] size = [.. start.Select(Math.Abs)];
        foreach ((Output output, double[] row) in rows)
        {
            double weight = output.IsResult ? seed : start[output.Index];
            for (int i = 0; i < row.Length; i++)
            {
                int index = subject.Inputs[i].Index;
                expected[index] += weight * row[i];
                size[index] += Math.Abs(weight) * Math.Max(1, Math.Abs(row[i]));
            }
        }

        foreach (Role role in subject.Roles.Where(r => r.IsActive))
        {
            tally.Add("seeded derivatives compared");
            double actual = frame.Derivatives[role.Index];
            switch (Nearnesses.Of(expected[role.Index], actual, size[role.Index], subject.IsSingle))
            {
                case Nearness.Doubtful:
                    tally.Add("skipped, seeds: ill-conditioned");
                    break;
                case Nearness.NotFinite or Nearness.Different:
                    throw new BrokenException("seeds, " + subject.Label, string.Create(CultureInfo.InvariantCulture,
                        $"{subject.Label} _Vjp at {point}, seed {seed:R}: the derivative by {role.Name} from {start[role.Index]:R}: expected {expected[role.Index]:R}, actual {actual:R}"));
            }
        }
    }

    // Halves and quarters: exact in float. Never zero.
    private static double Draw(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 16) / 4.0;
}
