using AutoDiffGen.Dynamic;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Calls of functions with the user's rules: on the tape too they are the function's value and the rules' derivatives.</summary>
public class LiftedRuleTests
{
    private static readonly double[] At = [0.7, -1.3];

    /// <summary>Members, where to run them, and the gradient there by rules that say something else than the body does.</summary>
    public static TheoryData<string, string, double[], double[]> Cases => new()
    {
        { "one argument", "public static double Foo(double x) => F(x) * x; static double F(double v) => 2 * v; " + Rule("F", "double v", "3"), [1.5], [3 * 1.5 + 3] },
        { "the result", "public static double Foo(double x) => F(x); static double F(double v) => 2 * v; " + Rule("F", "double v", "10 * r + v"), [1.5], [30 + 1.5] },
        { "of a result", "public static double Foo(double x) => F(F(x)); static double F(double v) => 2 * v; " + Rule("F", "double v", "r"), [1.5], [6.0 * 3] },
        { "two arguments", "public static double Foo(double x, double y) => F(x, y); static double F(double a, double b) => a * b; " + Rule("F", "double a, double b", "5 * b", "a") + Rule("F", "double a, double b", "7 * a + r", "b"), At, [5 * -1.3, 7 * 0.7 + 0.7 * -1.3] },
        { "one of two constant", "public static double Foo(double x, double y) => F(x, 2) + F(3, y); static double F(double a, double b) => a * b; " + Rule("F", "double a, double b", "5 * b", "a") + Rule("F", "double a, double b", "7 * a", "b"), At, [10, 21] },
        { "the same argument twice", "public static double Foo(double x) => F(x, x); static double F(double a, double b) => a * b; " + Rule("F", "double a, double b", "5", "a") + Rule("F", "double a, double b", "7", "b"), [0.7], [12] },
        { "three arguments", "public static double Foo(double x, double y) => F(x, y, x * y); static double F(double a, double b, double c) => a + b + c; " + Three, At, [2 + 5 * -1.3, 3 + 5 * 0.7] },
        { "three arguments, two constant", "public static double Foo(double x, double y) => F(1, x, 2) + F(y, 1, 2); static double F(double a, double b, double c) => a + b + c; " + Three, At, [3, 2] },
        { "an integer argument", "public static double Foo(double x, double y) => F((int)(x * 4), y); static double F(int n, double v) => n * v; " + Rule("F", "int n, double v", "n + 100", "v"), At, [0, 102] },
        { "an integer for a number", "public static double Foo(double x) => F(3) * x + F((int)x + 2, x); static double F(double a, double b = 4) => a * b; " + Rule("F", "double a, double b", "1", "b") + Rule("F", "double a, double b", "9", "a"), [0.7], [12 + 1] },
        { "names, defaults and order", "public static double Foo(double x) { double t = x; return F(b: t *= 2, a: t + 1); } static double F(double a, double b, double c = 0.5, int n = 3, string? s = null) => a * b * c * n + (s?.Length ?? 0); " + Names, [0.7], [2 * 10 + 2 * 20] },
        { "in, and an overload without", "public static double Foo(double x) { double t = x; int n = 4; return F(in t, in n) + F(x * 2, 5) + F(3, n); } static double F(in double v, in int n) => v * n; static double F(double v, int n) => -v * n; " + Rule("F", "double v, int n", "n", "v"), [0.7], [4 - 2 * 5] },
        { "in, called without", "public static double Foo(double x) => F(x * 2, 5) + F(3, 4); static double F(in double v, in int n) => -v * n; " + Rule("F", "double v, int n", "n", "v"), [0.7], [2 * 5] },
        { "no gradient of the function", "public static double Foo(double x) => F(x); static double F([NoGrad] double v) => v; " + Rule("F", "double v", "3"), [0.7], [3] },
        { "through a helper", "public static double Foo(double x) => G(x) + G(2 * x); static double G(double v) => F(v) * v; static double F(double v) => 2 * v; " + Rule("F", "double v", "3"), [1.5], [3 * 1.5 + 3 + 2 * (9 + 6)] },
        { "a body the tape could not follow", "static double[] table = [1, 2, 3]; public static double Foo(double x) => F(x) * x; static double F(double v) { foreach (double t in table) v *= t; return v; } " + Rule("F", "double v", "7"), [1.5], [7 * 1.5 + 9] },
        { "a function of the framework", "public static double Foo(double x) => Convert.ToDouble(x) * x; [PartialOf(typeof(Convert), nameof(Convert.ToDouble))] static double R(double x, double r) => 3;", [1.5], [3 * 1.5 + 1.5] },
        { "mathematics that the tape lacks", "public static double Foo(double x, double y) => double.MultiplyAddEstimate(x, 2, y); " + Estimate("left", 3) + Estimate("right", 5) + Estimate("addend", 7), At, [3, 7] },
        { "extension", "public static double Foo(double x) => x.F(); static double F(this double v) => 2 * v; " + Rule("F", "double v", "3"), [1.5], [3] },
        { "taken names", "public static double Foo(double x) => @in(x, 1); static double @in(in double result, double resultData) => result * resultData; " + Rule("@in", "double result, double resultData", "3", "result") + Rule("@in", "double result, double resultData", "4", "resultData"), [1.5], [3] },
        { "a stopped gradient needs no rule", "public static double Foo(double x) { double k = 2; return F(x, Ad.StopGradient(x)) + F(x, k); } static double F(double a, double b) => a * b; " + Rule("F", "double a, double b", "3", "a"), [1.5], [6] },
        { "an alias of the attribute", "public static double Foo(double x) => F(x); static double F(double v) => 2 * v; [P(typeof(Models), \"F\")] static double R(double v, double r) => 3;", [1.5], [3] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_value_is_the_function_s_and_the_gradient_the_rules_(string name, string members, double[] at, double[] gradient)
    {
        LiftedPair pair = LiftHarness.Build("using P = AutoDiffGen.PartialOfAttribute;\n" + LiftHarness.InModels(members));
        using Tape tape = new();
        Value[] variables = [.. at.Select(tape.Variable)];
        Value result = (Value)pair.Lifted.Invoke(null, [.. variables.Cast<object>()])!;
        double expected = (double)pair.Original.Invoke(null, [.. at.Cast<object>()])!;
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(result.Data));
        result.Backward();
        Assert.Equal(gradient, variables.Select(v => v.Grad), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_rule_is_called_only_for_what_is_recorded()
    {
        LiftedPair pair = LiftHarness.Build(LiftHarness.InModels(
            "public static double Foo(double x, double y) => F(x, y); static double F(double a, double b) => a * b; "
            + Rule("F", "double a, double b", "3", "a") + Rule("F", "double a, double b", "throw new NotSupportedException()", "b")));
        using Tape tape = new();
        Value x = tape.Variable(2);
        Assert.Equal(6, Call(pair, x, 3.0).Data);
        using (Ad.NoGrad())
            Assert.True(Call(pair, x, tape.Variable(3)).IsConstant);
        Assert.Throws<NotSupportedException>(() => Call(pair, x, tape.Variable(3)));
    }

    [Fact]
    public void An_infinite_partial_contributes_nothing_to_a_zero_adjoint()
    {
        LiftedPair pair = LiftHarness.Build(LiftHarness.InModels(
            "public static double Foo(double x, double y) => F(x, y, x) * 0 + x; static double F(double a, double b, double c) => a + b + c; "
            + Rule("F", "double a, double b, double c", "1 / (a - a)", "a") + Rule("F", "double a, double b, double c", "double.NaN", "b")
            + Rule("F", "double a, double b, double c", "1", "c")));
        using Tape tape = new();
        Value x = tape.Variable(2), y = tape.Variable(3);
        Call(pair, x, y).Backward();
        Assert.Equal(1, x.Grad);
        Assert.Equal(0, y.Grad);
    }

    // The generator refuses the method before; the tape does not rely on it, being its witness.
    [Fact]
    public void An_active_argument_without_a_rule_is_noticed_on_the_tape()
    {
        LiftedPair pair = LiftHarness.Build(LiftHarness.InModels(
            "public static double Foo(double x, double y) => F(x, y); static double F(double a, double b) => a * b; " + Rule("F", "double a, double b", "3", "a")));
        using Tape tape = new();
        Assert.Equal(6, Call(pair, tape.Variable(2), 3.0).Data);
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Call(pair, 2.0, tape.Variable(3)));
        Assert.StartsWith("'N.Models.F' has no rule that could be called for its argument 'b'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_only_its_type_can_call_is_as_none()
    {
        string text = LiftHarness.Build(LiftHarness.InModels("public static double Foo(double x) => Other.F(x, 2.0);",
            "public static class Other { public static double F(double a, double b) => a * b; "
            + "[PartialOf(typeof(Other), nameof(F), Wrt = \"a\")] internal static double A(double a, double b, double r) => b; "
            + "[PartialOf(typeof(Other), nameof(F), Wrt = \"b\")] private static double B(double a, double b, double r) => a; }")).Text;
        Assert.Contains("RequireConstant(b, \"b\", \"N.Other.F\")", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Other.B(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static double Foo(double x) => Other.G(x);", "'Other.F(double)' has rules, but is not accessible from the generated code @ F(v)")]
    [InlineData("public static double Foo(double x) => x * Convert.ToSingle(x); [PartialOf(typeof(Convert), nameof(Convert.ToSingle))] static float R(double x, float r) => 1;",
        "'Convert.ToSingle(double)' has rules and returns a float, which the tape does not have @ Convert.ToSingle(x)")]
    [InlineData("public static double Foo(double x) => x * Convert.ToSingle(x);", "'Convert.ToSingle(double)' has no body in this compilation @ Convert.ToSingle(x)")]
    [InlineData("public static double Foo(double x) => x * F(x); static float F(double x) => 1; [PartialOf(typeof(Models), nameof(F))] static float R(double x, float r) => 1;",
        "'Models.F(double)' has rules and returns a float, which the tape does not have @ F(x)")]
    public void Refuses(string members, string expected)
    {
        const string beside = "public static class Other { public static double G(double v) => F(v); private static double F(double v) => v; "
            + "[PartialOf(typeof(Other), nameof(F))] internal static double R(double v, double r) => 1; }";
        Assert.Equal(expected, LiftHarness.Refusal(LiftHarness.InModels(members, beside)));
    }

    [Theory]
    [InlineData("ADG062", "static double F(double a, double b) => a; [PartialOf(typeof(C), nameof(F), Wrt = \"a\")] static double A(double a, double b, double r) => 1; ",
        "F(1, x)", "'N.C.F' has rules, but none for its argument 'b', which is active here")]
    [InlineData("ADG063", "static class O { internal static double F(double a) => a; [PartialOf(typeof(O), nameof(F))] private static double A(double a, double r) => 1; } ",
        "O.F(x)", "The rule 'A' is private and cannot be called from 'Foo'")]
    public Task A_method_that_is_only_lifted_needs_the_rules_too(string id, string members, string call, string message) =>
        Expect.Error(id, $"{members}[Differentiable(Derivatives.Lifted)] public static double Foo(double x) => [|{call}|] * 2;", message);

    [Fact]
    public void A_rule_serves_a_function_of_a_referenced_assembly()
    {
        CSharpCompilation library = LiftHarness.Compile("namespace L; public static class Lib { public static double F(double v) => 2 * v; }");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        CSharpCompilation compilation = LiftHarness.Compile(LiftHarness.InModels(
                "public static double Foo(double x) => L.Lib.F(x); [PartialOf(typeof(L.Lib), nameof(L.Lib.F))] static double R(double v, double r) => 3;"))
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        string? text = LiftHarness.Lift(compilation).Text;
        Assert.Contains("double result = global::L.Lib.F(v.Data);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_rule_in_another_file_changes_what_is_lifted()
    {
        CSharpCompilation before = LiftHarness.Compile(LiftHarness.InModels("public static double Foo(double x) => F(x); internal static double F(double v) => 2 * v;"));
        Assert.DoesNotContain("Lifting", LiftHarness.Lift(before).Text!, StringComparison.Ordinal);
        CSharpCompilation after = before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "using AutoDiffGen; static class Rules { [PartialOf(typeof(N.Models), \"F\")] internal static double R(double v, double r) => 3; }", Compile.ParseOptions));
        Assert.Contains("global::Rules.R(v.Data, result)", LiftHarness.Lift(after).Text!, StringComparison.Ordinal);
    }

    private const string Three =
        "[PartialOf(typeof(Models), nameof(F), Wrt = \"a\")] static double A(double a, double b, double c, double r) => 2; "
        + "[PartialOf(typeof(Models), nameof(F), Wrt = \"b\")] static double B(double a, double b, double c, double r) => 3; "
        + "[PartialOf(typeof(Models), nameof(F), Wrt = \"c\")] static double C(double a, double b, double c, double r) => 5; ";

    private const string Names =
        "[PartialOf(typeof(Models), nameof(F), Wrt = \"a\")] static double A(double a, double b, double c, int n, string s, double r) => 10; "
        + "[PartialOf(typeof(Models), nameof(F), Wrt = \"b\")] static double B(double a, double b, double c, int n, string? s, double r) => 20; ";

    private static string Rule(string function, string parameters, string partial, string? wrt = null) =>
        $"[PartialOf(typeof(Models), nameof({function}){(wrt is null ? "" : $", Wrt = \"{wrt}\"")})] "
        + $"static double {function.TrimStart('@')}By{wrt}({parameters}, double r) => {partial}; ";

    private static string Estimate(string wrt, int partial) =>
        $"[PartialOf(typeof(double), nameof(double.MultiplyAddEstimate), Wrt = \"{wrt}\")] static double {wrt}(double left, double right, double addend, double r) => {partial}; ";

    private static Value Call(LiftedPair pair, Value x, Value y) =>
        (Value)pair.Lifted.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [x, y], null)!;
}
