using System.Collections;
using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic;

/// <summary>Makes tensors, and combines them.</summary>
/// <remarks>
/// A shape gives the length of each axis; an empty one is that of a scalar, which has one entry and rank 0. Entries are in row-major order.
/// Data is copied. What is made here is a leaf and requires no gradient, unless it is asked for here or by
/// <see cref="GradTensor{T}.RequiresGrad"/>.
/// </remarks>
public static partial class GradTensor
{
    /// <summary>Makes a tensor of given entries.</summary>
    /// <param name="data">The entries.</param>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of entries.</exception>
    public static GradTensor<T> Create<T>(T[] data, params int[] shape)
        where T : IFloatingPointIeee754<T> => Create(data, shape, requiresGrad: false);

    /// <summary>Makes a tensor of given entries.</summary>
    /// <param name="data">The entries.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of entries.</exception>
    public static GradTensor<T> Create<T>(T[] data, int[] shape, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        return Create(data.AsSpan(), shape, requiresGrad);
    }

    /// <summary>Makes a tensor of given entries.</summary>
    /// <param name="data">The entries.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The shape has another number of entries.</exception>
    public static GradTensor<T> Create<T>(ReadOnlySpan<T> data, int[] shape, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (Shapes.Length("Create", shape) != data.Length)
            throw Shapes.Mismatch("Create", [data.Length], shape, "do not have the same number of entries: those of the data and of the tensor");
        return new GradTensor<T>(data.ToArray(), (int[])shape.Clone(), requiresGrad);
    }

    /// <summary>Makes a tensor of given entries, with the shape of the array.</summary>
    /// <param name="data">The entries.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Create<T>(T[,] data, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        return new GradTensor<T>([.. data.Cast<T>()], [data.GetLength(0), data.GetLength(1)], requiresGrad);
    }

    /// <summary>Makes a matrix of given rows, all of the same length.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The rows are of different lengths.</exception>
    public static GradTensor<T> Create<T>(T[][] rows, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return FromRows(rows, requiresGrad);
    }

    /// <summary>Makes a matrix of given rows, all of the same length.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">The rows are of different lengths.</exception>
    public static GradTensor<T> Create<T>(IReadOnlyList<IReadOnlyList<T>> rows, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return FromRows(rows, requiresGrad);
    }

    /// <summary>Makes a tensor of the entries of one of .NET's.</summary>
    /// <param name="data">The entries, and the shape.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> FromTensor<T>(Tensor<T> data, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        var shape = new int[data.Rank];
        for (int i = 0; i < shape.Length; i++) shape[i] = checked((int)data.Lengths[i]);
        var entries = new T[Shapes.Length("FromTensor", shape)];
        data.FlattenTo(entries);
        return new GradTensor<T>(entries, shape, requiresGrad);
    }

    /// <summary>Makes a tensor of lists of lists, as <see cref="GradTensor{T}.ToNestedList"/> gives them.</summary>
    /// <param name="nested">A number, a list of numbers, a list of such lists, and so on: anything that can be enumerated.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">Lists side by side have different lengths, or hold something else.</exception>
    public static GradTensor<T> FromNestedList<T>(object nested, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(nested);
        var shape = new List<int>();
        for (object? first = nested; first is IEnumerable list; first = list.Cast<object?>().FirstOrDefault()) shape.Add(list.Cast<object?>().Count());
        var entries = new List<T>();
        Add(nested, 0);
        return new GradTensor<T>([.. entries], [.. shape], requiresGrad);

        void Add(object? item, int axis)
        {
            if (axis == shape.Count)
            {
                entries.Add(item is T entry ? entry : throw new ArgumentException($"FromNestedList: '{item}' is not a {typeof(T).Name}.", nameof(nested)));
                return;
            }

            object?[] items = item is IEnumerable list ? [.. list.Cast<object?>()] : [];
            if (items.Length != shape[axis])
                throw Shapes.Mismatch("FromNestedList", [items.Length], [shape[axis]], $"differ: those of lists along axis {axis}");
            foreach (object? inner in items) Add(inner, axis + 1);
        }
    }

    /// <summary>Makes a scalar: a tensor of rank 0.</summary>
    /// <param name="value">Its entry.</param>
    /// <param name="requiresGrad">Whether gradients by it are wanted.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Scalar<T>(T value, bool requiresGrad = false)
        where T : IFloatingPointIeee754<T> => new([value], [], requiresGrad);

    /// <summary>Makes a tensor of zeros.</summary>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Zeros<T>(params int[] shape)
        where T : IFloatingPointIeee754<T> => Filled("Zeros", T.Zero, shape);

    /// <summary>Makes a tensor of ones.</summary>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Ones<T>(params int[] shape)
        where T : IFloatingPointIeee754<T> => Filled("Ones", T.One, shape);

    /// <summary>Makes a tensor whose entries are all the same.</summary>
    /// <param name="value">The entries.</param>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Full<T>(T value, params int[] shape)
        where T : IFloatingPointIeee754<T> => Filled("Full", value, shape);

    /// <summary>Makes the vector 0, 1, …, n − 1.</summary>
    /// <param name="n">Its length.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Arange<T>(int n)
        where T : IFloatingPointIeee754<T>
    {
        GradTensor<T> tensor = Empty<T>("Arange", [n], out T[] data);
        for (int i = 0; i < data.Length; i++) data[i] = T.CreateChecked(i);
        return tensor;
    }

    /// <summary>Makes the n by n matrix with ones on the diagonal and zeros elsewhere.</summary>
    /// <param name="n">Its rows and columns.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> Eye<T>(int n)
        where T : IFloatingPointIeee754<T>
    {
        GradTensor<T> tensor = Empty<T>("Eye", [n, n], out T[] data);
        data.AsSpan().Fill(T.Zero);
        for (int i = 0; i < n; i++) data[i * n + i] = T.One;
        return tensor;
    }

    /// <summary>Opens a scope: the memory of what operations give from here on is used again when it ends.</summary>
    /// <returns>The scope, which ends when it is disposed of. Scopes nest.</returns>
    /// <example><code>
    /// while (training)
    /// {
    ///     using TensorScope scope = GradTensor.Scope();
    ///     optimizer.ZeroGrad(setToNull: false);
    ///     Loss.CrossEntropy(network.Forward(images), digits).Backward();
    ///     optimizer.Step();
    /// }
    /// </code></example>
    public static TensorScope Scope() => new();

    private static GradTensor<T> Filled<T>(string operation, T value, int[] shape)
        where T : IFloatingPointIeee754<T>
    {
        GradTensor<T> tensor = Empty<T>(operation, shape, out T[] data);
        data.AsSpan().Fill(value);
        return tensor;
    }

    private static GradTensor<T> Empty<T>(string operation, int[] shape, out T[] data)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        data = Buffers<T>.Rent(Shapes.Length(operation, shape));
        return new GradTensor<T>(data, (int[])shape.Clone());
    }

    private static GradTensor<T> FromRows<T>(IReadOnlyList<IReadOnlyList<T>> rows, bool requiresGrad)
        where T : IFloatingPointIeee754<T>
    {
        int columns = rows.Count == 0 ? 0 : rows[0].Count;
        int uneven = Enumerable.Range(0, rows.Count).FirstOrDefault(i => rows[i].Count != columns, -1);
        if (uneven >= 0)
            throw Shapes.Mismatch("Create", [columns], [rows[uneven].Count], $"differ: those of row 0 and of row {uneven}");
        return new GradTensor<T>([.. rows.SelectMany(row => row)], [rows.Count, columns], requiresGrad);
    }
}
