using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// From a C# type to the IR's: <c>double</c> and <c>float</c> are real, integers, <c>bool</c>, <c>char</c>, <c>string</c> and enums are
/// inert; <c>T[]</c>, <c>T[,]</c>, <c>T[][]</c>, <c>Span&lt;T&gt;</c> and <c>ReadOnlySpan&lt;T&gt;</c> of them are storage. Any other type
/// has no counterpart.
/// </summary>
internal static class Types
{
    /// <summary>The type; null where differentiated code may not have values of it.</summary>
    public static IrType? Of(ITypeSymbol? type)
    {
        switch (type?.SpecialType)
        {
            case SpecialType.System_Double:
                return IrType.Double;
            case SpecialType.System_Single:
                return IrType.Single;
            case SpecialType.System_Void:
                return IrType.Void;
            case SpecialType.System_Boolean:
                return IrType.Bool;
            case SpecialType.System_Int32:
                return IrType.Int32;
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Char or SpecialType.System_String:
                return new InertType(Name(type));
            case SpecialType.System_IntPtr:
                return new InertType("nint");
            case SpecialType.System_UIntPtr:
                return new InertType("nuint");
            default:
                return type switch
                {
                    IArrayTypeSymbol array => Array(array),
                    INamedTypeSymbol span when IsSpan(span) => Scalar(span.TypeArguments[0]) is { } element ? new SpanType(element, span.Name != "Span") : null,
                    { TypeKind: TypeKind.Enum } => new InertType(Name(type)),
                    _ => null,
                };
        }
    }

    /// <summary><c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>, of whatever elements.</summary>
    public static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "Span" or "ReadOnlySpan", Arity: 1, ContainingType: null,
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    /// <summary>Whether values of the type refer to elements.</summary>
    public static bool IsStorage(ITypeSymbol? type) => Of(type) is ArrayType or SpanType;

    /// <summary>
    /// As <see cref="Of"/>, for a variable: <c>string?</c> keeps its annotation, so that the generated code says the same. Where the source
    /// does without annotations, any <c>string</c> may be null.
    /// </summary>
    public static IrType? OfVariable(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.NotAnnotated } ? new InertType("string?") : Of(type);

    /// <summary>The type of what is stored in the end, through arrays of arrays; of a scalar, its own.</summary>
    public static ITypeSymbol Content(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Content(array.ElementType),
        INamedTypeSymbol span when IsSpan(span) => span.TypeArguments[0],
        _ => type,
    };

    // Arrays of one or two dimensions, and arrays of arrays.
    private static ArrayType? Array(IArrayTypeSymbol array)
    {
        IrType? element = array is { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1 } row } ? Array(row) : Scalar(array.ElementType);
        return element is null or ArrayType { Element: ArrayType } || array.Rank > 2 ? null : new ArrayType(element, array.Rank);
    }

    private static IrType? Scalar(ITypeSymbol type) => OfVariable(type) is RealType or InertType ? OfVariable(type) : null;

    /// <summary>How generated code spells the type: <c>int</c>, <c>global::N.T</c>.</summary>
    public static string Name(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>How an error message spells the type: <c>int</c>, <c>N.T?</c>.</summary>
    public static string Shown(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.CSharpErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays));

    /// <summary><c>int</c>, <c>uint</c>, <c>long</c>, <c>ulong</c>, <c>nint</c>, <c>nuint</c>: the integers that arithmetic is done in.</summary>
    public static bool IsWideInteger(IrType type) => type is InertType { Name: "int" or "uint" or "long" or "ulong" or "nint" or "nuint" };

    /// <summary>The integers and <c>char</c> that arithmetic first widens to <c>int</c>.</summary>
    public static bool IsNarrowInteger(IrType type) => type is InertType { Name: "sbyte" or "byte" or "short" or "ushort" or "char" };

    public static bool IsString(IrType type) => type is InertType { Name: "string" or "string?" };

    public static bool IsException(ITypeSymbol? type, Compilation compilation)
    {
        INamedTypeSymbol? root = compilation.GetTypeByMetadataName("System.Exception");
        for (ITypeSymbol? t = type; root is not null && t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, root))
                return true;
        }

        return false;
    }
}
