using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>
/// <c>_Vjp</c> adds to what it is given: by-value derivatives accumulate; a <c>ref</c> parameter's holds the adjoint of its final
/// content on entry and of its initial content on return; an <c>out</c> parameter's holds the seed on entry and 0 on return.
/// </summary>
internal static class AccumulationCheck
{
    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} _Vjp at {point}");
        var random = new Random(12345);
        double seed = Draw(random);
        double[] start = [.. subject.Roles.Select(r => r.IsActive ? Draw(random) : 0)];
        Accumulates(subject, point, seed, start, report);
        ZeroSeedAddsNothing(subject, point, start, report);
        report.Assert();
    }

    private static void Accumulates(Subject subject, Point point, double seed, double[] start, Report report)
    {
        Frame frame = subject.At(point);
        frame.Seed = seed;
        start.CopyTo(frame.Derivatives, 0);
        subject.Vjp(frame);

        double[] expected = new double[start.Length];
        double[] size = new double[start.Length];
        foreach (Role input in subject.Inputs.Where(r => !r.IsOutput))
            expected[input.Index] = start[input.Index];
        foreach (Output output in subject.Outputs)
        {
            double weight = output.IsResult ? seed : start[output.Index];
            double[] row = GeneratedEngine.Row(subject, point, output);
            for (int i = 0; i < row.Length; i++)
            {
                int index = subject.Inputs[i].Index;
                expected[index] += weight * row[i];
                size[index] += Math.Abs(weight * row[i]);
            }
        }

        foreach (Role role in subject.Roles.Where(r => r.IsActive))
        {
            double actual = frame.Derivatives[role.Index];
            bool right = role.Passing == Passing.Out
                ? actual == 0
                : Closeness.SameToRounding(subject, expected[role.Index], actual, Closeness.Size([size[role.Index], start[role.Index]]));
            if (!right)
                report.Add($"the derivative by {role.Name} from {start[role.Index]}, seed {seed}", expected[role.Index], actual);
        }
    }

    // An adjoint of exactly zero contributes exactly zero, even where a partial is infinite. Where a product already has an
    // infinite factor, the value is no number either, and nothing is promised.
    private static void ZeroSeedAddsNothing(Subject subject, Point point, double[] start, Report report)
    {
        Frame frame = subject.At(point);
        if (!double.IsFinite(subject.Original(frame)))
            return;
        foreach (Role role in subject.Roles.Where(r => !r.IsOutput))
            frame.Derivatives[role.Index] = start[role.Index];
        subject.Vjp(frame);
        foreach (Role role in subject.Roles.Where(r => r.IsActive))
        {
            double expected = role.IsOutput ? 0 : start[role.Index];
            if (frame.Derivatives[role.Index] != expected)
                report.Add($"the derivative by {role.Name}, seeds zero", expected, frame.Derivatives[role.Index]);
        }
    }

    // Halves and quarters: exact in float. Never zero.
    private static double Draw(Random random) => (random.Next(2) == 0 ? -1 : 1) * random.Next(1, 16) / 4.0;
}
