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
        DotnetResult result = Dotnet.Run(scratch.Root, 3 * Patience, ["test", tests.Project, .. Filter(tests)]);
        int passed = Count(PassedCount(), result.Output);
        return result.Succeeded && passed > 0
            ? passed
            : throw new InvalidOperationException($"{tests} does not pass on the code as it is:\n{result.Output}");
    }

    public Verdict Try(Mutant mutant, bool compileOnly) => scratch.With(mutant, () =>
    {
        // What the product references is built.
        string[] restore = compileOnly ? [] : ["--no-restore"];
        DotnetResult build = Dotnet.Run(
            scratch.Root, Patience, ["build", mutant.Proof.Product, "-p:BuildProjectReferences=false", .. restore]);
        if (!build.Succeeded)
            return new Verdict(Fate.Invalid, FirstError(build.Output) ?? "the build failed without an error");
        if (compileOnly)
            return new Verdict(Fate.Compiles, "");

        foreach (TestRun tests in mutant.Proof.Tests)
        {
            DotnetResult result = mutant.Proof.Swapped is { } assembly
                ? RunOn(assembly, tests)
                : Dotnet.Run(scratch.Root, Patience, ["test", tests.Project, "--no-restore", .. Filter(tests)]);
            if (!result.Succeeded)
                return new Verdict(Fate.Killed, Cause(result));
        }

        return new Verdict(Fate.Survived, "");
    });

    private DotnetResult RunOn(string assembly, TestRun tests)
    {
        string target = Path.Combine(scratch.Root, tests.Folder, Path.GetFileName(assembly));
        if (!File.Exists(target))
            throw new InvalidOperationException($"{tests} does not use {assembly}.");
        File.Copy(Path.Combine(scratch.Root, assembly), target, overwrite: true);
        return Dotnet.Run(scratch.Root, Patience, ["test", tests.Assembly, .. Filter(tests)]);
    }

    private static string[] Filter(TestRun tests) => tests.Filter is null ? [] : ["--filter", tests.Filter];

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
