using System.Diagnostics;
using AutoDiffGen.Mutation.Mutants;

namespace AutoDiffGen.Mutation.Running;

/// <summary>A copy of the working tree, as it is, where code may be made wrong.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>
    /// A warning is no reason to reject a mutant: one that drops a check for null draws one. In every build of the product alike, so that
    /// none that the tests start fails where the first did not.
    /// </summary>
    private const string Lenient = """
        <Project>
          <Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" />
          <PropertyGroup>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <RunAnalyzers>false</RunAnalyzers>
          </PropertyGroup>
        </Project>
        """;

    private Scratch(string root) => Root = root;

    public string Root { get; }

    /// <param name="repository">The root of the working tree.</param>
    /// <param name="products">The projects that mutants are made in.</param>
    public static Scratch Copy(string repository, IEnumerable<string> products)
    {
        var scratch = new Scratch(Directory.CreateTempSubdirectory("AutoDiffGen.Mutation.").FullName);
        foreach (string file in Files(repository))
        {
            string source = Path.Combine(repository, file);
            if (!File.Exists(source))
                continue; // deleted, and git does not know yet
            string target = Path.Combine(scratch.Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        foreach (string product in products)
            File.WriteAllText(Path.Combine(scratch.Root, product, "Directory.Build.props"), Lenient);
        return scratch;
    }

    /// <summary>Does something while a mutant is in force.</summary>
    public T With<T>(Mutant mutant, Func<T> action)
    {
        string path = Path.Combine(Root, mutant.File);
        string original = File.ReadAllText(path);
        try
        {
            File.WriteAllText(path, mutant.Apply(original));
            return action();
        }
        finally
        {
            File.WriteAllText(path, original);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    // What is committed and what would be: so a change can be tried before it is.
    private static string[] Files(string repository)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
        })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"git ended with {git.ExitCode}: the repository's files are not known.");
    }
}
