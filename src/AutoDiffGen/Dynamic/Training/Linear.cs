using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>x · weightᵀ + bias: each output is a weighted sum of the inputs.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed class Linear<T> : Module<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Makes a layer whose parameters are spread evenly between ±1/√inputs, as in PyTorch.</summary>
    /// <param name="inputs">The length of the last axis of what goes in.</param>
    /// <param name="outputs">The length of the last axis of what comes out.</param>
    /// <param name="random">Where the first parameters come from; by default <see cref="Random.Shared"/>.</param>
    /// <param name="bias">Whether there is a bias.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no inputs or outputs.</exception>
    public Linear(int inputs, int outputs, Random? random = null, bool bias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        random ??= Random.Shared;
        Weight = Drawn(random, inputs, outputs, inputs);
        if (bias) Bias = Drawn(random, inputs, outputs);
    }

    /// <summary>The weights, of shape (outputs, inputs).</summary>
    public GradTensor<T> Weight { get; }

    /// <summary>What is added to each output; null for nothing.</summary>
    public GradTensor<T>? Bias { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, GradTensor<T>>> NamedParameters =>
        Bias is null ? [new("weight", Weight)] : [new("weight", Weight), new("bias", Bias)];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The last axis of <paramref name="input"/> is not as long as there are inputs.</exception>
    public override GradTensor<T> Forward(GradTensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Affine(Weight, Bias);
    }

    private static GradTensor<T> Drawn(Random random, int inputs, params int[] shape)
    {
        T bound = T.One / T.Sqrt(T.CreateChecked(inputs));
        GradTensor<T> parameter = GradTensor.RandomUniform<T>(random, shape) * (bound + bound) - bound;
        parameter.RequiresGrad = true;
        return parameter;
    }
}
