using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <content>Operators, casts and assignments.</content>
internal sealed partial class ExpressionLifter
{
    public override LiftedExpression VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        // From the innermost on the left outwards, not by recursion: out of thousands of calls inside each other an exception takes long, one
        // for a cancellation too.
        var around = new Stack<BinaryExpressionSyntax>();
        while (IsOperator(node) && node.Left is BinaryExpressionSyntax left)
        {
            around.Push(node);
            node = left;
        }

        LiftedExpression lifted = IsOperator(node) ? Operator(node, Lift(node.Left)) : Other(node);
        while (around.Count > 0)
        {
            BinaryExpressionSyntax outer = around.Pop();
            lifted = Operator(outer, Fit(outer.Left, lifted));
        }

        return lifted;
    }

    private bool IsOperator(BinaryExpressionSyntax node) => !node.IsKind(SyntaxKind.IsExpression) && !node.IsKind(SyntaxKind.AsExpression) && !IsOnArrays(node);

    private LiftedExpression Other(BinaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.IsExpression) ? TypeTest(node) : node.IsKind(SyntaxKind.AsExpression) ? DefaultVisit(node) : OnArrays(node);

    private LiftedExpression Operator(BinaryExpressionSyntax node, LiftedExpression left)
    {
        LiftedExpression right = Lift(node.Right);
        bool anyValue = left.IsValue || right.IsValue;
        if (anyValue && !IsLiftable(node))
            return Refuse(node, $"it applies '{node.OperatorToken.Text}' to an active value");

        bool isComparison = node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
        return LiftedExpression.Compound($"{left.Text} {node.OperatorToken.Text} {right.Text}", anyValue && !isComparison);
    }

    public override LiftedExpression VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression)
            return Step(node.Operand, text => node.OperatorToken.Text + text);
        if (node.Kind() is not (SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression
            or SyntaxKind.LogicalNotExpression or SyntaxKind.BitwiseNotExpression or SyntaxKind.IndexExpression))
        {
            return DefaultVisit(node);
        }

        LiftedExpression operand = Lift(node.Operand);
        string sign = node.OperatorToken.Text;
        bool wouldJoin = operand.Text.StartsWith(sign, StringComparison.Ordinal) && sign is "-" or "+";
        return LiftedExpression.Compound(wouldJoin ? $"{sign} {operand.Text}" : sign + operand.Text, operand.IsValue);
    }

    public override LiftedExpression VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            LiftedExpression operand = Lift(node.Operand);
            return LiftedExpression.Primary(operand.Text + "!", operand.IsValue);
        }

        return Step(node.Operand, text => text + node.OperatorToken.Text);
    }

    public override LiftedExpression VisitCastExpression(CastExpressionSyntax node)
    {
        ITypeSymbol? target = Model.GetTypeInfo(node.Type, Session.Cancellation).Type;
        if (Clone(node, target) is { } clone)
            return clone;
        LiftedExpression operand = LiftWhole(node.Expression);
        ITypeSymbol? source = Model.GetTypeInfo(node.Expression, Session.Cancellation).Type;
        if (target is null)
            return DefaultVisit(node);

        if (operand.IsValue)
        {
            if (LiftedTypes.IsDouble(target))
                return operand;
            if (LiftedTypes.IsActiveBuffer(target))
                return LiftedExpression.Compound($"({LiftedTypes.LiftedName(target)}){operand.Text}", isValue: true);
            if (!LiftedTypes.IsDouble(source))
                return Refuse(node, $"it converts '{source?.ToDisplayString()}' to '{target.ToDisplayString()}'");
            if (target.SpecialType == SpecialType.System_Object || IsInteger(target))
                return LiftedExpression.Compound($"({TypeName(node.Type, target)}){operand.AsData.Text}");
            return Refuse(node, $"it converts an active value to '{target.ToDisplayString()}'");
        }

        if (source is not null && !LiftedTypes.IsDouble(source) && !LiftedTypes.IsInert(source) && !IsReferenceUpcast(source, target))
            return Refuse(node, $"it converts '{source.ToDisplayString()}' to '{target.ToDisplayString()}'");
        return LiftedExpression.Compound($"({TypeName(node.Type, target)}){operand.Text}");
    }

    public override LiftedExpression VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceAssignmentExpression) && !LiftedTypes.IsActiveBuffer(Model.GetTypeInfo(node.Left, Session.Cancellation).Type))
            return DefaultVisit(node);
        if (node.Left is TupleExpressionSyntax or DeclarationExpressionSyntax)
            return Deconstruction(node);

        LiftedExpression left = Variable(node.Left);
        LiftedExpression right = Lift(node.Right);
        if (left == Nothing)
            return Nothing;
        if (right.IsValue && !left.IsValue)
            return Refuse(node, $"it assigns an active value to '{Short(node.Left)}'");
        return LiftedExpression.Compound($"{left.Text} {node.OperatorToken.Text} {right.Text}", left.IsValue);
    }

    private bool IsOnArrays(BinaryExpressionSyntax node) =>
        node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.CoalesceExpression
        && (IsArray(node.Left) || IsArray(node.Right));

    private bool IsArray(ExpressionSyntax node) => Model.GetTypeInfo(node, Session.Cancellation).Type is IArrayTypeSymbol array && LiftedTypes.IsActiveBuffer(array);

    // Whether they are one array, or null.
    private LiftedExpression OnArrays(BinaryExpressionSyntax node)
    {
        LiftedExpression left = LiftWhole(node.Left);
        LiftedExpression right = LiftWhole(node.Right);
        return LiftedExpression.Compound($"{left.Text} {node.OperatorToken.Text} {right.Text}", isValue: node.IsKind(SyntaxKind.CoalesceExpression));
    }

    private LiftedExpression Deconstruction(AssignmentExpressionSyntax node)
    {
        if (Model.GetTypeInfo(node.Right, Session.Cancellation).Type is not INamedTypeSymbol { IsTupleType: true })
            return Refuse(node.Right, "it deconstructs something that is not a tuple");
        LiftedExpression left = Target(node.Left);
        LiftedExpression right = LiftWhole(node.Right);
        return LiftedExpression.Compound($"{left.Text} = {right.Text}", left.IsValue);
    }

    // The left of a deconstruction: variables and declarations, nested as the user nested them.
    private LiftedExpression Target(ExpressionSyntax node)
    {
        switch (node)
        {
            case TupleExpressionSyntax tuple:
                LiftedExpression[] elements = tuple.Arguments.Select(a => Target(a.Expression)).ToArray();
                return LiftedExpression.Primary(TupleText(tuple, elements), elements.Any(e => e.IsValue));
            case DeclarationExpressionSyntax:
                return Visit(node);
            default:
                return Variable(node);
        }
    }

    // What is assigned to. An element of a constant table is not the method's own.
    private LiftedExpression Variable(ExpressionSyntax node)
    {
        if (IsOwnVariable(node) && Visit(node) is var variable && (variable.IsValue || !LiftedTypes.IsActive(Model.GetTypeInfo(node, Session.Cancellation).Type)))
            return variable;
        return Refuse(node, $"it assigns to '{Short(node)}', which is not a variable of its own");
    }

    private LiftedExpression Step(ExpressionSyntax operand, Func<string, string> write)
    {
        LiftedExpression variable = Variable(operand);
        return LiftedExpression.Compound(write(variable.Text), variable.IsValue);
    }

    // A double is always a double, and its type test binds nothing.
    private LiftedExpression TypeTest(BinaryExpressionSyntax node)
    {
        LiftedExpression left = Visit(node.Left);
        if (left.IsValue)
            return LiftedTypes.IsDouble(Model.GetTypeInfo(node.Right, Session.Cancellation).Type)
                ? LiftedExpression.Compound($"{left.Text} is var _")
                : DefaultVisit(node);
        return LiftedExpression.Compound($"{left.Text} is {Lift(node.Right).Text}");
    }

    // Arithmetic and comparisons of double, or text made with its number (whose operand was converted by then).
    private bool IsLiftable(BinaryExpressionSyntax node) =>
        Model.GetSymbolInfo(node, Session.Cancellation).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } method
        && method.Parameters.All(p => LiftedTypes.IsDouble(p.Type))
        && node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            or SyntaxKind.ModuloExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    /// <summary>
    /// Whether the expression is a local, a parameter or an element. A field may be read elsewhere: an active value kept there would come back as
    /// a constant.
    /// </summary>
    public bool IsOwnVariable(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax inner => IsOwnVariable(inner.Expression),
        RefExpressionSyntax reference => IsOwnVariable(reference.Expression),
        ConditionalExpressionSyntax conditional => IsOwnVariable(conditional.WhenTrue) && IsOwnVariable(conditional.WhenFalse),
        ElementAccessExpressionSyntax element => LiftedTypes.ElementOf(Model.GetTypeInfo(element.Expression, Session.Cancellation).Type) is not null,
        IdentifierNameSyntax => Model.GetSymbolInfo(node, Session.Cancellation).Symbol is ILocalSymbol or IParameterSymbol or IDiscardSymbol,
        _ => false,
    };

    private bool IsReferenceUpcast(ITypeSymbol source, ITypeSymbol target) =>
        source.IsReferenceType && target.IsReferenceType && Session.Compilation.ClassifyCommonConversion(source, target) is { IsImplicit: true, IsUserDefined: false };

    private static bool IsInteger(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is
        SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
