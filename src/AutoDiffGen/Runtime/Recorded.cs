using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Runtime;

/// <summary>
/// What a generated derivative records on the way forward and takes back, last first, in the reverse sweep. Starts in the memory it is
/// given and rents more from the shared pool when that is full.
/// </summary>
/// <remarks>For generated code. Not safe to copy: pass it by reference, and dispose of it once.</remarks>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="initial">Memory to use first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Recorded<T>(Span<T> initial)
    where T : unmanaged
{
    private Span<T> _values = initial;
    private T[]? _rented;
    private int _count;

    /// <summary>Puts a value on top.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(T value)
    {
        int count = _count;
        Span<T> values = _values;
        if ((uint)count >= (uint)values.Length)
        {
            Grow(1);
            values = _values;
        }

        values[count] = value;
        _count = count + 1;
    }

    /// <summary>Takes the value on top.</summary>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Pop() => _values[--_count];

    /// <summary>Puts values on top, the first of them lowest.</summary>
    /// <param name="values">The values.</param>
    public void Push(ReadOnlySpan<T> values)
    {
        if (values.Length > _values.Length - _count)
            Grow(values.Length);
        values.CopyTo(_values[_count..]);
        _count += values.Length;
    }

    /// <summary>Takes as many values from the top as there is room for.</summary>
    /// <param name="values">Where they go, the lowest of them first.</param>
    public void Pop(scoped Span<T> values)
    {
        _count -= values.Length;
        _values.Slice(_count, values.Length).CopyTo(values);
    }

    /// <summary>Makes room, so that this many values more need no further rent.</summary>
    /// <param name="more">How many values are going to be pushed; a negative number counts as none.</param>
    public void Reserve(long more)
    {
        // More than there can be is not going to be pushed either.
        if (more > _values.Length - _count && more <= Array.MaxLength - _count)
            Grow(more);
    }

    /// <summary>Gives back what was rented.</summary>
    public void Dispose()
    {
        T[]? rented = _rented;
        this = default;
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long more)
    {
        long wanted = Math.Max(_count + more, Math.Min(2L * _values.Length, Array.MaxLength));
        T[] larger = ArrayPool<T>.Shared.Rent(checked((int)Math.Max(wanted, 64)));
        _values[.._count].CopyTo(larger);
        T[]? smaller = _rented;
        _values = larger;
        _rented = larger;
        if (smaller is not null)
            ArrayPool<T>.Shared.Return(smaller);
    }
}
