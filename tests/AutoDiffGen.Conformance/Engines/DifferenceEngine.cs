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
        return [.. subject.Inputs.Select(input => By(subject, frame, output, input, epsilon))];
    }

    private static Ridders.Estimate By(Subject subject, Frame frame, Output output, Role input, double epsilon)
    {
        double at = frame.Reals[input.Index];
        Ridders.Estimate estimate = Ridders.Differentiate(
            x =>
            {
                frame.Reals[input.Index] = x;
                double result = subject.Original(frame);
                return output.IsResult ? result : frame.After[output.Index];
            },
            at,
            epsilon);
        frame.Reals[input.Index] = at;
        return estimate;
    }
}
