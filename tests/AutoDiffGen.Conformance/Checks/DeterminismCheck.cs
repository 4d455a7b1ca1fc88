using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>The same inputs give the same bits, whatever was called in between, and whatever memory held before.</summary>
internal static class DeterminismCheck
{
    public static void Run(Subject subject, Point point, IEnumerable<Point> others)
    {
        var report = new Report($"{subject.Label} called twice at {point}");
        double[][] first = Everything(subject, point);
        foreach (Point other in others)
            Everything(subject, other);
        Pollution.Run();
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
        vjp.FillDerivatives(0.5);
        Output.Result.Seed(vjp, 1);
        subject.Vjp(vjp);
        return [[value, .. Numbers(grad)], [.. Numbers(vjp)]];
    }

    private static IEnumerable<double> Numbers(Frame frame) =>
        [.. frame.Derivatives, .. frame.After, .. Entries(frame.Blocks), .. Entries(frame.DerivativeBlocks)];

    private static IEnumerable<double> Entries(Block?[] blocks) => blocks.OfType<Block>().SelectMany(b => b.Entries);
}
