using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Copies between dense tensors and parts, rearrangements and repetitions of others, described by strides.</summary>
internal static class Strided
{
    /// <summary>The side of the squares that a transposition goes by, so that each line of the cache is used while it is there.</summary>
    private const int Square = 16;

    /// <summary>Copies the entries that the shape and strides select, in the order of the shape.</summary>
    public static void Gather<T>(ReadOnlySpan<T> source, int offset, ReadOnlySpan<int> shape, ReadOnlySpan<int> strides, Span<T> dense)
    {
        if (dense.IsEmpty) return;
        var walk = new Walk(shape, strides, default, innerAxes: 2);
        (int rows, int columns) = (walk.InnerShape[0], walk.InnerShape[1]);
        (int rowStride, int columnStride) = (walk.InnerLeft[0], walk.InnerLeft[1]);
        for (int at = 0; at < dense.Length; at += rows * columns, walk.Next())
        {
            GatherMatrix(source, offset + walk.Left, rowStride, columnStride, rows, columns, dense.Slice(at, rows * columns));
        }
    }

    /// <summary>Adds a dense tensor's entries to those that the shape and strides select; where one is selected repeatedly, all of them.</summary>
    public static void ScatterAdd<T>(ReadOnlySpan<T> dense, ReadOnlySpan<int> shape, Span<T> target, int offset, ReadOnlySpan<int> strides)
        where T : IFloatingPointIeee754<T>
    {
        if (dense.IsEmpty) return;
        var walk = new Walk(shape, strides, default, innerAxes: 1);
        int length = walk.InnerShape[0], stride = walk.InnerLeft[0];
        for (int at = 0; at < dense.Length; at += length, walk.Next())
        {
            ReadOnlySpan<T> run = dense.Slice(at, length);
            int start = offset + walk.Left;
            switch (stride)
            {
                case 0:
                    target[start] += Sums.Of(run);
                    break;
                case 1:
                    Span<T> selected = target.Slice(start, length);
                    TensorPrimitives.Add(selected, run, selected);
                    break;
                default:
                    for (int i = 0; i < run.Length; i++) target[start + i * stride] += run[i];
                    break;
            }
        }
    }

    private static void GatherMatrix<T>(
        ReadOnlySpan<T> source, int offset, int rowStride, int columnStride, int rows, int columns, Span<T> dense)
    {
        if (columnStride == 1 || columnStride == 0)
        {
            for (int i = 0; i < rows; i++)
            {
                Span<T> row = dense.Slice(i * columns, columns);
                if (columnStride == 0) row.Fill(source[offset + i * rowStride]);
                else source.Slice(offset + i * rowStride, columns).CopyTo(row);
            }

            return;
        }

        for (int top = 0; top < rows; top += Square)
        {
            int bottom = Math.Min(rows, top + Square);
            for (int left = 0; left < columns; left += Square)
            {
                int right = Math.Min(columns, left + Square);
                for (int i = top; i < bottom; i++)
                {
                    for (int j = left; j < right; j++)
                        dense[i * columns + j] = source[offset + i * rowStride + j * columnStride];
                }
            }
        }
    }
}
