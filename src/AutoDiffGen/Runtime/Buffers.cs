using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiffGen.Runtime;

/// <summary>What generated derivatives do with whole arrays and spans.</summary>
/// <remarks>For generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Buffers
{
    /// <summary>Checks that a derivative buffer has as many elements as what it is for.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The derivative buffer.</param>
    /// <param name="length">The number of elements it must have.</param>
    /// <param name="name">The buffer's name.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Length<T>(ReadOnlySpan<T> buffer, int length, string name)
    {
        if (buffer.Length != length)
            throw new ArgumentException($"The buffer '{name}' has {buffer.Length} elements; {length} are needed.", name);
    }

    /// <summary>Checks that a derivative buffer has as many elements as what it is for; where that is null, the method itself will say so.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The derivative buffer.</param>
    /// <param name="of">What it is for.</param>
    /// <param name="name">The buffer's name.</param>
    /// <exception cref="ArgumentException">It has more or fewer.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Length<T>(ReadOnlySpan<T> buffer, T[]? of, string name)
    {
        if (of is not null)
            Length(buffer, of.Length, name);
    }

    /// <summary>Checks that a derivative buffer has the dimensions of what it is for.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The derivative buffer.</param>
    /// <param name="of">What it is for.</param>
    /// <param name="name">The buffer's name.</param>
    /// <exception cref="ArgumentException">It has other dimensions.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Length<T>(T[,] buffer, T[,]? of, string name)
    {
        if (of is null)
            return;
        ArgumentNullException.ThrowIfNull(buffer, name);
        if (buffer.GetLength(0) != of.GetLength(0) || buffer.GetLength(1) != of.GetLength(1))
        {
            throw new ArgumentException(
                $"The buffer '{name}' is {buffer.GetLength(0)}x{buffer.GetLength(1)}; {of.GetLength(0)}x{of.GetLength(1)} is needed.", name);
        }
    }

    /// <summary>Checks that a derivative buffer has rows of the lengths of what it is for.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The derivative buffer.</param>
    /// <param name="of">What it is for.</param>
    /// <param name="name">The buffer's name.</param>
    /// <exception cref="ArgumentException">It has other lengths.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Length<T>(T[][] buffer, T[][]? of, string name)
    {
        if (of is null)
            return;
        ArgumentNullException.ThrowIfNull(buffer, name);
        if (buffer.Length != of.Length)
            throw new ArgumentException($"The buffer '{name}' has {buffer.Length} rows; {of.Length} are needed.", name);
        for (int i = 0; i < of.Length; i++)
        {
            // A row that is not there may be one that the method does not use.
            int given = ((T[]?)buffer[i])?.Length ?? 0, needed = ((T[]?)of[i])?.Length ?? 0;
            if (given != needed)
                throw new ArgumentException($"Row {i} of the buffer '{name}' has {given} elements; {needed} are needed.", name);
        }
    }

    /// <summary>Checks that data which a derivative writes is not also another of its arguments.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="written">The data it writes.</param>
    /// <param name="other">Another argument.</param>
    /// <param name="name">The name of the data it writes.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apart<T>(ReadOnlySpan<T> written, ReadOnlySpan<T> other, string name)
    {
        if (written.Overlaps(other))
            throw new ArgumentException($"'{name}' overlaps another argument.", name);
    }

    /// <summary>Checks that data which a derivative writes is not also another of its arguments.</summary>
    /// <param name="written">The data it writes.</param>
    /// <param name="other">Another argument.</param>
    /// <param name="name">The name of the data it writes.</param>
    /// <exception cref="ArgumentException">They are the same array.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apart(Array written, Array? other, string name)
    {
        if (ReferenceEquals(written, other))
            throw new ArgumentException($"'{name}' is also another argument.", name);
    }

    /// <summary>Checks that no row of what a derivative writes is a row of another of its arguments.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="written">The data it writes.</param>
    /// <param name="other">Another argument.</param>
    /// <param name="name">The name of the data it writes.</param>
    /// <exception cref="ArgumentException">They share a row.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apart<T>(T[][] written, T[][]? other, string name)
    {
        foreach (T[] own in written)
        {
            foreach (T[] row in other ?? [])
            {
                if (ReferenceEquals(own, row) && row is { Length: > 0 })
                    throw new ArgumentException($"A row of '{name}' is also a row of another argument.", name);
            }
        }
    }

    /// <summary>Checks that no row of what a derivative writes is there twice; where that is null, the method itself will say so.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="written">The rows.</param>
    /// <param name="name">The name of what it writes.</param>
    /// <exception cref="ArgumentException">A row is there twice.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Distinct<T>(T[][]? written, string name)
    {
        if (written is null)
            return;
        for (int i = 0; i < written.Length; i++)
        {
            for (int j = i + 1; j < written.Length; j++)
            {
                if (ReferenceEquals(written[i], written[j]) && written[i] is { Length: > 0 })
                    throw new ArgumentException($"A row of '{name}' is there twice.", name);
            }
        }
    }

    /// <summary>Checks that no row of what a derivative writes overlaps another of its arguments.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="written">The data it writes.</param>
    /// <param name="other">Another argument.</param>
    /// <param name="name">The name of the data it writes.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apart<T>(T[][] written, ReadOnlySpan<T> other, string name)
    {
        foreach (T[] row in written)
            Apart<T>(row, other, name);
    }

    /// <summary>Checks that data which a derivative writes overlaps no row of another of its arguments.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="written">The data it writes.</param>
    /// <param name="other">Another argument.</param>
    /// <param name="name">The name of the data it writes.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apart<T>(ReadOnlySpan<T> written, T[][]? other, string name)
    {
        foreach (T[] row in other ?? [])
            Apart(written, row, name);
    }

    /// <summary>The number of elements of an array that the method may not ask for.</summary>
    /// <param name="array">The array; of a matrix, all elements count.</param>
    /// <returns>The number; 0 where there is no array.</returns>
    public static int LengthOf(Array? array) => array?.Length ?? 0;

    /// <summary>The length of a dimension that the method may not ask for.</summary>
    /// <param name="array">The array.</param>
    /// <param name="dimension">Of this dimension, the first one being 0.</param>
    /// <returns>The length; 0 where there is no array.</returns>
    public static int LengthOf(Array? array, int dimension) => array?.GetLength(dimension) ?? 0;

    /// <summary>The elements from one index up to another: those that there are.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">All elements.</param>
    /// <param name="start">The first index; a negative one counts as 0.</param>
    /// <param name="end">The index after the last; one beyond the end counts as the end.</param>
    /// <returns>The part; empty where the end is not after the start.</returns>
    public static Span<T> Part<T>(Span<T> elements, int start, int end)
    {
        start = Math.Max(start, 0);
        end = Math.Min(end, elements.Length);
        return start < end ? elements[start..end] : default;
    }

    /// <summary>Sets every element to zero.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The elements.</param>
    public static void Clear<T>(Span<T> buffer) => buffer.Clear();

    /// <summary>Sets every element to zero.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The elements.</param>
    public static void Clear<T>(T[,]? buffer) => Elements(buffer).Clear();

    /// <summary>Sets every element of every row to zero.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="buffer">The rows.</param>
    public static void Clear<T>(T[]?[]? buffer)
    {
        foreach (T[]? row in buffer ?? [])
            row.AsSpan().Clear();
    }

    /// <summary>Copies every element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements.</param>
    /// <param name="to">Where they go.</param>
    public static void Copy<T>(ReadOnlySpan<T> from, Span<T> to) => from.CopyTo(to);

    /// <summary>Copies every element, row by row.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements.</param>
    /// <param name="to">Where they go.</param>
    public static void Copy<T>(T[,]? from, Span<T> to) => Elements(from).CopyTo(to);

    /// <summary>Copies every element, row by row.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements.</param>
    /// <param name="to">Where they go.</param>
    public static void Copy<T>(ReadOnlySpan<T> from, T[,]? to) => from.CopyTo(Elements(to));

    /// <summary>Copies every element, row by row.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements.</param>
    /// <param name="to">Where they go.</param>
    public static void Copy<T>(T[]?[]? from, Span<T> to)
    {
        foreach (T[]? row in from ?? [])
        {
            row.AsSpan().CopyTo(to);
            to = to[(row?.Length ?? 0)..];
        }
    }

    /// <summary>Copies every element, row by row.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="from">The elements.</param>
    /// <param name="to">Where they go.</param>
    public static void Copy<T>(ReadOnlySpan<T> from, T[]?[]? to)
    {
        foreach (T[]? row in to ?? [])
        {
            int length = row?.Length ?? 0;
            from[..length].CopyTo(row);
            from = from[length..];
        }
    }

    /// <summary>The number of elements in all rows.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <returns>The sum of their lengths; 0 where there are no rows.</returns>
    public static int Count<T>(T[]?[]? rows)
    {
        int count = 0;
        foreach (T[]? row in rows ?? [])
            count = checked(count + (row?.Length ?? 0));
        return count;
    }

    /// <summary>The number of elements in all rows before one.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="row">The number of a row.</param>
    /// <returns>The sum of the lengths of the rows before it.</returns>
    public static int Start<T>(T[][] rows, int row)
    {
        int start = 0;
        for (int i = 0; i < row; i++)
            start += ((T[]?)rows[i])?.Length ?? 0;
        return start;
    }

    private static Span<T> Elements<T>(T[,]? matrix) => matrix is null
        ? default
        : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);
}
