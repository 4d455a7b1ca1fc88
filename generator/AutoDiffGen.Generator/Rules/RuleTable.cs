using System.Collections.Concurrent;
using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Rules;

/// <summary>
/// The library's table of rules. Its files are embedded here as the library compiles them; they are bound once against the user's
/// references, and their bodies lowered: <c>static double Sin(double x, double y) =&gt; Math.Cos(x);</c> →
/// <c>TableRule("Sin(real)", 0, [x, y], Call Math.Cos(x))</c>.
/// </summary>
internal static class RuleTable
{
    private const string Prefix = "AutoDiffGen.Rules.";

    // Holds values only. Which spelling of a function there is depends on the framework, so there is one table for each.
    private static readonly ConcurrentDictionary<string, EquatableArray<TableRule>> Complete = new(StringComparer.Ordinal);

    /// <summary>The table; without the rules whose functions the references lack, as an older framework lacks some.</summary>
    public static EquatableArray<TableRule> Read(ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "AutoDiffGen.Rules", references: references, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        if (compilation.GetTypeByMetadataName(Attributes.PartialOf) is null)
            return [];
        string framework = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly.Identity.GetDisplayName();
        if (Complete.TryGetValue(framework, out EquatableArray<TableRule> known))
            return known;

        EquatableArray<TableRule> table = Bind(compilation.AddSyntaxTrees(Sources(cancellation)), out int holes, cancellation);
        if (holes == 0)
            Complete[framework] = table;
        return table;
    }

    /// <summary>Lowers the rules of a compilation.</summary>
    /// <param name="holes">How many could not be.</param>
    public static EquatableArray<TableRule> Bind(Compilation compilation, out int holes, CancellationToken cancellation)
    {
        holes = 0;
        var rules = new List<TableRule>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (MethodDeclarationSyntax declaration in tree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration, cancellation) is not { } method || !IsMarked(declaration) || IsNewer(method))
                    continue;
                if (Rule(method, compilation, cancellation) is { } rule)
                    rules.Add(rule);
                else
                    holes++;
            }
        }

        return rules.OrderBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.Argument).ToEquatableArray();
    }

    private static bool IsMarked(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes).Any(a => a.Name.ToString() == "PartialOf");

    // A rule of a function that this framework does not have yet leaves no hole.
    private static bool IsNewer(IMethodSymbol rule) =>
        Attributes.Find(rule, Attributes.PartialOf)?.ConstructorArguments is [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }, { Value: string name }]
        && type.GetMembers(name).IsEmpty;

    private static TableRule? Rule(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (Attributes.Find(method, Attributes.PartialOf) is not { } attribute
            || RuleDeclaration.Of(method, attribute, compilation, out _) is not { } declaration)
            return null;
        var calls = new CallGraph(compilation, method.ContainingType, cancellation);
        // One pure expression: what a rule cannot be, no user can be told at a place of theirs.
        return calls.Root(method).Body is { Body: [Return { Value: { } partial }], Parameters: var parameters }
            ? new TableRule(declaration.Target.Key, declaration.Argument, parameters.Select(p => p.Var).ToEquatableArray(), partial)
            : null;
    }

    private static IEnumerable<SyntaxTree> Sources(CancellationToken cancellation)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        foreach (string name in typeof(RuleTable).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(RuleTable).Assembly.GetManifestResourceStream(name)!);
            yield return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), options, name, cancellationToken: cancellation);
        }
    }
}
