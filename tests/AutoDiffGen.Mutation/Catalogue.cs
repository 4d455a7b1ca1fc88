using AutoDiffGen.Mutation.Mutants;
using AutoDiffGen.Mutation.Mutants.Checks;

namespace AutoDiffGen.Mutation;

/// <summary>Every mutant there is, and those that were asked for.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Mutant> Of(string root)
    {
        SafetyCheck[] checks = [.. TransformChecks.All, .. OptimizerChecks.All, .. FrontEndChecks.All, .. RuntimeChecks.All];
        Mutant[] all = [.. RuleMutants.In(root), .. checks.Select(c => c.In(root)), .. RefusalMutants.In(root)];

        // A place that no longer has any would pass for one where all were noticed.
        foreach (string kind in new[] { "rule: ", "check: ", "refusal: " })
        {
            if (!all.Any(m => m.Name.StartsWith(kind, StringComparison.Ordinal)))
                throw new StaleException($"There is no mutant '{kind}' any more.");
        }

        return all;
    }

    public static IReadOnlyList<Mutant> Choose(IReadOnlyList<Mutant> all, Options options)
    {
        Mutant[] chosen = [.. all.Where(m => options.Only is null
            || m.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase) || m.File.Contains(options.Only, StringComparison.OrdinalIgnoreCase))];
        int count = Math.Min(options.Sample ?? chosen.Length, chosen.Length);
        return [.. Enumerable.Range(0, count).Select(i => chosen[(int)((long)i * chosen.Length / count)])];
    }
}
