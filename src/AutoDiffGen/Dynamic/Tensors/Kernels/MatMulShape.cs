using System.Numerics;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>A batch of matrix products: which matrices of the operands each one multiplies.</summary>
internal sealed class MatMulShape
{
    private readonly int rows;
    private readonly int columns;
    private readonly int terms;
    private readonly int[] lefts;
    private readonly int[] rights;

    private MatMulShape(int rows, int columns, int terms, int[] lefts, int[] rights, int[] result)
    {
        this.rows = rows;
        this.columns = columns;
        this.terms = terms;
        this.lefts = lefts;
        this.rights = rights;
        Result = result;
    }

    /// <summary>The shape of the result.</summary>
    public int[] Result { get; }

    public static MatMulShape Of(int[] left, int[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            throw Shapes.Mismatch("MatMul", left, right, "do not fit: a scalar is no matrix; multiply by it with *");

        int[] x = left.Length == 1 ? [1, left[0]] : left;
        int[] y = right.Length == 1 ? [right[0], 1] : right;
        if (x[^1] != y[^2]) throw Shapes.Mismatch("MatMul", left, right, $"do not fit: {x[^1]} columns meet {y[^2]} rows");

        int[] xBatch = x[..^2], yBatch = y[..^2];
        int[] batch = BroadcastBatch(left, right, xBatch, yBatch);
        List<int> result = [.. batch];
        if (left.Length > 1) result.Add(x[^2]);
        if (right.Length > 1) result.Add(y[^1]);
        int[] shape = [.. result];
        _ = Shapes.Length("MatMul", shape);

        // One matrix on the right serves all on the left: they are one matrix with many rows.
        if (yBatch.Length == 0)
            return new MatMulShape(Shapes.Product(x.AsSpan(0, x.Length - 1)), y[^1], x[^1], [0], [0], shape);
        return new MatMulShape(x[^2], y[^1], x[^1], Places(xBatch, batch), Places(yBatch, batch), shape);
    }

    /// <summary>z = x · y.</summary>
    public void Multiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < lefts.Length; i++)
            Gemm.Multiply(false, false, rows, columns, terms, Matrix(x, lefts[i], rows * terms), Matrix(y, rights[i], terms * columns), Matrix(z, i, rows * columns), false);
    }

    /// <summary>dx = dz · yᵀ, summed over the products that x takes part in.</summary>
    public void LeftAdjoint<T>(ReadOnlySpan<T> dz, ReadOnlySpan<T> y, Span<T> dx)
        where T : IFloatingPointIeee754<T>
    {
        dx.Clear();
        for (int i = 0; i < lefts.Length; i++)
        {
            Gemm.Multiply(
                false, true, rows, terms, columns, Matrix(dz, i, rows * columns), Matrix(y, rights[i], terms * columns),
                Matrix(dx, lefts[i], rows * terms), accumulate: true);
        }
    }

    /// <summary>dy = xᵀ · dz, summed over the products that y takes part in.</summary>
    public void RightAdjoint<T>(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, Span<T> dy)
        where T : IFloatingPointIeee754<T>
    {
        dy.Clear();
        for (int i = 0; i < lefts.Length; i++)
        {
            Gemm.Multiply(
                true, false, terms, columns, rows, Matrix(x, lefts[i], rows * terms), Matrix(dz, i, rows * columns),
                Matrix(dy, rights[i], terms * columns), accumulate: true);
        }
    }

    private static int[] BroadcastBatch(int[] left, int[] right, int[] xBatch, int[] yBatch)
    {
        try
        {
            return Shapes.Broadcast("MatMul", xBatch, yBatch);
        }
        catch (ArgumentException)
        {
            throw Shapes.Mismatch("MatMul", left, right, "do not fit: their axes before the last two cannot be broadcast together");
        }
    }

    /// <summary>For each matrix of the batch, which matrix of the operand it is.</summary>
    private static int[] Places(int[] own, int[] batch)
    {
        int[] places = [.. Enumerable.Range(0, Shapes.Product(own))];
        var stretched = new int[Shapes.Product(batch)];
        Strided.Gather<int>(places, 0, batch, Shapes.StridesWithin(own, batch), stretched);
        return stretched;
    }

    private static ReadOnlySpan<T> Matrix<T>(ReadOnlySpan<T> data, int place, int length) => data.Slice(place * length, length);

    private static Span<T> Matrix<T>(Span<T> data, int place, int length) => data.Slice(place * length, length);
}
