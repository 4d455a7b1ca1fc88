using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>A generated member as pages show it: without its documentation and attributes, at the margin.</summary>
internal static class Member
{
    public static string Of(SyntaxTree generated, string name)
    {
        MethodDeclarationSyntax method = generated.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.ValueText == name);
        string[] lines = [.. generated.GetText().Lines
            .Where(l => l.Start >= method.AttributeLists.Last().FullSpan.End - 1 && l.End <= method.FullSpan.End)
            .Select(l => l.ToString())
            .SkipWhile(l => l.TrimStart().StartsWith('['))];
        int margin = lines[0].Length - lines[0].TrimStart().Length;
        return string.Concat(lines.Select(l => (l.Length > margin ? l[margin..] : "") + "\n")).TrimEnd('\n') + "\n";
    }
}
