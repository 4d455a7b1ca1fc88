using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>What cannot be lifted is refused where it stands.</summary>
public class LiftedRefusalTests
{
    [Theory]
    [InlineData("public static double Foo(double x, float f) => x * f;", "the parameter 'f' is a float, which the tape does not have @ f")]
    [InlineData("public static float Foo(double x) => 1f;", "its result has the type 'float' @ float")]
    [InlineData("public static int Foo(double x) => 1;", "its result has the type 'int' @ int")]
    [InlineData("public static double Foo(double? a) => 1;", "the parameter 'a' has the type 'double?' @ a")]
    [InlineData("public static double Foo(double x) { double? y = x; return 1; }", "it declares a local of type 'double?' @ double?\nit converts an active value to 'double?' @ x")]
    [InlineData("public static double Foo(double x) { float y = (float)x; return y; }", "it converts an active value to 'float' @ (float)x")]
    [InlineData("public static double Foo(double x) => (double)(decimal)x;", "it converts an active value to 'decimal' @ (decimal)x")]
    [InlineData("public static double Foo(double x) { object o = x; return (double)o; }", "it declares a local of type 'object' @ object\nit converts 'object' to 'double' @ (double)o")]
    [InlineData("public static double Foo(double x) => ((object)x) is double d ? d : 0;", "it matches the pattern 'double d', which the tape cannot follow @ double d")]
    [InlineData("public static double Foo(double x) { Func<double, double> f = v => v; return f(x); }",
        "it declares a local of type 'System.Func<double, double>' @ Func<double, double>\nit contains an expression that the tape cannot follow ('v => v') @ v => v\nit calls 'f', which is not a static method @ f(x)")]
    [InlineData("public static double Foo(double x) { double F(double v) => v; return F(x); }", "it contains a statement that the tape cannot follow ('double') @ double F(double v) => v;\nit calls 'F', which is not a static method @ F(x)")]
    [InlineData("public static double Foo(double x) { try { return x; } finally { } }", "it contains a statement that the tape cannot follow ('try') @ try { return x; } finally { }")]
    [InlineData("static double total; public static double Foo(double x) { total = x; return x; }", "it assigns to 'total', which is not a variable of its own @ total")]
    [InlineData("static double total; public static double Foo(double x) => x * total;", "it reads 'total', which may change @ total")]
    [InlineData("static double total; public static double Foo(double x) { Set(ref total, x); return x; } static void Set(ref double t, double v) => t = v;",
        "it reads 'total', which may change @ total\nit passes something other than a variable of its own by reference to 'Set' @ Set(ref total, x)")]
    [InlineData("public static double Foo(double x) => G(x); static T G<T>(T v) => v;", "'Models.G<double>(double)' is generic @ G(x)")]
    [InlineData("public static T Foo<T>(T x) => x;", "'Models.Foo<T>(T)' is generic @ Foo")]
    [InlineData("public static double Foo(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x)) + Math.Abs(Convert.ToDouble(x));", "'Convert.ToDouble(double)' has no body in this compilation @ Convert.ToDouble(x)")]
    [InlineData("public static double Foo(double x) => double.CreateChecked(x);", "'double.CreateChecked<double>(double)' has no body in this compilation @ double.CreateChecked(x)")]
    [InlineData("public static double Foo(double x) => N.Other.Bad(x);", "the type 'N.Other.Hidden' is not accessible from the generated code @ Hidden")]
    [InlineData("public static double Foo(double x) => x * new Random(3).Next();", "it contains an expression that the tape cannot follow ('new Random(3)') @ new Random(3)")]
    [InlineData("public static double Foo(double x, string? s) => x * (s?.Length ?? 1);", "it contains an expression that the tape cannot follow ('s?.Length') @ s?.Length")]
    public void Refuses(string members, string expected)
    {
        const string beside = "public static class Other { private enum Hidden { A } public static double Bad(double v) { Hidden h = Hidden.A; return v; } }";
        Assert.Equal(expected, LiftHarness.Refusal(LiftHarness.InModels(members, beside)));
    }

    [Fact]
    public void Refuses_an_instance_method()
    {
        string source = "partial struct Models { double k; public double Foo(double x) => k * x; }";
        Assert.Equal("'Models.Foo(double)' is not a static method @ Foo", LiftHarness.Refusal(source));
    }

    [Fact]
    public void Refuses_what_does_not_bind_and_never_throws()
    {
        var compilation = LiftHarness.Compile("partial static class Models { public static double Foo(double x) => Foo_Grad(x, out var dx) + dx.Y * Nope.F(x) + new Q(x); }");
        var symbol = compilation.GetTypeByMetadataName("Models")!.GetMembers("Foo").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Single();
        var result = AutoDiffGen.Generator.Lift.LiftedWriter.Write(symbol, compilation, CancellationToken.None);
        Assert.Null(result.Text);
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void Refuses_what_is_nested_too_deeply()
    {
        var compilation = LiftHarness.Compile($"static partial class Models {{ public static double Foo(double x) => {string.Concat(Enumerable.Repeat("x * (", 500))}x{new string(')', 500)}; }}");
        var symbol = compilation.GetTypeByMetadataName("Models")!.GetMembers("Foo").OfType<Microsoft.CodeAnalysis.IMethodSymbol>().Single();
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => AutoDiffGen.Generator.Lift.LiftedWriter.Write(symbol, compilation, CancellationToken.None)), 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.IsType<InsufficientExecutionStackException>(thrown);
    }
}
