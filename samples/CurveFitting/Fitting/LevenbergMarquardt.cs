namespace CurveFitting.Fitting;

/// <summary>Nonlinear least squares by the method of Levenberg and Marquardt, as a trust region with geodesic acceleration.</summary>
/// <param name="settings">The settings.</param>
public sealed class LevenbergMarquardt(LevenbergMarquardtSettings settings)
{
    /// <summary>Fits a model.</summary>
    /// <param name="problem">The model and its observations.</param>
    /// <param name="start">The point to start from.</param>
    /// <param name="progress">Called after each step tried, with the evaluations so far and the sum of squares reached, or null.</param>
    /// <exception cref="ArgumentException">The start has the wrong size, or the model is not finite there.</exception>
    public FitResult Fit(LeastSquaresProblem problem, IReadOnlyList<double> start, Action<int, double>? progress = null)
    {
        if (start.Count != problem.ParameterCount)
            throw new ArgumentException($"The start has {start.Count} parameters and the model {problem.ParameterCount}.", nameof(start));

        var path = new FitPath(problem, settings, start);
        while (path.Next())
            progress?.Invoke(path.Evaluations, path.SumOfSquares);
        return path.Result;
    }
}
