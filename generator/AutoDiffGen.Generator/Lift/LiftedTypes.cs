using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>What becomes of a type in lifted code.</summary>
internal static class LiftedTypes
{
    public const string ValueMetadataName = "AutoDiffGen.Dynamic.Value";

    public const string Value = "global::" + ValueMetadataName;

    public const string NoGradAttribute = "AutoDiffGen.NoGradAttribute";

    private static readonly SymbolDisplayFormat Qualified =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static bool IsDouble(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Double;

    /// <summary>Whether the type holds <c>double</c>s that become <c>Value</c>s: itself, or as elements of a tuple.</summary>
    public static bool IsActive(ITypeSymbol? type) =>
        IsDouble(type) || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(e => IsActive(e.Type)));

    /// <summary>Whether the type is a scalar that carries no derivative and can hold none in any disguise.</summary>
    public static bool IsInert(ITypeSymbol? type) => type switch
    {
        null => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => IsInert(e.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsInert(nullable.TypeArguments[0]),
        _ => type.TypeKind == TypeKind.Enum || IsInertPrimitive(type.SpecialType),
    };

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    /// <summary>Whether lifted code may name a variable of the type: after lifting, where it is active.</summary>
    public static bool IsSupported(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => IsSupported(e.Type)),
        _ => IsDouble(type) || IsInert(type) || IsException(type),
    };

    /// <summary>Whether a parameter becomes a <c>Value</c>: what a method writes to a <c>[NoGrad]</c> parameter may be active, what it reads is not.</summary>
    public static bool IsLifted(IParameterSymbol parameter) =>
        IsActive(parameter.Type) && !(IsNoGrad(parameter) && parameter.RefKind is not (RefKind.Ref or RefKind.Out));

    public static bool IsNoGrad(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == NoGradAttribute);

    /// <summary>The type in C#, unchanged.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type in C#, with <c>Value</c> for <c>double</c>.</summary>
    public static string LiftedName(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => $"({string.Join(", ", tuple.TupleElements.Select(Element))})",
        _ => IsDouble(type) ? Value : Name(type),
    };

    private static string Element(IFieldSymbol element) =>
        LiftedName(element.Type) + (element.IsExplicitlyNamedTupleElement ? " " + CSharpNames.Escape(element.Name) : "");

    private static bool IsInertPrimitive(SpecialType type) => type is
        SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_Single
        or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
