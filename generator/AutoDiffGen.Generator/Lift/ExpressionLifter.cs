using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Rewrites expressions over <c>Value</c>, operand by operand in the order they stand in. An expression becomes a <c>Value</c> where a part of
/// it is one; what is computed from constants stays <c>double</c>. A kind of expression that is not named here is refused.
/// </summary>
internal sealed partial class ExpressionLifter : CSharpSyntaxVisitor<LiftedExpression>
{
    private static readonly LiftedExpression Nothing = LiftedExpression.Primary("default");

    private readonly MethodScope _scope;

    public ExpressionLifter(MethodScope scope) => _scope = scope;

    private LiftSession Session => _scope.Session;

    private SemanticModel Model => _scope.Model;

    /// <summary>The expression, converted as its place converts it.</summary>
    public LiftedExpression Lift(ExpressionSyntax node) => Fit(node, Visit(node));

    private LiftedExpression Fit(ExpressionSyntax node, LiftedExpression visited)
    {
        LiftedExpression lifted = Whole(node, visited);
        return lifted.IsValue ? Convert(node, lifted) : lifted;
    }

    /// <summary>The expression as it stands; an array or span in it must be of <c>Value</c>s, or become a copy that nobody can write to.</summary>
    public LiftedExpression LiftWhole(ExpressionSyntax node) => Whole(node, Visit(node));

    private LiftedExpression Whole(ExpressionSyntax node, LiftedExpression lifted)
    {
        if (lifted.IsValue || lifted == Nothing)
            return lifted;
        TypeInfo type = Model.GetTypeInfo(node, Session.Cancellation);
        if (!LiftedTypes.HoldsBuffer(type.Type))
            return lifted;
        return LiftedTypes.IsReadOnlySpan(type.Type) || LiftedTypes.IsReadOnlySpan(type.ConvertedType)
            ? LiftedExpression.Primary($"global::AutoDiffGen.Runtime.Lifting.Constants({lifted.Text})", isValue: true)
            : Refuse(node, $"it passes on the array '{Short(node)}', which is not of the tape");
    }

    public override LiftedExpression Visit(SyntaxNode? node)
    {
        // A sum of thousands of terms nests as deeply: better an exception, which the reader of the method reports, than the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return base.Visit(node);
    }

    /// <summary>The declaration of locals, without its semicolon: explicitly typed where it makes <c>Value</c>s.</summary>
    public string Declaration(VariableDeclarationSyntax node)
    {
        bool isConst = node.Parent is LocalDeclarationStatementSyntax { IsConst: true };
        ITypeSymbol? type = node.Variables.Select(v => (Model.GetDeclaredSymbol(v, Session.Cancellation) as ILocalSymbol)?.Type).FirstOrDefault();
        string typeName = DeclaredType(node.Type, type, isConst);
        if (LiftedTypes.IsSpan(type) && node.Type is not ScopedTypeSyntax && node.Variables.Any(v => v.Initializer is { } initializer && IsOfBlock(initializer.Value)))
            typeName = "scoped " + typeName;
        return $"{typeName} {string.Join(", ", node.Variables.Select(Declarator))}";
    }

    public string When(WhenClauseSyntax? clause) => clause is null ? "" : $" when {Lift(clause.Condition).Text}";

    public PatternLifter Patterns(ExpressionSyntax subject, IEnumerable<PatternSyntax> patterns) => new(this, _scope, subject, patterns);

    public override LiftedExpression DefaultVisit(SyntaxNode node) => Refuse(node, $"it contains an expression that the tape cannot follow ('{Short(node)}')");

    public override LiftedExpression VisitLiteralExpression(LiteralExpressionSyntax node) => node.IsKind(SyntaxKind.DefaultLiteralExpression)
        ? Default(node, Model.GetTypeInfo(node, Session.Cancellation).ConvertedType) // a bare 'default' would become that of whatever stands around it
        : LiftedExpression.Primary(node.Kind() switch
    {
        SyntaxKind.StringLiteralExpression when node.Token.Text.Contains("\n") => SymbolDisplay.FormatLiteral(node.Token.ValueText, quote: true),
        _ => node.Token.Text,
    });

    public override LiftedExpression VisitDefaultExpression(DefaultExpressionSyntax node) =>
        Default(node, Model.GetTypeInfo(node, Session.Cancellation).Type);

    public override LiftedExpression VisitParenthesizedExpression(ParenthesizedExpressionSyntax node)
    {
        LiftedExpression inner = Lift(node.Expression);
        return LiftedExpression.Primary($"({inner.Text})", inner.IsValue);
    }

    public override LiftedExpression VisitCheckedExpression(CheckedExpressionSyntax node)
    {
        LiftedExpression inner = Lift(node.Expression);
        return LiftedExpression.Primary($"{node.Keyword.Text}({inner.Text})", inner.IsValue);
    }

    public override LiftedExpression VisitThrowExpression(ThrowExpressionSyntax node) =>
        LiftedExpression.Compound($"throw {Lift(node.Expression).Text}");

