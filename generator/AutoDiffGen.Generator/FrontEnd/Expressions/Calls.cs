using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Calls of static methods. The framework's mathematics is pure, <c>Math.Sin(x)</c> → <c>Call Math.Sin(x)</c>; a method with a body or a
/// rule is a statement, <c>y + G(x)</c> → <c>t0 = y; Invoke t1 = G(x)</c> and the value <c>t0 + t1</c>.
/// </summary>
internal static class Calls
{
    /// <summary>The result; null where it is not used, or there is none.</summary>
    public static Expr? Lower(BodyScope scope, IInvocationOperation operation, bool used)
    {
        if (StorageMembers.TryLower(scope, operation, out Expr? ofStorage))
            return ofStorage;
        IMethodSymbol method = operation.TargetMethod;
        if (Assertions.Is(method))
        {
            Assertions.Check(scope, operation);
            return null;
        }

        Check(scope, operation, method);
        if (method.ContainingType.ToDisplayString() == "AutoDiffGen.Ad")
            return StopGradient(scope, operation);
        if (FunctionRefs.IsMathematics(method, scope.Calls.Compilation) || FunctionRefs.IsOfConstants(method, scope.Calls.Compilation))
        {
            Argument[] values = Arguments.Lower(scope, operation.Arguments, method.Parameters.Length);
            FunctionRef function = scope.Calls.Note(FunctionRefs.Of(method, scope.Calls.Compilation)!, scope, operation.Syntax);
            return new Call(function, values.Select(a => a.Value!).ToEquatableArray());
        }

        if (Quotients.Of(operation, scope.Calls.Compilation))
            return Quotients.Lower(scope, operation);
        if (Exceptions.IsGuard(method))
        {
            Exceptions.LowerGuard(scope, operation);
            return null;
        }

        return Invoke(scope, operation, used);
    }

    /// <summary>Code that does not compile is the compiler's to report; a call of a generated member from a body is ours.</summary>
    public static RefusalException RefuseInvalid(BodyScope scope, IOperation operation) => new(null);

    private static Expr? Invoke(BodyScope scope, IInvocationOperation operation, bool used)
    {
        IMethodSymbol method = operation.TargetMethod;
        FunctionRef function = scope.Calls.Reach(method, scope, operation.Syntax);
        bool inMessage = scope.InMessage;
        scope.InMessage = false;
        Argument[] arguments = Arguments.Lower(scope, operation.Arguments, method.Parameters.Length);
        scope.InMessage = inMessage;
        Var? result = used && function.Result is not VoidType ? scope.NewTemporary(function.Result) : null;
        var invoke = new Invoke(function, arguments.ToEquatableArray(), result);
        scope.Emit(invoke);
        scope.StorageUses.Add(new StorageUse(operation.Syntax, null, invoke));
        return result?.Read;
    }

    private static Expr StopGradient(BodyScope scope, IInvocationOperation operation)
    {
        if (operation.TargetMethod.Name != "StopGradient" || Types.Of(operation.Type) is null or ArrayType or SpanType || operation.Arguments.Length != 1)
            throw scope.RefuseConstruct(operation.Syntax, $"'Ad.{operation.TargetMethod.Name}' here");
        Expr value = Values.Lower(scope, operation.Arguments[0].Value);
        return value.Type is RealType ? new StopGradient(value) : value;
    }

    private static void Check(BodyScope scope, IInvocationOperation operation, IMethodSymbol method)
    {
        SyntaxNode at = operation.Syntax;
        if (method.MethodKind == MethodKind.LocalFunction)
            throw scope.RefuseConstruct(at, "A call of a local function");
        if (method.MethodKind == MethodKind.DelegateInvoke)
            throw scope.RefuseConstruct(at, "A call of a delegate");
        if (!method.IsStatic || operation.Instance is not null)
            throw scope.RefuseConstruct(at, $"A call of the instance method '{method.Name}'");
        // The members of an `extension` block are in a type without a name.
        if (method.ContainingType.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
            throw scope.RefuseConstruct(at, $"A call of the extension member '{method.Name}'");
        if (Attributes.IsGenerated(method))
            throw scope.Refuse("ADG028", at, method.Name);
        // The compiler drops the whole call where the symbol is not defined.
        if (method.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "System.Diagnostics.ConditionalAttribute"))
            throw scope.RefuseConstruct(at, $"A call of the [Conditional] method '{method.Name}'");
        if (method.ContainingType.ToDisplayString() == "AutoDiffGen.Ad" || Exceptions.IsGuard(method))
            return;
        if (method.IsGenericMethod || IsGeneric(method.ContainingType))
            throw scope.RefuseConstruct(at, $"A call of the generic method '{method.Name}'");
        if (method.IsAbstract || method.IsVirtual || method.MethodKind != MethodKind.Ordinary)
            throw scope.RefuseConstruct(at, $"A call of '{method.Name}'");
        if (method.IsAsync || method.ReturnsByRef || method.ReturnsByRefReadonly || method.IsVararg)
            throw scope.RefuseConstruct(at, $"A call of '{method.Name}', which is async or returns a reference,");
    }

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));
}
