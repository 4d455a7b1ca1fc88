using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.Lift;

/// <content>
/// Calls: of mathematics become the tape's functions, of methods with rules or with a body calls of their lifted copies. A call that no active
/// value reaches stays as it is, and one whose result carries no derivative is made with the numbers.
/// </content>
internal sealed partial class ExpressionLifter
{
    public override LiftedExpression VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        IOperation? operation = Model.GetOperation(node, Session.Cancellation);
        if (operation is INameOfOperation)
            return NameOf(node);
        if (operation is not IInvocationOperation call || Model.GetSymbolInfo(node, Session.Cancellation).Symbol is not IMethodSymbol symbol)
            return Refuse(node, $"the call '{Short(node)}' cannot be resolved to a method");
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (method.MethodKind != MethodKind.Ordinary || (!method.IsStatic && node.Expression is not MemberAccessExpressionSyntax))
            return Refuse(node, $"it calls '{Short(node.Expression)}', which is not a static method");

        ExpressionSyntax? receiver = !method.IsStatic || symbol.ReducedFrom is not null ? ((MemberAccessExpressionSyntax)node.Expression).Expression : null;
        CallArguments arguments = method.IsStatic && receiver is not null
            ? new(this, Model, node.ArgumentList, call.Arguments, method.Parameters[0], receiver)
            : new(this, Model, node.ArgumentList, call.Arguments);
        if (!arguments.AreUnderstood)
            return Refuse(node, $"it passes something other than a variable of its own by reference to '{method.Name}'");
        if (arguments.AnyCopiedAlias(Session))
            return Refuse(node, $"it passes a variable by 'in' to a [NoGrad] parameter of '{method.Name}', which may write to it through another");
        if (arguments.AnyNamedElement)
            return Refuse(node, $"it names the parameter array of '{method.Name}' for one element of it");
        if (BufferFunctions.Include(method) && (arguments.AnyBuffer || IsOnBuffer(method, receiver) || LiftedTypes.HoldsBuffer(method.ReturnType)))
            return BufferCall(node, method, arguments, method.IsStatic ? null : receiver);

