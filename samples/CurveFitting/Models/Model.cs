namespace CurveFitting.Models;

/// <summary>The value of a model at one observation, and its gradient by the parameters.</summary>
/// <param name="x">The predictors.</param>
/// <param name="b">The parameters.</param>
/// <param name="g">Receives the gradient.</param>
/// <returns>The value.</returns>
public delegate double ModelGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> b, Span<double> g);

/// <summary>A model of a response by predictors, with the derivatives that were generated for it.</summary>
/// <param name="ParameterCount">How many parameters it has.</param>
/// <param name="PredictorCount">How many predictors it has.</param>
/// <param name="Gradient">Its value and gradient.</param>
public sealed record Model(int ParameterCount, int PredictorCount, ModelGradient Gradient)
{
    /// <summary>What the model describes where that is not the response itself, such as the logarithm of the response.</summary>
    public Func<double, double> ResponseScale { get; init; } = static y => y;
}
