using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>A warmed-up call allocates nothing.</summary>
internal static class AllocationCheck
{
    private const int Calls = 50;
    private const int Attempts = 4;

    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} allocation at {point}");
        if (subject.HasRealResult)
            Measure("_Grad", subject.Grad, subject.At(point), report);
        Measure("_Vjp", subject.Vjp, subject.At(point), report);
        report.Assert();
    }

    private static void Measure(string member, Call call, Frame frame, Report report)
    {
        frame.Seed = 1;
        call(frame);

        // What allocates does so in every attempt; what the runtime allocates on this thread while it warms up, in one.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
                call(frame);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        if (least > 0)
            report.Add($"{member} allocated {least} bytes in {Calls} calls");
    }
}
