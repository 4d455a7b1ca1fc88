using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Pipeline;

public class OutputTests
{
    [Fact]
    public void Files_are_named_for_what_they_hold() => Assert.Equal(
        [
            "G.F.g.cs", "N.A.F-dde81a48.g.cs", "N.A.Inner.F(double).g.cs", "N.A.Inner.F(double, ref float, N.A.E).g.cs", "N.A.f-fde84ca8.g.cs",
        ],
        HintNames(
            """
            using AutoDiffGen;
            static partial class G { [Differentiable] public static double F(double x) => x; }
            namespace N
            {
                partial struct A
                {
                    public enum E { }
                    [Differentiable] static double F(double x) => x;
                    [Differentiable] static double f(double x) => x;
                    partial record Inner
                    {
                        [Differentiable] static double F(double x) => x;
                        [Differentiable] static double F(double x, ref float y, E e) => x;
                    }
                }
            }
            """));

    [Fact]
    public async Task A_partial_method_has_its_derivatives_once()
    {
        string text = await Expect.Clean("""
            using AutoDiffGen;
            partial interface A
            {
                [Differentiable] private static partial double F(double x);
                private static partial double F(double x) => x * x;
            }
            """);
        Assert.Contains("partial interface A", text);
        Assert.Contains("private static double F_Grad(double x, out double dx)", text);
    }

    [Fact]
    public async Task Derivatives_may_be_stored_where_the_arguments_were()
    {
        // F_Grad(in a, in b, out a, out b)
        string text = await Expect.Clean(Expect.InClass(
            "[Differentiable] public static double F(in double x, in double y) => x * y; [Differentiable] public static double G(in double x, double y) => x;"));
        Assert.Matches(@"double dy1 = x;\s+dx = y;\s+dy = dy1;\s+return result;", text);
        Assert.Matches(@"double dy1 = seed \* x;\s+dx \+= seed \* y;\s+dy \+= dy1;", text);
        Assert.Matches(@"double result = x;\s+dx = 1\.0;\s+dy = 0\.0;\s+return result;", text);
    }

    [Fact]
    public async Task Documentation_writes_generic_types_in_braces() => Assert.Contains(
        "cref=\"F(double, global::N.C.G{int}.E)\"",
        await Expect.Clean(Expect.InClass(
            "[Differentiable(Derivatives.All)] public static double F(double x, G<int>.E e) => e == default ? x : -x; public class G<T> { public enum E { } }")));

    [Fact]
    public Task Strings_may_be_null_where_the_source_does_without_annotations() => Expect.Clean(
        "#nullable disable\n" + Expect.InClass(
            "[Differentiable] public static double F(double x, string s) { string t = null; t = s == t ? null : s; string u = t; return u == s ? x : -x; }"));

    [Fact]
    public async Task The_optimiser_can_be_turned_off()
    {
        CSharpCompilation compilation = Compile.Of(Expect.InClass("[Differentiable] public static double F(double x) => x * x + x * x;"));
        Compile.Generate(compilation, out GeneratorDriverRunResult on);
        Compile.Generate(compilation, out GeneratorDriverRunResult off, optimize: false);
        Assert.NotEqual(on.GeneratedTrees.Single().ToString(), off.GeneratedTrees.Single().ToString());
        await Task.CompletedTask;
    }

    [Fact]
    public void Nothing_is_generated_for_a_method_with_an_error()
    {
        Compile.Generate(Compile.Of(Expect.InClass(
            "[Differentiable] public static double F(double x) { try { return x; } finally { } } [Differentiable] public static double G(double x) => x;")), out GeneratorDriverRunResult result);
        Assert.DoesNotContain("F_Grad", Assert.Single(result.GeneratedTrees).ToString());
    }

    /// <summary>The compiler reports them itself; written out, the cast would be there.</summary>
    [Theory]
    [InlineData("return a[1d / 0];")]
    [InlineData("int n = x; return n * x;")]
    [InlineData("float f = x; return f * x;")]
    [InlineData("int n = 2; n = 2.5; return n * x;")]
    [InlineData("long l = 2; int n = l; return n * x;")]
    [InlineData("return Twice(1e400 * 10, x);")]
    [InlineData("return Twice(x, x);")]
    [InlineData("DayOfWeek d = 2; return d == 0 ? x : 0;")]
    public void Nor_for_one_whose_conversions_lack_a_cast(string body)
    {
        Compile.Generate(Compile.Of(Expect.InClass(
            $"[Differentiable] public static double F(double x, double[] a) {{ {body} }} private static double Twice(int n, double x) => n * x; [Differentiable] public static double G(double x) => x;")), out GeneratorDriverRunResult result);
        Assert.DoesNotContain("F_Grad", Assert.Single(result.GeneratedTrees).ToString());
        Assert.Empty(result.Diagnostics);
    }

    private static IEnumerable<string> HintNames(string source)
    {
        Compile.Generate(Compile.Of(source), out GeneratorDriverRunResult result);
        return result.Results.Single().GeneratedSources.Select(s => s.HintName).Order(StringComparer.Ordinal);
    }
}
