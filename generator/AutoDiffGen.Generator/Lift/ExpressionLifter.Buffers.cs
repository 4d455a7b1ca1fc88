using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.Lift;

/// <content>
/// Arrays and spans: of <c>Value</c>s wherever they were of <c>double</c>s, constant or not, because one is never converted to the other. Only a
/// constant table in a static field stays what it is; its elements can be read.
/// </content>
internal sealed partial class ExpressionLifter
{
    public override LiftedExpression VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        ITypeSymbol? type = Model.GetTypeInfo(node.Expression, Session.Cancellation).Type;
        if (!LiftedTypes.IsActiveBuffer(type) && !LiftedTypes.IsInert(type))
            return DefaultVisit(node);
        LiftedExpression receiver = Visit(node.Expression);
        string indices = string.Join(", ", node.ArgumentList.Arguments.Select(a => Lift(a.Expression).Text));
        return LiftedExpression.Primary($"{receiver.AsReceiver}[{indices}]", receiver.IsValue);
    }

    public override LiftedExpression VisitRangeExpression(RangeExpressionSyntax node) =>
        LiftedExpression.Compound($"{Bound(node.LeftOperand)}..{Bound(node.RightOperand)}");

    public override LiftedExpression VisitRefExpression(RefExpressionSyntax node)
    {
        LiftedExpression variable = Visit(node.Expression);
        bool isOwn = IsOwnVariable(node.Expression)
            && (variable.IsValue || !LiftedTypes.IsActive(Model.GetTypeInfo(node.Expression, Session.Cancellation).Type));
        return isOwn
            ? LiftedExpression.Compound($"ref {variable.Text}", variable.IsValue)
            : Refuse(node, $"it refers to '{Short(node.Expression)}', which is not a variable of its own");
    }

    public override LiftedExpression VisitArrayCreationExpression(ArrayCreationExpressionSyntax node)
    {
        string sizes = string.Concat(node.Type.RankSpecifiers.Select(
            rank => $"[{string.Join(", ", rank.Sizes.Select(s => s is OmittedArraySizeExpressionSyntax ? "" : Lift(s).Text))}]"));
        return Creation(node, node.Type.ElementType, sizes, node.Initializer);
    }

    public override LiftedExpression VisitImplicitArrayCreationExpression(ImplicitArrayCreationExpressionSyntax node)
    {
        if (Model.GetTypeInfo(node, Session.Cancellation).Type is not IArrayTypeSymbol type || !IsCreatable(type))
            return DefaultVisit(node);
        return LiftedExpression.Primary($"new {CreatedName(node, type)} {Initializer(node.Initializer)}", LiftedTypes.IsActiveBuffer(type));
    }

    // A Value holds a reference and cannot live on the stack: an array, in a span that may go where that of the stack might, and no further.
    public override LiftedExpression VisitStackAllocArrayCreationExpression(StackAllocArrayCreationExpressionSyntax node)
    {
        if (node.Type is not ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } type)
            return DefaultVisit(node);
        if (Model.GetTypeInfo(type.ElementType, Session.Cancellation).Type is not { } element)
            return DefaultVisit(node);
        string count = size is OmittedArraySizeExpressionSyntax ? "" : Lift(size).Text;
        string elements = node.Initializer is { } initializer ? " " + Initializer(initializer) : "";
        return OnStack(node, element, $"[{count}]{elements}");
    }

    public override LiftedExpression VisitImplicitStackAllocArrayCreationExpression(ImplicitStackAllocArrayCreationExpressionSyntax node)
    {
        // Its type is a span or a pointer, depending on where it stands; the elements tell what of.
        TypeInfo info = Model.GetTypeInfo(node, Session.Cancellation);
        ITypeSymbol? element = LiftedTypes.ElementOf(info.ConvertedType) ?? LiftedTypes.ElementOf(info.Type);
        return element is null ? DefaultVisit(node) : OnStack(node, element, "[] " + Initializer(node.Initializer));
    }

    public override LiftedExpression VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        ITypeSymbol? type = Model.GetTypeInfo(node, Session.Cancellation).ConvertedType;
        if (LiftedTypes.ElementOf(type) is not { } element || !IsCreatable(type))
            return DefaultVisit(node);
        List<string> parts = [];
        foreach (CollectionElementSyntax part in node.Elements)
        {
            parts.Add(part switch
            {
                ExpressionElementSyntax single => Lift(single.Expression).Text,
                SpreadElementSyntax spread when IsSpreadable(spread.Expression, element) => ".. " + Visit(spread.Expression).Text,
                _ => DefaultVisit(part).Text,
            });
        }

        // A span of constants may live as long as the program; one of Values, only as an array.
        bool isActive = LiftedTypes.IsActiveBuffer(type);
        string elements = $"[{string.Join(", ", parts)}]";
        return isActive && type is not IArrayTypeSymbol
            ? LiftedExpression.Primary($"(({LiftedTypes.LiftedName(element)}[]){elements})", isValue: true)
            : LiftedExpression.Primary(elements, isActive);
    }

    private LiftedExpression Creation(ExpressionSyntax node, TypeSyntax elementType, string sizes, InitializerExpressionSyntax? initializer)
    {
        ITypeSymbol? element = Model.GetTypeInfo(elementType, Session.Cancellation).Type;
        ITypeSymbol? type = Model.GetTypeInfo(node, Session.Cancellation).Type;
        if (element is null || !IsCreatable(type))
            return DefaultVisit(node);
        string elements = initializer is null ? "" : " " + Initializer(initializer);
        return LiftedExpression.Primary($"new {CreatedName(node, element)}{sizes}{elements}", LiftedTypes.IsActiveBuffer(type));
    }

    private LiftedExpression OnStack(ExpressionSyntax node, ITypeSymbol element, string rest)
    {
        if (!LiftedTypes.IsDouble(element))
            return LiftedTypes.IsInert(element) ? LiftedExpression.Compound($"stackalloc {TypeName(node, element)}{rest}") : DefaultVisit(node);
        return LiftedExpression.Primary($"global::AutoDiffGen.Runtime.Lifting.OnStack(new {LiftedTypes.Value}{rest}, stackalloc byte[0])", isValue: true);
    }

    // new Span<double>(array, start, length), or of one variable
    private LiftedExpression SpanCreation(BaseObjectCreationExpressionSyntax node, ITypeSymbol type)
    {
        if (Model.GetOperation(node, Session.Cancellation) is not IObjectCreationOperation { Constructor: { } constructor } creation
            || node.Initializer is not null || !IsCreatable(type) || constructor.Parameters.Any(p => p.Type.TypeKind == TypeKind.Pointer))
        {
            return DefaultVisit(node);
        }

        CallArguments arguments = new(this, Model, node.ArgumentList, creation.Arguments);
        return arguments.AreUnderstood
            ? LiftedExpression.Primary($"new {CreatedName(node, type)}({arguments.AsElements()})", LiftedTypes.IsActiveBuffer(type))
            : Refuse(node, $"it refers to something other than a variable of its own in '{Short(node)}'");
    }

    private LiftedExpression BufferCall(InvocationExpressionSyntax node, IMethodSymbol method, CallArguments arguments, ExpressionSyntax? receiver)
    {
        ITypeSymbol? receiverType = receiver is null ? null : Model.GetTypeInfo(receiver, Session.Cancellation).Type;
        if (!arguments.AreAlike(method.ContainingType.SpecialType == SpecialType.System_Array ? receiverType : null))
            return Refuse(node, $"'{Shown(method)}' converts elements of one type to another");
        string target = receiver is null
            ? LiftedTypes.Name(method.ContainingType)
            : (method.Name.StartsWith("Get", StringComparison.Ordinal) ? Visit(receiver) : LiftWhole(receiver)).AsReceiver;
        string typeArguments = method.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(LiftedTypes.LiftedName))}>";
        return LiftedExpression.Primary(
            $"{target}.{CSharpNames.Escape(method.Name)}{typeArguments}({arguments.AsElements()})", LiftedTypes.IsActive(method.ReturnType));
    }

    private bool IsOnBuffer(IMethodSymbol method, ExpressionSyntax? receiver) =>
        !method.IsStatic && receiver is not null && LiftedTypes.HoldsBuffer(Model.GetTypeInfo(receiver, Session.Cancellation).Type);

    // (double[])a.Clone(): the one way to say it, as Clone returns an object.
    private LiftedExpression? Clone(CastExpressionSyntax node, ITypeSymbol? target)
    {
        ExpressionSyntax inner = node.Expression;
        while (inner is ParenthesizedExpressionSyntax parentheses)
            inner = parentheses.Expression;
        if (inner is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var array } } call
            || Model.GetSymbolInfo(call, Session.Cancellation).Symbol is not IMethodSymbol { Name: "Clone", ContainingType.SpecialType: SpecialType.System_Array }
            || Model.GetTypeInfo(array, Session.Cancellation).Type is not IArrayTypeSymbol type || !SymbolEqualityComparer.Default.Equals(type, target)
            || !IsCreatable(type))
        {
            return null;
        }

        LiftedExpression lifted = LiftWhole(array);
        return LiftedExpression.Compound($"({CreatedName(node, type)}){lifted.AsReceiver}.Clone()", lifted.IsValue);
    }

    // Whether a span was one of the block's own memory, to which others of the block may be assigned. Now it is one of an array, and that must be said.
    private bool IsOfBlock(ExpressionSyntax node) => node switch
    {
        CollectionExpressionSyntax { Elements.Count: > 0 } collection => !collection.Elements.All(IsConstant)
            || Model.GetTypeInfo(node, Session.Cancellation).ConvertedType is { Name: "Span" },
        ParenthesizedExpressionSyntax inner => IsOfBlock(inner.Expression),
        CastExpressionSyntax cast => IsOfBlock(cast.Expression),
        ConditionalExpressionSyntax conditional => IsOfBlock(conditional.WhenTrue) || IsOfBlock(conditional.WhenFalse),
        _ => false,
    };

    private bool IsConstant(CollectionElementSyntax node) =>
        node is ExpressionElementSyntax element && Model.GetConstantValue(element.Expression, Session.Cancellation).HasValue;

    private string Bound(ExpressionSyntax? bound) => bound is null ? "" : Lift(bound).Text;

    private static bool IsCreatable(ITypeSymbol? type) => LiftedTypes.IsActiveBuffer(type) || LiftedTypes.IsInert(type);

    private bool IsSpreadable(ExpressionSyntax spread, ITypeSymbol element) =>
        LiftedTypes.ElementOf(Model.GetTypeInfo(spread, Session.Cancellation).Type) is { } type
        && (LiftedTypes.IsActive(element) || !LiftedTypes.IsActive(type));

    private string CreatedName(SyntaxNode node, ITypeSymbol type) => LiftedTypes.IsActive(type) ? LiftedTypes.LiftedName(type) : TypeName(node, type);

    // { 1, x }, or nested: { { 1, x }, { y, 2 } }
    private string Initializer(InitializerExpressionSyntax node) => node.Expressions.Count == 0
        ? "{ }"
        : $"{{ {string.Join(", ", node.Expressions.Select(e => e is InitializerExpressionSyntax inner ? Initializer(inner) : Lift(e).Text))} }}";
}
