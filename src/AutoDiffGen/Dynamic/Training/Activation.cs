using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>A function without parameters, as a part of a network.</summary>
/// <param name="function">The function, such as <c>x => x.Relu()</c>.</param>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public sealed class Activation<T>(Func<GradTensor<T>, GradTensor<T>> function) : Module<T>
    where T : IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override GradTensor<T> Forward(GradTensor<T> input) => function(input);
}
