using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// The warnings that the user switched off around a method by <c>#pragma warning</c>. A copy of its body gives the same warnings, and the user
/// has decided about them once.
/// </summary>
internal sealed class SuppressedWarnings
{
    private readonly SortedSet<string> _codes = new(StringComparer.Ordinal);

    /// <summary>Adds what is off where the method begins, or is switched off inside it.</summary>
    public void AddFrom(MethodDeclarationSyntax method)
    {
        HashSet<string> off = new(StringComparer.Ordinal);
        DirectiveTriviaSyntax? directive = (method.SyntaxTree.GetRoot() as CompilationUnitSyntax)?.GetFirstDirective();
        for (; directive is not null && directive.SpanStart < method.Span.End; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma)
                continue;
            IEnumerable<string> codes = pragma.ErrorCodes.Select(Code);
            if (pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
                off.UnionWith(codes);
            else if (directive.SpanStart > method.SpanStart)
                continue;
            else if (pragma.ErrorCodes.Count == 0)
                off.Clear();
            else
                off.ExceptWith(codes);
        }

        _codes.UnionWith(off);
    }

    /// <summary>Switches them off around the lifted text.</summary>
    public string Around(string text)
    {
        if (_codes.Count == 0)
            return text;
        string codes = string.Join(", ", _codes);
        return $"#pragma warning disable {codes} // as around the original\n{text}#pragma warning restore {codes}\n";
    }

    // The compiler's own may be written as numbers: 'disable 8509'.
    private static string Code(ExpressionSyntax code) =>
        code is LiteralExpressionSyntax { Token.Value: int number } ? $"CS{number:0000}" : code.ToString();
}
