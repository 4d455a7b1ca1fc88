using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>Every diagnostic has a page, and what the page says is so: its examples are compiled.</summary>
public class DiagnosticPageTests
{
    private const string Folder = "docs/diagnostics/";

    // The examples leave these out.
    private const string Usings = "global using System; global using AutoDiffGen;";

    // No source is known that causes it.
    private static readonly string[] WithoutExample = [Descriptors.Internal.Id];

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    public static TheoryData<string> IdsWithExample => [.. Descriptors.All.Select(d => d.Id).Except(WithoutExample)];

    [Theory, MemberData(nameof(Ids))]
    public void Has_a_page_under_its_own_title(string id) =>
        Assert.Equal($"{id}: {Descriptors.Get(id).Title}", PageOf(id).Title);

    [Theory, MemberData(nameof(Ids))]
    public void Links_to_its_page(string id) => Assert.EndsWith($"/{Folder}{id}.md", Descriptors.Get(id).HelpLinkUri);

    [Theory, MemberData(nameof(Ids))]
    public void Stands_in_the_index(string id) =>
        Assert.Contains($"| [{id}]({id}.md) | {Descriptors.Get(id).Title} |", new Page(Folder + "README.md").Lines);

    [Fact]
    public void There_is_no_page_of_another()
    {
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(Page.Root, Folder), "ADG*.md").Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(Descriptors.All.Select(d => d.Id), pages.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(IdsWithExample))]
    public async Task The_first_example_reports_it_at_the_marked_lines_with_the_quoted_message(string id)
    {
        Page page = PageOf(id);
        string example = page.Blocks("csharp").First();
        ImmutableArray<Diagnostic> found = await Analyze(example);

        Assert.Equal(Marked(example), found.Select(d => $"{d.Id} at line {d.Location.GetLineSpan().StartLinePosition.Line + 1}").Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Equal(id, d.Id));
        Assert.Contains(page.Quotations.First(), found.Select(d => d.GetMessage()));
    }

    [Theory, MemberData(nameof(IdsWithExample))]
    public async Task The_other_examples_are_right(string id)
    {
        string[] examples = [.. PageOf(id).Blocks("csharp").Skip(1)];
        Assert.NotEmpty(examples);
        foreach (string example in examples)
        {
            Assert.Empty(Marked(example));
            Assert.Empty((await Analyze(example)).Select(d => d.ToString()));
        }
    }

    private static Page PageOf(string id) => new($"{Folder}{id}.md");

    private static async Task<ImmutableArray<Diagnostic>> Analyze(string example)
    {
        CSharpCompilation compilation = Compile.Of(example, Usings);

        // The example shows our error and no other; only calls of generated members are unknown before they are generated.
        Compilation whole = Compile.Generate(compilation, out _);
        Assert.Empty(whole.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        return await Compile.Analyze(compilation);
    }

    /// <summary>The errors that comments at the ends of lines say, <c>// ADG020</c>.</summary>
    private static IEnumerable<string> Marked(string example) =>
        example.Split('\n').Select((text, i) => (Match: Regex.Match(text, @"// (ADG\d+)$"), Line: i + 1))
            .Where(l => l.Match.Success).Select(l => $"{l.Match.Groups[1].Value} at line {l.Line}").Order(StringComparer.Ordinal);
}
