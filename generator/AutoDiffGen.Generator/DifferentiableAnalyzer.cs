using System.Collections.Immutable;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.FrontEnd.Declaration;
using AutoDiffGen.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoDiffGen.Generator;

/// <summary>Reports why a method has no derivatives, by the generator's own lowering and differentiation, at the places in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DifferentiableAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        Compilation compilation = context.Compilation;
        if (compilation.GetTypeByMetadataName(Attributes.Differentiable) is null)
            return;
        Plan plan = BuildOptions.Plan(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        // A failure, a cancellation above all, is not kept for later.
        CancellationToken cancellation = context.CancellationToken;
        var rules = new Lazy<CompilationRules>(() => CompilationRules.Read(compilation, cancellation), LazyThreadSafetyMode.PublicationOnly);

        context.RegisterSymbolAction(c => Report(c.Symbol, compilation, rules, plan, c.ReportDiagnostic, c.CancellationToken), SymbolKind.Method);
        // Local functions and lambdas are no symbols of their own to analyzers; nor can they be differentiated.
        context.RegisterSyntaxNodeAction(
            c => Report(c.SemanticModel.GetSymbolInfo(c.Node, c.CancellationToken).Symbol
                    ?? c.SemanticModel.GetDeclaredSymbol(c.Node, c.CancellationToken),
                compilation, rules, plan, c.ReportDiagnostic, c.CancellationToken),
            SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.SimpleLambdaExpression);
    }

    private static void Report(
        ISymbol? symbol, Compilation compilation, Lazy<CompilationRules> rules, Plan plan, Action<Diagnostic> report,
        CancellationToken cancellation)
    {
        if (symbol is not IMethodSymbol { PartialDefinitionPart: null } method)
            return;
        if (Attributes.Has(method, Attributes.PartialOf) || Attributes.Has(method, Attributes.VjpOf))
        {
            LocationInfo at = MethodKinds.At(method);
            foreach (DiagnosticInfo problem in rules.Value.Problems.Where(p => p.Location == at))
                report(problem.ToDiagnostic(compilation));
        }

        if (Attributes.Has(method, Attributes.Differentiable))
        {
            foreach (DiagnosticInfo problem in Problems(method, compilation, rules, plan, cancellation))
                report(problem.ToDiagnostic(compilation));
        }
    }

    private static IEnumerable<DiagnosticInfo> Problems(
        IMethodSymbol method, Compilation compilation, Lazy<CompilationRules> rules, Plan plan, CancellationToken cancellation)
    {
        try
        {
            ReadResult read = MethodReader.Read(method, compilation, cancellation);
            return read.Model is null ? read.Problems : Differentiator.Run(read.Model, rules.Value.Rules, plan, cancellation).Problems;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [new DiagnosticInfo(Descriptors.Internal.Id, MethodKinds.At(method), [method.Name, $"{e.GetType().Name}: {e.Message}"])];
        }
    }
}
