using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Hostile.Inputs;

/// <summary>The methods of the corpus, each a file of its own with what it needs: small enough that tens of thousands can be spoilt.</summary>
internal static class Slices
{
    private const string Head =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using AutoDiffGen;
        using static AutoDiffGen.Derivatives;

        """;

    private static readonly string[] Dropped = ["At", "Throws", "SinglePrecision", "ZeroDerivative"];

    public static IReadOnlyList<string> All { get; } = [.. Texts().SelectMany(Of)];

    private static IEnumerable<CompilationUnitSyntax> Texts()
    {
        foreach (string name in typeof(Slices).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("Corpus/", StringComparison.Ordinal) && !n.StartsWith("Corpus/Cases/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(typeof(Slices).Assembly.GetManifestResourceStream(name)!);
            yield return SyntaxFactory.ParseCompilationUnit(reader.ReadToEnd(), options: Hosting.Host.ParseOptions);
        }
    }

    private static IEnumerable<string> Of(CompilationUnitSyntax file) => file.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(m => Names(m.AttributeLists).Contains("Differentiable"))
        .Select(m => Head + new Slicer(m, Needed(file, m)).Visit(file)!.ToFullString());

    // By name alone: what is mentioned comes along, and what that mentions.
    private static HashSet<MemberDeclarationSyntax> Needed(CompilationUnitSyntax file, MethodDeclarationSyntax method)
    {
        MemberDeclarationSyntax[] members = [.. file.DescendantNodes().OfType<TypeDeclarationSyntax>().SelectMany(t => t.Members)];
        HashSet<MemberDeclarationSyntax> needed = [method, .. members.Where(m => Names(m.AttributeLists).Any(n => n is "PartialOf" or "VjpOf"))];
        var open = new Stack<MemberDeclarationSyntax>(needed);
        while (open.Count > 0)
        {
            HashSet<string> mentioned = [.. open.Pop().DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)];
            foreach (MemberDeclarationSyntax member in members.Where(m => Declared(m).Any(mentioned.Contains)))
            {
                if (needed.Add(member))
                    open.Push(member);
            }
        }

        return needed;
    }

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        _ => [],
    };

    private static IEnumerable<string> Names(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(l => l.Attributes).Select(a => a.Name.ToString());

    private sealed class Slicer(MethodDeclarationSyntax kept, HashSet<MemberDeclarationSyntax> needed) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => !needed.Contains(node)
            ? null
            : base.VisitMethodDeclaration(node == kept ? node : node.WithAttributeLists(Without(node.AttributeLists, "Differentiable")));

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => needed.Contains(node) ? node : null;

        public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => needed.Contains(node) || node.Parent is not TypeDeclarationSyntax ? node : null;

        public override SyntaxNode? VisitAttributeList(AttributeListSyntax node)
        {
            AttributeSyntax[] left = [.. node.Attributes.Where(a => !Dropped.Contains(a.Name.ToString()))];
            return left.Length == node.Attributes.Count ? node : left.Length == 0 ? null : node.WithAttributes(SyntaxFactory.SeparatedList(left));
        }

        private static SyntaxList<AttributeListSyntax> Without(SyntaxList<AttributeListSyntax> lists, string name) => SyntaxFactory.List(
            lists.Select(l => l.WithAttributes(SyntaxFactory.SeparatedList(l.Attributes.Where(a => a.Name.ToString() != name)))).Where(l => l.Attributes.Count > 0));
    }
}
