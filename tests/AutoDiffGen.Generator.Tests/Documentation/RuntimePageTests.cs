using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>The C# of the page on the runtime engine compiles, with no reference but the framework and the library.</summary>
public class RuntimePageTests
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, new Page("docs/runtime.md").Blocks("csharp").Count())];

    [Theory, MemberData(nameof(Examples))]
    public void Compiles(int index) => AssertCompiles(new Page("docs/runtime.md").Blocks("csharp").ElementAt(index));

    [Fact]
    public void So_does_that_of_the_first_page() => AssertCompiles(new Page("README.md").BlockAfter("runtime"));

    private static void AssertCompiles(string example)
    {
        CSharpCompilation compilation = Compile.Of(
            $"internal static class Example {{ public static void Run() {{ {example} }} }}", "global using System; global using AutoDiffGen; global using AutoDiffGen.Dynamic;");
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }
}
