using System.Globalization;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Judging;

/// <summary>Derivatives against differences of the original method, where it is smooth.</summary>
internal static class Slopes
{
    private const string Skipped = "skipped, differences: ";

    public static void Compare(FuzzProgram program, Subject subject, FuzzPoint point, Output output, double[] row, Tally tally)
    {
        string? reason = !point.IsGeneric ? "special point"
            : program.StopsGradient ? "the program stops derivatives"
            : program.HasUnusualConstants ? "huge constants"
            : null;
        if (reason is not null)
        {
            tally.Add(Skipped + reason);
            return;
        }

        Frame frame = subject.At(point.At);
        IReadOnlyList<Entry> inputs = subject.InputsOf(frame);
        double epsilon = program.RoundsToSingle ? MathF.BitIncrement(1) - 1 : double.BitIncrement(1) - 1;
        for (int i = 0; i < row.Length; i++)
        {
            Func<double, double> along = Along(subject, point.At, output, inputs[i]);
            double at = frame.Argument(inputs[i]);
            if (!double.IsFinite(along(at)))
            {
                tally.Add(Skipped + "value not finite");
                continue;
            }

            Ridders.Estimate estimate;
            try
            {
                estimate = Ridders.Differentiate(along, at, epsilon);
            }
            catch (Exception)
            {
                tally.Add(Skipped + "throws nearby");
                continue;
            }

            if (!double.IsFinite(row[i]))
            {
                // Where a factor within is infinite nothing is promised, however tame the value is: 0 · ∞.
                bool hasSlope = estimate.Error <= 1e-6 * Math.Max(1, Math.Abs(estimate.Derivative));
                tally.Add(Skipped + (hasSlope ? "derivative not finite, where differences are" : "derivative not finite"));
                continue;
            }

            double scale = Math.Max(1, Math.Max(Math.Abs(row[i]), Math.Abs(estimate.Derivative)));
            bool isUsable = estimate.Error <= (program.RoundsToSingle ? 2e-3 : 1e-6) * scale;
            bool isNear = Math.Abs(row[i] - estimate.Derivative) <= ((program.RoundsToSingle ? 1e-3 : 1e-8) * scale) + (4 * estimate.Error);
            if (isUsable && isNear)
                tally.Add("derivatives compared with differences");
            else if (!isUsable)
                tally.Add(Skipped + "too coarse");
            else if (!IsStraight(along, at, program.RoundsToSingle, estimate.Derivative))
                tally.Add(Skipped + "kink or step nearby");
            else
                throw new BrokenException("differences", string.Create(CultureInfo.InvariantCulture,
                    $"at {point.At}: {output.Name} by {frame.Name(inputs[i])}: differences {estimate.Derivative:R} ± {estimate.Error:R}, unoptimised _Vjp {row[i]:R}"));
        }
    }

    private static Func<double, double> Along(Subject subject, Point point, Output output, Entry input)
    {
        Frame frame = subject.At(point);
        return x =>
        {
            frame.SetArgument(input, x);
            double result = subject.Original(frame);
            return output.Read(frame, result);
        };
    }

    /// <summary>
    /// Whether the function has this slope on either side, close to the point too. Coarse steps may agree with each other and say
    /// nothing of the point, where they reach beyond both ends of a branch.
    /// </summary>
    private static bool IsStraight(Func<double, double> f, double at, bool isSingle, double slope)
    {
        double unit = Math.Max(1, Math.Abs(at));
        double allowed = (isSingle ? 0.1 : 1e-3) * Math.Max(1, Math.Abs(slope));
        double here = f(at);
        foreach (double step in isSingle ? new[] { 0.03, 0.01 } : [1e-4, 1e-5, 1e-6, 1e-7])
        {
            double above = (f(at + (step * unit)) - here) / (step * unit), below = (here - f(at - (step * unit))) / (step * unit);
            if (!(Math.Abs(above - slope) <= allowed && Math.Abs(below - slope) <= allowed))
                return false;
        }

        return true;
    }
}
