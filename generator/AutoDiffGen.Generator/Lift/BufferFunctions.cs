using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// The framework's functions on arrays and spans of anything, which do with <c>Value</c>s what they do with <c>double</c>s: they move elements,
/// and never look at them. One that compares elements is not among them.
/// </summary>
internal static class BufferFunctions
{
    public static bool Include(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
            return false;
        return type.Name switch
        {
            "Span" or "ReadOnlySpan" => method.Name is "Slice" or "ToArray" or "CopyTo" or "TryCopyTo" or "Fill" or "Clear",
            "Array" when !method.IsStatic => method.Name is "GetLength" or "GetLongLength" or "GetLowerBound" or "GetUpperBound" or "CopyTo",
            "Array" => method.Name is "Copy" or "Fill" or "Clear" or "Empty" or "Reverse" or "Resize",
            "MemoryExtensions" => method.Name is "AsSpan" or "CopyTo" or "Reverse",
            "ArgumentNullException" => method.Name == "ThrowIfNull",
            _ => false,
        };
    }
}
