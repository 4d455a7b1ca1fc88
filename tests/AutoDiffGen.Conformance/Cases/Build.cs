namespace AutoDiffGen.Conformance.Cases;

/// <summary>Which of the two corpus assemblies.</summary>
public enum Build
{
    Optimized,
    Unoptimized,
}
