using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>Every member returns the method's own value to the last bit, and leaves data passed by reference as the method leaves it.</summary>
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
            CompareResult("_Grad", value, subject.Grad(grad), report);
            CompareAfter(subject, "_Grad", expected.After, grad.After, report);
        }

        Frame vjp = subject.At(point);
        vjp.Seed = 1;
        subject.Vjp(vjp);
        CompareAfter(subject, "_Vjp", expected.After, vjp.After, report);
        report.Assert();
    }

    /// <summary>The same for the lifted method, which the optimiser does not reach.</summary>
    public static void RunLifted(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} lifted value at {point}");
        Frame expected = subject.At(point);
        double value = subject.Original(expected);
        LiftedEngine.Content lifted = LiftedEngine.Run(subject, point);
        CompareResult("_Lifted", value, lifted.Result, report);
        CompareAfter(subject, "_Lifted", expected.After, lifted.After, report);
        report.Assert();
    }

    private static void CompareResult(string member, double expected, double actual, Report report)
    {
        if (!Closeness.SameBits(expected, actual))
            report.Add($"the value of {member}", expected, actual);
    }

    private static void CompareAfter(Subject subject, string member, double[] expected, double[] actual, Report report)
    {
        foreach (Role role in subject.Roles.Where(r => r.IsByRef))
        {
            if (!Closeness.SameBits(expected[role.Index], actual[role.Index]))
                report.Add($"what {member} leaves in {role.Name}", expected[role.Index], actual[role.Index]);
        }
    }
}
