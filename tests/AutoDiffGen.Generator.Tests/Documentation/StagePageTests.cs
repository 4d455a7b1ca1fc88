using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>What the pages show of each pass, on one example, is what the pass does; what they show of other examples is what comes out.</summary>
public class StagePageTests
{
    private static readonly string[] Pages = ["docs/architecture.md", "docs/how-it-works.md"];

    private static readonly Dictionary<string, Lazy<Stages>> Runs = Pages.ToDictionary(p => p, p => new Lazy<Stages>(() => new Stages(new Page(p).BlockAfter("source"))));

    public static TheoryData<string, string> Shown => Of("stage");

    public static TheoryData<string, string> Examples => Of("source");

    public static TheoryData<string> WithStages => [.. Pages];

    [Theory, MemberData(nameof(Shown))]
    public void A_pass_does_what_is_shown(string page, string stage)
    {
        IReadOnlyList<(string Name, string[] Lines)> all = Runs[page].Value.All;
        int at = all.ToList().FindIndex(s => s.Name == stage);
        Assert.True(at >= 0, $"{stage} is none of {string.Join(", ", all.Select(s => s.Name))}");

        string expected = at == 0 ? string.Join("\n", all[0].Lines) + "\n" : Changes.Of(all[at - 1].Lines, all[at].Lines);
        new Page(page).Shows($"stage: {stage}", expected);
    }

    [Theory, MemberData(nameof(WithStages))]
    public void Passes_not_shown_are_said_to_change_nothing_and_do_so(string path)
    {
        var page = new Page(path);
        IReadOnlyList<(string Name, string[] Lines)> all = Runs[path].Value.All;
        IEnumerable<string> idle = all.Zip(all.Skip(1)).Where(pair => pair.First.Lines.SequenceEqual(pair.Second.Lines)).Select(pair => pair.Second.Name);
        string passes = string.Join(", ", idle), shown = string.Join(", ", all.Select(s => s.Name).Except(idle));
        Assert.True(passes == page.Comments("idle").Single(), $"Idle are {passes}.");
        Assert.True(shown == string.Join(", ", page.Comments("stage")), $"To be shown are {shown}.");
    }

    [Theory, MemberData(nameof(WithStages))]
    public void The_result_is_what_the_generator_emits(string page) => Emitted(page, "source", "generated");

    [Theory, MemberData(nameof(Examples))]
    public void The_other_results_are_what_the_generator_emits(string page, string example) => Emitted(page, $"source: {example}", $"generated: {example}");

    private static void Emitted(string path, string source, string generated)
    {
        var page = new Page(path);
        Compile.Generate(Compile.Of(page.BlockAfter(source), "global using System; global using AutoDiffGen;"), out GeneratorDriverRunResult result);
        SyntaxTree file = result.GeneratedTrees.Single();
        string name = file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(m => m.Identifier.ValueText).First(n => n.EndsWith("_Grad", StringComparison.Ordinal));
        page.Shows(generated, Member.Of(file, name));
    }

    private static TheoryData<string, string> Of(string comment)
    {
        var data = new TheoryData<string, string>();
        foreach (string page in Pages)
        {
            foreach (string name in new Page(page).Comments(comment))
                data.Add(page, name);
        }

        return data;
    }
}
