using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffGen.Generator;

/// <summary>The MSBuild properties that steer the generator.</summary>
internal static class BuildOptions
{
    /// <summary>
    /// <c>AutoDiffGenOptimize</c>: <c>false</c> leaves out every pass that only makes derivatives shorter or faster.
    /// <c>AutoDiffGenWithout</c>: names of such passes, with commas between, to leave out. Both are for comparing.
    /// </summary>
    public static Plan Plan(AnalyzerConfigOptions options)
    {
        if (options.TryGetValue("build_property.AutoDiffGenOptimize", out string? value)
            && string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase))
            return Generator.Plan.Bare;
        return options.TryGetValue("build_property.AutoDiffGenWithout", out string? without) && without.Trim().Length > 0
            ? new Plan(without.Split(',').Select(n => n.Trim()).ToEquatableArray())
            : Generator.Plan.Full;
    }
}
