using AutoDiffGen.Hostile.Constructs;
using AutoDiffGen.Hostile.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Hostile;

/// <summary>Nothing that C# can say is forgotten among the constructs: not even what a later compiler adds.</summary>
public class SyntaxTests
{
    [Fact]
    public void Every_kind_of_syntax_is_among_the_constructs()
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var tried = new HashSet<SyntaxKind>(Catalog.All
            .SelectMany(c => CSharpSyntaxTree.ParseText(c.Source, options).GetRoot().DescendantNodesAndSelf(descendIntoTrivia: true).Select(n => n.Kind())));
        string[] missing = [.. Enum.GetValues<SyntaxKind>().Where(k => IsNode(k) && !tried.Contains(k)).Select(k => k.ToString()).Except(Elsewhere).Order()];
        Assert.True(missing.Length == 0, string.Join(", ", missing));
    }

    private static bool IsNode(SyntaxKind kind)
    {
        string name = kind.ToString();
        return !SyntaxFacts.IsAnyToken(kind) && !SyntaxFacts.IsTrivia(kind) && kind is not (SyntaxKind.None or SyntaxKind.List)
            && !name.EndsWith("Token", StringComparison.Ordinal) && !name.EndsWith("Keyword", StringComparison.Ordinal) && !name.EndsWith("Trivia", StringComparison.Ordinal);
    }

    // What only broken code has is among the spoilt inputs. The others are of no released version of the language.
    private static readonly string[] Elsewhere = [nameof(SyntaxKind.UnknownAccessorDeclaration), "UnionDeclaration", "UnsafeExpression", "WithElement"];
}
