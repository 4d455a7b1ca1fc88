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

    /// <summary>Whether the type holds <c>double</c>s that become <c>Value</c>s: itself, in an array or a span, or as elements of a tuple.</summary>
    public static bool IsActive(ITypeSymbol? type) =>
        IsDouble(type) || IsActiveBuffer(type) || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(e => IsActive(e.Type)));

    /// <summary>The type of the elements of an array or a span; null where the type is neither.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol span when IsSpan(span) => span.TypeArguments[0],
        _ => null,
    };

    /// <summary>Whether the type is a span, or the base of all arrays.</summary>
    public static bool IsBuffer(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Array || IsSpan(type);

    /// <summary>Whether the type is an array or a span of <c>double</c>s, or of such arrays.</summary>
    public static bool IsActiveBuffer(ITypeSymbol? type) => ElementOf(type) is { } element && (IsDouble(element) || IsActiveBuffer(element));

    /// <summary>
    /// Whether the type is such an array or span, or a tuple with one. Unlike a <c>double</c>, it is never converted to its lifted type: where it
    /// is constant, it must be of <c>Value</c>s all the same.
    /// </summary>
    public static bool HoldsBuffer(ITypeSymbol? type) =>
        IsActiveBuffer(type) || (type is INamedTypeSymbol { IsTupleType: true } tuple && tuple.TupleElements.Any(e => HoldsBuffer(e.Type)));

    /// <summary>Whether the type is <c>ReadOnlySpan&lt;double&gt;</c>, through which no <c>double</c> can be written.</summary>
    public static bool IsReadOnlySpan(ITypeSymbol? type) => IsDouble(ElementOf(type)) && type is INamedTypeSymbol { Name: "ReadOnlySpan" };

    public static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", Arity: 1 } && IsInSystem(type);

    /// <summary>Whether the type is <c>float</c>, or an array or span of it.</summary>
    public static bool HoldsFloat(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Single || (ElementOf(type) is { } element && HoldsFloat(element));

    /// <summary>Whether the type carries no derivative and can hold none in any disguise: a scalar, or an array or span of such.</summary>
    public static bool IsInert(ITypeSymbol? type) => type switch
    {
        null => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => IsInert(e.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsInert(nullable.TypeArguments[0]),
        _ when ElementOf(type) is { } element => IsInert(element),
        INamedTypeSymbol { Name: "Index" or "Range" } => IsInSystem(type),
        _ => type.TypeKind == TypeKind.Enum || IsInertPrimitive(type.SpecialType),
    };

    public static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Exception" && IsInSystem(type))
                return true;
        }

        return false;
    }

    /// <summary>Whether lifted code may name a variable of the type: after lifting, where it is active.</summary>
    public static bool IsSupported(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(e => IsSupported(e.Type)),
        _ => IsDouble(type) || IsActiveBuffer(type) || IsInert(type) || IsException(type),
    };

    /// <summary>
    /// Whether a parameter becomes a <c>Value</c>, or an array or span of them: what a method writes to a <c>[NoGrad]</c> parameter may be
    /// active, what it reads is not.
    /// </summary>
    public static bool IsLifted(IParameterSymbol parameter) =>
        IsActive(parameter.Type) && !(IsNoGrad(parameter) && IsDouble(parameter.Type) && parameter.RefKind is not (RefKind.Ref or RefKind.Out));

    public static bool IsNoGrad(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == NoGradAttribute);

    /// <summary>The type in C#, unchanged.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(Qualified);

    /// <summary>The type in C#, with <c>Value</c> for <c>double</c>.</summary>
    public static string LiftedName(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => $"({string.Join(", ", tuple.TupleElements.Select(Element))})",
        _ when IsActiveBuffer(type) => string.Concat(type.ToDisplayParts(Qualified).Select(
            part => part.Kind == SymbolDisplayPartKind.Keyword && part.ToString() == "double" ? Value : part.ToString())),
        _ => IsDouble(type) ? Value : Name(type),
    };

    private static bool IsInSystem(ITypeSymbol type) => type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static string Element(IFieldSymbol element) =>
        LiftedName(element.Type) + (element.IsExplicitlyNamedTupleElement ? " " + CSharpNames.Escape(element.Name) : "");

    private static bool IsInertPrimitive(SpecialType type) => type is
        SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_Single
        or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