    public override LiftedExpression VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        LiftedExpression condition = Lift(node.Condition);
        LiftedExpression whenTrue = Lift(node.WhenTrue);
        LiftedExpression whenFalse = Lift(node.WhenFalse);
        return LiftedExpression.Compound(
            $"{condition.Text} ? {whenTrue.Text} : {whenFalse.Text}", whenTrue.IsValue || whenFalse.IsValue);
    }

    public override LiftedExpression VisitTupleExpression(TupleExpressionSyntax node)
    {
        LiftedExpression[] elements = node.Arguments.Select(a => Lift(a.Expression)).ToArray();
        return LiftedExpression.Primary(TupleText(node, elements), elements.Any(e => e.IsValue));
    }

    public override LiftedExpression VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        PatternLifter patterns = Patterns(node.Expression, [node.Pattern]);
        return LiftedExpression.Compound($"{patterns.Subject.Text} is {patterns.Lift(node.Pattern)}");
    }

    public override LiftedExpression VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        PatternLifter patterns = Patterns(node.GoverningExpression, node.Arms.Select(a => a.Pattern));
        List<string> arms = [];
        bool isValue = false;
        foreach (SwitchExpressionArmSyntax arm in node.Arms)
        {
            string pattern = patterns.Lift(arm.Pattern) + When(arm.WhenClause);
            LiftedExpression result = Lift(arm.Expression);
            isValue |= result.IsValue;
            arms.Add($"    {pattern} => {CodeLines.Indent(result.Text)},\n");
        }

        return LiftedExpression.Compound($"{patterns.Subject.AsReceiver} switch\n{{\n{string.Concat(arms)}}}", isValue);
    }

    /// <summary>A tuple of the elements, named as the user named them.</summary>
    public static string TupleText(TupleExpressionSyntax node, IEnumerable<LiftedExpression> elements) =>
        $"({string.Join(", ", node.Arguments.Zip(elements, (a, e) => (a.NameColon is { } name ? $"{name.Name.Identifier.Text}: " : "") + e.Text))})";

    public LiftedExpression Refuse(SyntaxNode node, string reason)
    {
        Session.Refuse(node, reason);
        return Nothing;
    }

    private static string Short(SyntaxNode node)
    {
        string text = string.Join(" ", node.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 40 ? text : text.Substring(0, 37) + "...";
    }

    // What an active value is implicitly converted to: a string's or an exception's argument takes the number, anything else would lose the derivative.
    private LiftedExpression Convert(ExpressionSyntax node, LiftedExpression lifted)
    {
        TypeInfo type = Model.GetTypeInfo(node, Session.Cancellation);
        ITypeSymbol? target = type.ConvertedType;
        ITypeSymbol? source = type.Type;
        if (target is null || LiftedTypes.IsActive(target) || (source is IArrayTypeSymbol && IsAnyArray(node, target)))
            return lifted;
        if (LiftedTypes.IsDouble(source)
            && (target.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType || target.TypeKind == TypeKind.Interface))
        {
            return lifted.AsData;
        }

        return Refuse(node, $"it converts an active value to '{target.ToDisplayString()}'");
    }

    // Where the framework takes an array of no particular type: to copy it, or to look whether it is null.
    private bool IsAnyArray(ExpressionSyntax node, ITypeSymbol target) => target.SpecialType == SpecialType.System_Array
        || (target.SpecialType == SpecialType.System_Object && node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && Model.GetSymbolInfo(call, Session.Cancellation).Symbol is IMethodSymbol { Name: "ThrowIfNull" } method && BufferFunctions.Include(method));

    private LiftedExpression Default(ExpressionSyntax node, ITypeSymbol? type) => type switch
    {
        null => DefaultVisit(node),
        _ when LiftedTypes.HoldsBuffer(type) => LiftedExpression.Primary($"default({LiftedTypes.LiftedName(type)})", isValue: true),
        _ => LiftedExpression.Primary($"default({TypeName(node, type)})"),
    };

    private string Declarator(VariableDeclaratorSyntax variable)
    {
        string name = variable.Identifier.Text;
        return variable.Initializer?.Value switch
        {
            null => name,
            InitializerExpressionSyntax elements => $"{name} = {Initializer(elements)}",
            ExpressionSyntax value => $"{name} = {Lift(value).Text}",
        };
    }

    /// <summary>The type of a local, as its declaration writes it.</summary>
    public string DeclaredType(TypeSyntax node, ITypeSymbol? type, bool isConst = false)
    {
        switch (node)
        {
            case RefTypeSyntax reference:
                string readOnly = reference.ReadOnlyKeyword.IsKind(SyntaxKind.None) ? "" : "readonly ";
                return $"ref {readOnly}{DeclaredType(reference.Type, type, isConst)}";
            case ScopedTypeSyntax scoped:
                return $"scoped {DeclaredType(scoped.Type, type, isConst)}";
        }

        if (type is null || !LiftedTypes.IsSupported(type))
        {
            Session.Refuse(node, $"it declares a local of type '{type?.ToDisplayString() ?? node.ToString()}'");
            return "var";
        }

        if (!isConst && LiftedTypes.IsActive(type))
            return LiftedTypes.LiftedName(type);
        return node.IsVar ? "var" : TypeName(node, type);
    }
}
