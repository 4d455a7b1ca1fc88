using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>The generated members, as an engine: of either build, as the subject is.</summary>
internal static class GeneratedEngine
{
    /// <summary>The gradient of the result, through <c>_Grad</c>. What was in its derivative parameters before must not matter.</summary>
    public static double[] Gradient(Subject subject, Point point)
    {
        Frame frame = subject.At(point);
        frame.FillDerivatives(double.NaN);
        Pollution.Run();
        subject.Grad(frame);
        return [.. subject.InputsOf(frame).Select(frame.Derivative)];
    }

    /// <summary>The derivatives of one output by every input, through <c>_Vjp</c>.</summary>
    public static double[] Row(Subject subject, Point point, Output output)
    {
        Frame frame = subject.At(point);
        output.Seed(frame, 1);
        Pollution.Run();
        subject.Vjp(frame);
        return [.. subject.InputsOf(frame).Select(frame.Derivative)];
    }
}
