namespace CurveFitting.Nist;

/// <summary>The solution NIST certifies, to 11 digits.</summary>
/// <param name="Parameters">The parameters that minimise the residual sum of squares.</param>
/// <param name="ResidualSumOfSquares">That minimum.</param>
public sealed record NistCertificate(IReadOnlyList<double> Parameters, double ResidualSumOfSquares);
