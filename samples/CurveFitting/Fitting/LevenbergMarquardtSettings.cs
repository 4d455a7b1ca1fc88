namespace CurveFitting.Fitting;

/// <summary>The settings of a fit. There is one set for all problems.</summary>
public sealed record LevenbergMarquardtSettings
{
    /// <summary>The radius of the first trust region, as a multiple of the scaled length of the starting point.</summary>
    public double InitialRadius { get; init; } = 1;

    /// <summary>The share of the predicted reduction that a step must reach to be taken.</summary>
    public double AcceptedShare { get; init; } = 1e-4;

    /// <summary>The evaluations of residuals and Jacobian after which a fit is given up.</summary>
    public int MaxEvaluations { get; init; } = 5000;
}
