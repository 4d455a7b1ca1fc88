using System.Text;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// The source of a statement on one line, for the comments of the generated code: comments dropped, whitespace collapsed, no
/// trailing semicolon, and of <c>if</c>, <c>switch</c> and loops the head only. <c>if (x &gt; 0) { … }</c> → <c>if (x &gt; 0)</c>.
/// </summary>
internal static class Origins
{
    private const int Longest = 100;

    public static Origin Of(SyntaxNode node, string? helper) => new(Text(node), Sweep.Primal, helper);

    private static string Text(SyntaxNode node) => node switch
    {
        IfStatementSyntax s => Line(s.IfKeyword, s.CloseParenToken),
        ForStatementSyntax s => Line(s.ForKeyword, s.CloseParenToken),
        CommonForEachStatementSyntax s => Line(s.ForEachKeyword, s.CloseParenToken),
        WhileStatementSyntax s => Line(s.WhileKeyword, s.CloseParenToken),
        DoStatementSyntax s => "do … " + Line(s.WhileKeyword, s.CloseParenToken),
        SwitchStatementSyntax s => Line(s.SwitchKeyword, s.CloseParenToken.IsKind(SyntaxKind.None) ? s.Expression.GetLastToken() : s.CloseParenToken),
        ExpressionSyntax { Parent: ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax m } } e
            when !IsVoid(m) && e is not ThrowExpressionSyntax =>
            Shorten("return " + Line(e.GetFirstToken(), e.GetLastToken())),
        _ => Line(node.GetFirstToken(), node.GetLastToken()),
    };

    private static bool IsVoid(MethodDeclarationSyntax method) =>
        method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static string Line(SyntaxToken first, SyntaxToken last)
    {
        var text = new StringBuilder();
        for (SyntaxToken token = first; ; token = token.GetNextToken())
        {
            if (token == last && token.IsKind(SyntaxKind.SemicolonToken))
                break;
            text.Append(token.Text);
            if (token == last || token.IsKind(SyntaxKind.None) || text.Length > Longest)
                break;
            if (token.HasTrailingTrivia || token.GetNextToken().HasLeadingTrivia)
                text.Append(' ');
        }

        return Shorten(text.ToString());
    }

    private static string Shorten(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (char c in line)
        {
            // A string literal may span lines; a comment may not.
            char kept = char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c;
            if (kept != ' ' || clean.Length == 0 || clean[clean.Length - 1] != ' ')
                clean.Append(kept);
        }

        string text = clean.ToString().Trim();
        if (text.Length <= Longest)
            return text;
        int cut = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return text.Substring(0, cut).TrimEnd() + "…";
    }
}
