using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <content>Names: qualified by what they mean, because the generated file has no using directives and other locals in scope.</content>
internal sealed partial class ExpressionLifter
{
    public override LiftedExpression VisitIdentifierName(IdentifierNameSyntax node) => Name(node);

    public override LiftedExpression VisitGenericName(GenericNameSyntax node) => Name(node);

    public override LiftedExpression VisitQualifiedName(QualifiedNameSyntax node) => Name(node);

    public override LiftedExpression VisitAliasQualifiedName(AliasQualifiedNameSyntax node) => Name(node);

    public override LiftedExpression VisitPredefinedType(PredefinedTypeSyntax node) => Name(node);

    public override LiftedExpression VisitNullableType(NullableTypeSyntax node) => Name(node);

    public override LiftedExpression VisitTypeOfExpression(TypeOfExpressionSyntax node) =>
        LiftedExpression.Primary($"typeof({Name(node.Type).Text})");

    public override LiftedExpression VisitSizeOfExpression(SizeOfExpressionSyntax node) =>
        LiftedExpression.Primary($"sizeof({Name(node.Type).Text})");

    public override LiftedExpression VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        ISymbol? symbol = Model.GetSymbolInfo(node, Session.Cancellation).Symbol;
        if (!node.IsKind(SyntaxKind.SimpleMemberAccessExpression))
            return DefaultVisit(node);
        if (symbol is null or ITypeSymbol || symbol.IsStatic)
            return Name(node);
        if (symbol is not (IFieldSymbol or IPropertySymbol))
            return DefaultVisit(node);

        LiftedExpression receiver = Visit(node.Expression);
        if (LiftedTypes.IsBuffer(symbol.ContainingType) && symbol.Name is not ("Length" or "LongLength" or "Rank" or "IsEmpty"))
            return DefaultVisit(node);
        return LiftedExpression.Primary(
            $"{receiver.AsReceiver}.{node.Name.Identifier.Text}", receiver.IsValue && symbol is IFieldSymbol field && LiftedTypes.IsActive(field.Type));
    }

    public override LiftedExpression VisitDeclarationExpression(DeclarationExpressionSyntax node) => Designation(node.Designation, node);

    /// <summary>The type in C#, where the generated code may name it.</summary>
    public string TypeName(SyntaxNode node, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
            Session.Refuse(node, $"'{type.ToDisplayString()}' cannot be resolved");
        else if (!Session.IsAccessible(type))
            Session.Refuse(node, $"the type '{type.ToDisplayString()}' is not accessible from the generated code");
        return LiftedTypes.Name(type);
    }

    private LiftedExpression Name(ExpressionSyntax node)
    {
        switch (Model.GetSymbolInfo(node, Session.Cancellation).Symbol)
        {
            case ITypeSymbol type:
                return LiftedExpression.Primary(TypeName(node, type));
            case IDiscardSymbol discard:
                return LiftedExpression.Primary("_", LiftedTypes.IsActive(discard.Type));
            case ILocalSymbol or IParameterSymbol when node is IdentifierNameSyntax name:
                ISymbol variable = Model.GetSymbolInfo(node, Session.Cancellation).Symbol!;
                return LiftedExpression.Primary(
                    _scope.Copies.TryGetValue(variable, out string? copy) ? copy : name.Identifier.Text, _scope.IsLifted(variable));
            case IFieldSymbol { IsConst: true } constant when !Session.IsAccessible(constant) && constant.HasConstantValue:
                return LiftedExpression.Primary(CSharpNames.Constant(constant.ConstantValue, constant.Type));
            case IFieldSymbol { IsStatic: true } field when field.IsConst || field.IsReadOnly:
                return StaticMember(node, field);
            case IPropertySymbol { IsStatic: true, Name: "Empty" } empty when LiftedTypes.IsActiveBuffer(empty.ContainingType):
                return LiftedExpression.Primary($"{LiftedTypes.LiftedName(empty.ContainingType)}.Empty", isValue: true);
            case IPropertySymbol { IsStatic: true, SetMethod: null } property:
                return StaticMember(node, property);
            case IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }:
                return Refuse(node, $"it reads '{Short(node)}', which may change");
            default:
                return Refuse(node, $"'{Short(node)}' cannot be resolved to a constant or a variable");
        }
    }

    private LiftedExpression StaticMember(ExpressionSyntax node, ISymbol member)
    {
        if (!Session.IsAccessible(member))
            return Refuse(node, $"'{member.ToDisplayString()}' is not accessible from the generated code");
        return LiftedExpression.Primary($"{LiftedTypes.Name(member.ContainingType)}.{CSharpNames.Escape(member.Name)}");
    }

    private LiftedExpression Designation(VariableDesignationSyntax designation, DeclarationExpressionSyntax declaration)
    {
        switch (designation)
        {
            case ParenthesizedVariableDesignationSyntax list:
                LiftedExpression[] parts = list.Variables.Select(v => Designation(v, declaration)).ToArray();
                return LiftedExpression.Primary($"({string.Join(", ", parts.Select(p => p.Text))})", parts.Any(p => p.IsValue));
            case SingleVariableDesignationSyntax single:
                ITypeSymbol? type = (Model.GetDeclaredSymbol(single, Session.Cancellation) as ILocalSymbol)?.Type;
                return LiftedExpression.Primary($"{DeclaredType(declaration.Type, type)} {single.Identifier.Text}", LiftedTypes.IsActive(type));
            default:
                return LiftedExpression.Primary("_", LiftedTypes.IsActive(Model.GetTypeInfo(declaration, Session.Cancellation).Type));
        }
    }
}
