using System.Numerics;

using AutoDiffGen.Dynamic.Functions;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Applies a function of two numbers to tensors of different shapes, and brings adjoints back to those shapes.</summary>
internal static class Broadcasting
{
    /// <summary>z = f(x, y), entry by entry, with x and y stretched to the shape of z.</summary>
    public static void Evaluate<T, TFunction>(
        TFunction f, ReadOnlySpan<T> x, int[] xShape, ReadOnlySpan<T> y, int[] yShape, Span<T> z, int[] zShape)
        where T : IFloatingPointIeee754<T>
        where TFunction : struct, IBinaryFunction<T>
    {
        if (z.IsEmpty) return;
        if (x.Length == z.Length && y.Length == z.Length)
        {
            f.Evaluate(x, y, z);
            return;
        }

        var walk = new Walk(zShape, Shapes.StridesWithin(xShape, zShape), Shapes.StridesWithin(yShape, zShape), innerAxes: 1);
        int length = walk.InnerShape[0];
        bool xVaries = walk.InnerLeft[0] != 0, yVaries = walk.InnerRight[0] != 0;
        for (int at = 0; at < z.Length; at += length, walk.Next())
        {
            Span<T> run = z.Slice(at, length);
            if (xVaries && yVaries) f.Evaluate(x.Slice(walk.Left, length), y.Slice(walk.Right, length), run);
            else if (xVaries) f.Evaluate(x.Slice(walk.Left, length), y[walk.Right], run);
            else if (yVaries) f.Evaluate(x[walk.Left], y.Slice(walk.Right, length), run);
            else f.Evaluate(x.Slice(walk.Left, 1), y.Slice(walk.Right, 1), run);
        }
    }

    /// <summary>The data stretched to a larger shape: itself where nothing is to be repeated, otherwise in an array that is rented.</summary>
    public static ReadOnlySpan<T> Stretch<T>(ReadOnlySpan<T> x, int[] shape, int[] larger, int length, out T[]? rented)
    {
        rented = null;
        if (x.Length == length || x.IsEmpty) return x;
        rented = Buffers<T>.Rent(length);
        Strided.Gather(x, 0, larger, Shapes.StridesWithin(shape, larger), rented);
        return rented;
    }

    /// <summary>Sums an adjoint over what was repeated.</summary>
    public static void Reduce<T>(ReadOnlySpan<T> adjoint, int[] larger, Span<T> sum, int[] shape)
        where T : IFloatingPointIeee754<T>
    {
        if (adjoint.IsEmpty)
        {
            sum.Clear();
            return;
        }

        List<(int Length, bool IsRepeated)> axes = Axes(larger, shape);
        int left = axes.Count(axis => axis.IsRepeated), outer = 1;
        if (left == 0) adjoint.CopyTo(sum);
        int inner = adjoint.Length;
        T[]? rented = null;
        foreach ((int length, bool isRepeated) in axes)
        {
            inner /= length;
            if (!isRepeated)
            {
                outer *= length;
                continue;
            }

            T[]? target = --left == 0 ? null : Buffers<T>.Rent(outer * inner);
            new Reduction(outer, length, inner, []).Sum(adjoint, target is null ? sum : target);
            if (rented is not null) Buffers<T>.Return(rented);
            adjoint = rented = target;
        }
    }

    /// <summary>Which axes are repeated. Such as lie side by side and are all repeated, or all not, are one.</summary>
    private static List<(int Length, bool IsRepeated)> Axes(int[] larger, int[] shape)
    {
        var axes = new List<(int Length, bool IsRepeated)>(larger.Length);
        for (int i = 0; i < larger.Length; i++)
        {
            if (larger[i] == 1) continue;
            int own = i - (larger.Length - shape.Length);
            bool isRepeated = own < 0 || shape[own] == 1;
            if (axes.Count > 0 && axes[^1].IsRepeated == isRepeated) axes[^1] = (axes[^1].Length * larger[i], isRepeated);
            else axes.Add((larger[i], isRepeated));
        }

        return axes;
    }
}
