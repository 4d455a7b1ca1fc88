using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen;

/// <summary>What a program says to differentiation in the middle of its arithmetic.</summary>
public static class Ad
{
    /// <summary>How many threads have a <see cref="NoGrad"/> scope open.</summary>
    private static int pausedThreads;

    /// <summary>How many <see cref="NoGrad"/> scopes are open on this thread.</summary>
    [ThreadStatic]
    private static int depth;

    /// <summary>Whether the runtime engine records on this thread: no <see cref="NoGrad"/> scope is open.</summary>
    internal static bool IsRecording => depth == 0;

    /// <summary>Whether the runtime engine records on every thread.</summary>
    /// <remarks>
    /// Every operation must ask. This plain field answers for the usual case, where looking up what is the thread's own would cost as
    /// much as the operation.
    /// </remarks>
    internal static bool IsRecordingEverywhere
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => pausedThreads == 0;
    }

    /// <summary>The same value, as a constant: no derivative flows through it, in generated code or on the tape.</summary>
    /// <typeparam name="T">The value's type. A <see cref="Value"/> or tensor reached through a type parameter is detached too.</typeparam>
    /// <param name="x">The value.</param>
    /// <returns><paramref name="x"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T StopGradient<T>(T x)
    {
        if (typeof(T) == typeof(Value))
        {
            // Generic code that runs on the tape binds here, not to the overload below. The test is decided when T is compiled.
            Value detached = Unsafe.As<T, Value>(ref x).Detach();
            return Unsafe.As<Value, T>(ref detached);
        }

        // And generic code that runs on tensors: a class, so that numbers never come here.
        if (default(T) is null && x is IDetachable tensor) return (T)tensor.Detach();
        return x;
    }

    /// <summary>The same value, as a constant: no derivative flows through it.</summary>
    /// <param name="x">The value.</param>
    /// <returns>A constant with the data of <paramref name="x"/>.</returns>
    public static Value StopGradient(Value x) => x.Detach();

    /// <summary>The same tensor, as a constant: no derivative flows through it.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <returns>What <see cref="GradTensor{T}.Detach"/> gives.</returns>
    public static GradTensor<T> StopGradient<T>(GradTensor<T> x)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Detach();
    }

    /// <summary>Opens a scope in which the runtime engine records nothing on this thread: results are constants.</summary>
    /// <returns>The scope, which ends when it is disposed of, on the thread that opened it. Scopes nest.</returns>
    /// <example><code>
    /// using (Ad.NoGrad())
    /// {
    ///     Value y = x * x;    // a constant
    /// }
    /// </code></example>
    public static NoGradScope NoGrad()
    {
        int outer = depth++;
        if (outer == 0) Interlocked.Increment(ref pausedThreads);
        return new NoGradScope(outer);
    }

    /// <summary>Ends the scope that found <paramref name="outer"/> others open, and any left open inside it.</summary>
    internal static void EndNoGrad(int outer)
    {
        if (depth <= outer) return;
        depth = outer;
        if (outer == 0) Interlocked.Decrement(ref pausedThreads);
    }
}
