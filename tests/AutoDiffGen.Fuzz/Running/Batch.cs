using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Fuzz.Judging;
using AutoDiffGen.Fuzz.Language;
using AutoDiffGen.Generator;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RuleSet = AutoDiffGen.Generator.Rules.RuleSet;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>Compiles programs together, which is what costs time, and judges each.</summary>
internal static partial class Batch
{
    /// <summary>How long one program may take; none takes a hundredth of it unless it never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What differs between two refusals for the same reason.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("'[^']*'( → '[^']*')*")]
    private static partial System.Text.RegularExpressions.Regex Names();

    /// <param name="kind">The failure that is looked for, so that nothing more need be done than what shows it; null for all.</param>
    public static List<Failure> Run(IReadOnlyList<FuzzProgram> programs, Tally tally, string? kind = null)
    {
        var own = new Tally();
        try
        {
            List<Failure> failures = Together(programs, own, kind);
            tally.Add(own);
            return failures;
        }
        catch (Exception) when (programs.Count > 1)
        {
            // One of them breaks what compiles them; the others must not go unseen.
            int half = programs.Count / 2;
            return [.. Run([.. programs.Take(half)], tally, kind), .. Run([.. programs.Skip(half)], tally, kind)];
        }
        catch (Exception e)
        {
            return [new Failure(programs[0], "crash", e.ToString())];
        }
    }

    private static List<Failure> Together(IReadOnlyList<FuzzProgram> programs, Tally tally, string? kind)
    {
        Dictionary<string, FuzzProgram> named = programs.Select((p, i) => (p, i)).ToDictionary(p => "P" + p.i, p => p.p);
        CSharpCompilation compilation = Valid(named, tally);
        var failures = new List<Failure>();
        if (named.Count == 0)
            return failures;

        string without = programs[0].Without;
        if (kind?.StartsWith("compiler, ") == true)
            return Complaints(named, compilation, kind, without);
        (Build optimized, Build unoptimized) = Build.Both(compilation, without);
        string[] refused = [.. named.Keys.Where(n => !optimized.Generated.ContainsKey(n))];
        List<FuzzProgram> again = Refused([.. refused.Select(n => named[n])], tally, failures);
        foreach (string name in refused)
            named.Remove(name);
        foreach ((string name, FuzzProgram program) in named)
        {
            tally.Add("programs run");
            if (Judge(name, program, optimized, unoptimized, tally) is { } failure)
                failures.Add(failure);
        }

        optimized.Unload();
        unoptimized.Unload();
        if (again.Count > 0)
            failures.AddRange(Run(again, tally));
        return failures;
    }

    private static List<Failure> Complaints(Dictionary<string, FuzzProgram> named, CSharpCompilation compilation, string kind, string without)
    {
        Build build = kind == "compiler, unoptimised" ? Build.Unloaded(compilation, optimize: false, "") : Build.Unloaded(compilation, optimize: true, without);
        return [.. build.Complaints.Select(c => new Failure(named[c.Key], kind, c.Value) { Generated = build.Generated[c.Key] })];
    }

