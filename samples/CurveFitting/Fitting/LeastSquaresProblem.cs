using CurveFitting.Models;

namespace CurveFitting.Fitting;

/// <summary>A model and the observations it is to follow: the residuals, and their Jacobian by the parameters.</summary>
public sealed class LeastSquaresProblem
{
    private readonly Model _model;
    private readonly double[] _predictors;
    private readonly double[] _responses;

    /// <summary>Puts a model to observations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="predictors">The predictors, one row for each observation.</param>
    /// <param name="responses">The response of each observation.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public LeastSquaresProblem(Model model, IReadOnlyList<IReadOnlyList<double>> predictors, IReadOnlyList<double> responses)
    {
        if (predictors.Count != responses.Count)
            throw new ArgumentException($"There are {predictors.Count} rows of predictors for {responses.Count} responses.", nameof(predictors));
        if (predictors.Any(row => row.Count != model.PredictorCount))
            throw new ArgumentException($"Each row needs {model.PredictorCount} predictors.", nameof(predictors));
        if (responses.Count < model.ParameterCount)
            throw new ArgumentException($"{responses.Count} responses cannot determine {model.ParameterCount} parameters.", nameof(responses));

        _model = model;
        _predictors = [.. predictors.SelectMany(row => row)];
        _responses = [.. responses.Select(model.ResponseScale)];
    }

    /// <summary>How many residuals there are.</summary>
    public int ResidualCount => _responses.Length;

    /// <summary>How many parameters there are.</summary>
    public int ParameterCount => _model.ParameterCount;

    /// <summary>What the model is to follow.</summary>
    public ReadOnlySpan<double> Responses => _responses;

    /// <summary>Evaluates the residuals, model less response, and their Jacobian. Allocates nothing.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="residuals">Receives the residuals.</param>
    /// <param name="jacobian">Receives the Jacobian, a row for each residual.</param>
    public void Evaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
    {
        int n = _model.ParameterCount;
        int width = _model.PredictorCount;
        ModelGradient gradient = _model.Gradient;
        for (int i = 0; i < _responses.Length; i++)
            residuals[i] = gradient(_predictors.AsSpan(i * width, width), parameters, jacobian.Slice(i * n, n)) - _responses[i];
    }
}
