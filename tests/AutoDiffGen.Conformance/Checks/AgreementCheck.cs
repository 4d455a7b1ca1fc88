using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>The engines that know of derivatives agree to rounding: optimised, unoptimised and lifted; <c>_Grad</c> and <c>_Vjp</c>.</summary>
internal static class AgreementCheck
{
    public static void Run(Case @case, Point point) => Run(@case.Optimized, @case.Unoptimized, point);

    public static void Run(Subject optimized, Subject unoptimized, Point point)
    {
        var report = new Report($"{optimized.Label} agreement at {point}");
        Frame frame = optimized.At(point);
        string[] inputs = [.. optimized.InputsOf(frame).Select(frame.Name)];
        foreach (Output output in optimized.OutputsAt(point))
        {
            double[] expected = GeneratedEngine.Row(unoptimized, point, output);
            Compare(optimized, inputs, "unoptimised _Vjp", expected, "optimised _Vjp", output, GeneratedEngine.Row(optimized, point, output), report);
            if (output.IsResult && optimized.HasRealResult)
            {
                Compare(optimized, inputs, "unoptimised _Vjp", expected, "unoptimised _Grad", output, GeneratedEngine.Gradient(unoptimized, point), report);
                Compare(optimized, inputs, "unoptimised _Vjp", expected, "optimised _Grad", output, GeneratedEngine.Gradient(optimized, point), report);
            }

            if (optimized.IsLifted)
                Compare(optimized, inputs, "unoptimised _Vjp", expected, "_Lifted on the tape", output, LiftedEngine.Row(optimized, point, output), report);
        }

        report.Assert();
    }

    private static void Compare(
        Subject subject, string[] inputs, string expectedName, double[] expected, string actualName, Output output, double[] actual, Report report)
    {
        double size = Closeness.Size(expected);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Closeness.SameToRounding(subject, expected[i], actual[i], size))
                report.Add($"{output.Name} by {inputs[i]}, {actualName}", expected[i], actual[i], $"expected from {expectedName}");
        }
    }
}
