using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic;

/// <content>Functions with an adjoint of their own, as one operation of the graph: generated ones, or any other.</content>
public static partial class GradTensor
{
    /// <summary>Applies a function of tensors whose adjoint is given. Neither of them is recorded.</summary>
    /// <param name="value">The function. What it is given requires no gradient.</param>
    /// <param name="adjoint">Its adjoint, called during the backward pass.</param>
    /// <param name="inputs">The arguments.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">During the backward pass: the adjoint is of another length or shape than the arguments.</exception>
    public static GradTensor<T> Apply<T>(Func<GradTensor<T>[], GradTensor<T>> value, TensorVjp<T> adjoint, params GradTensor<T>[] inputs)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(inputs);
        GradTensor<T>[] arguments = [.. inputs.Select(x => x.Detach())];
        GradTensor<T> data;
        using (Ad.NoGrad()) data = value(arguments) ?? throw new InvalidOperationException("Apply: the function gave null.");

        // A function may give what it was given; the result has memory of its own.
        GradTensor<T> result = arguments.Any(data.SharesMemoryWith) ? Create(data.Data, data.RawShape) : data.Detach();
        if (!IsRecorded(inputs)) return result;
        GradTensor<T> kept = result.Detach();
        result.Record("Apply", inputs, [.. inputs.Select(x => x.Save()), result.Save()], adjoints =>
        {
            using NoGradScope scope = Ad.NoGrad();
            GradTensor<T>?[] derivatives = adjoint(arguments, kept, Create(adjoints.Seed, kept.RawShape))
                ?? throw new InvalidOperationException("Apply: the adjoint gave null.");
            if (derivatives.Length != arguments.Length)
                throw new InvalidOperationException($"Apply: the adjoint gave {derivatives.Length} tensors for {arguments.Length} arguments.");
            for (int i = 0; i < derivatives.Length; i++)
            {
                if (!adjoints.Wants(i) || derivatives[i] is not { } derivative) continue;
                if (!derivative.RawShape.AsSpan().SequenceEqual(arguments[i].RawShape))
                {
                    throw new InvalidOperationException(
                        $"Apply: the adjoint gave a tensor of shape {Shapes.Text(derivative.RawShape)} for an argument of shape "
                        + $"{Shapes.Text(arguments[i].RawShape)}.");
                }

                derivative.Data.CopyTo(adjoints.New(i));
            }
        });
        return result;
    }

    /// <summary>Applies a function of a span to the entries of a tensor.</summary>
    /// <param name="value">The function, such as <c>Models.Energy</c>.</param>
    /// <param name="adjoint">Its adjoint, such as <c>Models.Energy_Vjp</c>.</param>
    /// <param name="x">The argument.</param>
    /// <returns>The value, a scalar.</returns>
    public static GradTensor<T> Apply<T>(SpanFunction<T> value, SpanVjp<T> adjoint, GradTensor<T> x)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(x);
        return Applied([], [x], result => result[0] = value(x.Data), (data, seed, dx) => adjoint(data[0].Data, seed[0], dx[0]));
    }

    /// <summary>Applies a function of two spans to the entries of two tensors.</summary>
    /// <param name="value">The function.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The value, a scalar.</returns>
    public static GradTensor<T> Apply<T>(SpanFunction2<T> value, SpanVjp2<T> adjoint, GradTensor<T> x, GradTensor<T> y)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Applied(
            [], [x, y], result => result[0] = value(x.Data, y.Data),
            (data, seed, dx) => adjoint(data[0].Data, data[1].Data, seed[0], dx[0], dx[1]));
    }

    /// <summary>Applies a function of three spans to the entries of three tensors.</summary>
    /// <param name="value">The function.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="z">The third argument.</param>
    /// <returns>The value, a scalar.</returns>
    public static GradTensor<T> Apply<T>(SpanFunction3<T> value, SpanVjp3<T> adjoint, GradTensor<T> x, GradTensor<T> y, GradTensor<T> z)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(z);
        return Applied(
            [], [x, y, z], result => result[0] = value(x.Data, y.Data, z.Data),
            (data, seed, dx) => adjoint(data[0].Data, data[1].Data, data[2].Data, seed[0], dx[0], dx[1], dx[2]));
    }

    /// <summary>Applies a method that writes its results into a span to the entries of a tensor.</summary>
    /// <param name="value">The method.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The argument.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>The results.</returns>
    public static GradTensor<T> Apply<T>(SpanMap<T> value, SpanMapVjp<T> adjoint, GradTensor<T> x, int[] shape)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(x);
        return Applied(
            shape, [x], result => value(x.Data, result), (data, seed, dx) => adjoint(data[0].Data, new T[seed.Length], dx[0], seed));
    }

    /// <summary>Applies a method that writes its results into a span to the entries of two tensors.</summary>
    /// <param name="value">The method.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>The results.</returns>
    public static GradTensor<T> Apply<T>(SpanMap2<T> value, SpanMap2Vjp<T> adjoint, GradTensor<T> x, GradTensor<T> y, int[] shape)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Applied(
            shape, [x, y], result => value(x.Data, y.Data, result),
            (data, seed, dx) => adjoint(data[0].Data, data[1].Data, new T[seed.Length], dx[0], dx[1], seed));
    }

    private static GradTensor<T> Applied<T>(int[] shape, GradTensor<T>[] inputs, Action<T[]> value, Action<Saved<T>[], T[], T[][]> adjoint)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        _ = Shapes.Length("Apply", shape);
        GradTensor<T> result = GradTensor<T>.New((int[])shape.Clone());
        T[] data = result.Entries;
        data.AsSpan().Clear();
        using (Ad.NoGrad()) value(data);
        if (!IsRecorded(inputs)) return result;

        Saved<T>[] saved = [.. inputs.Select(x => x.Save())];
        int[] lengths = [.. inputs.Select(x => x.Length)];
        result.Record("Apply", inputs, [.. saved], adjoints =>
        {
            // Every argument has an adjoint buffer here, wanted or not, since the method writes to all of them.
            T[][] dx = [.. lengths.Select(length => new T[length])];
            using (Ad.NoGrad()) adjoint(saved, adjoints.Seed.ToArray(), dx);
            for (int i = 0; i < dx.Length; i++)
            {
                if (adjoints.Wants(i)) dx[i].CopyTo(adjoints.New(i));
            }
        });
        return result;
    }
}
