namespace CurveFitting.Fitting;

/// <summary>Why a fit ended.</summary>
public enum FitEnd
{
    /// <summary>The steps are as short as rounding lets them be.</summary>
    RoundingReached,

    /// <summary>No step inside the smallest trust region that still moves the parameters makes the fit better.</summary>
    NoProgress,

    /// <summary>The allowed evaluations are used up.</summary>
    EvaluationsUsedUp,
}

/// <summary>What a fit found.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="ResidualSumOfSquares">The residual sum of squares there.</param>
/// <param name="Iterations">The steps taken.</param>
/// <param name="Evaluations">The evaluations of residuals and Jacobian, those of refused steps included.</param>
/// <param name="End">Why it ended.</param>
public sealed record FitResult(
    IReadOnlyList<double> Parameters, double ResidualSumOfSquares, int Iterations, int Evaluations, FitEnd End);
