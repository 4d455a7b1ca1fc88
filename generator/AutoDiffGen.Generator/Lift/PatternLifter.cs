using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Lifts the patterns of one subject. Patterns that only test are matched against the number, unchanged: <c>x.Data is > 0 and &lt; 5</c>. Where
/// one of them names its subject, the name must be the <c>Value</c>; so the <c>Value</c> is matched, and each test looks at its number:
/// <c>x is { Data: > 0 } and var d</c>.
/// </summary>
internal sealed class PatternLifter
{
    private readonly ExpressionLifter _expressions;
    private readonly MethodScope _scope;
    private readonly ITypeSymbol? _type;
    private readonly bool _matchesValues;

    public PatternLifter(ExpressionLifter expressions, MethodScope scope, ExpressionSyntax subject, IEnumerable<PatternSyntax> patterns)
    {
        _expressions = expressions;
        _scope = scope;
        _type = scope.Model.GetTypeInfo(subject, scope.Session.Cancellation).Type;
        bool isBound = patterns.Any(Binds);
        LiftedExpression lifted = expressions.LiftWhole(subject);

        // A tuple that is not written out cannot be taken apart: its numbers are reached through its elements.
        _matchesValues = LiftedTypes.IsActive(_type) && (isBound || (lifted.IsValue && subject is not TupleExpressionSyntax && !LiftedTypes.IsDouble(_type)));
        Subject = subject is TupleExpressionSyntax tuple ? TupleSubject(tuple)
            : _matchesValues ? AsValue(lifted, _type!)
            : lifted.AsData;
    }

    /// <summary>What the patterns are matched against.</summary>
    public LiftedExpression Subject { get; }

    public string Lift(PatternSyntax pattern) => _matchesValues ? OnValue(pattern, _type) : Plain(pattern);

    /// <summary>The constant of <c>case 1:</c>.</summary>
    public string LiftConstant(ExpressionSyntax constant) =>
        _matchesValues && LiftedTypes.IsDouble(_type) ? OnData(_expressions.Lift(constant).Text) : _expressions.Lift(constant).Text;

    /// <summary>The constant of <c>goto case 1</c>; null where the labels are patterns, to which there is no way.</summary>
    public string? LiftTarget(ExpressionSyntax constant) => _matchesValues ? null : _expressions.Lift(constant).Text;

    // Whether the pattern gives a name to a part of its subject.
    private static bool Binds(PatternSyntax pattern) => pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Any();

    private static string OnData(string pattern) => $"{{ Data: {pattern} }}";

    private static LiftedExpression AsValue(LiftedExpression lifted, ITypeSymbol type) => lifted.IsValue
        ? lifted
        : LiftedExpression.Primary($"(({LiftedTypes.LiftedName(type)})({lifted.Text}))");

    private LiftedExpression TupleSubject(TupleExpressionSyntax tuple)
    {
        IEnumerable<LiftedExpression> elements = tuple.Arguments.Select(argument =>
        {
            ITypeSymbol? type = _scope.Model.GetTypeInfo(argument.Expression, _scope.Session.Cancellation).Type;
            LiftedExpression element = _expressions.LiftWhole(argument.Expression);
            return !_matchesValues && !LiftedTypes.HoldsBuffer(type) ? element.AsData : _matchesValues && LiftedTypes.IsActive(type) ? AsValue(element, type!) : element;
        });
        return LiftedExpression.Primary(ExpressionLifter.TupleText(tuple, elements.ToArray()), _matchesValues);
    }