        return method.IsStatic
            ? StaticCall(node, method, arguments)
            : InstanceCall(node, method, arguments, Visit(receiver!), Model.GetTypeInfo(receiver!, Session.Cancellation).Type);
    }

    public override LiftedExpression VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => Creation(node);

    public override LiftedExpression VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) => Creation(node);

    private LiftedExpression StaticCall(InvocationExpressionSyntax node, IMethodSymbol method, CallArguments arguments)
    {
        bool isActiveResult = LiftedTypes.IsActive(method.ReturnType);
        if (IsStopGradient(method) && arguments.AnyBuffer)
            return Refuse(node, $"it calls '{Shown(method)}' on an array, of which only the elements could be constants");
        if (IsStopGradient(method) && arguments.AnyValue)
            return LiftedExpression.Primary($"global::AutoDiffGen.Ad.StopGradient({arguments.AsValues()})", isValue: true);
        if (!arguments.AnyValue && !arguments.AnyLiftedReference && Session.IsAccessible(method) && IsConstantOf(method))
            return LiftedExpression.Primary($"{Target(node, method)}({arguments.AsData()})");
        IMethodSymbol? counterpart = isActiveResult && ValueFunctions.IsMathematics(method) ? Session.Functions.Find(method) : null;
        if (counterpart is not null)
            return MathematicalCall(method, counterpart, arguments);
        if (Session.Rules.For(method).Count > 0)
            return RuledCall(node, method, arguments);
        if (isActiveResult && ValueFunctions.IsMathematics(method))
            return Refuse(node, $"the tape has no function '{Shown(method)}'");
        if (MethodScope.TryOpen(Session, method, out string reason) is { } scope)
        {
            if (scope.Constants.FirstOrDefault(c => c.Value == BufferUse.Unknown).Key is { } constant)
                return Refuse(node, $"it is not plain whether '{Shown(method)}' leaves its [NoGrad] argument '{constant.Name}' as it was");
            return LiftedExpression.Primary($"{Session.Helpers.Call(method)}({arguments.AsParameters()})", isActiveResult);
        }

        // The framework's own: what it returns must not carry a derivative on, as a float would.
        bool carriesNothing = method.ReturnsVoid || LiftedTypes.IsException(method.ReturnType)
            || (LiftedTypes.IsInert(method.ReturnType) && !LiftedTypes.HoldsFloat(method.ReturnType));
        if (arguments.AnyBuffer && !HasBodyHere(method))
            return Refuse(node, $"it passes an array or a span to '{Shown(method)}'");
        if (!HasBodyHere(method) && carriesNothing && !arguments.AnyLiftedReference && Session.IsAccessible(method))
            return LiftedExpression.Primary($"{Target(node, method)}({arguments.AsData()})");
        return Refuse(node, reason);
    }

    private LiftedExpression MathematicalCall(IMethodSymbol method, IMethodSymbol counterpart, CallArguments arguments)
    {
        string function = method.Name == "Clamp" && LiftedTypes.IsDouble(method.ContainingType)
            ? Session.Helpers.CallClamp()
            : $"{LiftedTypes.Value}.{counterpart.Name}";
        return LiftedExpression.Primary($"{function}({arguments.AsFunction(counterpart, Session.Functions)})", isValue: true);
    }

    // A function with rules is what its rules say: its body, if there is one, is not looked into.
    private LiftedExpression RuledCall(SyntaxNode node, IMethodSymbol method, CallArguments arguments)
    {
        if (method.Parameters.FirstOrDefault(p => LiftedTypes.IsActiveBuffer(p.Type)) is { } buffer)
            return Refuse(node, $"'{Shown(method)}' has rules and takes the {buffer.Type.ToDisplayString()} '{buffer.Name}'");
        if (!LiftedTypes.IsDouble(method.ReturnType))
            return Refuse(node, $"'{Shown(method)}' has rules and returns a {method.ReturnType.ToDisplayString()}, which the tape does not have");
        if (!Session.IsAccessible(method))
            return Refuse(node, $"'{Shown(method)}' has rules, but is not accessible from the generated code");
        return LiftedExpression.Primary($"{Session.Helpers.CallCopy(method)}({arguments.AsRuledParameters()})", isValue: true);
    }

    // Methods of numbers, strings and enums: their results are constants of the path taken.
    private LiftedExpression InstanceCall(
        SyntaxNode node, IMethodSymbol method, CallArguments arguments, LiftedExpression receiver, ITypeSymbol? receiverType)
    {
        bool isScalar = LiftedTypes.IsDouble(receiverType) || LiftedTypes.IsInert(receiverType);
        if (arguments.AnyBuffer || LiftedTypes.HoldsBuffer(receiverType))
            return Refuse(node, $"it calls '{Shown(method)}' on an array or a span");
        if ((receiver.IsValue || arguments.AnyValue) && !(isScalar && LiftedTypes.IsInert(method.ReturnType)))
            return Refuse(node, $"it passes an active value to '{Shown(method)}'");
        if (arguments.AnyLiftedReference || !Session.IsAccessible(method))
            return Refuse(node, $"the tape cannot call '{Shown(method)}'");
        return LiftedExpression.Primary($"{receiver.AsData.AsReceiver}.{CSharpNames.Escape(method.Name)}{TypeArguments(node)}({arguments.AsData()})");
    }

    // Exceptions carry numbers for whoever reads them.
    private LiftedExpression Creation(BaseObjectCreationExpressionSyntax node)
    {
        if (Model.GetTypeInfo(node, Session.Cancellation).Type is { } span && LiftedTypes.IsSpan(span))
            return SpanCreation(node, span);
        if (Model.GetOperation(node, Session.Cancellation) is not IObjectCreationOperation { Constructor: { } constructor, Type: { } type } creation
            || node.Initializer is not null || !LiftedTypes.IsException(type) || !Session.IsAccessible(constructor))
        {
            return DefaultVisit(node);
        }

        CallArguments arguments = new(this, Model, node.ArgumentList, creation.Arguments);
        return arguments.AreUnderstood && !arguments.AnyLiftedReference
            ? LiftedExpression.Primary($"new {TypeName(node, type)}({arguments.AsData()})")
            : DefaultVisit(node);
    }

    private LiftedExpression NameOf(InvocationExpressionSyntax node)
    {
        ExpressionSyntax argument = node.ArgumentList.Arguments[0].Expression;
        if (Model.GetSymbolInfo(argument, Session.Cancellation).Symbol is ILocalSymbol or IParameterSymbol)
            return LiftedExpression.Primary($"nameof({argument})");
        return Model.GetConstantValue(node, Session.Cancellation) is { HasValue: true, Value: string text }
            ? LiftedExpression.Primary(SymbolDisplay.FormatLiteral(text, quote: true))
            : DefaultVisit(node);
    }

    private static string Shown(IMethodSymbol method) => method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private string Target(InvocationExpressionSyntax node, IMethodSymbol method) =>
        $"{LiftedTypes.Name(method.ContainingType)}.{CSharpNames.Escape(method.Name)}{TypeArguments(node)}";

    private string TypeArguments(SyntaxNode call)
    {
        SimpleNameSyntax? name = (call as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is GenericNameSyntax generic
            ? $"<{string.Join(", ", generic.TypeArgumentList.Arguments.Select(a => Name(a).Text))}>"
            : "";
    }

    // With no active argument the result is constant, unless the method could look inside an object for what was active before.
    private static bool IsConstantOf(IMethodSymbol method) =>
        method.ReturnsVoid || LiftedTypes.IsInert(method.ReturnType) || LiftedTypes.IsException(method.ReturnType)
        || (LiftedTypes.IsActive(method.ReturnType) && !LiftedTypes.HoldsBuffer(method.ReturnType) && method.Parameters.All(p => LiftedTypes.IsDouble(p.Type) || LiftedTypes.IsInert(p.Type)))
        || IsStopGradient(method);

    private static bool IsStopGradient(IMethodSymbol method) =>
        method is { Name: "StopGradient" } && method.ContainingType.ToDisplayString() == "AutoDiffGen.Ad";

    private bool HasBodyHere(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.OriginalDefinition.ContainingAssembly, Session.Compilation.Assembly);
}
