namespace AutoDiffGen.Dynamic;

/// <summary>Neurons side by side, with the same inputs.</summary>
public sealed class Layer
{
    private readonly Value[] outputs;

    internal Layer(Neuron[] neurons)
    {
        Neurons = neurons;
        outputs = new Value[neurons.Length];
    }

    /// <summary>The neurons.</summary>
    public IReadOnlyList<Neuron> Neurons { get; }

    /// <summary>The outputs.</summary>
    /// <param name="x">The inputs.</param>
    /// <returns>An output of each neuron, in memory that the next call uses again.</returns>
    /// <exception cref="ArgumentException">There are not as many inputs as weights.</exception>
    /// <exception cref="InvalidOperationException">The network is on no tape, or on one that was reset since.</exception>
    public ReadOnlySpan<Value> Forward(scoped ReadOnlySpan<Value> x)
    {
        for (int i = 0; i < outputs.Length; i++) outputs[i] = Neurons[i].Forward(x);
        return outputs;
    }
}
