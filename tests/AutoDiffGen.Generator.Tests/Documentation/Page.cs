namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>A page of the documentation, by its path from the root of the repository.</summary>
internal sealed class Page(string path)
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public string[] Lines { get; } = Read(path).Split('\n');

    /// <summary>The first heading, without its mark.</summary>
    public string Title => Lines.First(l => l.StartsWith("# ", StringComparison.Ordinal))[2..];

    /// <summary>The quotations, each on one line.</summary>
    public IEnumerable<string> Quotations => Lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..]);

    /// <summary>The fenced blocks of a language, in order.</summary>
    public IEnumerable<string> Blocks(string language) => Fenced().Where(b => b.Language == language).Select(b => b.Text);

    /// <summary>What comments on lines of their own say under a name, <c>&lt;!-- stage: Inline --&gt;</c>, in order.</summary>
    public IEnumerable<string> Comments(string name) => Lines
        .Where(l => l.StartsWith($"<!-- {name}: ", StringComparison.Ordinal) && l.EndsWith(" -->", StringComparison.Ordinal))
        .Select(l => l[$"<!-- {name}: ".Length..^" -->".Length]);

    /// <summary>The fenced block that follows a comment on a line of its own, <c>&lt;!-- generated --&gt;</c>.</summary>
    public string BlockAfter(string comment)
    {
        int line = Array.IndexOf(Lines, $"<!-- {comment} -->");
        Assert.True(line >= 0, $"{path} has no line <!-- {comment} -->");
        return Fenced().First(b => b.Line > line).Text;
    }

    /// <summary>
    /// Asserts that the block after a comment is what it should be. With the environment variable <c>ACCEPT_SNAPSHOTS=1</c> it is written
    /// there instead.
    /// </summary>
    public void Shows(string comment, string expected)
    {
        string shown = BlockAfter(comment);
        if (shown == expected)
            return;
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") != "1")
            Assert.Fail($"{path} must show after <!-- {comment} --> (accept with ACCEPT_SNAPSHOTS=1):\n{expected}");

        string[] lines = Read(path).Split('\n');
        int start = Array.FindIndex(lines, Array.IndexOf(lines, $"<!-- {comment} -->"), l => l.StartsWith("```", StringComparison.Ordinal)) + 1;
        int end = Array.IndexOf(lines, "```", start);
        File.WriteAllText(Path.Combine(Root, path), string.Join("\n", [.. lines[..start], .. expected.TrimEnd('\n').Split('\n'), .. lines[end..]]));
    }

    private IEnumerable<(int Line, string Language, string Text)> Fenced()
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            int end = Array.IndexOf(Lines, "```", i + 1);
            Assert.True(end > i, $"{path}, line {i + 1}: the block is not closed");
            yield return (i, Lines[i][3..].Trim(), string.Join("\n", Lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AutoDiffGen.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
