using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffGen.Generator;

/// <summary>The MSBuild properties that steer the generator.</summary>
internal static class BuildOptions
{
    /// <summary><c>AutoDiffGenOptimize</c>: <c>false</c> turns the optimiser off, to compare with.</summary>
    public static bool Optimize(AnalyzerConfigOptions options) =>
        !options.TryGetValue("build_property.AutoDiffGenOptimize", out string? value)
        || !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}
