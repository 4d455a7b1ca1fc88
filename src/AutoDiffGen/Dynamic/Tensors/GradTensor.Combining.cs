using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Functions;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>Several tensors made one.</content>
public static partial class GradTensor
{
    /// <summary>The larger entries of two tensors. At a tie each has one half of the derivative. Shapes are broadcast.</summary>
    public static GradTensor<T> Maximum<T>(GradTensor<T> left, GradTensor<T> right)
        where T : IFloatingPointIeee754<T> => GradTensor<T>.Zip(default(Maximum<T>), left, right);

    /// <summary>The smaller entries of two tensors. At a tie each has one half of the derivative. Shapes are broadcast.</summary>
    public static GradTensor<T> Minimum<T>(GradTensor<T> left, GradTensor<T> right)
        where T : IFloatingPointIeee754<T> => GradTensor<T>.Zip(default(Minimum<T>), left, right);

    /// <summary>Joins tensors along an axis. Their other axes are of the same lengths.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="tensors">At least one tensor.</param>
    /// <exception cref="ArgumentException">There are none, or the shapes do not fit.</exception>
    public static GradTensor<T> Concat<T>(int axis, params GradTensor<T>[] tensors)
        where T : IFloatingPointIeee754<T> => Concat(tensors, axis);

    /// <summary>Joins tensors along an axis. Their other axes are of the same lengths.</summary>
    /// <param name="tensors">At least one tensor.</param>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">There are none, or the shapes do not fit.</exception>
    public static GradTensor<T> Concat<T>(IReadOnlyList<GradTensor<T>> tensors, int axis = 0)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0) throw new ArgumentException("Concat: there are no tensors.", nameof(tensors));
        foreach (GradTensor<T> tensor in tensors) ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
        int[] first = tensors[0].RawShape;
        int at = Shapes.Axis("Concat", axis, first);
        int total = 0;
        foreach (GradTensor<T> tensor in tensors)
        {
            int[] shape = tensor.RawShape;
            if (shape.Length != first.Length || !Shapes.With(shape, at, 0).AsSpan().SequenceEqual(Shapes.With(first, at, 0)))
                throw Shapes.Mismatch("Concat", first, shape, $"differ elsewhere than along axis {at}");
            total = checked(total + shape[at]);
        }

        int[] joined = Shapes.With(first, at, total);
        _ = Shapes.Length("Concat", joined);
        GradTensor<T> result = GradTensor<T>.New(joined);
        T[] data = result.Entries;
        int outer = Shapes.Product(first.AsSpan(0, at));
        int[] runs = [.. tensors.Select(t => outer == 0 ? 0 : t.Length / outer)];
        int start = 0, stride = runs.Sum();
        for (int i = 0; i < runs.Length; i++)
        {
            for (int o = 0; o < outer; o++)
                tensors[i].Data.Slice(o * runs[i], runs[i]).CopyTo(data.AsSpan(o * stride + start));
            start += runs[i];
        }

        if (IsRecorded(tensors))
        {
            result.Record("Concat", [.. tensors], [], adjoints =>
            {
                int from = 0;
                for (int i = 0; i < runs.Length; from += runs[i], i++)
                {
                    if (!adjoints.Wants(i)) continue;
                    Span<T> dx = adjoints.New(i);
                    for (int o = 0; o < outer; o++) adjoints.Seed.Slice(o * stride + from, runs[i]).CopyTo(dx[(o * runs[i])..]);
                }
            });
        }

        return result;
    }

    /// <summary>Joins tensors of the same shape along a new axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="tensors">At least one tensor.</param>
    /// <exception cref="ArgumentException">There are none, or the shapes do not fit.</exception>
    public static GradTensor<T> Stack<T>(int axis, params GradTensor<T>[] tensors)
        where T : IFloatingPointIeee754<T> => Stack(tensors, axis);

    /// <summary>Joins tensors of the same shape along a new axis.</summary>
    /// <param name="tensors">At least one tensor.</param>
    /// <param name="axis">Where the new axis goes; −1 is behind all others.</param>
    /// <exception cref="ArgumentException">There are none, the shapes differ, or there is no such place for an axis.</exception>
    public static GradTensor<T> Stack<T>(IReadOnlyList<GradTensor<T>> tensors, int axis = 0)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0) throw new ArgumentException("Stack: there are no tensors.", nameof(tensors));
        foreach (GradTensor<T> tensor in tensors) ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
        int[] first = tensors[0].RawShape;
        foreach (GradTensor<T> tensor in tensors)
        {
            if (!tensor.RawShape.AsSpan().SequenceEqual(first)) throw Shapes.Mismatch("Stack", first, tensor.RawShape, "differ");
        }

        int at = Shapes.Place("Stack", axis, first);
        return Concat([.. tensors.Select(t => t.Unsqueeze(at))], at);
    }

    /// <summary>Entries of one tensor where a condition holds, elsewhere those of another. Shapes are broadcast.</summary>
    /// <param name="condition">Holds where it is not 0; a comparison, say. No gradient flows to it.</param>
    /// <param name="whenTrue">The entries where it holds.</param>
    /// <param name="whenFalse">The entries where it does not. What is not chosen contributes nothing, not even NaN.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static GradTensor<T> Where<T>(GradTensor<T> condition, GradTensor<T> whenTrue, GradTensor<T> whenFalse)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(whenTrue);
        ArgumentNullException.ThrowIfNull(whenFalse);
        int[] shape = Shapes.Broadcast("Where", condition.RawShape, Shapes.Broadcast("Where", whenTrue.RawShape, whenFalse.RawShape));
        T[] choice = Stretched(condition), x = Stretched(whenTrue), y = Stretched(whenFalse);
        GradTensor<T> result = GradTensor<T>.New(shape);
        T[] data = result.Entries;
        for (int i = 0; i < data.Length; i++) data[i] = choice[i] != T.Zero ? x[i] : y[i];

        if (IsRecorded([whenTrue, whenFalse]))
        {
            int[][] shapes = [whenTrue.RawShape, whenFalse.RawShape];
            result.Record("Where", [whenTrue, whenFalse], [], adjoints =>
            {
                var chosen = new T[choice.Length];
                for (int operand = 0; operand < 2; operand++)
                {
                    if (!adjoints.Wants(operand)) continue;
                    for (int i = 0; i < chosen.Length; i++) chosen[i] = (choice[i] != T.Zero) == (operand == 0) ? adjoints.Seed[i] : T.Zero;
                    Broadcasting.Reduce(chosen, shape, adjoints.New(operand), shapes[operand]);
                }
            });
        }

        return result;

        T[] Stretched(GradTensor<T> tensor) => tensor.Detach().BroadcastTo(shape).ToArray();
    }

    /// <summary>Entries of one tensor where a condition holds, elsewhere those of another of the same shape.</summary>
    /// <param name="condition">As many as there are entries, in row-major order.</param>
    /// <param name="whenTrue">The entries where it holds.</param>
    /// <param name="whenFalse">The entries where it does not.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static GradTensor<T> Where<T>(bool[] condition, GradTensor<T> whenTrue, GradTensor<T> whenFalse)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(whenTrue);
        ArgumentNullException.ThrowIfNull(whenFalse);
        int[] shape = Shapes.Broadcast("Where", whenTrue.RawShape, whenFalse.RawShape);
        if (Shapes.Product(shape) != condition.Length)
            throw Shapes.Mismatch("Where", [condition.Length], shape, "do not have the same number of entries: those of the condition and of the tensors");
        return Where(Create([.. condition.Select(c => c ? T.One : T.Zero)], shape), whenTrue, whenFalse);
    }

    private static bool IsRecorded<T>(IEnumerable<GradTensor<T>> operands)
        where T : IFloatingPointIeee754<T> => Ad.IsRecording && operands.Any(t => t.RequiresGrad);
}
