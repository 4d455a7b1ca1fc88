using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Runtime;

/// <summary>
/// The arrays that a differentiated method creates, and their adjoints, as parts of memory that is rented from the shared pool once and
/// given back when the derivative is done.
/// </summary>
/// <remarks>For generated code. Not safe to copy: pass it by reference, and dispose of it once.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="initial">Memory to use first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Scratch<T>(Span<T> initial)
    where T : unmanaged
{
    private const int FirstRent = 1024;

    private Span<T> _free = initial;
    private T[]? _rented;
    private T[][]? _filled;
    private int _filledCount;

    /// <summary>An array of its own: all zero, as <c>new T[length]</c>.</summary>
    /// <param name="length">The number of elements.</param>
    /// <returns>The elements; valid until this is disposed of.</returns>
    /// <exception cref="OverflowException">The length is negative.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Take(int length)
    {
        if ((uint)length > (uint)_free.Length)
            Rent(length);
        Span<T> taken = _free[..length];
        _free = _free[length..];
        taken.Clear();
        return taken;
    }

    /// <summary>A matrix of its own: all zero, as <c>new T[rows, columns]</c>.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The matrix; valid until this is disposed of.</returns>
    /// <exception cref="OverflowException">A length is negative, or there are too many elements.</exception>
    public Grid<T> Take(int rows, int columns)
    {
        if (rows < 0 || columns < 0)
            throw new OverflowException("The length of an array is negative.");
        return new Grid<T>(Take(checked(rows * columns)), rows, columns);
    }

    /// <summary>Gives back what was rented.</summary>
    public void Dispose()
    {
        (T[]? rented, T[][]? filled, int count) = (_rented, _filled, _filledCount);
        this = default;
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
        if (filled is null)
            return;
        for (int i = 0; i < count; i++)
            ArrayPool<T>.Shared.Return(filled[i]);
        ArrayPool<T[]>.Shared.Return(filled, clearArray: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rent(int length)
    {
        if (length < 0)
            throw new OverflowException("The length of an array is negative.");
        if (_rented is not null)
            Keep(_rented);
        // Each rent is larger than the last, so that there are few.
        int wanted = Math.Max(length, (int)Math.Min((long)FirstRent << Math.Min(2 * _filledCount, 20), Array.MaxLength));
        _free = _rented = ArrayPool<T>.Shared.Rent(wanted);
    }

    private void Keep(T[] full)
    {
        _filled ??= ArrayPool<T[]>.Shared.Rent(16);
        if (_filledCount == _filled.Length)
        {
            T[][] more = ArrayPool<T[]>.Shared.Rent(2 * _filledCount);
            _filled.CopyTo(more, 0);
            ArrayPool<T[]>.Shared.Return(_filled, clearArray: true);
            _filled = more;
        }

        _filled[_filledCount++] = full;
    }
}
