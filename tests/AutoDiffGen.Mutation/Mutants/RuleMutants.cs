using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Mutation.Mutants;

/// <summary>
/// Every rule of the table made wrong: the sign of the whole, of each branch, and each comparison at its edge.
/// <c>x > 0 ? 1 : 0</c> → <c>-(x > 0 ? 1 : 0)</c>, <c>x > 0 ? -(1) : 0</c>, <c>x > 0 ? 1 : 1</c>, <c>x >= 0 ? 1 : 0</c>.
/// </summary>
internal static class RuleMutants
{
    private const string Folder = "src/AutoDiffGen/Rules";

    public static IEnumerable<Mutant> In(string root)
    {
        foreach (string path in Directory.GetFiles(Path.Combine(root, Folder), "*.cs").Order(StringComparer.Ordinal))
        {
            string file = $"{Folder}/{Path.GetFileName(path)}";
            foreach (MethodDeclarationSyntax rule in Syntax.Parse(path).DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (rule.ExpressionBody?.Expression is not { } body)
                    throw new InvalidOperationException($"{file}: the rule {rule.Identifier} is not an expression.");
                foreach ((ExpressionSyntax part, string replacement) in Of(body).DistinctBy(m => (m.Part.Span, m.Replacement)))
                    yield return new Mutant(Name(rule, body, part, replacement), file, part.SpanStart, part.ToString(), replacement, Proof.OfRules);
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax Part, string Replacement)> Of(ExpressionSyntax body)
    {
        yield return (body, Negated(body));
        foreach (SyntaxNode node in body.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ConditionalExpressionSyntax choice:
                    foreach (ExpressionSyntax arm in new[] { choice.WhenTrue, choice.WhenFalse }.Where(a => a is not ConditionalExpressionSyntax))
                        yield return (arm, Negated(arm));
                    break;
                case BinaryExpressionSyntax comparison when Edge(comparison.Kind()) is { } edge:
                    yield return (comparison, $"{comparison.Left} {edge} {comparison.Right}");
                    break;
            }
        }
    }

    // Zero has no sign to flip.
    private static string Negated(ExpressionSyntax expression) => expression.ToString() == "0" ? "1" : $"-({expression})";

    private static string? Edge(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.LessThanExpression => "<=",
        SyntaxKind.LessThanOrEqualExpression => "<",
        SyntaxKind.GreaterThanExpression => ">=",
        SyntaxKind.GreaterThanOrEqualExpression => ">",
        SyntaxKind.EqualsExpression => "!=",
        SyntaxKind.NotEqualsExpression => "==",
        _ => null,
    };

    private static string Name(MethodDeclarationSyntax rule, ExpressionSyntax body, ExpressionSyntax part, string replacement)
    {
        string types = string.Join(", ", rule.ParameterList.Parameters.Select(p => p.Type));
        string wrong = body.ToString()[..(part.SpanStart - body.SpanStart)] + replacement + body.ToString()[(part.Span.End - body.SpanStart)..];
        return $"rule: {rule.Identifier}({types}) => {wrong}";
    }
}
