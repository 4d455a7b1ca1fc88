using System.Text.RegularExpressions;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>Links between pages, and the files that pages name, exist.</summary>
public class LinkTests
{
    // What `Transform/Keep.cs` is short for.
    private static readonly string[] CodeRoots = ["", "generator/AutoDiffGen.Generator", "generator/AutoDiffGen.Generator/FrontEnd", "src/AutoDiffGen", "tests/AutoDiffGen.Generator.Tests"];

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(Page.Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Page.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Page.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Links_lead_to_files(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Page.Root, page))!;
        IEnumerable<string> links = Prose(page).SelectMany(l => Regex.Matches(l, @"\]\(([^)#\s]+)(#[^)]*)?\)")).Select(m => m.Groups[1].Value)
            .Where(l => !l.Contains("://"));
        Assert.All(links, l => Assert.True(Path.Exists(Path.Combine(folder, l)), l));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Files_that_are_named_exist(string page)
    {
        IEnumerable<string> named = Prose(page).SelectMany(l => Regex.Matches(l, @"`([A-Za-z][\w.]*(?:/[\w.]+)*(?:/|/[\w]+\.cs))`")).Select(m => m.Groups[1].Value);
        Assert.All(named, n => Assert.True(CodeRoots.Any(r => Path.Exists(Path.Combine(Page.Root, r, n))), n));
    }

    // The lines outside of fenced blocks.
    private static IEnumerable<string> Prose(string page)
    {
        bool fenced = false;
        foreach (string line in new Page(page).Lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else if (!fenced)
                yield return line;
        }
    }
}