    private string OnValue(PatternSyntax pattern, ITypeSymbol? type)
    {
        if (!LiftedTypes.IsActive(type))
            return Plain(pattern);
        switch (pattern)
        {
            case ParenthesizedPatternSyntax inner:
                return $"({OnValue(inner.Pattern, type)})";
            case BinaryPatternSyntax both when Binds(both) || !LiftedTypes.IsDouble(type):
                return $"{OnValue(both.Left, type)} {both.OperatorToken.Text} {OnValue(both.Right, type)}";
            case UnaryPatternSyntax not when Binds(not) || !LiftedTypes.IsDouble(type):
                return $"not {OnValue(not.Pattern, type)}";
            case DiscardPatternSyntax:
                return "_";
            case VarPatternSyntax name:
                return $"var {name.Designation}";
            case TypePatternSyntax or DeclarationPatternSyntax { Designation: DiscardDesignationSyntax } when LiftedTypes.IsDouble(type):
                return "var _";
            case DeclarationPatternSyntax declaration when LiftedTypes.IsDouble(type):
                return $"var {declaration.Designation}";
            case RecursivePatternSyntax { PositionalPatternClause: null, PropertyPatternClause: null or { Subpatterns.Count: 0 } } any when LiftedTypes.IsDouble(type):
                return any.Designation is { } designation ? $"var {designation}" : "var _";
            case RecursivePatternSyntax { Type: null, Designation: null, PropertyPatternClause: null, PositionalPatternClause: { } list }
                when type is INamedTypeSymbol tuple && tuple.TupleElements.Length == list.Subpatterns.Count:
                return $"({string.Join(", ", list.Subpatterns.Select((p, i) => Label(p) + OnValue(p.Pattern, tuple.TupleElements[i].Type)))})";
            // 'null', '{ Length: > 2 }': nothing in them is of the elements.
            case ConstantPatternSyntax or RecursivePatternSyntax { Type: null, Designation: null } when LiftedTypes.IsActiveBuffer(type):
                return Plain(pattern);
            default:
                return LiftedTypes.IsDouble(type) && !Binds(pattern) ? OnData(Plain(pattern)) : Refuse(pattern);
        }
    }

    // A pattern on a scalar, unchanged but for the names of types and constants.
    private string Plain(PatternSyntax pattern)
    {
        switch (pattern)
        {
            case ParenthesizedPatternSyntax inner:
                return $"({Plain(inner.Pattern)})";
            case BinaryPatternSyntax both:
                return $"{Plain(both.Left)} {both.OperatorToken.Text} {Plain(both.Right)}";
            case UnaryPatternSyntax not:
                return $"not {Plain(not.Pattern)}";
            case ConstantPatternSyntax constant:
                return _expressions.Lift(constant.Expression).Text;
            case RelationalPatternSyntax relational:
                return $"{relational.OperatorToken.Text} {_expressions.Lift(relational.Expression).Text}";
            case DiscardPatternSyntax:
                return "_";
            case TypePatternSyntax type:
                return Type(type.Type);
            case VarPatternSyntax name when BindsOnlyInert(name):
                return $"var {name.Designation}";
            case DeclarationPatternSyntax declaration when BindsOnlyInert(declaration):
                return $"{Type(declaration.Type)} {declaration.Designation}";
            case RecursivePatternSyntax recursive when BindsOnlyInert(recursive):
                return Recursive(recursive);
            default:
                return Refuse(pattern);
        }
    }

    private string Recursive(RecursivePatternSyntax pattern)
    {
        List<string> parts = [];
        if (pattern.Type is { } type)
            parts.Add(Type(type));
        if (pattern.PositionalPatternClause is { } list)
            parts.Add($"({string.Join(", ", list.Subpatterns.Select(p => Label(p) + Plain(p.Pattern)))})");
        if (pattern.PropertyPatternClause is { } properties)
            parts.Add(properties.Subpatterns.Count == 0 ? "{ }" : $"{{ {string.Join(", ", properties.Subpatterns.Select(p => Label(p) + Plain(p.Pattern)))} }}");
        if (pattern.Designation is { } designation)
            parts.Add(designation.ToString());
        return string.Join(" ", parts);
    }

    private static string Label(SubpatternSyntax pattern) => pattern.ExpressionColon is { } label ? $"{label.Expression}: " : "";

    private string Type(TypeSyntax type) => _expressions.Visit(type).Text;

    // A double found inside an inert subject is not a Value, but every double local is declared as one.
    private bool BindsOnlyInert(PatternSyntax pattern) => pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
        .All(d => _scope.Model.GetDeclaredSymbol(d, _scope.Session.Cancellation) is ILocalSymbol local && LiftedTypes.IsInert(local.Type));

    private string Refuse(PatternSyntax pattern)
    {
        _scope.Session.Refuse(pattern, $"it matches the pattern '{pattern}', which the tape cannot follow");
        return "_";
    }
}
