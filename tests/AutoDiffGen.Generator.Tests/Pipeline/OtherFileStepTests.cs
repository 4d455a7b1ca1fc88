using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace AutoDiffGen.Generator.Tests.Pipeline;

/// <summary>Which steps run again after an edit of what a method depends on, in files other than its own.</summary>
public class OtherFileStepTests
{
    // F depends on everything, H on nothing else.
    private static readonly string[] Files =
    [
        """
        using AutoDiffGen;
        namespace N;
        public static partial class Models
        {
            [Differentiable] public static double F(double x) => Helpers.Outer(x) * x;
            [Differentiable] public static double H(double x) => x * x;
        }
        """,
        """
        namespace N;
        public static class Helpers { public static double Outer(double x) => Deeper.Inner(x) + 1; }
        """,
        """
        namespace N;
        public static class Deeper
        {
            // Twice.
            public static double Inner(double x) => Constants.Two * x * Constants.Scale + Ruled.Of(x);
        }
        """,
        """
        namespace N;
        public static class Constants { public const double Two = 2; public static readonly double Scale = 3; }
        """,
        """
        using AutoDiffGen;
        namespace N;
        public static class Ruled
        {
            public static double Of(double x) => x;
            [PartialOf(typeof(Ruled), nameof(Of))] public static double ByX(double x, double y) => 1;
        }
        """,
    ];

    [Fact]
    public void A_helper() => Edited(1, "+ 1", "+ 2", f: Modified, h: Cached);

    [Fact]
    public void A_helper_of_a_helper() => Edited(2, "* x *", "* x * x *", f: Modified, h: Cached);

    [Fact]
    public void A_comment_in_a_helper_of_a_helper() => Edited(2, "// Twice.", "// Two times.\n\n", f: Cached, h: Cached);

    [Fact]
    public void Whitespace_around_a_helper_of_a_helper() => Edited(2, "    public static double Inner", "\n\n        public static  double  Inner", f: Cached, h: Cached);

    // Its value matters to what is folded; the derivative names it, and stays as it is.
    [Fact]
    public void A_constant_of_a_helper_of_a_helper() => Edited(3, "Two = 2", "Two = 2.5", f: Unchanged, h: Cached);

    [Fact]
    public void A_field_that_is_read_when_the_derivative_runs() => Edited(3, "Scale = 3", "Scale = 4", f: Cached, h: Cached);

    [Fact]
    public void A_field_that_is_no_longer_constant() => Edited(3, "static readonly double Scale", "static double Scale", f: Modified, h: Cached, isGenerated: false);

    [Fact]
    public void An_overload_that_the_call_means_from_now_on() => Edited(2, "Constants.Two * x", "Constants.Two * (int)x", f: Modified, h: Cached);

    [Fact]
    public void The_body_of_a_rule() => Edited(4, "=> 1;", "=> 2;", f: Cached, h: Cached);

    // Which rules there are concerns every method: its derivative is looked at again, and found to be the same.
    [Fact]
    public void The_name_of_a_rule() => Edited(4, "ByX", "ByOther", f: Modified, h: Unchanged);

    [Fact]
    public void A_rule_that_goes() => Edited(4, "[PartialOf(typeof(Ruled), nameof(Of))]", "", f: Modified, h: Unchanged);

    [Fact]
    public void A_rule_for_what_was_differentiated_so_far() =>
        Edited(4, "[PartialOf", "[PartialOf(typeof(Helpers), nameof(Helpers.Outer))] public static double OfOuter(double x, double y) => 2;\n    [PartialOf", f: Modified, h: Unchanged);

    [Fact]
    public void What_a_rule_is_for_is_not_read() => Edited(4, "Of(double x) => x;", "Of(double x) => x * x;", f: Unchanged, h: Cached);

    [Fact]
    public void A_switch_of_the_optimiser()
    {
        CSharpCompilation compilation = Compile.Of(Files);
        GeneratorDriver driver = Compile.Driver().RunGenerators(compilation);
        driver = driver.WithUpdatedAnalyzerConfigOptions(Compile.Properties(optimize: false)).RunGenerators(compilation);
        Assert.Equal([Modified], Reasons(driver, DifferentiableGenerator.Options));
        Assert.All(Reasons(driver, DifferentiableGenerator.Methods), r => Assert.Contains(r, new[] { Cached, Unchanged }));
        Assert.All(Reasons(driver, DifferentiableGenerator.Derivatives), r => Assert.Contains(r, new[] { Modified, Unchanged }));
    }

    private static void Edited(int file, string old, string text, IncrementalStepRunReason f, IncrementalStepRunReason h, bool isGenerated = true)
    {
        CSharpCompilation before = Compile.Of(Files);
        Assert.Empty(before.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        GeneratorDriver driver = Compile.Driver().RunGenerators(before);
        Assert.Equal(2, driver.GetRunResult().GeneratedTrees.Length);
        Assert.Contains(old, Files[file], StringComparison.Ordinal);
        CSharpCompilation after = before.ReplaceSyntaxTree(
            before.SyntaxTrees[file], CSharpSyntaxTree.ParseText(Files[file].Replace(old, text), Compile.ParseOptions, before.SyntaxTrees[file].FilePath));
        Assert.Empty(after.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        driver = driver.RunGenerators(after);
        Assert.Equal([f, h], Reasons(driver, DifferentiableGenerator.Derivatives));
        Assert.Equal(isGenerated ? 2 : 1, driver.GetRunResult().GeneratedTrees.Length);

        // What comes out the same is not put out again.
        if (isGenerated)
            Assert.Equal([f == Unchanged ? Cached : f, h == Unchanged ? Cached : h], Outputs(driver));
    }

    private static IncrementalStepRunReason[] Reasons(GeneratorDriver driver, string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    private static IncrementalStepRunReason[] Outputs(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];
}
