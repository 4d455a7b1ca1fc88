namespace AutoDiffGen.Dynamic;

/// <summary>A small network of scalars: layers of neurons, with <see cref="Value.Relu"/> between layers. For large ones see <see cref="Mlp{T}"/>.</summary>
/// <remarks>
/// The parameters are numbers here, and become variables of a tape by <see cref="Attach"/>, again after each <see cref="Tape.Reset"/>. A
/// warmed-up step allocates nothing.
/// </remarks>
/// <example><code>
/// var network = new Mlp(2, [16, 1], new Random(1));
/// var gradient = new double[network.Parameters.Length];
/// using var tape = new Tape();
/// for (int step = 0; step &lt; 100; step++)
/// {
///     tape.Reset();
///     network.Attach(tape);
///     Value error = network.Forward(x)[0] - target;
///     (error * error).Backward();
///     network.ReadGradient(gradient);
///     Sgd.Step(network.Parameters, gradient, learningRate: 0.01);
/// }
/// </code></example>
public sealed class Mlp
{
    private readonly double[] parameters;
    private readonly Value[] variables;
    private bool isAttached;

    /// <summary>Makes a network whose weights are spread evenly between ±1, and whose biases are 0, as in micrograd.</summary>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="layers">How many neurons each layer has. The last layer is linear.</param>
    /// <param name="random">Where the weights come from; by default <see cref="Random.Shared"/>.</param>
    /// <exception cref="ArgumentException">There are no layers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no inputs, or a layer without neurons.</exception>
    public Mlp(int inputs, int[] layers, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        if (layers.Length == 0) throw new ArgumentException("There are no layers.", nameof(layers));

        int count = 0;
        var made = new Layer[layers.Length];
        for (int i = 0; i < made.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers[i], nameof(layers));
            var neurons = new Neuron[layers[i]];
            for (int j = 0; j < neurons.Length; j++, count += inputs + 1)
                neurons[j] = new Neuron(this, count, inputs, isLinear: i == made.Length - 1);
            made[i] = new Layer(neurons);
            inputs = layers[i];
        }

        Layers = made;
        parameters = new double[count];
        variables = new Value[count];
        Draw(random ?? Random.Shared);
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>The parameters, neuron by neuron: its weights, then its bias. What is changed here counts from the next <see cref="Attach"/> on.</summary>
    public Span<double> Parameters => parameters;

    /// <summary>The parameters as variables.</summary>
    internal ReadOnlySpan<Value> Variables => isAttached
        ? variables
        : throw new InvalidOperationException("The network's parameters are on no tape: call Attach(tape) first, and again after each Reset.");

    /// <summary>Makes the parameters variables of a tape.</summary>
    /// <param name="tape">The tape.</param>
    public void Attach(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        for (int i = 0; i < parameters.Length; i++) variables[i] = tape.Variable(parameters[i]);
        isAttached = true;
    }

    /// <summary>The outputs.</summary>
    /// <param name="x">The inputs.</param>
    /// <returns>The outputs of the last layer, in memory that the next call uses again.</returns>
    /// <exception cref="ArgumentException">There are not as many inputs as the network has.</exception>
    /// <exception cref="InvalidOperationException">The network is on no tape, or on one that was reset since.</exception>
    public ReadOnlySpan<Value> Forward(params ReadOnlySpan<Value> x)
    {
        ReadOnlySpan<Value> y = Layers[0].Forward(x);
        for (int i = 1; i < Layers.Count; i++) y = Layers[i].Forward(y);
        return y;
    }

    /// <summary>Copies the gradients of the parameters.</summary>
    /// <param name="gradient">Where they go; as long as there are parameters.</param>
    /// <exception cref="ArgumentException">It is of another length.</exception>
    /// <exception cref="InvalidOperationException">The network is on no tape, or on one that was reset since.</exception>
    public void ReadGradient(Span<double> gradient)
    {
        Settings.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        ReadOnlySpan<Value> all = Variables;
        for (int i = 0; i < all.Length; i++) gradient[i] = all[i].Grad;
    }

    private void Draw(Random random)
    {
        int at = 0;
        foreach (Neuron neuron in Layers.SelectMany(layer => layer.Neurons))
        {
            for (int i = 0; i < neuron.Inputs; i++) parameters[at++] = 2 * random.NextDouble() - 1;
            at++; // the bias
        }
    }
}
