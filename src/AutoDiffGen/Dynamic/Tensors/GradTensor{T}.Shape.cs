using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>The same entries in another shape or order.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>The transpose: the last two axes exchanged.</summary>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public GradTensor<TNumber> T => Transpose();

    /// <summary>The last two axes exchanged.</summary>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public GradTensor<TNumber> Transpose() => Rank >= 2
        ? Transpose(-2, -1)
        : throw new ArgumentException($"Transpose: the shape {Shapes.Text(shape)} has fewer than two axes.");

    /// <summary>Two axes exchanged.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Transpose(int first, int second)
    {
        int[] order = [.. Enumerable.Range(0, Rank)];
        (int i, int j) = (Shapes.Axis("Transpose", first, shape), Shapes.Axis("Transpose", second, shape));
        (order[i], order[j]) = (j, i);
        return Permuted("Transpose", order);
    }

    /// <summary>The axes in another order.</summary>
    /// <param name="axes">For each axis of the result the one that it is here.</param>
    /// <exception cref="ArgumentException">It does not name each axis once.</exception>
    public GradTensor<TNumber> Permute(params int[] axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        int[] order = [.. axes.Select(axis => Shapes.Axis("Permute", axis, shape))];
        if (order.Length != Rank || order.Distinct().Count() != Rank)
            throw new ArgumentException($"Permute: {Shapes.Text(axes)} does not name each axis of the shape {Shapes.Text(shape)} once.", nameof(axes));
        return Permuted("Permute", order);
    }

    /// <summary>The same entries, in the same order, in another shape.</summary>
    /// <param name="shape">The shape. One dimension may be −1, for what is left.</param>
    /// <exception cref="ArgumentException">It has another number of entries.</exception>
    public GradTensor<TNumber> Reshape(params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        GradTensor<TNumber> result = New(Resolved(shape), Data);
        if (IsRecorded) result.Record("Reshape", [this], [], static adjoints => adjoints.Pass(0));
        return result;
    }

    /// <summary>All entries along one axis.</summary>
    public GradTensor<TNumber> Flatten() => Reshape(Length);

    /// <summary>With one more axis, of length 1.</summary>
    /// <param name="axis">Where it goes; −1 is behind all others.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public GradTensor<TNumber> Unsqueeze(int axis)
    {
        int at = Shapes.Place("Unsqueeze", axis, shape);
        return Reshape([.. shape[..at], 1, .. shape[at..]]);
    }

    /// <summary>Without an axis, where its length is 1; otherwise the shape stays.</summary>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Squeeze(int axis)
    {
        int at = Shapes.Axis("Squeeze", axis, shape);
        return Reshape(shape[at] == 1 ? Shapes.Without(shape, at) : shape);
    }

    /// <summary>Without all axes of length 1.</summary>
    public GradTensor<TNumber> Squeeze() => Reshape([.. shape.Where(d => d != 1)]);

    /// <summary>Repeated as broadcasting does, to a larger shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentException">Broadcasting does not lead to the shape.</exception>
    public GradTensor<TNumber> BroadcastTo(params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        int[] to = (int[])shape.Clone(), from = this.shape;
        if (Array.Exists(to, dimension => dimension < 0)) throw Shapes.Mismatch("BroadcastTo", from, to, "do not fit: the second has a negative dimension");
        _ = Shapes.Length("BroadcastTo", to);
        if (!Shapes.Broadcast("BroadcastTo", from, to).AsSpan().SequenceEqual(to))
            throw Shapes.Mismatch("BroadcastTo", from, to, "do not fit: the first cannot be repeated to the second");
        GradTensor<TNumber> result = New(to);
        Strided.Gather(Data, 0, to, Shapes.StridesWithin(from, to), result.storage.Data);
        if (IsRecorded) result.Record("BroadcastTo", [this], [], adjoints => Broadcasting.Reduce(adjoints.Seed, to, adjoints.New(0), from));
        return result;
    }

    private GradTensor<TNumber> Permuted(string name, int[] order)
    {
        int[] from = shape, to = [.. order.Select(axis => from[axis])];
        GradTensor<TNumber> result = New(to);
        int[] strides = Shapes.Strides(from);
        Strided.Gather(Data, 0, to, [.. order.Select(axis => strides[axis])], result.storage.Data);
        if (IsRecorded)
        {
            result.Record(name, [this], [], adjoints =>
            {
                var back = new int[order.Length];
                int[] permuted = Shapes.Strides(to);
                for (int i = 0; i < order.Length; i++) back[order[i]] = permuted[i];
                Strided.Gather(adjoints.Seed, 0, from, back, adjoints.New(0));
            });
        }

        return result;
    }

    private int[] Resolved(int[] wanted)
    {
        var resolved = (int[])wanted.Clone();
        int open = Array.IndexOf(resolved, -1);
        if (open >= 0) resolved[open] = 1;
        if (Array.Exists(resolved, dimension => dimension < 0))
            throw Shapes.Mismatch("Reshape", shape, wanted, "do not fit: one dimension may be -1, and none is negative otherwise");

        int rest = Shapes.Length("Reshape", resolved);
        if (open >= 0)
        {
            if (Length == 0 && rest == 0) throw Shapes.Mismatch("Reshape", shape, wanted, "do not fit: the dimension left open could be any");
            resolved[open] = rest == 0 ? 0 : Length / rest;
        }

        if (Shapes.Length("Reshape", resolved) != Length)
            throw Shapes.Mismatch("Reshape", shape, wanted, "do not have the same number of entries");
        return resolved;
    }
}
