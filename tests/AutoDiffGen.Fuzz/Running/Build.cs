using System.Reflection;
using System.Runtime.Loader;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>Programs compiled with their derivatives, by class name.</summary>
internal sealed class Build
{
    private readonly AssemblyLoadContext context = new(null, isCollectible: true);
    private Assembly? assembly;

    private Build(IReadOnlyDictionary<string, string> generated, IReadOnlyDictionary<string, string> complaints) => (Generated, Complaints) = (generated, complaints);

    /// <summary>The generated files.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; }

    /// <summary>What the compiler says of the generated files, warnings too.</summary>
    public IReadOnlyDictionary<string, string> Complaints { get; }

    public static Build Of(CSharpCompilation programs, bool optimize, string without = "", bool run = true)
    {
        Compilation compilation = Compile.Generate(programs, out GeneratorDriverRunResult result, optimize, without);
        Dictionary<SyntaxTree, string> owners = result.GeneratedTrees.ToDictionary(t => t, ClassOf);
        Diagnostic[] found = [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];

        // What the compiler says of the program itself it says again of the lifted copy of its body.
        HashSet<(string, string)> own = [.. found.Where(d => !owners.ContainsKey(d.Location.SourceTree!)).Select(d => (ClassOf(d.Location.SourceTree!), d.Id))];
        Dictionary<string, string> complaints = found
            .Where(d => owners.TryGetValue(d.Location.SourceTree!, out string? owner) && (d.Severity == DiagnosticSeverity.Error || !own.Contains((owner, d.Id))))
            .GroupBy(d => owners[d.Location.SourceTree!])
            .ToDictionary(g => g.Key, g => string.Join("\n", g.Select(d => d.ToString())));
        var build = new Build(owners.ToDictionary(o => o.Value, o => o.Key.ToString()), complaints);

        if (!run)
            return build;

        // A file that does not compile must not cost the other programs their run.
        SyntaxTree[] broken = [.. found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.SourceTree!).Distinct()];
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.RemoveSyntaxTrees(broken).Emit(image);
        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        build.assembly = build.context.LoadFromStream(image);
        return build;
    }

    public MethodInfo Method(string className) => assembly!.GetType("Fuzzed." + className)!.GetMethod(Language.FuzzProgram.Method)!;

    public void Unload() => context.Unload();

    private static string ClassOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().First().Identifier.Text;
}
