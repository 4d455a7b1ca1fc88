using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Diagnostics;

public class RuleTests
{
    private const string Erf = "public static double Erf(double x) => x; public static double Two(double x, float y) => x; public static double Int(int n) => n; ";

    [Theory]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|](double x, double y) { return 1; }", "it must be expression-bodied")]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|]<T>(double x, double y) => 1;", "it must not be generic")]
    [InlineData("[PartialOf(typeof(C), \"Nope\")] static double [|R|](double x, double y) => 1;", "'N.C' has no static method 'Nope'")]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|](float x, double y) => 1;", "no method 'Erf' takes these parameters; a rule takes the method's parameters, then its result")]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|](double x) => 1;", null)]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|](double x, float y) => 1;", "its last parameter must be of type 'double', the result of 'Erf'")]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static float [|R|](double x, double y) => 1;", "it must return 'double', as 'Erf' does")]
    [InlineData("[PartialOf(typeof(C), nameof(Two))] static double [|R|](double x, float y, double r) => 1;", "'Two' has several parameters of type double or float; name one with Wrt")]
    [InlineData("[PartialOf(typeof(C), nameof(Two), Wrt = \"z\")] static double [|R|](double x, float y, double r) => 1;", "'Two' has no parameter 'z'")]
    [InlineData("[PartialOf(typeof(C), nameof(Int))] static double [|R|](int n, double r) => 1;", "'Int' has no parameter of type double or float")]
    [InlineData("[PartialOf(typeof(C), nameof(Erf))] static double [|R|](in double x, double y) => 1;", "its parameters must be passed by value")]
    [InlineData("[VjpOf(typeof(C), nameof(Erf))] static void [|R|](double x, double seed, ref double dx) { }", "[VjpOf] is not supported yet")]
    public Task ADG060_rules_that_are_not_valid(string rule, string? reason) =>
        Expect.Error("ADG060", Erf + rule, reason is null ? null : $"The rule 'R' is not valid: {reason}");

    [Fact]
    public Task ADG060_an_instance_method() => Expect.ErrorInFile("ADG060",
        "using AutoDiffGen; class C { static double Erf(double x) => x; [PartialOf(typeof(C), nameof(Erf))] double [|R|](double x, double y) => 1; }",
        "The rule 'R' is not valid: it must be a static method");

    [Fact]
    public Task ADG061_a_rule_that_the_table_has() => Expect.Error("ADG061",
        "[PartialOf(typeof(Math), nameof(Math.Sin))] static double [|R|](double x, double y) => 1;",
        "The derivative of 'Sin(real)' by 'x' is already given by 'the rules of AutoDiffGen'");

    [Fact]
    public Task ADG061_a_rule_given_twice() => Expect.Error("ADG061",
        Erf + "[PartialOf(typeof(C), nameof(Erf))] static double A(double x, double y) => 1; [PartialOf(typeof(C), nameof(Erf))] static double [|B|](double x, double y) => 1;",
        "The derivative of 'N.C.Erf(double)' by 'x' is already given by 'N.C.A'");

    [Fact]
    public Task ADG062_at_the_call_that_needs_it() => Expect.Error("ADG062",
        """
        static double Two(double a, double b) => a;
        [PartialOf(typeof(C), nameof(Two), Wrt = "a")] static double ByA(double a, double b, double r) => 1;
        [Differentiable] public static double F(double x) => Two(x, 1) + [|Two(1, x)|];
        [Differentiable] public static double G(double x) { double y = Two(x, 1); return y + [|Two(1, x)|]; }
        """,
        "'N.C.Two' has rules, but none for its argument 'b', which is active here");

    [Fact]
    public Task ADG062_in_a_helper() => Expect.Error("ADG062",
        """
        static double Two(double a, double b) => a;
        [PartialOf(typeof(C), nameof(Two), Wrt = "a")] static double ByA(double a, double b, double r) => 1;
        [Differentiable] public static double F(double x) => G(x);
        static double G(double x) => H(x);
        static double H(double x) => [|Two(1, x)|];
        """,
        "'N.C.Two' has rules, but none for its argument 'b', which is active here (called through F → G → H)");

    [Fact]
    public Task ADG063_in_a_helper() => Expect.Error("ADG063",
        """
        class D { public static double Erf(double x) => x; [PartialOf(typeof(D), nameof(Erf))] private static double R(double x, double y) => 1; }
        [Differentiable] public static double F(double x) => G(x);
        static double G(double x) => [|D.Erf(x)|];
        """,
        "The rule 'R' is private and cannot be called from 'F' (called through F → G)");

    [Fact]
    public async Task A_rule_wins_over_a_body_that_cannot_be_differentiated()
    {
        string text = await Expect.Clean(Expect.InClass(
            """
            static double Erf(double x) { for (;;) { } }
            [PartialOf(typeof(C), nameof(Erf))] static double ByX(double x, double y) => Math.Exp(-x * x);
            [Differentiable] public static double F(double x) => Erf(x);
            """));
        Assert.Contains("ByX(", text);
    }

    [Fact]
    public void The_library_s_rules_are_all_read()
    {
        int marked = typeof(DifferentiableAttribute).Assembly.GetTypes().Where(t => t.Namespace == "AutoDiffGen.Rules")
            .SelectMany(t => t.GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public))
            .Count(m => m.IsDefined(typeof(PartialOfAttribute), false));
        var table = AutoDiffGen.Generator.Rules.RuleTable.Read(Compile.References, default);
        Assert.Equal(marked, table.Count);
        Assert.Equal(table.Count, table.Select(r => (r.Key, r.Argument)).Distinct().Count());
        var tanh = Assert.Single(table, r => r.Key == "Tanh(real)");
        Assert.Equal("(1d - (y * y))", IrText.Of(tanh.Partial));
        Assert.Equal(["x", "y"], tanh.Parameters.Select(p => p.Name));
    }
}
