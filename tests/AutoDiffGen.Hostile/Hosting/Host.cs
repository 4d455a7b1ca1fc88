using System.Collections.Immutable;
using AutoDiffGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffGen.Hostile.Hosting;

/// <summary>The compiler the generator runs in: which one is a matter of the project.</summary>
internal static class Host
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    /// <summary>The newest C# that the compiler knows, 12 or 14.</summary>
    public static int Language { get; } = (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion() / 100;

    public static string Name { get; } = $"Roslyn {typeof(Compilation).Assembly.GetName().Version!.ToString(2)}";

    /// <summary>The framework and the library.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = FindReferences();

    /// <param name="checkedArithmetic">As with <c>&lt;CheckForOverflowUnderflow&gt;</c>.</param>
    public static CSharpCompilation Compile(
        IEnumerable<string> sources, ImmutableArray<MetadataReference>? references = null, bool checkedArithmetic = false)
    {
        SyntaxTree[] trees = [.. sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions, $"Source{i}.cs"))];
        bool isProgram = trees.Any(t => t.GetCompilationUnitRoot().Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement)));
        return CSharpCompilation.Create("Hostile", trees, references ?? References, new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, checkOverflow: checkedArithmetic,
            // One input is small, and there are many.
            concurrentBuild: false));
    }

    public static GeneratorDriver Driver(string without = "") => CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()], parseOptions: ParseOptions, optionsProvider: new BuildProperties(without));

    /// <summary>What the analyzer reports, as a build runs it: on the compilation with the generated code in it.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation generated, CancellationToken cancellation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new BuildProperties("")), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return generated.WithAnalyzers([new DifferentiableAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == framework);
        return [.. paths.Append(typeof(DifferentiableAttribute).Assembly.Location).Select(p => MetadataReference.CreateFromFile(p))];
    }

    private sealed class BuildProperties(string without) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(without);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(string without) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.AutoDiffGenOptimize" when without == "all" => "false",
                "build_property.AutoDiffGenWithout" when without is not ("" or "all") => without,
                _ => null,
            };
            return value is not null;
        }
    }
}
