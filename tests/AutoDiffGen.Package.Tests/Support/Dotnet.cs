using System.Diagnostics;

namespace AutoDiffGen.Package.Tests.Support;

/// <summary>How a run of <c>dotnet</c> ended.</summary>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    /// <summary>The output of a run that must have succeeded.</summary>
    public string OutputOfSuccess => ExitCode == 0 ? Output : throw new InvalidOperationException($"dotnet ended with {ExitCode}:\n{Output}");
}

/// <summary>Runs <c>dotnet</c> as a user would from a shell.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<DotnetResult> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        UseEnvironmentOfShell(start.Environment);

        using Process process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new DotnetResult(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took more than {Patience}.");
        }
    }

    private static void UseEnvironmentOfShell(IDictionary<string, string?> environment)
    {
        // The test host is started by MSBuild, whose variables would steer the build inside towards the build around it.
        foreach (string name in environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || k.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToArray())
            environment.Remove(name);

        // No server outlives the test, and none that runs already has an older generator in memory.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
    }
}
