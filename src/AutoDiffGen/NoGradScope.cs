namespace AutoDiffGen;

/// <summary>A stretch of one thread's work that the runtime engine does not record; opened by <see cref="Ad.NoGrad"/>.</summary>
public readonly struct NoGradScope : IDisposable
{
    private readonly int outer;
    private readonly int thread;

    internal NoGradScope(int outer)
    {
        this.outer = outer;
        thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>Ends the scope. Once ended, ending it again does nothing.</summary>
    /// <exception cref="InvalidOperationException">The scope was opened on another thread.</exception>
    public void Dispose()
    {
        if (thread == 0) return; // default(NoGradScope) opened nothing

        if (thread != Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException(
                "A NoGrad scope must end on the thread that opened it. Do not await inside it, and do not hand it to another thread.");
        }

        Ad.EndNoGrad(outer);
    }
}
