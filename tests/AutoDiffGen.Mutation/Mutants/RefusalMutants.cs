using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Mutation.Mutants;

/// <summary>
/// Every condition on which the generator refuses something, made to let it through: <c>if (a || b) throw scope.Refuse(…)</c> →
/// <c>if ((a &amp;&amp; false) || b) …</c> and <c>if (a || (b &amp;&amp; false)) …</c>. A condition that also declares what comes after it relies on stays.
/// </summary>
internal static class RefusalMutants
{
    private const string Generator = "generator/AutoDiffGen.Generator";

    private static readonly string[] Folders = ["FrontEnd", "Rules"];

    public static IEnumerable<Mutant> In(string root)
    {
        foreach (string path in Folders.SelectMany(f => Directory.GetFiles(Path.Combine(root, Generator, f), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal))
        {
            string file = Path.GetRelativePath(root, path).Replace('\\', '/');
            foreach (IfStatementSyntax refusal in Syntax.Parse(path).DescendantNodes().OfType<IfStatementSyntax>().Where(IsRefusal))
            {
                foreach (ExpressionSyntax reason in Alternatives(refusal.Condition).Where(r => !Declares(r)))
                {
                    yield return new Mutant(
                        $"refusal: {file[(Generator.Length + 1)..]}({Line(reason)}): {OneLine(reason)}", file, reason.SpanStart, reason.ToString(), $"(({reason}) && false)",
                        Proof.OfGenerator);
                }
            }
        }
    }

    private static bool IsRefusal(IfStatementSyntax statement)
    {
        // Where a block says more, its first statement says why.
        StatementSyntax first = statement.Statement is BlockSyntax { Statements: [var one, ..] } ? one : statement.Statement;
        return first switch
        {
            ThrowStatementSyntax { Expression: { } thrown } => thrown.ToString().Contains("Refus", StringComparison.Ordinal),
            ReturnStatementSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } or InterpolatedStringExpressionSyntax } => true,
            YieldStatementSyntax { Expression: { } problem } => IsProblem(problem),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "reason" } } } => true,
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var added }] } } => IsProblem(added),
            _ => false,
        };
    }

    private static bool IsProblem(ExpressionSyntax expression) =>
        expression is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "DiagnosticInfo" } };

    private static IEnumerable<ExpressionSyntax> Alternatives(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => Alternatives(or.Left).Concat(Alternatives(or.Right)),
        _ => [condition],
    };

    private static bool Declares(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .Any(n => n is SingleVariableDesignationSyntax or DeclarationExpressionSyntax);

    private static int Line(ExpressionSyntax expression) => expression.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string OneLine(ExpressionSyntax expression) =>
        string.Join(' ', expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
