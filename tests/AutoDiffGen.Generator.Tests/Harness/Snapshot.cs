using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>
/// Generated files held against accepted ones beside the test, by the conventions of the Verify library: <c>Class.Test#File.verified.cs</c>
/// is the accepted text, <c>.received.cs</c> is written on a mismatch. With the environment variable <c>ACCEPT_SNAPSHOTS=1</c> what is
/// generated is accepted.
/// </summary>
internal static class Snapshot
{
    /// <summary>Checks what is generated for the members of a partial class, which must compile without a warning.</summary>
    /// <returns>The text of the generated files.</returns>
    public static string Verify(string members, [CallerFilePath] string path = "", [CallerMemberName] string test = "")
    {
        CSharpCompilation compilation = Compile.Of($$"""
            using System;
            using AutoDiffGen;
            namespace N
            {
                public static partial class Models
                {
                    {{members}}
                }
            }
            """);
        Compilation updated = Compile.Generate(compilation, out GeneratorDriverRunResult result);
        Assert.Empty(updated.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.NotEmpty(result.GeneratedTrees);

        string start = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{test}#");
        Assert.All(result.Results.Single().GeneratedSources, file =>
            Compare(start + Path.GetFileNameWithoutExtension(file.HintName), file.SourceText.ToString()));
        return string.Concat(result.Results.Single().GeneratedSources.Select(file => file.SourceText.ToString()));
    }

    private static void Compare(string file, string received)
    {
        string verifiedFile = file + ".verified.cs";
        string receivedFile = file + ".received.cs";
        string verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).Replace("\r\n", "\n") : "";
        if (verified == received)
        {
            File.Delete(receivedFile);
            return;
        }

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verifiedFile, received);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{Path.GetFileName(verifiedFile)} differs (accept with ACCEPT_SNAPSHOTS=1):\n{Difference(verified, received)}");
    }

    private static string Difference(string verified, string received) => string.Join('\n', InlineDiffBuilder.Diff(verified, received).Lines
        .Where(l => l.Type != ChangeType.Unchanged)
        .Select(l => (l.Type == ChangeType.Inserted ? "+ " : "- ") + l.Text));
}
