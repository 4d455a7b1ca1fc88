using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Runtime;

/// <summary>
/// The arrays that a differentiated method creates, and their adjoints, as parts of memory that is rented from the shared pool and
/// given back when the derivative is done.
/// </summary>
/// <remarks>For generated code. Not safe to copy: pass it by reference, and dispose of it once.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="initial">Memory to use first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Scratch<T>(Span<T> initial)
    where T : unmanaged
{
    /// <summary>The handle of no array, for a variable that has none on the path taken; the handle after it is that of no adjoints.</summary>
    public const int None = int.MaxValue - 1;

    private const int FirstRent = 1024;

    private readonly Span<T> _initial = initial;
    private Span<T> _free = initial;
    private T[][]? _rented;
    private int _rentedCount;
    private Handle[]? _handles;
    private int _handleCount;

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
    public Grid<T> Take(int rows, int columns) => new(Take(Count(rows, columns)), rows, columns);

    /// <summary>As <see cref="Take(int)"/>, for an array that is asked for again.</summary>
    /// <param name="length">The number of elements.</param>
    /// <returns>The handle to ask with: how many arrays have been taken this way before.</returns>
    /// <exception cref="OverflowException">The length is negative.</exception>
    public int New(int length) => Note(length, 1, length);

    /// <summary>As <see cref="Take(int, int)"/>, for a matrix that is asked for again.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The handle to ask with: how many arrays have been taken this way before.</returns>
    /// <exception cref="OverflowException">A length is negative, or there are too many elements.</exception>
    public int New(int rows, int columns) => Note(Count(rows, columns), rows, columns);

    /// <summary>The array of a handle.</summary>
    /// <param name="handle">What <see cref="New(int)"/> gave; <see cref="None"/> or the handle after it for no array.</param>
    /// <returns>The elements; none of no array.</returns>
    /// <exception cref="NullReferenceException">There is no such handle, as for a row of an array of arrays that has not been given one.</exception>
    public readonly Span<T> At(int handle)
    {
        if ((uint)handle >= (uint)_handleCount)
            return handle >= None ? default : throw new NullReferenceException();
        Handle array = _handles![handle];
        int length = array.Rows * array.Columns;
        return array.Chunk < 0 ? _initial.Slice(array.Start, length) : _rented![array.Chunk].AsSpan(array.Start, length);
    }

    /// <summary>The matrix of a handle.</summary>
    /// <param name="handle">What <see cref="New(int, int)"/> gave.</param>
    /// <returns>The matrix.</returns>
    public readonly Grid<T> GridAt(int handle)
    {
        Span<T> elements = At(handle);
        return handle >= None ? default : new(elements, _handles![handle].Rows, _handles[handle].Columns);
    }

    /// <summary>Gives back what was rented.</summary>
    public void Dispose()
    {
        (T[][]? rented, int count, Handle[]? handles) = (_rented, _rentedCount, _handles);
        this = default;
        if (handles is not null)
            ArrayPool<Handle>.Shared.Return(handles);
        if (rented is null)
            return;
        for (int i = 0; i < count; i++)
            ArrayPool<T>.Shared.Return(rented[i]);
        ArrayPool<T[]>.Shared.Return(rented, clearArray: true);
    }

    private static int Count(int rows, int columns) =>
        rows < 0 || columns < 0 ? throw NegativeLength() : checked(rows * columns);

    private static OverflowException NegativeLength() => new("Arithmetic operation resulted in an overflow.");

    private int Note(int length, int rows, int columns)
    {
        Take(length);
        int chunk = _rentedCount - 1;
        int end = chunk < 0 ? _initial.Length : _rented![chunk].Length;
        _handles ??= ArrayPool<Handle>.Shared.Rent(16);
        if (_handleCount == _handles.Length)
        {
            Handle[] more = ArrayPool<Handle>.Shared.Rent(2 * _handleCount);
            _handles.CopyTo(more, 0);
            ArrayPool<Handle>.Shared.Return(_handles);
            _handles = more;
        }

        _handles[_handleCount] = new Handle(chunk, end - _free.Length - length, rows, columns);
        return _handleCount++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Rent(int length)
    {
        if (length < 0)
            throw NegativeLength();
        _rented ??= ArrayPool<T[]>.Shared.Rent(16);
        if (_rentedCount == _rented.Length)
        {
            T[][] more = ArrayPool<T[]>.Shared.Rent(2 * _rentedCount);
            _rented.CopyTo(more, 0);
            ArrayPool<T[]>.Shared.Return(_rented, clearArray: true);
            _rented = more;
        }

        // Each rent is larger than the last, so that there are few.
        int wanted = Math.Max(length, (int)Math.Min((long)FirstRent << Math.Min(2 * _rentedCount, 20), Array.MaxLength));
        T[] chunk = ArrayPool<T>.Shared.Rent(wanted);
        _rented[_rentedCount++] = chunk;
        _free = chunk;
    }

    /// <summary>Where an array is: in which of the rented ones, or before them all (−1), and from where on.</summary>
    private readonly record struct Handle(int Chunk, int Start, int Rows, int Columns);
}
