using AutoDiffGen.Hostile.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Hostile.Library;

/// <summary>A library's files as one compilation, without the declarations that do not compile here.</summary>
internal static class Sources
{
    // What a build for today's framework would define.
    private static readonly string[] Symbols =
        ["NET", "NETCOREAPP", "NETSTANDARD", "NETSTANDARD2_0", "NETSTANDARD2_1", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "RELEASE"];

    private static readonly CSharpParseOptions ParseOptions = Host.ParseOptions.WithPreprocessorSymbols(Symbols);

    /// <param name="folder">All *.cs files in it are read.</param>
    /// <param name="leftOut">How many declarations do not compile.</param>
    public static CSharpCompilation Read(string folder, out int leftOut)
    {
        CSharpCompilation compilation = Host.Compile([]).AddSyntaxTrees(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => Parse(File.ReadAllText(f), Path.GetRelativePath(folder, f))));
        // Warnings of old code are not looked at.
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable).WithConcurrentBuild(true));
        leftOut = 0;
        while (Errors(compilation) is { Count: > 0 } errors)
        {
            foreach (IGrouping<SyntaxTree, Diagnostic> inFile in errors.GroupBy(e => e.Location.SourceTree!))
            {
                SyntaxNode root = inFile.Key.GetRoot();
                SyntaxNode[] wrong = [.. inFile.Select(e => Declaration(root, e)).Distinct()];
                leftOut += wrong.Length;
                compilation = wrong.Contains(root)
                    ? compilation.RemoveSyntaxTrees(inFile.Key)
                    : compilation.ReplaceSyntaxTree(inFile.Key, Parse(root.RemoveNodes(wrong, SyntaxRemoveOptions.KeepDirectives)!.ToFullString(), inFile.Key.FilePath));
            }
        }

        return compilation;
    }

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path, System.Text.Encoding.UTF8);

    private static List<Diagnostic> Errors(CSharpCompilation compilation)
    {
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
        if (errors.FirstOrDefault(e => e.Location.SourceTree is null) is { } nowhere)
            throw new InvalidOperationException(nowhere.ToString());
        return [.. errors];
    }

    // The smallest declaration around an error; the file, where it is in none.
    private static SyntaxNode Declaration(SyntaxNode root, Diagnostic error) =>
        root.FindNode(error.Location.SourceSpan).AncestorsAndSelf()
            .FirstOrDefault(n => n is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax or UsingDirectiveSyntax or AttributeListSyntax { Parent: not ParameterSyntax }) ?? root;
}
