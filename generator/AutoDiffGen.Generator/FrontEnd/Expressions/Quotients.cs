using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Quotient and remainder of integers at once: <c>Math.DivRem(n, 3, out int r)</c> → <c>t0 = n; r = t0 % 3</c> and the value <c>t0 / 3</c>;
/// the tuple <c>int.DivRem(n, 3)</c>, which only a deconstruction takes, → <c>t0 / 3</c> and <c>t0 % 3</c>.
/// </summary>
internal static class Quotients
{
    /// <summary>Whether the call leaves the remainder in an <c>out</c> argument.</summary>
    public static bool Of(IInvocationOperation operation, Compilation compilation) =>
        Is(operation.TargetMethod, compilation) && operation.TargetMethod.Parameters is [_, _, { RefKind: RefKind.Out }];

    public static Expr Lower(BodyScope scope, IInvocationOperation operation)
    {
        Argument[] arguments = Arguments.Lower(scope, operation.Arguments, 3);
        (Expr quotient, Expr remainder) = Both(scope, arguments);
        quotient = scope.Capture(quotient);
        Places.Store(scope, arguments[2].Place!, remainder);
        return quotient;
    }

    /// <summary>The parts of the tuple that a call returns; null of what is no such call.</summary>
    public static Fragment[]? Parts(BodyScope scope, IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call || !Is(method, scope.Calls.Compilation) || method.Parameters.Length != 2)
            return null;
        Expr remainder = null!;
        Fragment both = scope.Isolate(() =>
        {
            (Expr quotient, remainder) = Both(scope, Arguments.Lower(scope, call.Arguments, 2));
            return scope.Capture(quotient);
        });
        return [both, new Fragment([], remainder)];
    }

    private static (Expr Quotient, Expr Remainder) Both(BodyScope scope, Argument[] arguments)
    {
        Expr dividend = Fixed(scope, arguments[0].Value!), divisor = Fixed(scope, arguments[1].Value!);
        return (new Binary(BinaryOp.Divide, dividend, divisor, dividend.Type), new Binary(BinaryOp.Remainder, dividend, divisor, dividend.Type));
    }

    // Operands are pure by now: a name for them only saves evaluating them twice.
    private static Expr Fixed(BodyScope scope, Expr value) => value is InertConst ? value : scope.Capture(value);

    // Of types that have operators of their own: those of the shorter ones give an int.
    private static bool Is(IMethodSymbol method, Compilation compilation) =>
        method is { Name: "DivRem", IsStatic: true, Parameters.Length: 2 or 3 }
        && (FunctionRefs.IsOfFramework(method.ContainingType, "System.Math", compilation) || method.ContainingType.SpecialType == method.Parameters[0].Type.SpecialType)
        && method.Parameters.All(p => SymbolEqualityComparer.Default.Equals(p.Type, method.Parameters[0].Type))
        && method.Parameters[0].Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
