using System.Globalization;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>
/// An array, or the part of an array that a span shows, with its entries as numbers in one row. It remembers its initial content, so that
/// a method that writes can be called again.
/// </summary>
internal sealed class Block
{
    public readonly Array? Storage;
    public readonly int Start;
    public readonly int Length;

    private readonly Array? initial;

    public Block(Array? storage, int start, int length)
    {
        Storage = storage;
        Start = start;
        Length = length;
        initial = storage is null ? null : Copy(storage);
    }

    /// <summary>All of an array, or null.</summary>
    public Block(Array? storage)
        : this(storage, 0, Count(storage))
    {
    }

    /// <summary>An entry of the content as it is.</summary>
    public double this[int index]
    {
        get => Get(Storage!, Start + index);
        set => Set(Storage!, Start + index, value);
    }

    public IEnumerable<double> Entries => Enumerable.Range(0, Length).Select(i => this[i]);

    public double GetInitial(int index) => Get(initial!, Start + index);

    public void SetInitial(int index, double value) => Set(initial!, Start + index, value);

    /// <summary>Brings back the initial content. Allocates nothing.</summary>
    public void Restore()
    {
        if (initial is not null)
            CopyEntries(initial, Storage!);
    }

    /// <summary>Zeros of the same shape, for derivatives; none where there is no array. What a span shows is all of them.</summary>
    /// <param name="type">The type of the data: null does not tell.</param>
    public Block Zeros(Type type)
    {
        if (Storage is null)
            return new(Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]));
        Type element = ElementOf(Storage);
        return new(Storage switch
        {
            { Rank: 2 } => Array.CreateInstance(element, Storage.GetLength(0), Storage.GetLength(1)),
            Array?[] rows => Jagged(element, [.. rows.Select(r => r?.Length ?? 0)]),
            _ => Array.CreateInstance(element, Length),
        });
    }

    /// <summary>The same content in memory of its own.</summary>
    public Block Copy() => new(Storage is null ? null : Copy(Storage), Start, Length);

    /// <summary>Where an entry is, as it would be written in source.</summary>
    public string IndexText(int index)
    {
        switch (Storage)
        {
            case Array[] rows:
                int row = Row(rows, ref index);
                return $"[{row}][{index}]";
            case { Rank: 2 }:
                return $"[{index / Storage.GetLength(1)}, {index % Storage.GetLength(1)}]";
            default:
                return $"[{index}]";
        }
    }

    public void Fill(Func<int, double> value)
    {
        for (int i = 0; i < Length; i++)
            this[i] = value(i);
    }

    private static Type ElementOf(Array array) => array.GetType().GetElementType() is { IsArray: true } row ? row.GetElementType()! : array.GetType().GetElementType()!;

    private static int Count(Array? array) => array is Array?[] rows ? rows.Sum(r => r?.Length ?? 0) : array?.Length ?? 0;

    private static Array Jagged(Type element, int[] lengths)
    {
        Array rows = Array.CreateInstance(element.MakeArrayType(), lengths.Length);
        for (int i = 0; i < lengths.Length; i++)
            rows.SetValue(Array.CreateInstance(element, lengths[i]), i);
        return rows;
    }

    private static Array Copy(Array array)
    {
        var copy = (Array)array.Clone();
        if (copy is Array?[] rows)
        {
            for (int i = 0; i < rows.Length; i++)
                rows[i] = (Array?)rows[i]?.Clone();
        }

        return copy;
    }

    private static void CopyEntries(Array from, Array to)
    {
        if (from is Array?[] rows)
        {
            var target = (Array?[])to;
            for (int i = 0; i < rows.Length; i++)
            {
                if (rows[i] is { } row && target[i] is { } into)
                    Array.Copy(row, into, row.Length);
            }
        }
        else
        {
            Array.Copy(from, to, from.Length);
        }
    }

    private static double Get(Array array, int index) => array switch
    {
        double[] reals => reals[index],
        float[] reals => reals[index],
        double[,] matrix => matrix[index / matrix.GetLength(1), index % matrix.GetLength(1)],
        Array[] rows => Get(rows[Row(rows, ref index)], index),
        { Rank: 2 } => Number(array.GetValue(index / array.GetLength(1), index % array.GetLength(1))),
        _ => Number(array.GetValue(index)),
    };

    // Only what is real is ever set.
    private static void Set(Array array, int index, double value)
    {
        switch (array)
        {
            case double[] reals:
                reals[index] = value;
                break;
            case float[] reals:
                reals[index] = (float)value;
                break;
            case double[,] matrix:
                matrix[index / matrix.GetLength(1), index % matrix.GetLength(1)] = value;
                break;
            case float[,] matrix:
                matrix[index / matrix.GetLength(1), index % matrix.GetLength(1)] = (float)value;
                break;
            case Array[] rows:
                Set(rows[Row(rows, ref index)], index, value);
                break;
            default:
                throw new NotSupportedException($"{array.GetType()} is not real.");
        }
    }

    private static int Row(Array?[] rows, ref int index)
    {
        int row = 0;
        while (index >= (rows[row]?.Length ?? 0))
            index -= rows[row++]?.Length ?? 0;
        return row;
    }

    private static double Number(object? value) => value is char c ? c : Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
