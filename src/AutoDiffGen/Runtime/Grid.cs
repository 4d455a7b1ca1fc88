using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Runtime;

/// <summary>A matrix in memory that is not its own: what a generated derivative has where the method creates a two-dimensional array.</summary>
/// <remarks>For generated code.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Grid<T>
{
    private readonly Span<T> _elements;
    private readonly int _rows;
    private readonly int _columns;

    internal Grid(Span<T> elements, int rows, int columns)
    {
        _elements = elements;
        _rows = rows;
        _columns = columns;
    }

    /// <summary>The number of elements.</summary>
    public int Length => _elements.Length;

    /// <summary>An element.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row or column.</exception>
    public ref T this[int row, int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)column >= (uint)_columns || (uint)row >= (uint)_rows)
                throw new IndexOutOfRangeException();
            return ref _elements[(row * _columns) + column];
        }
    }

    /// <summary>The number of rows (0) or columns (1).</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>Its length.</returns>
    public int GetLength(int dimension) => dimension switch
    {
        0 => _rows,
        1 => _columns,
        _ => throw new IndexOutOfRangeException(),
    };
}
