using AutoDiffGen.Generator.Diagnostics;

namespace AutoDiffGen.Generator.Model;

/// <summary>
/// Takes the places in source files out of a model. The generator reports nothing, so an edit that only moves code, a comment above a
/// method or a line break in it, leaves a model that equals the one before, and nothing is generated anew.
/// </summary>
internal static class WithoutLocations
{
    public static MethodModel Of(MethodModel model) => model with
    {
        Name = LocationInfo.None,
        Helpers = model.Helpers.Select(h => h with { Problems = h.Problems.Select(Of).ToEquatableArray() }).ToEquatableArray(),
        Calls = [],
        Statements = [],
    };

    public static UserRule Of(UserRule rule) => rule with { Location = LocationInfo.None };

    private static DiagnosticInfo Of(DiagnosticInfo problem) => problem with { Location = LocationInfo.None };
}
