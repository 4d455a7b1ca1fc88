using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>The generated members, as an engine: of either build, as the subject is.</summary>
internal static class GeneratedEngine
{
    /// <summary>The gradient of the result, through <c>_Grad</c>.</summary>
    public static double[] Gradient(Subject subject, Point point)
    {
        Frame frame = subject.At(point);
        subject.Grad(frame);
        return [.. subject.Inputs.Select(r => frame.Derivatives[r.Index])];
    }

    /// <summary>The derivatives of one output by every input, through <c>_Vjp</c>.</summary>
    public static double[] Row(Subject subject, Point point, Output output)
    {
        Frame frame = subject.At(point);
        if (output.IsResult)
            frame.Seed = 1;
        else
            frame.Derivatives[output.Index] = 1;
        subject.Vjp(frame);
        return [.. subject.Inputs.Select(r => frame.Derivatives[r.Index])];
    }
}
