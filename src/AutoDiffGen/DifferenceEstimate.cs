namespace AutoDiffGen;

/// <summary>A derivative estimated from differences.</summary>
/// <param name="Derivative">The estimate; NaN where none could be made.</param>
/// <param name="Error">The estimated absolute error of <paramref name="Derivative"/>, in its units; NaN where no estimate could be made.</param>
public readonly record struct DifferenceEstimate(double Derivative, double Error);
