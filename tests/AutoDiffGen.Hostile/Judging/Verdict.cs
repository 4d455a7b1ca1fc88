namespace AutoDiffGen.Hostile.Judging;

/// <summary>What became of an input.</summary>
/// <param name="Failures">What must not happen and did; empty where all is well.</param>
/// <param name="Errors">What the compiler says of the input itself.</param>
/// <param name="Generated">The text of the generated files.</param>
internal sealed record Verdict(Outcome Outcome, IReadOnlyList<string> Failures, IReadOnlyList<string> Refusals, IReadOnlyList<string> Errors, string Generated, TimeSpan Time);

/// <summary>How an input without a failure ended.</summary>
internal enum Outcome
{
    /// <summary>It compiles, and so do its derivatives.</summary>
    Accepted,

    /// <summary>It compiles, and some method was refused.</summary>
    Refused,

    /// <summary>It does not compile.</summary>
    Broken,

    /// <summary>It compiles, and has no attributed method.</summary>
    Unmarked,
}
