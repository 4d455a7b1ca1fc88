using System.Collections.Immutable;
using System.Diagnostics;
using AutoDiffGen.Hostile.Hosting;
using AutoDiffGen.Hostile.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Hostile.Judging;

/// <summary>Runs the compiler with the generator, on a stack of 1 MB, and the analyzer on an input, and says what went wrong.</summary>
/// <remarks>
/// What is required:
/// <list type="bullet">
/// <item>Neither the generator nor the analyzer throws, and <c>ADG900</c>, its word for an exception, is not reported.</item>
/// <item>Where the input compiles, so does what is generated, without a warning that the input does not give itself.</item>
/// <item>Where it does not, the generated files parse all the same, and have no kind of error that the input does not have: a class that
/// is declared twice is so in them too, a conversion that is missing there is missing here, but nothing new goes wrong. That names are
/// not found is one kind of error, whichever way the compiler puts it: where the input calls something of its own <c>System</c>, generated
/// code may not find it either. Nor may it where references are missing.</item>
/// <item>Errors are at places in the user's source: in a method, or at the name of a containing type.</item>
/// <item>A method is either generated for or refused, never both and, where the input compiles, never neither.</item>
/// <item>It ends in good time.</item>
/// </list>
/// </remarks>
internal static class Judge
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int StackOfGenerator = 1 << 20;

    // What the compiler itself needs for deep code is its own affair.
    private const int StackOfCompiler = 16 << 20;

    public static Verdict Of(Input input)
    {
        Verdict? verdict = null;
        Exception? failure = null;
        using var patience = new CancellationTokenSource();
        var thread = new Thread(
            () =>
            {
                try
                {
                    verdict = Run(input, patience.Token);
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            StackOfCompiler) { IsBackground = true };
        thread.Start();
        if (!thread.Join(Patience))
        {
            patience.Cancel();
            bool ends = thread.Join(Patience);
            return new Verdict(Outcome.Broken, [$"It takes more than {Patience.TotalSeconds} s{(ends ? "" : ", and is not to be cancelled")}."], [], [], "", Patience);
        }

        return verdict ?? new Verdict(Outcome.Broken, [$"{failure}"], [], [], "", TimeSpan.Zero);
    }

    private static Verdict Run(Input input, CancellationToken cancellation)
    {
        CSharpCompilation compilation = Host.Compile(input.Sources, input.References, input.Checked);
        long start = Stopwatch.GetTimestamp();
        (GeneratorDriver driver, Compilation generated, ImmutableArray<Diagnostic> ofDriver) = Generate(input, compilation, cancellation);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        GeneratorDriverRunResult result = driver.GetRunResult();
        ImmutableArray<Diagnostic> reported = Host.Analyze(generated, cancellation);

        HashSet<SyntaxTree> own = [.. compilation.SyntaxTrees];
        Diagnostic[] said = [.. generated.GetDiagnostics(cancellation).Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        Diagnostic[] ofInput = [.. said.Where(d => d.Location.SourceTree is null || own.Contains(d.Location.SourceTree))];
        Diagnostic[] ofGenerated = [.. said.Except(ofInput)];
        bool compiles = ofInput.All(d => d.Severity != DiagnosticSeverity.Error);

        var failures = new List<string>();
        failures.AddRange(ofDriver.Select(d => $"The generator fails: {d}"));
        failures.AddRange(result.Results.Where(r => r.Exception is not null).Select(r => $"The generator fails: {r.Exception}"));
        failures.AddRange(reported.Where(d => d.Id is "AD0001" or "ADG900").Select(d => $"The analyzer fails: {d.Id} {d.GetMessage()}"));
        failures.AddRange(Misplaced(reported, own));
        failures.AddRange(NotCompiling(input, ofInput, ofGenerated, compiles));
        Diagnostic[] refusals = [.. reported.Where(d => d.Id.StartsWith("ADG", StringComparison.Ordinal))];
        (int marked, IEnumerable<string> unaccounted) = Unaccounted(generated, own, refusals, compiles);
        failures.AddRange(unaccounted);

        Outcome outcome = !compiles ? Outcome.Broken : refusals.Length > 0 ? Outcome.Refused : marked == 0 ? Outcome.Unmarked : Outcome.Accepted;
        return new Verdict(
            outcome, failures, [.. refusals.Select(d => $"{d.Id} {d.GetMessage()}")],
            [.. ofInput.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())], string.Join("\n", result.GeneratedTrees.Select(t => t.ToString())), time);
    }

    private static (GeneratorDriver Driver, Compilation Generated, ImmutableArray<Diagnostic> Reported) Generate(
        Input input, CSharpCompilation compilation, CancellationToken cancellation)
    {
        (GeneratorDriver, Compilation, ImmutableArray<Diagnostic>)? result = null;
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    GeneratorDriver driver = Host.Driver(input.Without)
                        .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> reported, cancellation);
                    result = (driver, generated, reported);
                }
                catch (Exception e)
                {
                    thrown = e;
                }
            },
            StackOfGenerator) { IsBackground = true };
        thread.Start();
        thread.Join();
        return result ?? throw new InvalidOperationException("The driver fails.", thrown);
    }

    private static IEnumerable<string> Misplaced(IEnumerable<Diagnostic> reported, HashSet<SyntaxTree> own)
    {
        foreach (Diagnostic error in reported.Where(d => d.Id.StartsWith("ADG", StringComparison.Ordinal)))
        {
            if (error.Location.SourceTree is not { } tree || !own.Contains(tree))
                yield return $"No place in the source: {error}";
            else if (tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf()
                .All(n => n is not (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax or TypeDeclarationSyntax
                    or PropertyDeclarationSyntax or IndexerDeclarationSyntax or GlobalStatementSyntax)))
                yield return $"A place outside any method: {error}";
        }
    }

    private static IEnumerable<string> NotCompiling(Input input, Diagnostic[] ofInput, Diagnostic[] ofGenerated, bool compiles)
    {
        bool isWhole = input.References.Length == Host.References.Length;
        HashSet<string> known = [.. ofInput.Select(Kind)];
        foreach (Diagnostic complaint in ofGenerated.DistinctBy(d => d.Id))
        {
            bool isError = complaint.Severity == DiagnosticSeverity.Error;
            if (compiles ? !known.Contains(complaint.Id) : isError && (complaint.Location.SourceTree!.GetDiagnostics().Contains(complaint) || (isWhole && !known.Contains(Kind(complaint)))))
                yield return $"The generated code {(isError ? "does not compile" : "has a warning")}{(compiles ? "" : ", nor does the input")}: {complaint}";
        }
    }

    private static string Kind(Diagnostic error) => error.Id switch
    {
        "CS0012" or "CS0103" or "CS0104" or "CS0117" or "CS0118" or "CS0119" or "CS0122" or "CS0234" or "CS0246" or "CS0400" or "CS0426" or "CS0433" or "CS0436" or "CS0518" or "CS1061" or "CS7069" => "a name",
        "CS0029" or "CS0030" or "CS0266" or "CS1503" => "a conversion",
        string id => id,
    };

    // Methods by name: overloads of one name are accounted for together.
    private static (int Marked, IEnumerable<string> Unaccounted) Unaccounted(
        Compilation generated, HashSet<SyntaxTree> own, Diagnostic[] refusals, bool compiles)
    {
        INamedTypeSymbol? attribute = generated.GetTypeByMetadataName("AutoDiffGen.DifferentiableAttribute");
        if (attribute is null)
            return (0, []);
        var failures = new List<string>();
        int count = 0;
        foreach (SyntaxTree tree in own)
        {
            SemanticModel model = generated.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes()
                .Where(n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or LambdaExpressionSyntax))
            {
                ISymbol? symbol = node is LambdaExpressionSyntax ? model.GetSymbolInfo(node).Symbol : model.GetDeclaredSymbol(node);
                if (symbol is not IMethodSymbol { PartialDefinitionPart: null } method
                    || !method.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute)))
                    continue;
                count++;
                bool isGenerated = method.ContainingType?.GetMembers().OfType<IMethodSymbol>().Any(m =>
                    m.Name.StartsWith(method.Name + "_", StringComparison.Ordinal) && m.Locations.All(l => !own.Contains(l.SourceTree!))) ?? false;
                // One in the method itself is about it, unless it is about a rule; one elsewhere may be, where it calls that.
                bool isRefused = refusals.Any(r => string.CompareOrdinal(r.Id, "ADG060") < 0 && r.Location.SourceTree == tree && node.Span.Contains(r.Location.SourceSpan));
                bool isUnique = method.ContainingType?.GetMembers(method.Name).Length == 1;
                if (!isGenerated && refusals.Length == 0 && compiles)
                    failures.Add($"Nothing is generated for {method.Name}, and nothing said.");
                if (isGenerated && isRefused && isUnique)
                    failures.Add($"{method.Name} is refused, and generated for all the same.");
            }
        }

        return (count, failures);
    }
}
