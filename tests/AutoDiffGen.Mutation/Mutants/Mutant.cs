namespace AutoDiffGen.Mutation.Mutants;

/// <summary>One wrong version of the code: a piece of a file, and what stands there instead.</summary>
/// <param name="Name">What is wrong in it, by which it is chosen and reported.</param>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Start">Where the piece starts in the file's text.</param>
/// <param name="Original">The piece.</param>
/// <param name="Replacement">What replaces it.</param>
/// <param name="Proof">What must notice.</param>
internal sealed record Mutant(string Name, string File, int Start, string Original, string Replacement, Proof Proof)
{
    public string Apply(string text) => text[..Start] + Replacement + text[(Start + Original.Length)..];
}
