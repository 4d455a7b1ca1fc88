using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>Every member returns the method's own value to the last bit, and leaves arrays and data passed by reference as the method leaves them.</summary>
internal static class ValueCheck
{
    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} value at {point}");
        Frame expected = subject.At(point);
        double value = subject.Original(expected);

        if (subject.HasRealResult)
        {
            Frame grad = subject.At(point);
            Pollution.Run();
            CompareResult("_Grad", value, subject.Grad(grad), report);
            Content.Compare(subject, "_Grad", expected, grad, report);
        }

        Frame vjp = subject.At(point);
        vjp.Seed = 1;
        Pollution.Run();
        subject.Vjp(vjp);
        Content.Compare(subject, "_Vjp", expected, vjp, report);
        report.Assert();
    }

    /// <summary>The same for the lifted method, which the optimiser does not reach.</summary>
    public static void RunLifted(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} lifted value at {point}");
        Frame expected = subject.At(point);
        double value = subject.Original(expected);
        double[] entries = [.. expected.Result is { } array ? new Block(array).Entries : subject.HasRealResult ? [value] : []];
        double[] result = LiftedEngine.Run(subject, point, out Frame lifted);
        for (int i = 0; i < Math.Max(entries.Length, result.Length); i++)
            CompareResult("_Lifted", entries.ElementAtOrDefault(i), result.ElementAtOrDefault(i), report);
        if (entries.Length != result.Length)
            report.Add("the length of the value of _Lifted", entries.Length, result.Length);
        Content.Compare(subject, "_Lifted", expected, lifted, report);
        report.Assert();
    }

    private static void CompareResult(string member, double expected, double actual, Report report)
    {
        if (!Closeness.SameBits(expected, actual))
            report.Add($"the value of {member}", expected, actual);
    }
}
