using System.Collections.Immutable;
using AutoDiffGen.Generator.FrontEnd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>Compiles C# in memory, against the framework the tests run on and the library, and runs the generator and the analyzer on it.</summary>
internal static class Compile
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    public static ImmutableArray<MetadataReference> References { get; } = FindReferences();

    // What it has read of the framework, compilations made of it need not read again.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Test",
        [],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static CSharpCompilation Of(params string[] sources) =>
        Empty.AddSyntaxTrees(sources.Select((s, i) => CSharpSyntaxTree.ParseText(s, ParseOptions, i == 0 ? "Source.cs" : $"Source{i + 1}.cs")));

    /// <summary>Lowers the method marked <c>[Differentiable]</c>, of which there must be one.</summary>
    public static ReadResult Read(CSharpCompilation compilation) => MethodReader.Read(Marked(compilation).Single(), compilation, default);

    public static IEnumerable<IMethodSymbol> Marked(Compilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Member).OfType<IMethodSymbol>()
            .Where(m => m.PartialDefinitionPart is null && Attributes.Has(m, Attributes.Differentiable));

    /// <param name="without">The passes that are left out, by their names.</param>
    public static GeneratorDriver Driver(bool optimize = true, bool track = true, string without = "") => CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        optionsProvider: Properties(optimize, without),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));

    /// <summary>The properties of a build.</summary>
    public static AnalyzerConfigOptionsProvider Properties(bool optimize = true, string without = "") => new BuildProperties(optimize, without);

    /// <summary>The compilation with what the generator adds to it.</summary>
    public static Compilation Generate(CSharpCompilation compilation, out GeneratorDriverRunResult result, bool optimize = true, string without = "")
    {
        GeneratorDriver driver = Driver(optimize, without: without);
        return Generate(compilation, ref driver, out result);
    }

    /// <summary>The same with a driver that may have run before.</summary>
    public static Compilation Generate(CSharpCompilation compilation, ref GeneratorDriver driver, out GeneratorDriverRunResult result)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> own);
        Assert.Empty(own);
        result = driver.GetRunResult();
        Assert.All(result.Results, r => Assert.Null(r.Exception));
        return updated;
    }

    /// <summary>The analyzer's errors, run as a build runs it: on the compilation with the generated code in it.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilation compilation)
    {
        Compilation updated = Generate(compilation, out _);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new BuildProperties(true, "")), (e, _, _) => throw new InvalidOperationException("The analyzer failed.", e),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return await updated.WithAnalyzers([new DifferentiableAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == framework);
        return [.. paths.Append(typeof(DifferentiableAttribute).Assembly.Location).Select(p => MetadataReference.CreateFromFile(p))];
    }

    private sealed class BuildProperties(bool optimize, string without) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(optimize, without);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(bool optimize, string without) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.AutoDiffGenOptimize" when !optimize => "false",
                "build_property.AutoDiffGenWithout" when without.Length > 0 => without,
                _ => null,
            };
            return value is not null;
        }
    }
}
