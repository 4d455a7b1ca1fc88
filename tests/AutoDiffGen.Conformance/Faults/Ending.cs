using AutoDiffGen.Conformance.Calls;
using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;

namespace AutoDiffGen.Conformance.Faults;

/// <summary>How a call ended: with a value, or with an exception.</summary>
internal sealed record Ending(double Value, Exception? Exception)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    public static Ending Of(Call call, Frame frame)
    {
        try
        {
            return new(call(frame), null);
        }
        catch (MissingMethodException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new(0, exception);
        }
    }

    /// <summary>The same; null if it does not end soon: a loop until something converges may never end on no number.</summary>
    public static Ending? OfOriginal(Subject subject, Frame frame)
    {
        Ending? ending = null;
        Call original = subject.Original;
        using var patience = new CancellationTokenSource(Patience);

        // A thread is aborted once; a second loop on the same one would go on.
        var thread = new Thread(Run);
        thread.Start();
        thread.Join();
        return ending is { Exception: ThreadAbortException } ? null : ending;

        void Run()
        {
            try
            {
#pragma warning disable SYSLIB0046 // aborting a thread may leave anything behind: a corpus method without derivatives shares nothing
                System.Runtime.ControlledExecution.Run(() => ending = Of(original, frame), patience.Token);
#pragma warning restore SYSLIB0046
            }
            catch (OperationCanceledException)
            {
                ending = null;
            }
        }
    }

    /// <summary>Whether the method says so itself, rather than the runtime or a span it takes a part of.</summary>
    public bool IsExplicit => Exception switch
    {
        null or IndexOutOfRangeException or NullReferenceException or DivideByZeroException or OverflowException or ArrayTypeMismatchException or OutOfMemoryException => false,
        // `Math.Sign` of no number.
        ArithmeticException { TargetSite.DeclaringType: var type } when type == typeof(Math) || type == typeof(MathF) => false,
        ArgumentException e => e.TargetSite?.DeclaringType?.Assembly != typeof(object).Assembly || e.TargetSite.Name.StartsWith("Throw", StringComparison.Ordinal) && IsGuard(e),
        _ => true,
    };

    public bool IsSame(Ending other) => Exception is null
        ? other.Exception is null && Closeness.SameBits(Value, other.Value)
        : Exception.GetType() == other.Exception?.GetType() && Exception.Message == other.Exception.Message;

    public override string ToString() => Exception is null ? $"{Value:R}" : $"{Exception.GetType().Name} \"{Exception.Message}\"";

    // `ArgumentOutOfRangeException.ThrowIfNegative` and its like, which stand in the method.
    private static bool IsGuard(ArgumentException exception) => exception.StackTrace?.Contains(".ThrowIf", StringComparison.Ordinal) == true;
}
