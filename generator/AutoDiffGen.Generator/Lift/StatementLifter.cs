using AutoDiffGen.Generator.FrontEnd.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>Writes statements over <c>Value</c>, with the user's comments. A kind of statement that is not named here is refused.</summary>
internal sealed class StatementLifter : CSharpSyntaxVisitor
{
    private readonly ExpressionLifter _expressions;
    private readonly MethodScope _scope;
    private readonly CodeLines _lines;
    private readonly Stack<PatternLifter> _switches;

    public StatementLifter(ExpressionLifter expressions, MethodScope scope, CodeLines lines, Stack<PatternLifter>? switches = null)
    {
        _switches = switches ?? new();
        _expressions = expressions;
        _scope = scope;
        _lines = lines;
    }

    /// <summary>Writes the statements of a block, without its braces.</summary>
    public void LiftContent(BlockSyntax block)
    {
        WriteComments(block.OpenBraceToken.TrailingTrivia);
        foreach (StatementSyntax statement in block.Statements)
            Lift(statement);
        WriteComments(block.CloseBraceToken.LeadingTrivia);
    }

    public override void VisitBlock(BlockSyntax node)
    {
        _lines.Open();
        LiftContent(node);
        _lines.Close();
    }

    public override void VisitEmptyStatement(EmptyStatementSyntax node) => Write(node, ";");

    // What an assertion says of numbers need not be what can be said of values of the tape.
    public override void VisitExpressionStatement(ExpressionStatementSyntax node) =>
        Write(node, IsAssertion(node.Expression) ? "{ }" : $"{_expressions.Lift(node.Expression).Text};");

    private bool IsAssertion(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax && _scope.Model.GetSymbolInfo(expression, _scope.Session.Cancellation).Symbol is IMethodSymbol method && Assertions.Is(method);

    public override void VisitReturnStatement(ReturnStatementSyntax node) =>
        Write(node, node.Expression is null ? "return;" : $"return {_expressions.Lift(node.Expression).Text};");

    public override void VisitThrowStatement(ThrowStatementSyntax node) =>
        Write(node, node.Expression is null ? "throw;" : $"throw {_expressions.Lift(node.Expression).Text};");

    public override void VisitBreakStatement(BreakStatementSyntax node) => Write(node, "break;");

    public override void VisitContinueStatement(ContinueStatementSyntax node) => Write(node, "continue;");

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.UsingKeyword.IsKind(SyntaxKind.None) || !node.AwaitKeyword.IsKind(SyntaxKind.None))
            _scope.Session.Refuse(node, "it declares a local that is disposed of");
        else
            Write(node, $"{(node.IsConst ? "const " : "")}{_expressions.Declaration(node.Declaration)};");
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        _lines.Add($"if ({_expressions.Lift(node.Condition).Text})");
        LiftEmbedded(node.Statement);
        if (node.Else is not { } alternative)
            return;
        if (alternative.Statement is IfStatementSyntax next)
        {
            // The next condition must be written behind 'else', on the same line: write the chain into a text of its own.
            CodeLines chain = new();
            new StatementLifter(_expressions, _scope, chain, _switches).Visit(next);
            _lines.Add("else " + chain.ToString().TrimEnd('\n'));
            return;
        }

        _lines.Add("else");
        LiftEmbedded(alternative.Statement);
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        _lines.Add($"while ({_expressions.Lift(node.Condition).Text})");
        LiftEmbedded(node.Statement);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        _lines.Add("do");
        LiftEmbedded(node.Statement);
        Write(node, $"while ({_expressions.Lift(node.Condition).Text});");
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        string start = node.Declaration is not null ? _expressions.Declaration(node.Declaration) : List(node.Initializers);
        string condition = node.Condition is null ? "" : " " + _expressions.Lift(node.Condition).Text;
        string step = node.Incrementors.Count == 0 ? "" : " " + List(node.Incrementors);
        _lines.Add($"for ({start};{condition};{step})");
        LiftEmbedded(node.Statement);

        string List(SeparatedSyntaxList<ExpressionSyntax> expressions) => string.Join(", ", expressions.Select(e => _expressions.Lift(e).Text));
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        ITypeSymbol? type = _scope.Model.GetDeclaredSymbol(node, _scope.Session.Cancellation)?.Type;
        if (IsWalkable(node, type))
        {
            LiftedExpression collection = node.Type is RefTypeSyntax ? _expressions.LiftWhole(node.Expression) : _expressions.Visit(node.Expression);
            _lines.Add($"foreach ({_expressions.DeclaredType(node.Type, type)} {node.Identifier.Text} in {collection.Text})");
        }

