using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Pipeline;

/// <summary>Which steps of the generator run again after an edit.</summary>
public class StepTests
{
    private const string Source =
        """
        using AutoDiffGen;
        namespace N;
        public static partial class C
        {
            [Differentiable] public static double F(double x) => G(x) * x;
            [Differentiable] public static double H(double x) => x * x;
            static double G(double x) => K(x);
            static double K(double x) => x + 1;
            [PartialOf(typeof(C), nameof(K))] static double ByX(double x, double y) => 1;
            static void Unrelated() { }
        }
        """;

    [Fact]
    public void An_edit_of_another_method_changes_no_model() => AssertReasons(
        s => s.Replace("Unrelated() { }", "Unrelated() { int i = 3; }"),
        methods: [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged],
        derivatives: [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached]);

    [Fact]
    public void Whitespace_changes_no_model() => AssertReasons(
        s => s.Replace("namespace N;", "\n\n// A comment.\nnamespace N;").Replace("=> G(x) * x", "=>\n            G(x)   * x"),
        methods: [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged],
        derivatives: [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached],
        // A space within a statement is part of what its comment in the generated code says.
        normalize: s => s.Replace("G(x)   * x", "G(x) * x"));

    [Fact]
    public void A_comment_changes_no_model() => AssertReasons(
        s => s.Replace("=> G(x) * x", "=> /* why */ G(x) * x // because").Replace("; // because", ";"),
        methods: [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged],
        derivatives: [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached],
        normalize: s => s.Replace(" // because;", ";"));

    [Fact]
    public void An_edit_of_a_body_changes_its_model_alone() => AssertReasons(
        s => s.Replace("=> x * x", "=> x * x * x"),
        methods: [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified],
        derivatives: [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified]);

    [Fact]
    public void An_edit_of_a_helper_changes_the_models_that_reach_it() => AssertReasons(
        s => s.Replace("G(double x) => K(x)", "G(double x) => K(x) * 2"),
        methods: [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged],
        derivatives: [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);

    [Fact]
    public void A_rule_s_body_is_called_not_read() => AssertReasons(
        s => s.Replace("double y) => 1;", "double y) => 2;"),
        methods: [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged],
        derivatives: [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached]);

    [Fact]
    public void A_new_file_changes_nothing()
    {
        CSharpCompilation before = Compile.Of(Source);
        GeneratorDriver driver = Compile.Driver().RunGenerators(before);
        driver = driver.RunGenerators(before.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other { }", Compile.ParseOptions)));
        Assert.All(Reasons(driver, DifferentiableGenerator.Derivatives), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(Outputs(driver), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void A_first_run_is_all_new()
    {
        GeneratorDriver driver = Compile.Driver().RunGenerators(Compile.Of(Source));
        foreach (string step in new[] { "Methods", "UserRules", "Rules", "Options", "Derivatives" })
            Assert.All(Reasons(driver, step), r => Assert.Equal(IncrementalStepRunReason.New, r));
        Assert.Equal(2, driver.GetRunResult().GeneratedTrees.Length);
    }

    private static void AssertReasons(
        Func<string, string> edit, IncrementalStepRunReason[] methods, IncrementalStepRunReason[] derivatives, Func<string, string>? normalize = null)
    {
        CSharpCompilation before = Compile.Of(Source);
        GeneratorDriver driver = Compile.Driver().RunGenerators(before);
        string edited = edit(Source);
        edited = normalize is null ? edited : normalize(edited);
        Assert.NotEqual(Source, edited);
        SyntaxTree old = before.SyntaxTrees[0];
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(old, old.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(edited))));

        Assert.Equal(methods, Reasons(driver, DifferentiableGenerator.Methods));
        Assert.All(Reasons(driver, DifferentiableGenerator.UserRulesStep), r => Assert.Contains(r, Kept));
        Assert.All(Reasons(driver, DifferentiableGenerator.RulesStep), r => Assert.Contains(r, Kept));
        Assert.All(Reasons(driver, DifferentiableGenerator.Options), r => Assert.Contains(r, Kept));
        Assert.Equal(derivatives, Reasons(driver, DifferentiableGenerator.Derivatives));
        Assert.Equal(derivatives, Outputs(driver));
    }

    private static readonly IncrementalStepRunReason[] Kept = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private static IncrementalStepRunReason[] Reasons(GeneratorDriver driver, string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    private static IncrementalStepRunReason[] Outputs(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];
}
