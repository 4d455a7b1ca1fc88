using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>Derivatives against differences where the method is smooth, and against the gradient the case gives where it is not.</summary>
internal static class DerivativeCheck
{
    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} derivatives at {point}");
        Frame frame = subject.At(point);
        string[] inputs = [.. subject.InputsOf(frame).Select(frame.Name)];
        foreach (Output output in subject.OutputsAt(point))
        {
            if (point.Gradient is not null && !output.IsResult)
                continue;
            Func<int, double, string?> judge = point.Gradient is null ? ByDifferences(subject, point, output) : ByGiven(subject, point, inputs.Length);
            if (output.IsResult && subject.HasRealResult)
                Judge(inputs, "_Grad", output, GeneratedEngine.Gradient(subject, point), judge, report);
            Judge(inputs, "_Vjp", output, GeneratedEngine.Row(subject, point, output), judge, report);
        }

        report.Assert();
    }

    private static void Judge(string[] inputs, string member, Output output, double[] row, Func<int, double, string?> judge, Report report)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (judge(i, row[i]) is { } complaint)
                report.Add($"{member}, {output.Name} by {inputs[i]}: {complaint}");
        }
    }

    private static Func<int, double, string?> ByDifferences(Subject subject, Point point, Output output)
    {
        Ridders.Estimate[] expected = DifferenceEngine.Row(subject, point, output);
        double scale = Closeness.Size(expected.Select(e => e.Derivative));
        return (i, actual) => DifferenceTolerance.Judge(subject, expected[i], actual, scale);
    }

    private static Func<int, double, string?> ByGiven(Subject subject, Point point, int inputs)
    {
        double[] given = point.Gradient!;
        if (given.Length != inputs)
            return (_, _) => $"the case gives a gradient of {given.Length} entries for {inputs} inputs";
        return (i, actual) =>
        {
            double tolerance = subject.IsSingle ? Math.Max(point.Tolerance, 1e-6) : point.Tolerance;
            bool right = given[i] == actual || (double.IsFinite(given[i]) && Math.Abs(actual - given[i]) <= tolerance * Math.Abs(given[i]));
            return right ? null : FormattableString.Invariant($"expected {given[i]:R} (given), actual {actual:R}");
        };
    }
}
