using System.Globalization;
using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz.Judging;

/// <summary>Whether the engines that know of derivatives say the same of one output.</summary>
internal sealed class Agreement(FuzzProgram program, Subject subject, Point point, Output output, double[] expected, Tally tally)
{
    private readonly IReadOnlyList<Entry> inputs = subject.InputsOf(subject.At(point));

    public void With(string engine, double[] actual)
    {
        double size = Closeness.Size(expected.Concat(actual));
        for (int i = 0; i < expected.Length; i++)
        {
            tally.Add("derivatives compared between engines");
            switch (Nearnesses.Of(expected[i], actual[i], size, program.RoundsToSingle))
            {
                case Nearness.Doubtful:
                    tally.Add("skipped, between engines: ill-conditioned");
                    break;
                case Nearness.NotFinite:
                    // Where a factor is infinite, simplified code and literal code may differ: 0 · ∞.
                    tally.Add("skipped, between engines: not finite in one, " + engine);
                    break;
                case Nearness.Different when IsNoise(i, Math.Abs(expected[i] - actual[i])):
                    tally.Add("skipped, between engines: noise");
                    break;
                case Nearness.Different:
                    throw new BrokenException("agreement, " + engine, string.Create(CultureInfo.InvariantCulture,
                        $"at {point}: {output.Name} by {subject.At(point).Name(inputs[i])}: unoptimised _Vjp {expected[i]:R}, {engine} {actual[i]:R}"));
            }
        }
    }

    /// <summary>
    /// Whether the derivative itself changes as much where an input changes by a rounding error or a few, as that of <c>x / (x - Lerp(x, x, 3))</c>
    /// does, whose terms of 10³¹ should cancel: then it says nothing.
    /// </summary>
    private bool IsNoise(int derivative, double difference)
    {
        double error = program.RoundsToSingle ? MathF.BitIncrement(1) - 1 : Math.BitIncrement(1) - 1;
        return inputs.Any(input => new[] { -3, -2, -1, 1, 2, 3 }.Any(errors =>
        {
            Frame frame = subject.At(point);
            frame.SetArgument(input, frame.Argument(input) * (1 + (errors * error)));
            output.Seed(frame, 1);
            subject.Vjp(frame);
            return Math.Abs(frame.Derivative(inputs[derivative]) - expected[derivative]) >= difference;
        }));
    }
}
