using System.Collections.Immutable;
using System.Globalization;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Exceptions: <c>throw new ArgumentException($"bad {n}")</c> → <c>Throw(Construct)</c>, and the framework's guards,
/// <c>ArgumentOutOfRangeException.ThrowIfNegative(x)</c> → <c>Effect</c> with the name of the argument explicit. Only among their
/// arguments may a value become text or an <c>object</c>.
/// </summary>
internal static class Exceptions
{
    public static void LowerThrow(BodyScope scope, IThrowOperation operation)
    {
        if (operation.Exception is null)
            throw scope.RefuseConstruct(operation.Syntax, "A rethrow");
        IOperation exception = operation.Exception;
        while (exception is IConversionOperation { IsImplicit: true, Conversion.IsUserDefined: false } conversion)
            exception = conversion.Operand;
        if (exception is IInvalidOperation)
            throw Calls.RefuseInvalid(scope, exception);
        if (exception is not IObjectCreationOperation creation)
            throw scope.RefuseConstruct(operation.Syntax, "A 'throw' of anything but a new exception");
        scope.Emit(new Throw(Construct(scope, creation)));
    }

    /// <summary>A throw whose value is never used: the body of <c>=&gt; throw …</c>.</summary>
    public static Expr LowerThrowExpression(BodyScope scope, IThrowOperation operation)
    {
        LowerThrow(scope, operation);
        return Constants.False;
    }

    /// <summary>Whether the method is one of the framework's guards, which throw or do nothing.</summary>
    public static bool IsGuard(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: true, DeclaringSyntaxReferences.IsEmpty: true }
        && method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)
        && method.ContainingType.ToDisplayString() is "System.ArgumentException" or "System.ArgumentNullException"
            or "System.ArgumentOutOfRangeException" or "System.ObjectDisposedException";

    public static void LowerGuard(BodyScope scope, IInvocationOperation operation)
    {
        IMethodSymbol method = operation.TargetMethod;
        IEnumerable<ParameterRef> parameters = method.Parameters.Select(p =>
            new ParameterRef(p.Name, Types.Of(p.Type) ?? new InertType(Types.Name(p.Type)), RefMode.Value));
        var function = new FunctionRef(
            FunctionFamily.Other, Types.Name(method.ContainingType), method.Name, parameters.ToEquatableArray(), IrType.Void);
        scope.InGuard = method.Name == "ThrowIfNull";
        EquatableArray<Expr> arguments = Message(scope, operation.Arguments, method.Parameters.Length, operation.Syntax);
        scope.InGuard = false;
        scope.Emit(new Effect(new Call(function, arguments)));
    }

    /// <summary>The exception that ends a switch expression none of whose arms matched.</summary>
    public static Throw Unmatched(Expr? subject)
    {
        // As an object: of a string, the constructor would make the message.
        Expr? unmatched = subject is not null && Types.IsString(subject.Type) ? new Ir.Convert(subject, new InertType("object")) : subject;
        return new Throw(new Construct(
            unmatched is null ? [] : [unmatched], new InertType("global::System.Runtime.CompilerServices.SwitchExpressionException")));
    }

    public static Expr Lower(BodyScope scope, IObjectCreationOperation operation) => Construct(scope, operation);

    public static Expr Lower(BodyScope scope, IInterpolatedStringOperation operation)
    {
        IInterpolationOperation[] holes = operation.Parts.OfType<IInterpolationOperation>().ToArray();
        if (holes.FirstOrDefault(h => Types.IsStorage(h.Expression.Type)) is { } array)
            throw scope.RefuseConstruct(array.Expression.Syntax, "An array or span in the message of an exception");
        Expr[] values = Operands.InOrder(scope, holes.Select(h => h.Expression).ToArray());
        var parts = new List<InterpolationPart>();
        int next = 0;
        foreach (IInterpolatedStringContentOperation part in operation.Parts)
        {
            parts.Add(part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => new InterpolationPart(text, null, null, null),
                IInterpolationOperation hole => new InterpolationPart(null, values[next++], Alignment(hole), Format(hole)),
                _ => throw scope.RefuseConstruct(part.Syntax, "Such an interpolation"),
            });
        }

        return new Interpolation(parts.ToEquatableArray());
    }

    private static Construct Construct(BodyScope scope, IObjectCreationOperation operation)
    {
        if (operation.Constructor is not { } constructor || !Types.IsException(operation.Type, scope.Calls.Compilation))
            throw scope.RefuseConstruct(operation);
        if (operation.Initializer is not null)
            throw scope.RefuseConstruct(operation.Initializer.Syntax, "An object initializer");
        scope.RequireAccess(operation.Type!, operation.Syntax);
        scope.RequireAccess(constructor, operation.Syntax);
        EquatableArray<Expr> arguments = Message(scope, operation.Arguments, constructor.Parameters.Length, operation.Syntax);
        return new Construct(arguments, new InertType(Types.Name(operation.Type!)));
    }

    private static EquatableArray<Expr> Message(BodyScope scope, ImmutableArray<IArgumentOperation> arguments, int count, SyntaxNode at)
    {
        bool outer = scope.InMessage;
        scope.InMessage = true;
        try
        {
            return Arguments.Lower(scope, arguments, count)
                .Select(a => a.Value ?? throw scope.RefuseConstruct(at, "An argument passed by reference to an exception")).ToEquatableArray();
        }
        finally
        {
            scope.InMessage = outer;
        }
    }

    private static int? Alignment(IInterpolationOperation hole) =>
        hole.Alignment?.ConstantValue is { HasValue: true, Value: { } value } ? System.Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    private static string? Format(IInterpolationOperation hole) => hole.FormatString?.ConstantValue.Value as string;
}
