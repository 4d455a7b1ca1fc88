using AutoDiffGen.Mutation.Mutants;
using AutoDiffGen.Mutation.Mutants.Checks;

namespace AutoDiffGen.Mutation;

/// <summary>Every mutant there is, and those that were asked for.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Mutant> Of(string root)
    {
        SafetyCheck[] checks = [.. TransformChecks.All, .. OptimizerChecks.All, .. FrontEndChecks.All, .. LiftChecks.All, .. RuntimeChecks.All, .. TensorChecks.All];
        Mutant[] all = [.. RuleMutants.In(root), .. Located(checks, root), .. RefusalMutants.In(root)];

        // A place that no longer has any would pass for one where all were noticed.
        foreach (string kind in new[] { "rule: ", "check: ", "refusal: " })
        {
            if (!all.Any(m => m.Name.StartsWith(kind, StringComparison.Ordinal)))
                throw new StaleException($"There is no mutant '{kind}' any more.");
        }

        return all;
    }

    private static List<Mutant> Located(IEnumerable<SafetyCheck> checks, string root)
    {
        var mutants = new List<Mutant>();
        var stale = new List<string>();
        foreach (SafetyCheck check in checks)
        {
            try
            {
                mutants.Add(check.In(root));
            }
            catch (StaleException exception)
            {
                stale.Add(exception.Message);
            }
        }

        return stale.Count == 0 ? mutants : throw new StaleException(string.Join('\n', stale));
    }

    public static IReadOnlyList<Mutant> Choose(IReadOnlyList<Mutant> all, Options options)
    {
        Mutant[] chosen = [.. all.Where(m => options.Only.Count == 0 || options.Only.Any(text =>
            m.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || m.File.Contains(text, StringComparison.OrdinalIgnoreCase)))];
        int count = Math.Min(options.Sample ?? chosen.Length, chosen.Length);
        return [.. Enumerable.Range(0, count).Select(i => chosen[(int)((long)i * chosen.Length / count)])];
    }
}
