using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Rules;

/// <summary>Finds the methods of a compilation that may be rules.</summary>
internal static class RuleMethods
{
    // A tree outlives the compilation: after an edit only the edited file is read again. A table of weak keys keeps no tree alive.
    private static readonly ConditionalWeakTable<SyntaxTree, MethodDeclarationSyntax[]> Known = new();

    /// <summary>Every method whose attributes look like a rule's, whatever its attribute is called here; each once.</summary>
    public static IEnumerable<IMethodSymbol> In(Compilation compilation, CancellationToken cancellation)
    {
        HashSet<IMethodSymbol> found = new(SymbolEqualityComparer.Default);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            MethodDeclarationSyntax[] candidates = Known.GetValue(tree, t => Candidates(t, cancellation));
            if (candidates.Length == 0)
                continue;
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax candidate in candidates)
            {
                if (model.GetDeclaredSymbol(candidate, cancellation) is { } method && found.Add(method.PartialDefinitionPart ?? method))
                    yield return method.PartialDefinitionPart ?? method;
            }
        }
    }

    private static MethodDeclarationSyntax[] Candidates(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .Where(m => m.AttributeLists.SelectMany(l => l.Attributes).Any(MayNameFunction))
        .ToArray();

    // (typeof(T), nameof(T.M), …): the attribute's own name says nothing, it could be an alias.
    private static bool MayNameFunction(AttributeSyntax attribute) => attribute.ArgumentList is { Arguments.Count: >= 2 };
}
