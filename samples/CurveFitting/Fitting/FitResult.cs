namespace CurveFitting.Fitting;

/// <summary>What a fit found.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="ResidualSumOfSquares">The residual sum of squares there.</param>
/// <param name="Iterations">The steps taken.</param>
/// <param name="Evaluations">The evaluations of residuals and Jacobian, those of refused steps and accelerations included.</param>
/// <param name="End">Why it ended.</param>
public sealed record FitResult(
    IReadOnlyList<double> Parameters, double ResidualSumOfSquares, int Iterations, int Evaluations, FitEnd End);
