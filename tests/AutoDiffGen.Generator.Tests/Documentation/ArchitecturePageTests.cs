using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>What docs/architecture.md shows of each pass, on its one example, is what the pass does.</summary>
public class ArchitecturePageTests
{
    private static readonly Page Page = new("docs/architecture.md");

    private static readonly Lazy<Stages> Run = new(() => new Stages(Page.BlockAfter("source")));

    public static TheoryData<string> Shown => [.. Page.Comments("stage")];

    [Theory, MemberData(nameof(Shown))]
    public void A_pass_does_what_is_shown(string stage)
    {
        IReadOnlyList<(string Name, string[] Lines)> all = Run.Value.All;
        int at = all.ToList().FindIndex(s => s.Name == stage);
        Assert.True(at >= 0, $"{stage} is none of {string.Join(", ", all.Select(s => s.Name))}");

        string expected = at == 0 ? string.Join("\n", all[0].Lines) + "\n" : Changes.Of(all[at - 1].Lines, all[at].Lines);
        Page.Shows($"stage: {stage}", expected);
    }

    [Fact]
    public void Passes_not_shown_are_said_to_change_nothing_and_do_so()
    {
        IReadOnlyList<(string Name, string[] Lines)> all = Run.Value.All;
        IEnumerable<string> idle = all.Zip(all.Skip(1)).Where(pair => pair.First.Lines.SequenceEqual(pair.Second.Lines)).Select(pair => pair.Second.Name);
        Assert.Equal(Page.Comments("idle").Single().Split(", "), idle);
        Assert.Equal(all.Select(s => s.Name).Except(idle), Page.Comments("stage"));
    }

    [Fact]
    public void The_result_is_what_the_generator_emits()
    {
        Compile.Generate(Compile.Of(Page.BlockAfter("source"), "global using System; global using AutoDiffGen;"), out GeneratorDriverRunResult result);
        Page.Shows("generated", Member.Of(result.GeneratedTrees.Single(), "Signal_Grad"));
    }
}
