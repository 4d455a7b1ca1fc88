namespace AutoDiffGen.Corpus;

/// <summary>Says that a method rounds to <c>float</c> inside, though its signature does not show it, so that differences are coarse.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SinglePrecisionAttribute : Attribute;
