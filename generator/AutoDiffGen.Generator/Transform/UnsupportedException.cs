namespace AutoDiffGen.Generator.Transform;

/// <summary>A pass has met what it cannot do; the differentiator reports it at the method.</summary>
/// <param name="words">The construct, as the subject of a sentence.</param>
internal sealed class UnsupportedException(string words) : Exception(words);
