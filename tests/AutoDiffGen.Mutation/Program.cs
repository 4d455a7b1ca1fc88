using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using AutoDiffGen.Mutation;
using AutoDiffGen.Mutation.Mutants;
using AutoDiffGen.Mutation.Running;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string repository = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

try
{
    Options options = Options.Parse(args);
    IReadOnlyList<Mutant> all = Catalogue.Of(repository);
    IReadOnlyList<Mutant> chosen = Catalogue.Choose(all, options);
    if (options.List)
    {
        foreach (Mutant mutant in chosen)
            Console.WriteLine(mutant.Name);
        Console.WriteLine($"{chosen.Count} of {all.Count} mutants");
        return 0;
    }

    if (chosen.Count == 0)
        throw new FormatException("No mutant has that name.");
    return TryAll(chosen, options.CompileOnly);
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
catch (Exception exception) when (exception is StaleException or InvalidOperationException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

int TryAll(IReadOnlyList<Mutant> mutants, bool compileOnly)
{
    using Scratch scratch = Scratch.Copy(repository, mutants.Select(m => m.Proof.Product).Distinct());
    var trial = new Trial(scratch);
    if (!compileOnly)
    {
        foreach (TestRun tests in mutants.SelectMany(m => m.Proof.Tests).Distinct())
            Console.WriteLine($"as it is   {trial.Baseline(tests)} pass in {tests}");
    }

    var results = new List<(Mutant Mutant, Verdict Verdict)>();
    foreach (Mutant mutant in mutants)
    {
        var watch = Stopwatch.StartNew();
        Verdict verdict = trial.Try(mutant, compileOnly);
        results.Add((mutant, verdict));
        Console.WriteLine($"{verdict.Fate,-8} {watch.Elapsed.TotalSeconds,5:F1} s  {mutant.Name}{(verdict.By == "" ? "" : $"  [{verdict.By}]")}");
    }

    Report(results);
    return results.All(r => r.Verdict.Fate is Fate.Killed or Fate.Compiles) ? 0 : 1;
}

static void Report(List<(Mutant Mutant, Verdict Verdict)> results)
{
    foreach (Fate fate in new[] { Fate.Survived, Fate.Invalid })
    {
        foreach ((Mutant mutant, Verdict verdict) in results.Where(r => r.Verdict.Fate == fate))
        {
            Console.WriteLine();
            Console.WriteLine($"{fate}: {mutant.Name}");
            Console.WriteLine($"  {mutant.File}: '{mutant.Original}' → '{mutant.Replacement}'");
            if (verdict.By != "")
                Console.WriteLine($"  {verdict.By}");
        }
    }

    Console.WriteLine();
    Console.WriteLine(string.Join(", ", Enum.GetValues<Fate>().Select(f => $"{results.Count(r => r.Verdict.Fate == f)} {f.ToString().ToLowerInvariant()}")));
}
