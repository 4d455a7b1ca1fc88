using AutoDiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// Which methods can be differentiated at all (ADG002), and whether their derivatives have a place to go (ADG001):
/// static methods with a body, in types that are <c>partial</c> all the way out.
/// </summary>
internal static class MethodKinds
{
    /// <summary>The error of a method that is of no supported kind.</summary>
    public static DiagnosticInfo? Check(IMethodSymbol method, CancellationToken cancellation) =>
        Reason(method, cancellation) is { } reason ? new DiagnosticInfo("ADG002", At(method), [Shown(method), reason]) : null;

    /// <summary>An error for each containing type that is not partial, at its name.</summary>
    public static IEnumerable<DiagnosticInfo> NotPartial(IMethodSymbol method, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            TypeDeclarationSyntax? closed = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()
                .FirstOrDefault(d => !d.Modifiers.Any(m => m.Text == "partial"));
            if (closed is not null)
                yield return new DiagnosticInfo("ADG001", LocationInfo.Of(closed.Identifier.GetLocation()), [type.Name, method.Name]);
        }
    }

    /// <summary>Whether members can be generated into a type: it and those around it are partial.</summary>
    public static bool IsPartial(INamedTypeSymbol? type, CancellationToken cancellation) => type is null
        || (type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).All(d => d is TypeDeclarationSyntax t && t.Modifiers.Any(m => m.Text == "partial"))
            && IsPartial(type.ContainingType, cancellation));

    /// <summary>Where errors about the whole method go: its name.</summary>
    public static LocationInfo At(IMethodSymbol method) => LocationInfo.Of(
        method is { MethodKind: MethodKind.LambdaMethod, DeclaringSyntaxReferences: [var lambda] }
            ? Wording.Place(lambda.GetSyntax())
            : method.Locations[0]);

    private static string Shown(IMethodSymbol method) => method.MethodKind == MethodKind.LambdaMethod ? "A lambda" : method.Name;

    private static string? Reason(IMethodSymbol method, CancellationToken cancellation)
    {
        if (OfKind(method) is { } kind)
            return kind;
        if (method.IsAbstract || method.IsExtern)
            return "it has no body";
        if (!method.IsStatic)
            return "instance methods are not supported yet";
        if (method.IsGenericMethod)
            return "generic methods are not supported yet";
        if (method.IsAsync)
            return "it is async";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return "it returns a reference";
        if (method.IsVararg)
            return "it takes '__arglist'";
        if (method.IsVirtual)
            return "it is virtual";
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (OfType(type) is { } reason)
                return reason;
        }

        return Bodies.Has(method.PartialImplementationPart ?? method, cancellation) ? null : "it has no body";
    }

    private static string? OfKind(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Ordinary => null,
        MethodKind.UserDefinedOperator or MethodKind.BuiltinOperator => "it is an operator",
        MethodKind.Conversion => "it is a conversion operator",
        MethodKind.PropertyGet or MethodKind.PropertySet => "it is a property accessor",
        MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise => "it is an event accessor",
        MethodKind.LocalFunction => "it is a local function",
        MethodKind.LambdaMethod => "it is a lambda",
        MethodKind.ExplicitInterfaceImplementation => "it implements an interface explicitly",
        _ => "it is not an ordinary method",
    };

    /// <summary>What keeps members from being generated into a type, however it is written.</summary>
    public static string? OfType(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) } or { IsImplicitClass: true } =>
            "its containing type cannot be extended",
        { IsGenericType: true } => "methods of generic types are not supported yet",
        { IsFileLocal: true } => "its containing type is local to the file",
        _ => null,
    };
}
