namespace AutoDiffGen.Mutation.Mutants;

/// <summary>A safety check of the code, by its exact text, and the text without it.</summary>
/// <param name="Name">What it keeps from going wrong.</param>
/// <param name="File">The file, from the repository's root.</param>
/// <param name="Original">The check; occurs once in the file, so that an edit of it cannot go unseen here.</param>
/// <param name="Replacement">What compiles and does without.</param>
/// <param name="Proof">What must notice.</param>
internal sealed record SafetyCheck(string Name, string File, string Original, string Replacement, Proof Proof)
{
    /// <exception cref="StaleException">The check is not where the list says.</exception>
    public Mutant In(string root)
    {
        string path = Path.Combine(root, File);
        if (!System.IO.File.Exists(path))
            throw new StaleException($"{Name}: there is no {File}.");
        string text = System.IO.File.ReadAllText(path);
        int start = text.IndexOf(Original, StringComparison.Ordinal);
        if (start < 0)
            throw new StaleException($"{Name}: {File} has no '{Original}'.");
        if (text.IndexOf(Original, start + 1, StringComparison.Ordinal) >= 0)
            throw new StaleException($"{Name}: {File} has '{Original}' more than once.");
        return new Mutant($"check: {Name}", File, start, Original, Replacement, Proof);
    }
}

/// <summary>The list of safety checks no longer describes the code.</summary>
internal sealed class StaleException(string message) : Exception(message);
