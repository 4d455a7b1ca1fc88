namespace CurveFitting.Fitting;

/// <summary>The settings of a fit. The defaults serve all problems.</summary>
public sealed record LevenbergMarquardtSettings
{
    /// <summary>The radius of the first trust region, as a multiple of the scaled length of the starting point.</summary>
    public double InitialRadius { get; init; } = 1;

    /// <summary>What of a parameter's scale is left after a step, where its derivatives have become smaller.</summary>
    /// <remarks>
    /// 1 would be Moré's rule, under which a scale never shrinks. The way from a far start can pass points where a derivative is
    /// many orders of magnitude above what it is at the solution, and a scale that kept that would hold its parameter fast.
    /// </remarks>
    public double ScaleMemory { get; init; } = 0.8;

    /// <summary>The longest acceleration allowed, as a multiple of the step's length: beyond it the path bends too much for a linear model.</summary>
    public double MaxAcceleration { get; init; } = 0.5;

    /// <summary>The share of the predicted reduction that a step must reach to be taken.</summary>
    public double AcceptedShare { get; init; } = 1e-4;

    /// <summary>The polishing steps in a row that may fail to come closer before the fit ends.</summary>
    public int MaxIdlePolishing { get; init; } = 5;

    /// <summary>The evaluations of residuals and Jacobian after which a fit is given up.</summary>
    public int MaxEvaluations { get; init; } = 20_000;
}
