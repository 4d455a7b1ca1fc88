namespace AutoDiffGen.Dynamic;

/// <summary>A weighted sum of inputs and a bias, then perhaps <see cref="Value.Relu"/>, on scalars.</summary>
/// <remarks>Its parameters are part of an <see cref="Mlp"/>'s; there they become variables of a tape.</remarks>
public sealed class Neuron
{
    private readonly Mlp network;
    private readonly int first;

    internal Neuron(Mlp network, int first, int inputs, bool isLinear)
    {
        this.network = network;
        this.first = first;
        Inputs = inputs;
        IsLinear = isLinear;
    }

    /// <summary>How many inputs there are.</summary>
    public int Inputs { get; }

    /// <summary>Whether the sum is the output as it is.</summary>
    public bool IsLinear { get; }

    /// <summary>The weight of each input, then the bias, as variables of the tape that the network is on.</summary>
    public ReadOnlySpan<Value> Parameters => network.Variables.Slice(first, Inputs + 1);

    /// <summary>The output.</summary>
    /// <param name="x">The inputs.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">There are not as many inputs as weights.</exception>
    /// <exception cref="InvalidOperationException">The network is on no tape, or on one that was reset since.</exception>
    public Value Forward(ReadOnlySpan<Value> x)
    {
        if (x.Length != Inputs) throw new ArgumentException($"There are {x.Length} inputs where there are {Inputs} weights.", nameof(x));
        ReadOnlySpan<Value> parameters = Parameters;
        Value sum = parameters[Inputs];
        for (int i = 0; i < x.Length; i++) sum += parameters[i] * x[i];
        return IsLinear ? sum : Value.Relu(sum);
    }
}