        LiftEmbedded(node.Statement);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        _lines.Add($"{node.Identifier.Text}:");
        Lift(node.Statement);
    }

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        if (node.IsKind(SyntaxKind.GotoCaseStatement) && _switches.Peek().LiftTarget(node.Expression!) is { } label)
            Write(node, $"goto case {label};");
        else if (node.IsKind(SyntaxKind.GotoCaseStatement))
            DefaultVisit(node);
        else
            Write(node, node.IsKind(SyntaxKind.GotoDefaultStatement) ? "goto default;" : $"goto {node.Expression};");
    }

    public override void VisitCheckedStatement(CheckedStatementSyntax node)
    {
        _lines.Add(node.Keyword.Text);
        VisitBlock(node.Block);
    }

    public override void VisitSwitchStatement(SwitchStatementSyntax node)
    {
        PatternLifter patterns = _expressions.Patterns(
            node.Expression, node.Sections.SelectMany(s => s.Labels).OfType<CasePatternSwitchLabelSyntax>().Select(l => l.Pattern));
        string subject = patterns.Subject.Text;
        _switches.Push(patterns);
        _lines.Add(node.Expression is TupleExpressionSyntax ? $"switch {subject}" : $"switch ({subject})");
        _lines.Open();
        foreach (SwitchSectionSyntax section in node.Sections)
        {
            foreach (SwitchLabelSyntax label in section.Labels)
            {
                WriteComments(label.GetLeadingTrivia());
                _lines.Add(Label(label, patterns));
            }

            _lines.Nest(() =>
            {
                foreach (StatementSyntax statement in section.Statements)
                    Lift(statement);
            });
        }

        WriteComments(node.CloseBraceToken.LeadingTrivia);
        _lines.Close();
        _switches.Pop();
    }

    public override void DefaultVisit(SyntaxNode node) =>
        _scope.Session.Refuse(node, $"it contains a statement that the tape cannot follow ('{node.GetFirstToken().Text}')");

    // Arrays, spans and strings: others may run any code between two elements.
    private bool IsWalkable(ForEachStatementSyntax node, ITypeSymbol? type)
    {
        ITypeSymbol? collection = _scope.Model.GetTypeInfo(node.Expression, _scope.Session.Cancellation).Type;
        if (!node.AwaitKeyword.IsKind(SyntaxKind.None) || !(LiftedTypes.IsActiveBuffer(collection) || LiftedTypes.IsInert(collection)))
            _scope.Session.Refuse(node.Expression, $"it goes through a '{collection?.ToDisplayString()}'");
        else if (LiftedTypes.IsActiveBuffer(collection) && !LiftedTypes.IsActive(type))
            _scope.Session.Refuse(node.Type, $"it converts an active value to '{type?.ToDisplayString()}'");
        else
            return true;
        return false;
    }

    private string Label(SwitchLabelSyntax label, PatternLifter patterns) => label switch
    {
        CaseSwitchLabelSyntax constant => $"case {patterns.LiftConstant(constant.Value)}:",
        CasePatternSwitchLabelSyntax pattern => $"case {patterns.Lift(pattern.Pattern)}{_expressions.When(pattern.WhenClause)}:",
        _ => "default:",
    };

    private void Lift(StatementSyntax statement)
    {
        _scope.Session.Cancellation.ThrowIfCancellationRequested();
        WriteComments(statement.GetLeadingTrivia());
        Visit(statement);
    }

    private void LiftEmbedded(StatementSyntax statement)
    {
        if (statement is BlockSyntax)
            Lift(statement);
        else
            _lines.Nest(() => Lift(statement));
    }

    /// <summary>Writes a statement with the comment at the end of its line.</summary>
    private void Write(StatementSyntax statement, string text)
    {
        SyntaxTrivia comment = statement.GetTrailingTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia));
        _lines.Add(comment == default ? text : $"{text} {comment}");
    }

    private void WriteComments(SyntaxTriviaList trivia)
    {
        foreach (SyntaxTrivia comment in trivia)
        {
            if (comment.IsKind(SyntaxKind.SingleLineCommentTrivia))
                _lines.Add(comment.ToString());
            else if (comment.IsKind(SyntaxKind.MultiLineCommentTrivia))
                _lines.Add(string.Join("\n", comment.ToString().Split('\n').Select((line, i) => (i == 0 ? "" : " ") + line.Trim())));
        }
    }
}
