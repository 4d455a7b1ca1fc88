using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Softmax and its logarithm, along the rows of a matrix.</summary>
internal static class SoftmaxKernel
{
    public static void Softmax<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : IFloatingPointIeee754<T>
    {
        for (int at = 0; at < x.Length; at += width)
        {
            Span<T> row = y.Slice(at, width);
            TensorPrimitives.Subtract(x.Slice(at, width), TensorPrimitives.Max(x.Slice(at, width)), row);
            TensorPrimitives.Exp(row, row);
            TensorPrimitives.Divide(row, Sums.Of<T>(row), row);
        }
    }

    /// <summary>dx = y (dy − Σ dy y).</summary>
    public static void SoftmaxAdjoint<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> y, Span<T> dx, int width)
        where T : IFloatingPointIeee754<T>
    {
        for (int at = 0; at < y.Length; at += width)
        {
            Span<T> row = dx.Slice(at, width);
            ReadOnlySpan<T> seed = dy.Slice(at, width), result = y.Slice(at, width);
            TensorPrimitives.Subtract(seed, TensorPrimitives.Dot(seed, result), row);
            TensorPrimitives.Multiply(row, result, row);
        }
    }

    public static void LogSoftmax<T>(ReadOnlySpan<T> x, Span<T> y, int width)
        where T : IFloatingPointIeee754<T>
    {
        T[] exponentials = Buffers<T>.Rent(width);
        for (int at = 0; at < x.Length; at += width)
        {
            Span<T> row = y.Slice(at, width);
            TensorPrimitives.Subtract(x.Slice(at, width), TensorPrimitives.Max(x.Slice(at, width)), row);
            TensorPrimitives.Exp(row, exponentials);
            TensorPrimitives.Subtract(row, T.Log(Sums.Of<T>(exponentials)), row);
        }

        Buffers<T>.Return(exponentials);
    }

    /// <summary>dx = dy − exp(y) Σ dy.</summary>
    public static void LogSoftmaxAdjoint<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> y, Span<T> dx, int width)
        where T : IFloatingPointIeee754<T>
    {
        for (int at = 0; at < y.Length; at += width)
        {
            Span<T> row = dx.Slice(at, width);
            ReadOnlySpan<T> seed = dy.Slice(at, width);
            TensorPrimitives.Exp(y.Slice(at, width), row);
            TensorPrimitives.Multiply(row, Sums.Of(seed), row);
            TensorPrimitives.Subtract(seed, row, row);
        }
    }
}
