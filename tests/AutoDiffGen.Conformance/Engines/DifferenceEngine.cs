using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>The engine that knows nothing of derivatives: extrapolated differences of the original method.</summary>
internal static class DifferenceEngine
{
    /// <summary>The derivatives of one output by every input, in order.</summary>
    public static Ridders.Estimate[] Row(Subject subject, Point point, Output output)
    {
        Frame frame = subject.At(point);
        double epsilon = subject.IsSingle ? MathF.BitIncrement(1) - 1 : double.BitIncrement(1) - 1;
        return [.. subject.InputsOf(frame).Select(input => By(subject, frame, output, input, epsilon))];
    }

    private static Ridders.Estimate By(Subject subject, Frame frame, Output output, Entry input, double epsilon)
    {
        double at = frame.Argument(input);
        Ridders.Estimate estimate = Ridders.Differentiate(
            x =>
            {
                frame.SetArgument(input, x);
                double result = subject.Original(frame);
                return output.Read(frame, result);
            },
            at,
            epsilon);
        frame.SetArgument(input, at);
        return estimate;
    }
}