    /// <summary>The programs that are C#; the others are taken out.</summary>
    private static CSharpCompilation Valid(Dictionary<string, FuzzProgram> named, Tally tally)
    {
        // Threads of the compiler's own would be in the way of the other batches.
        CSharpCompilation compilation = Compile.Of([.. named.Select(p => p.Value.InClass(p.Key))]);
        compilation = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false));
        Dictionary<SyntaxTree, string> names = compilation.SyntaxTrees.Zip(named.Keys).ToDictionary(p => p.First, p => p.Second);
        foreach (IGrouping<SyntaxTree, Diagnostic> wrong in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).GroupBy(d => d.Location.SourceTree!))
        {
            tally.Add("not C#: " + wrong.First().Id);
            named.Remove(names[wrong.Key]);
            compilation = compilation.RemoveSyntaxTrees(wrong.Key);
        }

        return compilation;
    }

    /// <summary>Asks the analyzer why nothing was generated.</summary>
    /// <returns>What only the tape cannot follow, to be run without it.</returns>
    private static List<FuzzProgram> Refused(IReadOnlyList<FuzzProgram> programs, Tally tally, List<Failure> failures)
    {
        var again = new List<FuzzProgram>();
        if (programs.Count == 0)
            return again;
        CSharpCompilation compilation = Compile.Of([.. programs.Select((p, i) => p.InClass("P" + i))]);
        ILookup<SyntaxTree?, Diagnostic> reported = Compile.Analyze(compilation).GetAwaiter().GetResult().ToLookup(d => d.Location.SourceTree);
        foreach ((FuzzProgram program, SyntaxTree tree) in programs.Zip(compilation.SyntaxTrees))
        {
            Diagnostic[] found = [.. reported[tree]];
            foreach (Diagnostic diagnostic in found.DistinctBy(d => d.Id))
                tally.Add($"refused: {diagnostic.Id} {Names().Replace(diagnostic.GetMessage(), "'…'")}");
            if (found.Length == 0 || found.Any(d => d.Id == "ADG900"))
                failures.Add(new Failure(program, "generator", found.Length == 0 ? "nothing generated, and nothing reported" : Trace(Compile.Of(tree.ToString()))));
            else if (program.IsLifted && found.All(d => d.Id == "ADG006"))
                again.Add(program with { LeavesTapeOut = true });
            else if (!found.All(d => d.Id is "ADG027" || d.GetMessage().Contains("later element of the tuple", StringComparison.Ordinal) || (program.HasArraysOrLoops && d.Id is "ADG003" or "ADG020" or "ADG023")))
                failures.Add(new Failure(program, "refused " + found[0].Id, string.Join("\n", found.Select(d => d.ToString()))));
        }

        return again;
    }

    /// <summary>Where the generator failed: the error it reports does not say.</summary>
    private static string Trace(CSharpCompilation compilation)
    {
        try
        {
            MethodModel model = Compile.Read(compilation).Model!;
            var rules = new RuleSet(RuleTable.Read(Compile.References, default), []);
            Differentiator.Run(model, rules, optimize: true, default);
            Differentiator.Run(model, rules, optimize: false, default);
            return "it did not fail again";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static Failure? Judge(string name, FuzzProgram program, Build optimized, Build unoptimized, Tally tally)
    {
        foreach ((string label, Build build) in new[] { (Optimised(program), optimized), ("unoptimised", unoptimized) })
        {
            if (build.Complaints.TryGetValue(name, out string? complaint))
                return new Failure(program, "compiler, " + (build == optimized ? "optimised" : "unoptimised"), complaint) { Generated = build.Generated[name] };
        }

        // On a thread of its own: what hangs must not stop the others. Its counts are lost with it.
        Failure? failure = null;
        var own = new Tally();
        var thread = new Thread(() => failure = Run(name, program, optimized, unoptimized, own), maxStackSize: 16 << 20) { IsBackground = true };
        thread.Start();
        if (!thread.Join(Patience))
            return new Failure(program, "hangs", $"not done after {Patience.TotalSeconds} s");
        tally.Add(own);
        return failure;
    }

    private static string Optimised(FuzzProgram program) => program.Without.Length > 0 ? "optimised without " + program.Without : "optimised";

    private static Failure? Run(string name, FuzzProgram program, Build optimized, Build unoptimized, Tally tally)
    {
        try
        {
            var judge = new ProgramJudge(
                program,
                new Subject(optimized.Method(name), Optimised(program) + ":", program.RoundsToSingle),
                new Subject(unoptimized.Method(name), "unoptimised:", program.RoundsToSingle),
                tally);
            return judge.Run();
        }
        catch (InvalidProgramException e)
        {
            return new Failure(program, "invalid program", e.Message);
        }
    }
}
