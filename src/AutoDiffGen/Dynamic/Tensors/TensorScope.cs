using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>
/// A stretch of work whose results are needed no longer when it ends: their memory then serves the next one, without waiting for the garbage
/// collector. Made by <see cref="GradTensor.Scope"/>.
/// </summary>
/// <remarks>
/// What operations give on this thread while the scope is the innermost one belongs to it; leaves and gradients do not. Using such a result
/// after the end throws <see cref="ObjectDisposedException"/>.
/// </remarks>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic]
    private static TensorScope? innermost;

    private readonly TensorScope? outer;
    private readonly List<IReleasable> results = [];
    private bool hasEnded;

    internal TensorScope()
    {
        outer = innermost;
        innermost = this;
    }

    /// <summary>Makes a result outlive the scope.</summary>
    /// <param name="result">The result.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>It.</returns>
    public GradTensor<T> Keep<T>(GradTensor<T> result)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(result);
        result.Memory.IsKept = true;
        return result;
    }

    /// <summary>Ends the scope, and any inside it that is still open. To be called on the thread that opened it.</summary>
    /// <exception cref="InvalidOperationException">It was opened on another thread.</exception>
    public void Dispose()
    {
        if (hasEnded) return;
        for (TensorScope? scope = innermost; scope != this; scope = scope.outer)
        {
            if (scope is null) throw new InvalidOperationException("A scope of tensors ends on the thread that opened it.");
        }

        TensorScope? ended;
        do
        {
            ended = innermost!;
            foreach (IReleasable result in ended.results) result.Release();
            ended.results.Clear();
            ended.hasEnded = true;
            innermost = ended.outer;
        }
        while (ended != this);
    }

    /// <summary>Notes a result of the innermost scope, if there is one.</summary>
    internal static void Note(IReleasable result) => innermost?.results.Add(result);
}
