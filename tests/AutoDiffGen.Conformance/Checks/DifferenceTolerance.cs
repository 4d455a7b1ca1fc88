using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>How near to differences a derivative has to be.</summary>
internal static class DifferenceTolerance
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Judge(Subject subject, Ridders.Estimate expected, double actual, double scale)
    {
        // Differences too coarse to tell right from wrong must not pass for agreement.
        if (!(expected.Error <= Usable(subject) * scale))
            return FormattableString.Invariant($"differences do not apply here: {expected.Derivative:R} ± {expected.Error:R}; give the gradient, or a smooth point");
        double allowed = Near(subject) * scale + 4 * expected.Error;
        return Math.Abs(actual - expected.Derivative) <= allowed
            ? null
            : FormattableString.Invariant($"expected {expected.Derivative:R} ± {expected.Error:R} (differences), actual {actual:R}");
    }

    private static double Usable(Subject subject) => subject.IsSingle ? 2e-3 : 1e-7;

    private static double Near(Subject subject) => subject.IsSingle ? 1e-5 : 1e-10;
}
