using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>What members rent they give back, also where they throw. Something must be listening: <see cref="Rents"/>.</summary>
internal static class RentCheck
{
    public static void Run(Subject subject, Point point)
    {
        var report = new Report($"{subject.Label} rented buffers at {point}");
        if (subject.HasRealResult)
            Count("_Grad", subject.Grad, subject.At(point), point, report);
        Count("_Vjp", subject.Vjp, subject.At(point), point, report);
        report.Assert();
    }

    private static void Count(string member, Call call, Frame frame, Point point, Report report)
    {
        int lost = Rents.Of(() =>
        {
            try
            {
                call(frame);
            }
            catch (Exception) when (point.Exception is not null)
            {
                // Whether it is the right one is another check's business.
            }
        });
        if (lost != 0)
            report.Add($"{member} rented {lost} buffers more than it returned");
    }
}
