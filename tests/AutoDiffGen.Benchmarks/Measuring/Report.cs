namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>The table of results, in Markdown.</summary>
internal static class Report
{
    /// <summary>The first two lines.</summary>
    public const string Heading = """
        | program      | size                                       |    value ns | hand/value | generated/value | generated/hand |
        |--------------|--------------------------------------------|------------:|-----------:|----------------:|---------------:|
        """;

    /// <summary>A line.</summary>
    /// <param name="subject">The program.</param>
    /// <param name="timings">How long it takes.</param>
    public static string Row(Subject subject, Timings timings) =>
        $"| {subject.Name,-12} | {subject.Size,-42} | {timings.Value,11:F0} | {timings.HandWritten / timings.Value,10:F2} "
        + $"| {timings.Generated / timings.Value,15:F2} | {timings.Generated / timings.HandWritten,14:F2} |";
}
