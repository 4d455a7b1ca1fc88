using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>The C# in the guides compiles, is differentiated without an error, and without a warning in what is generated.</summary>
public class ExampleTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (string page in new[] { "docs/limits.md", "docs/adding-a-rule.md" })
            {
                for (int i = 0; i < new Page(page).Blocks("csharp").Count(); i++)
                    examples.Add(page, i);
            }

            return examples;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public async Task Is_right(string page, int index)
    {
        string[] sources = [new Page(page).Blocks("csharp").ElementAt(index), "global using System; global using AutoDiffGen;"];
        CSharpCompilation compilation = Compile.Of(sources);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        Assert.NotEmpty(await Expect.Clean(sources));
    }
}
