using System.Text.RegularExpressions;
using AutoDiffGen.Mutation.Mutants;

namespace AutoDiffGen.Mutation.Running;

/// <summary>Builds and tests in the scratch copy, and says what became of a mutant.</summary>
internal sealed partial class Trial(Scratch scratch)
{
    // A mutant may run for ever; no honest run takes nearly as long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs tests on the code as it is. Without this, a test that fails anyway would kill every mutant.</summary>
    /// <returns>How many tests passed.</returns>
    /// <exception cref="InvalidOperationException">Not all pass, or there are none.</exception>
    public int Baseline(TestRun tests)
    {
        DotnetResult result = Dotnet.Run(scratch.Root, 3 * Patience, TestArguments(tests, restore: true));
        int passed = Count(PassedCount(), result.Output);
        return result.Succeeded && passed > 0
            ? passed
            : throw new InvalidOperationException($"{tests} does not pass on the code as it is:\n{result.Output}");
    }

    public Verdict Try(Mutant mutant, bool compileOnly) => scratch.With(mutant, () =>
    {
        DotnetResult build = Dotnet.Run(
            scratch.Root, Patience, ["build", mutant.Proof.Product, .. compileOnly ? Array.Empty<string>() : ["--no-restore"], "-p:BuildProjectReferences=false"]);
        if (!build.Succeeded)
            return new Verdict(Fate.Invalid, FirstError(build.Output) ?? "the build failed without an error");
        if (compileOnly)
            return new Verdict(Fate.Compiles, "");

        foreach (TestRun tests in mutant.Proof.Tests)
        {
            DotnetResult result = Dotnet.Run(scratch.Root, Patience, TestArguments(tests, restore: false, mutant.Proof.IsolatedBuild));
            if (!result.Succeeded)
                return new Verdict(Fate.Killed, Cause(result));
        }

        return new Verdict(Fate.Survived, "");
    });

    private static IEnumerable<string> TestArguments(TestRun tests, bool restore, bool isolated = false)
    {
        yield return "test";
        yield return tests.Project;
        if (!restore)
            yield return "--no-restore";
        if (isolated)
            yield return "-p:BuildProjectReferences=false";
        if (tests.Filter is null)
            yield break;
        yield return "--filter";
        yield return tests.Filter;
    }

    /// <summary>What noticed. The code passed as it was and its project still compiles, so whatever went wrong, the mutant did it.</summary>
    private static string Cause(DotnetResult result)
    {
        if (result.ExitCode is null)
            return "time ran out";
        Match test = FailedTest().Match(result.Output);
        if (test.Success)
            return $"{test.Groups["name"].Value} and {Math.Max(0, Count(FailedCount(), result.Output) - 1)} more";
        return FirstError(result.Output) ?? "the test host ended early";
    }

    private static string? FirstError(string output) => ErrorLine().Match(output) is { Success: true } error ? error.Groups["text"].Value : null;

    private static int Count(Regex counter, string output) => counter.Matches(output).Sum(m => int.Parse(m.Groups["count"].ValueSpan));

    [GeneratedRegex(@"^(Passed|Failed)! .*Passed: +(?<count>\d+)", RegexOptions.Multiline)]
    private static partial Regex PassedCount();

    [GeneratedRegex(@"^(Passed|Failed)! .*Failed: +(?<count>\d+)", RegexOptions.Multiline)]
    private static partial Regex FailedCount();

    [GeneratedRegex(@"^  Failed (?<name>.*?) \[", RegexOptions.Multiline)]
    private static partial Regex FailedTest();

    [GeneratedRegex(@": error (?<text>[A-Z]+\d+: .*?)( \[|$)", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
