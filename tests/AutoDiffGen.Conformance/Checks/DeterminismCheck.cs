using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>The same inputs give the same bits, whatever was called in between.</summary>
internal static class DeterminismCheck
{
    public static void Run(Subject subject, Point point, IEnumerable<Point> others)
    {
        var report = new Report($"{subject.Label} called twice at {point}");
        double[][] first = Everything(subject, point);
        foreach (Point other in others)
            Everything(subject, other);
        double[][] second = Everything(subject, point);
        for (int i = 0; i < first.Length; i++)
        {
            for (int j = 0; j < first[i].Length; j++)
            {
                if (!Closeness.SameBits(first[i][j], second[i][j]))
                    report.Add($"{(i == 0 ? "_Grad" : "_Vjp")}, entry {j}", first[i][j], second[i][j]);
            }
        }

        report.Assert();
    }

    private static double[][] Everything(Subject subject, Point point)
    {
        Frame grad = subject.At(point);
        double value = subject.HasRealResult ? subject.Grad(grad) : 0;
        Frame vjp = subject.At(point);
        vjp.Seed = 1;
        Array.Fill(vjp.Derivatives, 0.5);
        subject.Vjp(vjp);
        return [[value, .. grad.Derivatives, .. grad.After], [.. vjp.Derivatives, .. vjp.After]];
    }
}
