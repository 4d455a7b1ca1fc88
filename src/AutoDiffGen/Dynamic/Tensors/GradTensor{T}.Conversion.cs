using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>The entries in other forms. All are copies, in row-major order, and know nothing of derivatives.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>The entries in row-major order.</summary>
    /// <returns>A new array.</returns>
    public TNumber[] ToArray() => (TNumber[])storage.Data.Clone();

    /// <summary>Copies the entries in row-major order.</summary>
    /// <param name="destination">Where they go; at least as long as there are entries.</param>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public void CopyTo(Span<TNumber> destination)
    {
        if (destination.Length < Length)
            throw new ArgumentException($"CopyTo: {destination.Length} places do not hold the shape {Shapes.Text(shape)}.", nameof(destination));
        Data.CopyTo(destination);
    }

    /// <summary>The entries as lists of lists.</summary>
    /// <returns>
    /// For a scalar the number itself, for a vector a <see cref="List{T}"/> of numbers, for a matrix a list of those, and so on.
    /// </returns>
    public object ToNestedList() => Nested(storage.Data, Rank - 1)!;

    /// <summary>The entries as a two-dimensional array.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidOperationException">There are not two axes.</exception>
    public TNumber[,] ToArray2D()
    {
        if (Rank != 2) throw new InvalidOperationException($"ToArray2D is for tensors with two axes; this one has the shape {Shapes.Text(shape)}.");
        var matrix = new TNumber[shape[0], shape[1]];
        for (int i = 0; i < Length; i++) matrix[i / shape[1], i % shape[1]] = storage.Data[i];
        return matrix;
    }

    /// <summary>The entries as a tensor of .NET's.</summary>
    /// <returns>A new tensor of the same shape.</returns>
    public Tensor<TNumber> ToTensor()
    {
        var lengths = new nint[Rank];
        for (int i = 0; i < lengths.Length; i++) lengths[i] = shape[i];
        return Tensor.Create(ToArray(), lengths);
    }

    /// <summary>The entries, those of a long axis left out in the middle, then whether a gradient is required or what computed them.</summary>
    /// <returns>The text, in the invariant culture.</returns>
    public override string ToString() => TensorText.Write(this);

    // The type grows with the rank: List of List of …, one level for each axis from the last to the first.
    private object? Nested<TItem>(TItem[] items, int axis)
    {
        if (axis < 0) return items[0];
        int length = shape[axis];
        var lists = new List<TItem>[Shapes.Product(shape.AsSpan(0, axis))];
        for (int i = 0; i < lists.Length; i++) lists[i] = [.. items.AsSpan(i * length, length)];
        return Nested(lists, axis - 1);
    }
}
