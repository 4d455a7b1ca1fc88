namespace AutoDiffGen.Fuzz.Judging;

/// <summary>A requirement is not met.</summary>
internal sealed class BrokenException(string kind, string message) : Exception(message)
{
    public string Kind { get; } = kind;
}
