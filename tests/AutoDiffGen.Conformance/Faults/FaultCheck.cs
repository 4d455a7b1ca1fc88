using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Faults;

/// <summary>
/// Arguments such as nobody means them: derivatives return the method's own value to the last bit, leave data as it does, throw what it
/// throws, and give back what they rent. An exception of the runtime's, an index out of bounds, may vanish where nothing uses the result,
/// or come from another place.
/// </summary>
internal static class FaultCheck
{
    /// <summary>How often something happened.</summary>
    public sealed class Tally
    {
        public int Calls, Thrown, Explicit, Vanished, Other, Endless;

        public override string ToString() =>
            $"{Calls} calls: {Thrown} threw ({Explicit} explicitly), {Vanished} exceptions of the runtime's vanished, {Other} were others; {Endless} points were left out, as the method does not end there";
    }

    /// <param name="subject">The method and its members.</param>
    /// <param name="point">What is spoilt.</param>
    /// <param name="most">How many ways of it.</param>
    /// <param name="tally">Counts.</param>
    public static void Run(Subject subject, Point point, int most, Tally tally)
    {
        var report = new Report($"{subject.Label} faults at {point}");
        Fault[] all = [.. Fault.Of(subject, point)];
        int step = (int)Math.Max(1, (all.Length + (most - 1L)) / most);
        foreach (Fault fault in all.Where((_, i) => i % step == point.Arguments.Length % step))
        {
            Frame left = Frame(subject, point, fault);
            if (Ending.OfOriginal(subject, left) is not { } expected)
            {
                tally.Endless++;
                continue;
            }

            if (subject.HasRealResult)
                Compare("_Grad", subject.Grad, expected, left, hasValue: true);
            Compare("_Vjp", subject.Vjp, expected, left, hasValue: false);

            void Compare(string member, Call call, Ending expected, Frame left, bool hasValue)
            {
                Frame frame = Frame(subject, point, fault);
                frame.Seed = 1;
                Ending actual = new(0, null);
                int lost = Rents.Of(() => actual = Ending.Of(call, frame));
                tally.Calls++;
                if (lost != 0)
                    report.Add($"{fault.Name}: {member} rented {lost} buffers more than it returned");
                if (expected.Exception is null)
                {
                    if (actual.Exception is not null || (hasValue && !expected.IsSame(actual)))
                        report.Add($"{fault.Name}: {member} expected {expected}, actual {actual}");
                    else
                        Left(member, fault, left, frame);
                    return;
                }

                tally.Thrown++;
                if (expected.IsExplicit)
                {
                    tally.Explicit++;
                    if (!expected.IsSame(actual))
                        report.Add($"{fault.Name}: {member} expected {expected}, actual {actual}");
                    else
                        Left(member, fault, left, frame);
                }
                else if (actual.Exception is null)
                {
                    tally.Vanished++;
                }
                else if (actual.IsExplicit && !IsOfBuffers(actual))
                {
                    report.Add($"{fault.Name}: {member} expected {expected}, actual {actual}");
                }
                else if (expected.Exception.GetType() != actual.Exception.GetType())
                {
                    tally.Other++;
                }
            }
        }

        report.Assert();

        void Left(string member, Fault fault, Frame expected, Frame actual)
        {
            var content = new Report(fault.Name);
            Content.Compare(subject, member, expected, actual, content);
            try
            {
                content.Assert();
            }
            catch (ConformanceException difference)
            {
                report.Add(difference.Message);
            }
        }
    }

    public static Frame Frame(Subject subject, Point point, Fault fault)
    {
        Frame frame = subject.At(point);
        fault.Apply(frame);
        return frame;
    }

    // Where the method itself fails on an array that is null or too short, the checks on entry may see it first.
    private static bool IsOfBuffers(Ending ending) => ending.Exception is ArgumentException;
}
