using System.Reflection;
using System.Runtime.Loader;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>Programs compiled with their derivatives, by class name.</summary>
internal sealed class Build
{
    private readonly AssemblyLoadContext context = new(null, isCollectible: true);
    private Assembly? assembly;

    private Build(Dictionary<SyntaxTree, string> owners, IReadOnlyCollection<Diagnostic> found)
    {
        Generated = owners.ToDictionary(o => o.Value, o => o.Key.ToString());

        // What the compiler says of the program itself it says again of the lifted copy of its body.
        HashSet<(string, string)> own = [.. found.Where(d => !owners.ContainsKey(d.Location.SourceTree!)).Select(d => (ClassOf(d.Location.SourceTree!), d.Id))];
        Complaints = found
            .Where(d => owners.TryGetValue(d.Location.SourceTree!, out string? owner) && (d.Severity == DiagnosticSeverity.Error || !own.Contains((owner, d.Id))))
            .GroupBy(d => owners[d.Location.SourceTree!])
            .ToDictionary(g => g.Key, g => string.Join("\n", g.Select(d => d.ToString())));
    }

    /// <summary>The generated files.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; }

    /// <summary>What the compiler says of the generated files, warnings too.</summary>
    public IReadOnlyDictionary<string, string> Complaints { get; }

    /// <summary>The programs with optimised derivatives, and with others. One driver lowers the programs once for both.</summary>
    public static (Build Optimized, Build Unoptimized) Both(CSharpCompilation programs, string without)
    {
        GeneratorDriver driver = Compile.Driver(optimize: true, track: false, without);
        Build optimized = Loaded(programs, ref driver);
        driver = driver.WithUpdatedAnalyzerConfigOptions(Compile.Properties(optimize: false));
        return (optimized, Loaded(programs, ref driver));
    }

    /// <summary>A build to read only: what the compiler says of it.</summary>
    public static Build Unloaded(CSharpCompilation programs, bool optimize, string without)
    {
        GeneratorDriver driver = Compile.Driver(optimize, track: false, without);
        Compilation compilation = Generate(programs, ref driver, out Dictionary<SyntaxTree, string> owners);
        return new Build(owners, Warnings(compilation.GetDiagnostics()));
    }

    public MethodInfo Method(string className) => assembly!.GetType("Fuzzed." + className)!.GetMethod(Language.FuzzProgram.Method)!;

    public void Unload() => context.Unload();

    private static Build Loaded(CSharpCompilation programs, ref GeneratorDriver driver)
    {
        Compilation compilation = Generate(programs, ref driver, out Dictionary<SyntaxTree, string> owners);
        using var image = new MemoryStream();
        EmitResult emitted = compilation.Emit(image);
        Diagnostic[] found = Warnings(emitted.Diagnostics);
        if (!emitted.Success)
        {
            // A file that does not compile must not cost the other programs their run.
            image.SetLength(0);
            emitted = compilation.RemoveSyntaxTrees(found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.SourceTree!).Distinct()).Emit(image);
        }

        if (!emitted.Success)
            throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var build = new Build(owners, found);
        image.Position = 0;
        build.assembly = build.context.LoadFromStream(image);
        return build;
    }

    private static Compilation Generate(CSharpCompilation programs, ref GeneratorDriver driver, out Dictionary<SyntaxTree, string> owners)
    {
        Compilation compilation = Compile.Generate(programs, ref driver, out GeneratorDriverRunResult result);
        owners = result.GeneratedTrees.ToDictionary(t => t, ClassOf);
        return compilation;
    }

    private static Diagnostic[] Warnings(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    private static string ClassOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().First().Identifier.Text;
}
