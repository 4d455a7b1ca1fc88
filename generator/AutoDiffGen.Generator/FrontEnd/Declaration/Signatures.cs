using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// The parameters and the result of a differentiated method: their types (ADG004, ADG005), and that there is something to differentiate,
/// an active input and an active output (ADG003).
/// </summary>
internal static class Signatures
{
    private const string Supported = "only double, float, integers, bool, char, string, enums, and arrays and spans of them are";

    /// <summary>Errors about the types; the body can be lowered only without them.</summary>
    public static IEnumerable<DiagnosticInfo> Types(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Reason(parameter) is not { } reason)
                continue;
            SyntaxNode? syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
            LocationInfo at = syntax is ParameterSyntax { Type: { } type } ? LocationInfo.Of(type) : LocationInfo.Of(parameter.Locations[0]);
            yield return new DiagnosticInfo("ADG004", at, [parameter.Name, FrontEnd.Types.Shown(parameter.Type), reason]);
        }

        if (!IsSupported(FrontEnd.Types.Of(method.ReturnType)))
        {
            SyntaxNode? syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
            LocationInfo at = syntax is MethodDeclarationSyntax m ? LocationInfo.Of(m.ReturnType) : MethodKinds.At(method);
            yield return new DiagnosticInfo("ADG005", at, [FrontEnd.Types.Shown(method.ReturnType), method.Name, ReasonOfResult(method.ReturnType)]);
        }
    }

    /// <summary>The error of a method without an active input or output.</summary>
    /// <param name="written">The positions of the arrays and spans the body stores into; null where that is not known.</param>
    public static DiagnosticInfo? Activity(IMethodSymbol method, IEnumerable<int>? written)
    {
        string? reason = null;
        if (!method.Parameters.Any(p => p.RefKind != RefKind.Out && IsActive(p)))
            reason = "it has no parameter of type double or float that is not [NoGrad]";
        else if (FrontEnd.Types.Of(method.ReturnType)?.Content() is not RealType
            && !method.Parameters.Any(p => IsActive(p) && (p.RefKind is RefKind.Ref or RefKind.Out || IsWritten(p, written))))
            reason = "neither its result nor a ref or out parameter is of type double or float or an array of them, nor is an array or span that it writes";
        return reason is null ? null : new DiagnosticInfo("ADG003", MethodKinds.At(method), [method.Name, reason]);
    }

    public static bool IsActive(IParameterSymbol parameter) =>
        FrontEnd.Types.Of(parameter.Type)?.Content() is RealType && !Attributes.Has(parameter, Attributes.NoGrad);

    private static string? Reason(IParameterSymbol parameter)
    {
        if (FrontEnd.Types.Of(parameter.Type) is not { } type)
            return Reason(parameter.Type);
        if (type.IsStorage() && parameter.RefKind != RefKind.None)
            return "arrays and spans are passed by value";
        return FunctionRefs.Mode(parameter) is null ? "'ref readonly' is not supported; use 'in'" : null;
    }

    private static bool IsWritten(IParameterSymbol parameter, IEnumerable<int>? written) =>
        FrontEnd.Types.IsStorage(parameter.Type) && (written is null || written.Contains(parameter.Ordinal));

    private static bool IsSupported(IrType? result) => result is RealType or InertType or VoidType or ArrayType { Rank: 1, Element: RealType };

    private static string ReasonOfResult(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => "of arrays, only those of double and float with one dimension are",
        _ when FrontEnd.Types.IsSpan(type) => "spans are not; an array is",
        _ => Reason(type),
    };

    private static string Reason(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } => "tuples are not supported yet",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => "a nullable value is not supported",
        IArrayTypeSymbol { Rank: > 2 } => "arrays have one or two dimensions",
        _ => Supported,
    };
}
