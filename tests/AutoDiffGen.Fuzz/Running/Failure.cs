using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>What is wrong with the derivatives of a program.</summary>
/// <param name="Kind">Which requirement is not met; shrinking keeps to it.</param>
internal sealed partial record Failure(FuzzProgram Program, string Kind, string Message)
{
    /// <summary>The derivative, where it is no program.</summary>
    public string Generated { get; init; } = "";

    /// <summary>What failures for the same reason mostly have in common: the first line, without names and numbers.</summary>
    public string Likeness => Kind + ": " + Varying().Replace(Kind is "differences" || Kind.StartsWith("agreement") || Kind.StartsWith("seeds") || Kind.StartsWith("value") ? "" : Message.Split('\n')[0], "…");

    [System.Text.RegularExpressions.GeneratedRegex(@"at \(.*?\): |^[^ ]*cs\([0-9,]*\)|'[^']*'|[0-9]+")]
    private static partial System.Text.RegularExpressions.Regex Varying();
}
