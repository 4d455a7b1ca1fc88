using System.Globalization;

namespace AutoDiffGen.Dynamic;

/// <summary>Arithmetic on shapes, and what is wrong with them.</summary>
internal static class Shapes
{
    /// <summary>How many entries a tensor of the shape has.</summary>
    /// <exception cref="ArgumentException">A dimension is negative, or there are more entries than an array can hold.</exception>
    public static int Length(string operation, ReadOnlySpan<int> shape)
    {
        long length = 1;
        bool isEmpty = false;
        foreach (int dimension in shape)
        {
            if (dimension < 0) throw new ArgumentException($"{operation}: the shape {Text(shape)} has a negative dimension.");
            isEmpty |= dimension == 0;
            length = Math.Min(length * Math.Max(dimension, 1), int.MaxValue);
        }

        if (isEmpty) return 0;
        if (length > Array.MaxLength) throw new ArgumentException($"{operation}: the shape {Text(shape)} has more entries than an array can hold.");
        return (int)length;
    }

    /// <summary>The product of dimensions of a shape that is known to be one.</summary>
    public static int Product(ReadOnlySpan<int> dimensions)
    {
        int product = 1;
        foreach (int dimension in dimensions) product *= dimension;
        return product;
    }

    /// <summary>The shape in words, such as (2, 3); () is that of a scalar.</summary>
    public static string Text(ReadOnlySpan<int> shape)
    {
        var texts = new string[shape.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = shape[i].ToString(CultureInfo.InvariantCulture);
        return $"({string.Join(", ", texts)})";
    }

    /// <summary>An axis counted from the front, where one may be negative and counted from the back.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static int Axis(string operation, int axis, ReadOnlySpan<int> shape)
    {
        int counted = axis < 0 ? axis + shape.Length : axis;
        return (uint)counted < (uint)shape.Length
            ? counted
            : throw new ArgumentException($"{operation}: a tensor of shape {Text(shape)} has no axis {axis}.", nameof(axis));
    }

    /// <summary>Where a new axis goes, counted from the front; one that is negative is counted from the back, −1 behind all others.</summary>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public static int Place(string operation, int axis, ReadOnlySpan<int> shape)
    {
        int counted = axis < 0 ? axis + shape.Length + 1 : axis;
        return (uint)counted <= (uint)shape.Length
            ? counted
            : throw new ArgumentException($"{operation}: a tensor of shape {Text(shape)} has no place {axis} for an axis.", nameof(axis));
    }

    /// <summary>The shape that two operands are stretched to: from the back, dimensions are equal or one of them is 1.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static int[] Broadcast(string operation, int[] left, int[] right)
    {
        if (left.AsSpan().SequenceEqual(right)) return left;
        var shape = new int[Math.Max(left.Length, right.Length)];
        for (int i = 1; i <= shape.Length; i++)
        {
            int x = i <= left.Length ? left[^i] : 1;
            int y = i <= right.Length ? right[^i] : 1;
            if (x != y && x != 1 && y != 1) throw Mismatch(operation, left, right, "cannot be broadcast together");
            shape[^i] = x == 1 ? y : x;
        }

        _ = Length(operation, shape);
        return shape;
    }

    /// <summary>How far apart entries are along each axis of a dense tensor.</summary>
    public static int[] Strides(ReadOnlySpan<int> shape)
    {
        var strides = new int[shape.Length];
        int stride = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= shape[i];
        }

        return strides;
    }

    /// <summary>How far apart entries are when a dense tensor is stretched to a larger shape: 0 along an axis it is repeated on.</summary>
    public static int[] StridesWithin(int[] shape, int[] larger)
    {
        int[] own = Strides(shape);
        var strides = new int[larger.Length];
        for (int i = 1; i <= shape.Length; i++)
            strides[^i] = shape[^i] == 1 ? 0 : own[^i];
        return strides;
    }

    /// <summary>The shape with one dimension replaced.</summary>
    public static int[] With(int[] shape, int axis, int dimension)
    {
        var changed = (int[])shape.Clone();
        changed[axis] = dimension;
        return changed;
    }

    public static int[] Without(int[] shape, int axis) => [.. shape[..axis], .. shape[(axis + 1)..]];

    public static ArgumentException Mismatch(string operation, ReadOnlySpan<int> left, ReadOnlySpan<int> right, string problem) =>
        new($"{operation}: the shapes {Text(left)} and {Text(right)} {problem}.");
}
