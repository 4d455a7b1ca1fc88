using System.Runtime.CompilerServices;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>Parts. All are copies, and gradients flow back to where the entries came from.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>The part at a place along the first axes, which go; that of a place for each axis is a scalar.</summary>
    /// <param name="index">A place for each of the first axes; negative ones count from the back.</param>
    /// <exception cref="ArgumentException">There are more places than axes, or one is beyond its axis.</exception>
    [IndexerName("Part")]
    public GradTensor<TNumber> this[params int[] index]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(index);
            if (index.Length > Rank) throw Shapes.Mismatch("Index", index, shape, "do not fit: there are more places than axes");
            int[] strides = Shapes.Strides(shape);
            int offset = 0;
            for (int i = 0; i < index.Length; i++)
            {
                int at = index[i] < 0 ? index[i] + shape[i] : index[i];
                if ((uint)at >= (uint)shape[i]) throw Shapes.Mismatch("Index", index, shape, $"do not fit: {index[i]} is beyond axis {i}");
                offset += at * strides[i];
            }

            return Select("Index", offset, shape[index.Length..], strides[index.Length..]);
        }
    }

    /// <summary>The part within a range along each of the first axes, as <see cref="Slice(Range[])"/>.</summary>
    /// <param name="ranges">A range for each of the first axes.</param>
    /// <exception cref="ArgumentException">There are more ranges than axes, or one is beyond its axis.</exception>
    [IndexerName("Part")]
    public GradTensor<TNumber> this[params Range[] ranges] => Slice(ranges);

    /// <summary>The part within a range along each of the first axes; all axes stay.</summary>
    /// <param name="ranges">A range for each of the first axes, such as <c>1..3</c>, <c>..</c> or <c>^1..</c>.</param>
    /// <exception cref="ArgumentException">There are more ranges than axes, or one is beyond its axis.</exception>
    public GradTensor<TNumber> Slice(params Range[] ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        if (ranges.Length > Rank)
            throw new ArgumentException($"Slice: there are {ranges.Length} ranges for the shape {Shapes.Text(shape)}.", nameof(ranges));
        var selected = (int[])shape.Clone();
        int[] strides = Shapes.Strides(shape);
        int offset = 0;
        for (int i = 0; i < ranges.Length; i++)
        {
            int start = ranges[i].Start.GetOffset(shape[i]), end = ranges[i].End.GetOffset(shape[i]);
            if (start < 0 || start > end || end > shape[i])
                throw new ArgumentException($"Slice: the range {ranges[i]} is beyond axis {i} of the shape {Shapes.Text(shape)}.", nameof(ranges));
            offset += start * strides[i];
            selected[i] = end - start;
        }

        return Select("Slice", offset, selected, strides);
    }

    /// <summary>The part within a range along one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="start">The first place.</param>
    /// <param name="length">How many places.</param>
    /// <exception cref="ArgumentException">There is no such axis, or the range is beyond it.</exception>
    public GradTensor<TNumber> Slice(int axis, int start, int length)
    {
        int at = Shapes.Axis("Slice", axis, shape);
        if (start < 0 || length < 0 || start > shape[at] - length)
        {
            throw new ArgumentException(
                $"Slice: {length} places from {start} on are beyond axis {axis} of the shape {Shapes.Text(shape)}.", nameof(start));
        }

        int[] strides = Shapes.Strides(shape);
        return Select("Slice", start * strides[at], Shapes.With(shape, at, length), strides);
    }

    /// <summary>The parts at some places along an axis, in their order, as <c>numpy.take</c>. A place may come more than once.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="indices">The places; negative ones count from the back.</param>
    /// <exception cref="ArgumentException">There is no such axis, or a place is beyond it.</exception>
    public GradTensor<TNumber> Gather(int axis, params int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        int at = Shapes.Axis("Gather", axis, shape);
        int outer = Shapes.Product(shape.AsSpan(0, at)), count = shape[at], inner = Shapes.Product(shape.AsSpan(at + 1));
        int[] places = Places(indices, count, at);
        GradTensor<TNumber> result = New(Shapes.With(shape, at, places.Length));
        for (int o = 0; o < outer; o++)
        {
            for (int i = 0; i < places.Length; i++)
                Data.Slice((o * count + places[i]) * inner, inner).CopyTo(result.storage.Data.AsSpan((o * places.Length + i) * inner));
        }

        if (IsRecorded)
        {
            result.Record("Gather", [this], [], adjoints =>
            {
                Span<TNumber> dx = adjoints.New(0);
                dx.Clear();
                for (int o = 0; o < outer; o++)
                {
                    for (int i = 0; i < places.Length; i++)
                    {
                        Span<TNumber> selected = dx.Slice((o * count + places[i]) * inner, inner);
                        System.Numerics.Tensors.TensorPrimitives.Add(selected, adjoints.Seed.Slice((o * places.Length + i) * inner, inner), selected);
                    }
                }
            });
        }

        return result;
    }

    /// <summary>One entry along an axis for each place of the result, as <c>torch.gather</c>: for axis 1, result[i, j] = this[i, indices[i, j]].</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="indices">The places along the axis; negative ones count from the back. No longer than this tensor along the other axis.</param>
    /// <exception cref="ArgumentException">The tensor has not two axes, the indices are too many, or a place is beyond the axis.</exception>
    public GradTensor<TNumber> Gather(int axis, int[,] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        int at = Shapes.Axis("Gather", axis, shape);
        int[] selected = [indices.GetLength(0), indices.GetLength(1)];
        if (Rank != 2 || selected[1 - at] > shape[1 - at])
            throw Shapes.Mismatch("Gather", selected, shape, "do not fit: those of the indices and of the tensor");

        int[] flat = Places([.. indices.Cast<int>()], shape[at], at);
        (int columns, int stride) = (selected[1], shape[1]);
        for (int i = 0; i < flat.Length; i++)
            flat[i] = at == 0 ? flat[i] * stride + i % columns : i / columns * stride + flat[i];

        GradTensor<TNumber> result = New(selected);
        for (int i = 0; i < flat.Length; i++) result.storage.Data[i] = Data[flat[i]];
        if (IsRecorded)
        {
            result.Record("Gather", [this], [], adjoints =>
            {
                Span<TNumber> dx = adjoints.New(0);
                dx.Clear();
                for (int i = 0; i < flat.Length; i++) dx[flat[i]] += adjoints.Seed[i];
            });
        }

        return result;
    }

    private GradTensor<TNumber> Select(string name, int offset, int[] selected, int[] strides)
    {
        GradTensor<TNumber> result = New(selected);
        Strided.Gather(Data, offset, selected, strides, result.storage.Data);
        if (IsRecorded)
        {
            result.Record(name, [this], [], adjoints =>
            {
                Span<TNumber> dx = adjoints.New(0);
                dx.Clear();
                Strided.ScatterAdd(adjoints.Seed, selected, dx, offset, strides);
            });
        }

        return result;
    }

    private int[] Places(int[] indices, int count, int axis)
    {
        var places = new int[indices.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = indices[i] < 0 ? indices[i] + count : indices[i];
            if ((uint)places[i] >= (uint)count)
                throw new ArgumentException($"Gather: the place {indices[i]} is beyond axis {axis} of the shape {Shapes.Text(shape)}.", nameof(indices));
        }

        return places;
    }
}
