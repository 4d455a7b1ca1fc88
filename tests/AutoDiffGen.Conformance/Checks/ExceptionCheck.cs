using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>
/// Where the method throws, its derivatives throw the same exception, with the same message, and leave arrays and data passed by reference
/// as the method leaves them.
/// </summary>
internal static class ExceptionCheck
{
    public static void Run(Subject subject, Point point) => Run(subject, point, subject.IsLifted);

    public static void Run(Subject subject, Point point, bool isLifted)
    {
        var report = new Report($"{subject.Label} exception at {point}");
        Frame left = subject.At(point);
        Exception? expected = Caught(() => subject.Original(left));
        if (expected?.GetType() != point.Exception)
            report.Add($"the case says {point.Exception}, and the method itself: {Describe(expected)}");
        if (subject.HasRealResult)
            Compare("_Grad", expected, left, subject, subject.Grad, point, report);
        Compare("_Vjp", expected, left, subject, subject.Vjp, point, report);
        if (isLifted)
            Compare("_Lifted", expected, () => LiftedEngine.Run(subject, point, out _), report);
        report.Assert();
    }

    private static void Compare(string member, Exception? expected, Frame left, Subject subject, Call call, Point point, Report report)
    {
        Frame frame = subject.At(point);
        Compare(member, expected, () => call(frame), report);
        Content.Compare(subject, member, left, frame, report);
    }

    private static void Compare(string member, Exception? expected, Action call, Report report)
    {
        Exception? actual = Caught(call);
        if (actual?.GetType() != expected?.GetType() || actual?.Message != expected?.Message)
            report.Add($"{member}: expected {Describe(expected)}, actual {Describe(actual)}");
    }

    private static Exception? Caught(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (MissingMethodException)
        {
            // There is no member to call: that is another failure, told by its own message.
            throw;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static string Describe(Exception? exception) =>
        exception is null ? "no exception" : $"{exception.GetType().Name} \"{exception.Message}\"";
}
