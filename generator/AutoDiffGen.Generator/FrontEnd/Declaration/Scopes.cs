using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// Where the generated members go, as text: the namespace and the headers that open the containing types again, and the method as
/// documentation refers to it. <c>static partial class Models</c> → <c>partial class Models</c>.
/// </summary>
internal static class Scopes
{
    public static TypeScope Of(INamedTypeSymbol type)
    {
        var headers = new Stack<string>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
            headers.Push($"partial {Keyword(t)} {Expressions.Fields.Escaped(t.Name)}");
        string space = type.ContainingNamespace.IsGlobalNamespace
            ? ""
            : type.ContainingNamespace.ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        return new TypeScope(space, headers.ToEquatableArray(), Types.Name(type));
    }

    // Documentation writes the arguments of a generic type in braces: an enum in G<int> is G{int}.E.
    public static string Cref(IMethodSymbol method) =>
        $"{Expressions.Fields.Escaped(method.Name)}({string.Join(", ", method.Parameters.Select(Parameter))})".Replace('<', '{').Replace('>', '}');

    private static string Parameter(IParameterSymbol parameter) => FunctionRefs.Mode(parameter)!.Value.Prefix() + Types.Name(parameter.Type);

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
