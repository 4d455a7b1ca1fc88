namespace CurveFitting.Fitting;

/// <summary>Why a fit ended.</summary>
public enum FitEnd
{
    /// <summary>The steps are as short as rounding lets them be: this is the solution, to the accuracy of the arithmetic.</summary>
    RoundingReached,

    /// <summary>No step that is long enough to change a parameter makes the fit better.</summary>
    NoProgress,

    /// <summary>The allowed evaluations are used up.</summary>
    EvaluationsUsedUp,
}
