namespace AutoDiffGen.Corpus;

/// <summary>Says that the derivative by a parameter is zero at every point, on purpose.</summary>
/// <remarks>Elsewhere a point with a derivative that is not zero is demanded, lest a case pass by doing nothing.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ZeroDerivativeAttribute : Attribute;
