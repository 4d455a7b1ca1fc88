using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Sums whose rounding error grows with the logarithm of their length.</summary>
internal static class Sums
{
    private const int Block = 2048;
    private const int RowBlock = 128;

    public static T Of<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length <= Block) return TensorPrimitives.Sum(x);
        int half = x.Length / 2 / Block * Block + Block;
        return x.Length <= half ? TensorPrimitives.Sum(x[..Block]) + Of(x[Block..]) : Of(x[..half]) + Of(x[half..]);
    }

    /// <summary>The sum of the rows of a matrix.</summary>
    /// <param name="rows">The rows one after the other.</param>
    /// <param name="sum">Where it goes, as long as a row and not empty.</param>
    public static void OfRows<T>(ReadOnlySpan<T> rows, Span<T> sum)
        where T : IFloatingPointIeee754<T>
    {
        int width = sum.Length, count = rows.Length / width;
        if (count <= RowBlock)
        {
            sum.Clear();
            for (int i = 0; i < count; i++) TensorPrimitives.Add(sum, rows.Slice(i * width, width), sum);
            return;
        }

        int half = count / 2 * width;
        T[] rest = Buffers<T>.Rent(width);
        OfRows(rows[..half], sum);
        OfRows(rows[half..], rest.AsSpan());
        TensorPrimitives.Add(sum, rest, sum);
        Buffers<T>.Return(rest);
    }
}
