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
        for (int i = 0; i < row.Length; i++)
        {
            Slope slope = Slope.Judge(Along(subject, point.At, output, inputs[i]), frame.Argument(inputs[i]), row[i], program.RoundsToSingle);
            if (slope.Verdict == SlopeVerdict.Off)
            {
                throw new BrokenException("differences", string.Create(CultureInfo.InvariantCulture,
                    $"at {point.At}: {output.Name} by {frame.Name(inputs[i])}: differences {slope.Estimate.Derivative:R} ± {slope.Estimate.Error:R}, unoptimised _Vjp {row[i]:R}"));
            }

            tally.Add(slope.Verdict switch
            {
                SlopeVerdict.Near => "derivatives compared with differences",
                SlopeVerdict.TooCoarse => Skipped + "too coarse",
                SlopeVerdict.KinkNearby => Skipped + "kink or step nearby",
                SlopeVerdict.ThrowsNearby => Skipped + "throws nearby",
                SlopeVerdict.ValueNotFinite => Skipped + "value not finite",
                SlopeVerdict.NotFinite => Skipped + "derivative not finite",
                // Where a factor within is infinite nothing is promised, however tame the value is: 0 · ∞.
                SlopeVerdict.NotFiniteWhereDifferencesAre => Skipped + "derivative not finite, where differences are",
                SlopeVerdict verdict => throw new InvalidOperationException(verdict.ToString()),
            });
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
}
