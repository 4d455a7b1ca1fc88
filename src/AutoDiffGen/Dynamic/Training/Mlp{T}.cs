using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>A multilayer perceptron: linear layers, with an activation between each two.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed class Mlp<T> : Sequential<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Makes a network with random parameters.</summary>
    /// <param name="sizes">The inputs, the units of each hidden layer, the outputs.</param>
    /// <param name="random">Where the first parameters come from; by default <see cref="Random.Shared"/>.</param>
    /// <param name="activation">The function between layers; by default <see cref="GradTensor{T}.Relu"/>.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes.</exception>
    public Mlp(int[] sizes, Random? random = null, Func<GradTensor<T>, GradTensor<T>>? activation = null)
        : base(Layers(sizes, random ?? Random.Shared, activation ?? (static x => x.Relu())))
    {
    }

    private static Module<T>[] Layers(int[] sizes, Random random, Func<GradTensor<T>, GradTensor<T>> activation)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Length < 2) throw new ArgumentException("Mlp: the inputs and the outputs are two sizes at least.", nameof(sizes));
        var layers = new List<Module<T>> { new Linear<T>(sizes[0], sizes[1], random) };
        for (int i = 2; i < sizes.Length; i++)
        {
            layers.Add(new Activation<T>(activation));
            layers.Add(new Linear<T>(sizes[i - 1], sizes[i], random));
        }

        return [.. layers];
    }
}
