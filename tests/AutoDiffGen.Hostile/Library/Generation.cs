using System.Diagnostics;
using AutoDiffGen.Generator;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Hostile.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Hostile.Library;

/// <summary>Runs the steps of the generator on each attributed method, one by one: a method that takes long or fails costs the others nothing.</summary>
internal static class Generation
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static List<LibraryMethod> Run(CSharpCompilation compilation)
    {
        CompilationRules rules = CompilationRules.Read(compilation, default);
        List<LibraryMethod> methods = [.. Attributed(compilation).Select(m => new LibraryMethod(m.ToDisplayString(), m)).OrderBy(m => m.Name, StringComparer.Ordinal)];
        foreach (LibraryMethod method in methods)
            Run(method, compilation, rules);
        return methods;
    }

    private static IEnumerable<IMethodSymbol> Attributed(CSharpCompilation compilation) =>
        compilation.GetSymbolsWithName(_ => true, SymbolFilter.Member).OfType<IMethodSymbol>()
            .Where(m => m.PartialDefinitionPart is null && Attributes.Has(m, Attributes.Differentiable));

    private static void Run(LibraryMethod method, CSharpCompilation compilation, CompilationRules rules)
    {
        using var patience = new CancellationTokenSource(Patience);
        long start = Stopwatch.GetTimestamp();
        try
        {
            ReadResult read = MethodReader.Read(method.Symbol, compilation, patience.Token);
            EquatableArray<DiagnosticInfo> problems = read.Problems;
            if (read.Model is { } model)
            {
                model = WithoutLocations.Of(model);
                Differentiated optimized = Differentiator.Run(model, rules.Rules, Plan.Full, patience.Token);
                // Only where there are places can errors be told.
                problems = optimized.Text is null ? Differentiator.Run(read.Model, rules.Rules, Plan.Full, patience.Token).Problems : optimized.Problems;
                if (optimized.Text is not null)
                    method.Generated = (optimized.Text, Differentiator.Run(model, rules.Rules, Plan.Bare, patience.Token).Text!);
            }

            foreach (Diagnostic problem in problems.Select(p => p.ToDiagnostic(compilation)))
            {
                FileLinePositionSpan at = problem.Location.GetLineSpan();
                method.Fail(problem.Id == "ADG900" ? Fate.GeneratorFails : Fate.Refused, $"{problem.Id} {problem.GetMessage()} ({at.Path}:{at.StartLinePosition.Line + 1})");
            }

            if (method.Generated is null && problems.IsEmpty)
                method.Fail(Fate.GeneratorFails, "nothing is generated, and nothing said");
        }
        catch (OperationCanceledException)
        {
            method.Fail(Fate.GeneratorFails, $"it takes more than {Patience.TotalSeconds} s");
        }
        catch (Exception e)
        {
            method.Fail(Fate.GeneratorFails, e.ToString());
        }

        method.Time = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The library with its derivatives; what does not compile is left out and said.</summary>
    public static MemoryStream Compile(CSharpCompilation compilation, IReadOnlyList<LibraryMethod> methods, bool optimized)
    {
        Dictionary<SyntaxTree, LibraryMethod> owners = methods.Where(m => m is { Generated: not null, Fate: not Fate.DoesNotCompile })
            .ToDictionary(m => CSharpSyntaxTree.ParseText(optimized ? m.Generated!.Value.Optimized : m.Generated!.Value.Unoptimized, Host.ParseOptions, m.Name + ".g.cs"));
        CSharpCompilation whole = compilation.AddSyntaxTrees(owners.Keys);
        while (true)
        {
            var image = new MemoryStream();
            Diagnostic[] errors = [.. whole.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0)
            {
                image.Position = 0;
                return image;
            }

            if (errors.FirstOrDefault(e => e.Location.SourceTree is not { } tree || !owners.ContainsKey(tree)) is { } foreign)
                throw new InvalidOperationException("The library does not compile with the derivatives: " + foreign);
            foreach (Diagnostic error in errors)
                owners[error.Location.SourceTree!].Fail(Fate.DoesNotCompile, (optimized ? "" : "unoptimised: ") + error);
            whole = whole.RemoveSyntaxTrees(errors.Select(e => e.Location.SourceTree!).Distinct());
        }
    }
}
