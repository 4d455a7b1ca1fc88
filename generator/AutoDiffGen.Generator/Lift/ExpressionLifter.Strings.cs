using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <content>Interpolated strings: of the numbers, so that every message reads as the original's.</content>
internal sealed partial class ExpressionLifter
{
    public override LiftedExpression VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node)
    {
        // Verbatim and raw strings may hold line breaks, which must not be indented: they are written as ordinary ones.
        bool isOrdinary = node.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken);
        bool isVerbatim = node.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken);
        string text = "";
        foreach (InterpolatedStringContentSyntax content in node.Contents)
        {
            text += content switch
            {
                InterpolatedStringTextSyntax part when isOrdinary => part.TextToken.Text,
                InterpolatedStringTextSyntax part when isVerbatim => Escaped(part.TextToken.ValueText),
                InterpolatedStringTextSyntax part => Escaped(part.TextToken.ValueText.Replace("{", "{{").Replace("}", "}}")),
                InterpolationSyntax hole => Hole(hole, isOrdinary),
                _ => "",
            };
        }

        return LiftedExpression.Primary($"$\"{text}\"");
    }

    private static string Escaped(string text)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Substring(1, literal.Length - 2);
    }

    private static bool HasOpenColon(string text)
    {
        int depth = 0;
        foreach (char c in text)
        {
            depth += c is '(' ? 1 : c is ')' ? -1 : 0;
            if (c == ':' && depth <= 0)
                return true;
        }

        // Parentheses inside a string or character may hide one: then be safe.
        return depth != 0 || (text.Contains(":") && text.IndexOfAny(['"', '\'']) >= 0);
    }

    private string Hole(InterpolationSyntax hole, bool isOrdinary)
    {
        LiftedExpression lifted = Lift(hole.Expression);
        if (lifted.IsValue && !LiftedTypes.IsDouble(Model.GetTypeInfo(hole.Expression, Session.Cancellation).Type))
            lifted = Refuse(hole.Expression, $"it writes '{Short(hole.Expression)}' into a string");
        string text = lifted.AsData.Text;

        // Outside parentheses a colon begins the format.
        if (HasOpenColon(text))
            text = $"({text})";
        if (hole.AlignmentClause is { } alignment)
            text += $", {Lift(alignment.Value).Text}";
        if (hole.FormatClause is { } format)
        {
            string formatText = format.FormatStringToken.Text;
            if (!isOrdinary && formatText.IndexOfAny(['"', '\\', '\n', '{', '}']) >= 0)
                Session.Refuse(format, "it formats with quotes or escapes");
            text += ":" + formatText;
        }

        return $"{{{text}}}";
    }
}
