using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// Names the generated file: <c>N.Models.Loss.g.cs</c>; with the parameter types where the name is overloaded,
/// <c>N.Models.Loss(double, ref double).g.cs</c>; with a hash where another one differs in case alone, which file names must not.
/// </summary>
internal static class HintNames
{
    public static string Of(IMethodSymbol method, Compilation compilation)
    {
        string name = Plain(method.ContainingType.ToDisplayString()) + "." + method.Name;
        IMethodSymbol[] overloads = method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(m => IsSame(m.Name, method.Name)).ToArray();
        if (overloads.Count(m => m.Name == method.Name && m.PartialDefinitionPart is null) > 1)
            name += $"({string.Join(", ", method.Parameters.Select(p => Mode(p.RefKind) + Plain(p.Type.ToDisplayString())))})";
        bool isAmbiguous = overloads.Any(m => m.Name != method.Name) || Containers(method).Any(c => HasTwin(c, compilation));
        return isAmbiguous ? $"{name}-{Hash(name)}.g.cs" : name + ".g.cs";
    }

    private static IEnumerable<string> Containers(IMethodSymbol method)
    {
        for (ISymbol symbol = method.ContainingType; symbol is not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
            yield return symbol.Name;
    }

    // Asked of the compilation's table of declared names, which is cheap.
    private static bool HasTwin(string name, Compilation compilation) =>
        compilation.ContainsSymbolsWithName(n => n != name && IsSame(n, name), SymbolFilter.Type | SymbolFilter.Namespace);

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Mode(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.In => "in ",
        RefKind.Out => "out ",
        _ => "ref ",
    };

    // The characters a generated file's name may have.
    private static string Plain(string text) => new(text.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-').ToArray());

    // FNV-1a: the same on every machine and run.
    public static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
