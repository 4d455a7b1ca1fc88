using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>The first page's example is what the generator makes of it.</summary>
public class ReadmeTests
{
    private const string Usings = "global using System;";

    private static readonly Page Page = new("README.md");

    [Fact]
    public void The_generated_code_is_what_is_shown()
    {
        Compile.Generate(Compile.Of(Page.BlockAfter("source"), Usings), out GeneratorDriverRunResult result);
        Page.Shows("generated", Member.Of(result.GeneratedTrees.Single(), "Oscillation_Grad"));
    }

    [Fact]
    public void The_call_compiles_with_it()
    {
        string call = Page.BlockAfter("call");
        CSharpCompilation compilation = Compile.Of(Page.BlockAfter("source"), Usings, $"internal static class Caller {{ public static void Run() {{ {call} }} }}");
        Compilation whole = Compile.Generate(compilation, out _);
        Assert.Empty(whole.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }

    [Fact]
    public void The_commands_are_in_marked_blocks()
    {
        Assert.Equal("dotnet run -c Release --project samples/CurveFitting\n", Page.BlockAfter("command:run"));
        Assert.Equal("dotnet test\n", Page.BlockAfter("command:test"));
    }
}
