using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator;

/// <summary>The generated file of a method, or why there is none.</summary>
internal sealed record Differentiated(string HintName, string? Text, EquatableArray<DiagnosticInfo> Problems);

/// <summary>From a method's model to the text of its derivatives: pure, so that its result can be cached and its errors reported by the analyzer.</summary>
internal static class Differentiator
{
    public static Differentiated Run(MethodModel model, RuleSet rules, bool optimize, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{model.HintName}: under construction ({rules}, {optimize}, {cancellation}).");
}
