using System.Runtime.ExceptionServices;

namespace AutoDiffGen.Generator.Model;

/// <summary>Runs what may be deep. What can be done must not depend on how much stack the compiler happens to have left.</summary>
/// <remarks>Else the analyzer, which is called on another stack, might accept what the generator has given up, and nobody would say so.</remarks>
internal static class AmpleStack
{
    private const int Size = 32 << 20;

    [ThreadStatic]
    private static bool _isAmple;

    /// <summary>Says that more stack may be needed than is left: the compiler does not ask everywhere whether there is enough.</summary>
    public static void Require()
    {
        if (!_isAmple)
            throw new InsufficientExecutionStackException();
    }

    /// <summary>Runs in place, and where that is not enough, once more on a stack of its own.</summary>
    public static T Run<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (InsufficientExecutionStackException)
        {
            return OnItsOwn(run);
        }
    }

    private static T OnItsOwn<T>(Func<T> run)
    {
        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                _isAmple = true;
                try
                {
                    result = run();
                }
                catch (Exception e)
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            Size);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result!;
    }
}
