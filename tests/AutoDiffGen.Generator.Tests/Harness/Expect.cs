using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>What the tests assert.</summary>
internal static class Expect
{
    private const string Head = "using System; using AutoDiffGen; namespace N; ";

    /// <summary>The members of a static partial class of which one is marked, as a file.</summary>
    public static string InClass(string members) => Head + "public static partial class C { " + members + " }";

    /// <summary>The IR of the marked method and of what it calls, line by line.</summary>
    public static void Ir(string members, string expected)
    {
        CSharpCompilation compilation = Compile.Of(InClass(members));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        ReadResult read = Compile.Read(compilation);
        Assert.Empty(read.Problems.Select(p => p.ToDiagnostic(compilation).GetMessage()));
        Assert.NotNull(read.Model);
        Text(expected, IrText.Of(read.Model));
    }

    /// <summary>The function is this IR.</summary>
    public static void Ir(Function function, string expected) => Text(expected, IrText.Of(function));

    /// <summary>The statements are this IR.</summary>
    public static void Ir(IEnumerable<Stmt> statements, string expected) => Text(expected, IrText.Of(statements));

    private static void Text(string expected, string actual)
    {
        if (Normal(expected) != Normal(actual))
            Assert.Fail("The IR is\n" + actual);
    }

    /// <summary>The analyzer reports the error at exactly the marked places, and nothing else; nothing is generated for the method.</summary>
    public static Task Error(string id, string members, string? message = null) => ErrorInFile(id, InClass(members), message);

    public static async Task ErrorInFile(string id, string source, string? message = null)
    {
        Marked marked = Marked.Parse(source);
        ImmutableArray<Diagnostic> found = await Compile.Analyze(Compile.Of(marked.Text));
        Assert.All(found, d => Assert.True(d.Location.IsInSource));
        string expected = string.Join("\n", marked.Spans.Select(s => $"{id} at '{marked.Text.Substring(s.Start, s.Length)}' ({s})"));
        string actual = string.Join("\n", found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id).Select(d =>
            $"{d.Id} at '{marked.Text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)}' ({d.Location.SourceSpan})"));
        if (expected != actual)
            Assert.Fail($"Expected\n{expected}\nbut found\n{actual}\n{string.Join("\n", found.Select(d => d.GetMessage()))}");
        if (message is not null)
            Assert.Contains(message, found.Select(d => d.GetMessage()));
    }

    /// <summary>The analyzer reports nothing, and the generated code compiles without a warning.</summary>
    public static async Task<string> Clean(params string[] sources)
    {
        CSharpCompilation compilation = Compile.Of(sources);
        Assert.Empty((await Compile.Analyze(compilation)).Select(d => d.ToString()));
        Compilation updated = Compile.Generate(compilation, out GeneratorDriverRunResult result);
        string text = string.Join("\n", result.GeneratedTrees.Select(t => t.ToString()));
        IEnumerable<string> errors = updated.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree is { } tree && result.GeneratedTrees.Contains(tree)).Select(d => d.ToString());
        if (errors.Any())
            Assert.Fail(string.Join("\n", errors) + "\n" + text);
        return text;
    }

    private static string Normal(string text) =>
        string.Join("\n", text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
}
