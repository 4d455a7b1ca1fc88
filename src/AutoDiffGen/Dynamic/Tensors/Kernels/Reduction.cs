using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>
/// What is reduced: a dense tensor seen as <see cref="Outer"/> blocks of <see cref="Count"/> rows of <see cref="Inner"/> entries, of which
/// the rows are combined.
/// </summary>
/// <param name="Outer">The entries of the axes before the one that is reduced.</param>
/// <param name="Count">The length of that axis.</param>
/// <param name="Inner">The entries of the axes behind it.</param>
/// <param name="Shape">The shape of the result.</param>
internal sealed record Reduction(int Outer, int Count, int Inner, int[] Shape)
{
    public static Reduction Whole(int[] shape) => new(1, Shapes.Product(shape), 1, []);

    public static Reduction Along(string operation, int[] shape, int axis, bool keepDims)
    {
        int i = Shapes.Axis(operation, axis, shape);
        return new(
            Shapes.Product(shape.AsSpan(0, i)), shape[i], Shapes.Product(shape.AsSpan(i + 1)),
            keepDims ? Shapes.With(shape, i, 1) : Shapes.Without(shape, i));
    }

    public void RequireEntries(string operation, int[] shape)
    {
        if (Count == 0)
            throw new ArgumentException($"{operation}: there is nothing to choose from: the shape {Shapes.Text(shape)} is to become {Shapes.Text(Shape)}.");
    }

    public void Sum<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        if (Inner == 1)
        {
            for (int o = 0; o < Outer; o++) y[o] = Sums.Of(x.Slice(o * Count, Count));
            return;
        }

        if (Inner == 0) return;
        for (int o = 0; o < Outer; o++) Sums.OfRows(x.Slice(o * Count * Inner, Count * Inner), y.Slice(o * Inner, Inner));
    }

    public void Mean<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        Sum(x, y);
        TensorPrimitives.Divide(y, T.CreateChecked(Count), y);
    }

    /// <summary>Repeats each result for everything it was reduced from.</summary>
    public void Spread<T>(ReadOnlySpan<T> y, Span<T> x)
    {
        for (int o = 0; o < Outer; o++)
        {
            if (Inner == 1)
            {
                x.Slice(o * Count, Count).Fill(y[o]);
                continue;
            }

            for (int i = 0; i < Count; i++) y.Slice(o * Inner, Inner).CopyTo(x.Slice((o * Count + i) * Inner, Inner));
        }
    }

    public void Extreme<T>(ReadOnlySpan<T> x, Span<T> y, bool isMax)
        where T : IFloatingPointIeee754<T>
    {
        for (int o = 0; o < Outer; o++)
        {
            if (Inner == 1)
            {
                ReadOnlySpan<T> run = x.Slice(o * Count, Count);
                y[o] = isMax ? TensorPrimitives.Max(run) : TensorPrimitives.Min(run);
                continue;
            }

            Span<T> extreme = y.Slice(o * Inner, Inner);
            Row(x, o, 0).CopyTo(extreme);
            for (int i = 1; i < Count; i++)
            {
                if (isMax) TensorPrimitives.Max(extreme, Row(x, o, i), extreme);
                else TensorPrimitives.Min(extreme, Row(x, o, i), extreme);
            }
        }
    }

    /// <summary>Divides each adjoint among the entries that are equal to the result; a NaN counts as equal to a NaN.</summary>
    public void ShareAmongEqual<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
        where T : IFloatingPointIeee754<T>
    {
        for (int o = 0; o < Outer; o++)
        {
            for (int j = 0; j < Inner; j++)
            {
                int result = o * Inner + j, first = o * Count * Inner + j, ties = 0;
                for (int i = 0; i < Count; i++)
                {
                    if (x[first + i * Inner].Equals(y[result])) ties++;
                }

                T share = dy[result] / T.CreateChecked(ties);
                for (int i = 0; i < Count; i++)
                    dx[first + i * Inner] = x[first + i * Inner].Equals(y[result]) ? share : T.Zero;
            }
        }
    }

    public void ArgMax<T>(ReadOnlySpan<T> x, Span<int> places)
        where T : IFloatingPointIeee754<T>
    {
        for (int o = 0; o < Outer; o++)
        {
            for (int j = 0; j < Inner; j++)
            {
                int first = o * Count * Inner + j, best = 0;
                for (int i = 1; i < Count; i++)
                {
                    T entry = x[first + i * Inner], largest = x[first + best * Inner];
                    if (entry > largest || (T.IsNaN(entry) && !T.IsNaN(largest))) best = i;
                }

                places[o * Inner + j] = best;
            }
        }
    }

    public void Variance<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T[] deviations = Deviations(x);
        TensorPrimitives.Multiply<T>(deviations, deviations, deviations);
        Sum(deviations, y);
        Buffers<T>.Return(deviations);
        TensorPrimitives.Divide(y, T.CreateChecked(Count - 1), y);
        if (Count == 0) y.Fill(T.NaN); // not 0 / −1
    }

    /// <summary>dx = dy · 2 (x − mean) / (n − 1), or for a standard deviation, given as <paramref name="std"/>, that divided by 2 std.</summary>
    public void VarianceAdjoint<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> std, Span<T> dx)
        where T : IFloatingPointIeee754<T>
    {
        T[] factors = Buffers<T>.Rent(dy.Length);
        T degrees = T.CreateChecked(Count - 1);
        for (int i = 0; i < factors.Length; i++)
        {
            // Of a single entry, the partial derivative is NaN: an adjoint of exactly zero contributes zero.
            if (dy[i] == T.Zero) factors[i] = T.Zero;
            else if (std.IsEmpty) factors[i] = (dy[i] + dy[i]) / degrees;
            else factors[i] = std[i] == T.Zero ? T.Zero : dy[i] / (degrees * std[i]);
        }

        T[] deviations = Deviations(x);
        Spread<T>(factors, dx);
        TensorPrimitives.Multiply(dx, deviations, dx);
        Buffers<T>.Return(deviations);
        Buffers<T>.Return(factors);
    }

    private T[] Deviations<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        T[] means = Buffers<T>.Rent(Outer * Inner);
        T[] deviations = Buffers<T>.Rent(x.Length);
        Mean(x, means);
        Spread<T>(means, deviations);
        TensorPrimitives.Subtract(x, deviations, deviations);
        Buffers<T>.Return(means);
        return deviations;
    }

    private ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> x, int outer, int i) => x.Slice((outer * Count + i) * Inner, Inner);
}
