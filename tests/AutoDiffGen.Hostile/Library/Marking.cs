using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiffGen.Hostile.Library;

/// <summary>Attributes the static methods for which it makes sense, as they are, and makes the types around them partial.</summary>
internal static class Marking
{
    private const string Attribute = "[global::AutoDiffGen.Differentiable(global::AutoDiffGen.Derivatives.All)] ";

    /// <param name="only">A part of the names of the methods that are wanted.</param>
    public static CSharpCompilation Run(CSharpCompilation compilation, string only)
    {
        INamedTypeSymbol attribute = compilation.GetTypeByMetadataName(typeof(DifferentiableAttribute).FullName!)!;
        CSharpCompilation marked = compilation;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            var changes = new SortedDictionary<int, string>();
            foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(method) is not { } symbol || !MakesSense(method, symbol) || !Name(symbol).Contains(only, StringComparison.Ordinal))
                    continue;
                if (!symbol.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute)))
                    changes[method.SpanStart] = Attribute;
                foreach (TypeDeclarationSyntax type in method.Ancestors().OfType<TypeDeclarationSyntax>().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword)))
                    changes[type.Keyword.SpanStart] = "partial ";
            }

            // A type may be partial in one file and not in the other, where nothing is marked: it was already.
            if (changes.Count > 0)
                marked = marked.ReplaceSyntaxTree(tree, Sources.Parse(tree.GetText().WithChanges(changes.Select(c => new TextChange(new TextSpan(c.Key, 0), c.Value))).ToString(), tree.FilePath));
        }

        return marked;
    }

    public static string Name(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString()}.{method.Name}";

    private static bool MakesSense(MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        symbol is { IsStatic: true, IsAbstract: false, IsVirtual: false, IsExtern: false, IsAsync: false, MethodKind: MethodKind.Ordinary, PartialImplementationPart: null }
        && (method.Body is not null || method.ExpressionBody is not null)
        && !method.Modifiers.Any(SyntaxKind.UnsafeKeyword)
        && !method.DescendantNodes().Any(n => n is YieldStatementSyntax)
        && symbol.Parameters.Any(p => p.RefKind != RefKind.Out && IsReal(p.Type))
        && (IsReal(symbol.ReturnType) || symbol.Parameters.Any(p => IsReal(p.Type) && (p.RefKind is RefKind.Ref or RefKind.Out || (symbol.ReturnsVoid && Storage(p.Type) is not null))));

    private static bool IsReal(ITypeSymbol type) => (Storage(type) ?? type).SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    // What an array or a span is of; null for what is neither.
    private static ITypeSymbol? Storage(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Storage(array.ElementType) ?? array.ElementType,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element], ContainingNamespace.Name: "System" } => element,
        _ => null,
    };
}
