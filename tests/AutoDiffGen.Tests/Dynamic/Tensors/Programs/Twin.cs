using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic.Tensors.Programs;

/// <summary>A tensor, and its entries calculated once more, one by one, on a tape.</summary>
internal sealed class Twin(GradTensor<double> tensor, Value[] entries)
{
    public GradTensor<double> Tensor { get; } = tensor;

    /// <summary>The entries as they are now: a change in place gives others.</summary>
    public Value[] Entries { get; set; } = entries;

    public int[] Shape { get; } = tensor.Shape;

    /// <summary>For a leaf that requires a gradient, all the variables it has been: it is another one after each change in place.</summary>
    public List<Value[]> Variables { get; } = [];

    /// <summary>Whether its memory is another tensor's too. Such a one is not changed in place here: the other's entries would have to change.</summary>
    public bool SharesMemory { get; set; }

    public bool RetainsGrad { get; set; }

    /// <summary>The entries repeated as broadcasting does, to a shape that they fit into.</summary>
    public Value[] StretchedTo(int[] shape)
    {
        int[] own = Strides(Shape), strides = new int[shape.Length];
        for (int i = 1; i <= Shape.Length; i++) strides[^i] = Shape[^i] == 1 ? 0 : own[^i];
        return Selected(shape, strides);
    }

    /// <summary>The entries that a shape and strides select, each as a result of its own: gradients by it are not those by the entry.</summary>
    public Value[] Selected(int[] shape, int[] strides)
    {
        int[] places = Strides(shape);
        var selected = new Value[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < selected.Length; i++)
        {
            int at = 0;
            for (int axis = 0; axis < shape.Length; axis++) at += i / places[axis] % shape[axis] * strides[axis];
            selected[i] = Copy(Entries[at]);
        }

        return selected;
    }

    /// <summary>The shape that two are stretched to; null where they do not fit.</summary>
    public static int[]? Broadcast(int[] left, int[] right)
    {
        var shape = new int[Math.Max(left.Length, right.Length)];
        for (int i = 1; i <= shape.Length; i++)
        {
            int x = i <= left.Length ? left[^i] : 1, y = i <= right.Length ? right[^i] : 1;
            if (x != y && x != 1 && y != 1) return null;
            shape[^i] = x == 1 ? y : x;
        }

        return shape;
    }

    public static int[] Strides(int[] shape)
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

    public static Value Copy(Value x) => x * 1;

    public static Value Sum(IEnumerable<Value> entries) => entries.Aggregate((Value)0, (sum, x) => sum + x);
}
