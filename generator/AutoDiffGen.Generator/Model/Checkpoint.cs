using System.Runtime.CompilerServices;

namespace AutoDiffGen.Generator.Model;

/// <summary>Where a run ends early: when nobody wants its result any more, and before it uses up the stack.</summary>
/// <remarks>
/// The passes are recursive functions of IR and know nothing of cancellation. What all of them do, at every level and all the time, is to
/// go through an <see cref="EquatableArray{T}"/> or a walk over all statements, to rebuild expressions and to write lines: these look here.
/// </remarks>
internal static class Checkpoint
{
    [ThreadStatic]
    private static CancellationToken _cancellation;

    [ThreadStatic]
    private static long _passed;

    /// <summary>How often this thread has been here: a measure of work that does not depend on the machine.</summary>
    public static long Passed => _passed;

    /// <summary>Runs something that is to end when the token says so.</summary>
    public static T Run<T>(Func<T> run, CancellationToken cancellation)
    {
        CancellationToken outer = _cancellation;
        _cancellation = cancellation;
        try
        {
            return run();
        }
        finally
        {
            _cancellation = outer;
        }
    }

    /// <exception cref="OperationCanceledException">The run is cancelled.</exception>
    /// <exception cref="InsufficientExecutionStackException">There is not much stack left.</exception>
    public static void Pass()
    {
        _passed++;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _cancellation.ThrowIfCancellationRequested();
    }
}
