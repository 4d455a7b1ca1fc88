using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <content>Random entries. The same state of the generator gives the same tensor.</content>
public static partial class GradTensor
{
    /// <summary>Makes a tensor of numbers from the standard normal distribution.</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> RandomNormal<T>(Random random, params int[] shape)
        where T : IFloatingPointIeee754<T> => Drawn<T>("RandomNormal", shape, random, Normal, 1);

    /// <summary>Makes a tensor of numbers spread evenly from 0 to 1, without 1.</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="shape">The shape.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    public static GradTensor<T> RandomUniform<T>(Random random, params int[] shape)
        where T : IFloatingPointIeee754<T>
    {
        // A double just below 1 may round to a float that is 1; a float's own numbers do not.
        return typeof(T) == typeof(float)
            ? Drawn<T>("RandomUniform", shape, random, static r => r.NextSingle(), 1)
            : Drawn<T>("RandomUniform", shape, random, static r => r.NextDouble(), 1);
    }

    /// <summary>
    /// Makes weights spread evenly between ±√(6 / (inputs + outputs)), so that signals keep their size through layers (Glorot and Bengio 2010).
    /// </summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="shape">The shape: outputs, inputs, then the places of a kernel, if any. All are counted as in PyTorch.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static GradTensor<T> XavierUniform<T>(Random random, params int[] shape)
        where T : IFloatingPointIeee754<T> =>
        Drawn<T>("XavierUniform", shape, random, static r => 2 * r.NextDouble() - 1, Math.Sqrt(6.0 / Fans("XavierUniform", shape)));

    /// <summary>Makes weights from the normal distribution with the standard deviation √(2 / (inputs + outputs)).</summary>
    /// <param name="random">Where randomness comes from.</param>
    /// <param name="shape">The shape: outputs, inputs, then the places of a kernel, if any. All are counted as in PyTorch.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensor.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static GradTensor<T> XavierNormal<T>(Random random, params int[] shape)
        where T : IFloatingPointIeee754<T> =>
        Drawn<T>("XavierNormal", shape, random, Normal, Math.Sqrt(2.0 / Fans("XavierNormal", shape)));

    private static GradTensor<T> Drawn<T>(string operation, int[] shape, Random random, Func<Random, double> draw, double scale)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        GradTensor<T> tensor = Empty<T>(operation, shape, out T[] data);
        foreach (ref T entry in data.AsSpan()) entry = T.CreateChecked(scale * draw(random));
        return tensor;
    }

    // The method of Box and Muller; 1 − u is never 0.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Inputs and outputs of each unit, added up.</summary>
    private static double Fans(string operation, int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length < 2) throw new ArgumentException($"{operation}: the shape {Shapes.Text(shape)} has no inputs and outputs.", nameof(shape));
        _ = Shapes.Length(operation, shape);
        return Shapes.Product(shape.AsSpan(2)) * ((double)shape[0] + shape[1]);
    }
}
