using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Diagnostics;

public class BodyTests
{
    private static string InBody(string statements) => "[Differentiable] public static double F(double x) { " + statements + " return x; } static double M; static double P => 3;";

    [Theory]
    [InlineData("[|foreach|] (char c in \"a\") { }", "A 'foreach' loop")]
    [InlineData("[|try|] { x++; } finally { }", "A 'try' statement")]
    [InlineData("[|lock|] (\"\") { }", "A 'lock' statement")]
    [InlineData("[|using|] (Ad.NoGrad()) { }", "A 'using' statement")]
    [InlineData("[|using var s = Ad.NoGrad();|]", "A 'using' declaration")]
    [InlineData("switch ((int)x) { case 0: [|goto a;|] case 1: a: x++; break; }", "A 'goto' statement")]
    [InlineData("ref double r = ref x; if (x > 0) goto a; [|ref double s = ref x;|] if (x < 0) goto b; a: return x; b: s = 2;", "The local 's', which a label stands between its declaration and a use of,")]
    [InlineData("double [|G|](double y) => y; x = [|G(x)|];", null)]
    [InlineData("Func<double, double> f = y [|=>|] y; x = [|f(x)|];", null)]
    [InlineData("Func<double, double> f = [|Math.Sin|];", "A delegate")]
    [InlineData("var t = [|(x, 1)|];", "A tuple")]
    [InlineData("bool b = [|(x, 1) == (1, x)|];", "A comparison of tuples")]
    [InlineData("string s = [|$\"{x}\"|];", "An interpolated string outside an exception's arguments")]
    [InlineData("string s = [|\"a\" + x|];", "A concatenation of strings outside an exception's arguments")]
    [InlineData("string s = [|x.ToString()|];", "A call of the instance method 'ToString'")]
    [InlineData("bool b = [|x.Equals(3)|];", "A call of the instance method 'Equals'")]
    [InlineData("x = [|Random.Shared.NextDouble()|];", "A call of the instance method 'NextDouble'")]
    [InlineData("int i = [|x.CompareTo(3)|];", "A call of the instance method 'CompareTo'")]
    [InlineData("string s = \"a\"; int n = [|s.Length|];", "The property 'Length'")]
    [InlineData("string s = \"a\"; string t = [|s ?? \"b\"|];", "The operator '??'")]
    [InlineData("int n = [|((string)\"a\")?.Length ?? 1|];", "The operator '??'")]
    [InlineData("var e = [|new Exception()|];", "An object creation")]
    [InlineData("var e = [|new { x }|];", "An anonymous object")]
    [InlineData("Type t = [|typeof(int)|];", "A 'typeof' expression")]
    [InlineData("if (x is [|{ } y|]) x = y;", "A property or positional pattern")]
    [InlineData("if (\"a\" is [|['a', ..]|]) x++;", "A list pattern")]
    [InlineData("x = [|G<double>(x)|]; static T [|G|]<T>(T y) => y;", null)]
    [InlineData("[|throw null!;|]", "A 'throw' of anything but a new exception")]
    [InlineData("DayOfWeek d = DayOfWeek.Monday; d = [|d + 1|];", "Arithmetic on an enum")]
    [InlineData("DayOfWeek d = DayOfWeek.Monday; [|d++|];", "Arithmetic on an enum")]
    [InlineData("int n = 1; x = ([|n|], n += 2) switch { (1, 3) => x, _ => 0 };", "'n', which a later element of the tuple changes,")]
    [InlineData("int n = 1; ref int r = ref n; x = ([|n|], r += 2) switch { (1, 3) => x, _ => 0 };", "'n', which a later element of the tuple changes,")]
    [InlineData("int n = 1; ref int r = ref n; x = ([|r|], n += 2) switch { (1, 3) => x, _ => 0 };", "'r', which a later element of the tuple changes,")]
    [InlineData("int n = 1, m = 1; x = ([|n|], (x > 0 ? ref n : ref m) = 3) switch { (1, 3) => x, _ => 0 };", "'n', which a later element of the tuple changes,")]
    [InlineData("int n = 1; ref int r = ref n; if (([|n|], r++) is (1, 1)) x = 0;", "'n', which a later element of the tuple changes,")]
    [InlineData("int n = 1; switch ([|n|], n++) { case (1, 1): x = 0; break; }", "'n', which a later element of the tuple changes,")]
    [InlineData("int n = 1; if (([|n|], int.TryParse(\"3\", out n)) is (1, true)) x = 0;", "'n', which a later element of the tuple changes,")]
    [InlineData("if ((1, ([|x|], (x, _) = (2 * x, 0))) is (1, (> 0, _))) x = 0;", null)]
    [InlineData("x = [|Ad.StopGradient(3m)|] > 2 ? 1 : 2;", "'Ad.StopGradient' here")]
    public Task ADG020_constructs(string statements, string? words) =>
        Expect.Error("ADG020", InBody(statements), words is null ? null : words + " cannot be differentiated");

    // A debug build would do what the derivative leaves out.
    [Theory]
    [InlineData("int n = 0; System.Diagnostics.Debug.Assert([|n++|] < 5);")]
    [InlineData("System.Diagnostics.Debug.Assert(([|x = 2|]) < 5);")]
    [InlineData("System.Diagnostics.Debug.Assert([|H(x)|] < 5); static double [|H|](double y) => y;")]
    [InlineData("System.Diagnostics.Debug.Assert(x is [|var y|]);")]
    [InlineData("System.Diagnostics.Debug.Assert(x > 2, $\"{[|x++|]}\");")]
    [InlineData("System.Diagnostics.Debug.Assert(x > [|P|]);")]
    [InlineData("System.Diagnostics.Debug.Assert([|new E() == new E()|]);")]
    public Task ADG020_assertions_with_side_effects(string statements) => Expect.Error("ADG020", InBody(statements) + " struct E { public static bool operator ==(E a, E b) => true; public static bool operator !=(E a, E b) => false; }");

    [Fact]
    public Task ADG020_conditional_methods() => Expect.Error("ADG020",
        InBody("[|Trace(x)|];") + " [System.Diagnostics.Conditional(\"DEBUG\")] static void Trace(double x) { }", "A call of the [Conditional] method 'Trace' cannot be differentiated");

    [Theory]
    [InlineData("decimal d = [|default|];")]
    [InlineData("int? [|n|];")]
    [InlineData("const decimal [|d = 3|];")]
    public Task ADG021_types(string statements) => Expect.Error("ADG021", InBody(statements));

    [Theory]
    [InlineData("[|Console.WriteLine(x)|];")]
    [InlineData("x = [|double.Parse(\"3\")|];")]
    [InlineData("bool b = [|string.IsNullOrEmpty(\"\")|];")]
    public Task ADG022_calls_without_a_body(string statements) => Expect.Error("ADG022", InBody(statements));

    [Theory]
    [InlineData("x += [|M|];")]
    [InlineData("[|M|] = x;")]
    [InlineData("[|M|]++;")]
    [InlineData("x += [|P|];")]
    [InlineData("x += [|Environment.TickCount|];")]
    public Task ADG024_static_state(string statements) => Expect.Error("ADG024", InBody(statements));

    [Theory]
    [InlineData("decimal d = [|(decimal)x|];", "decimal")]
    [InlineData("object o = [|x|];", "object")]
    [InlineData("dynamic o = [|x|];", "dynamic")]
    [InlineData("double? o = [|x|];", "double?")]
    [InlineData("Half h = [|(Half)x|];", "System.Half")]
    [InlineData("System.Numerics.Complex c = [|x|];", "System.Numerics.Complex")]
    public Task ADG026_active_values_that_would_be_lost(string statements, string type) => Expect.Error("ADG026", InBody(statements),
        $"A real value is converted to '{type}', which carries no derivative");

    [Fact]
    public Task ADG027_code_that_is_nested_too_deeply()
    {
        string nested = string.Concat(Enumerable.Repeat("if (x > 0) { ", 600)) + string.Concat(Enumerable.Repeat("}", 600));
        return Expect.Error("ADG027", "[Differentiable] public static double [|F|](double x) { " + nested + " return x; }", "'F' is too large to differentiate: its code is nested too deeply");
    }

    [Fact]
    public Task ADG028_calls_of_generated_members() => Expect.Error("ADG028",
        """
        [Differentiable] public static double F(double x) => [|G_Grad(x, out double dx)|] + dx;
        [Differentiable] public static double G(double x) => x * x;
        """,
        "'G_Grad' is a generated derivative; derivatives of derivatives are not supported yet");

    [Fact]
    public async Task Each_statement_has_its_own_error() => await Expect.Error("ADG020", InBody("[|lock|] (\"\") { } [|try|] { } finally { }"));

    [Fact]
    public async Task Code_that_does_not_compile_is_left_to_the_compiler()
    {
        Assert.Empty(await Compile.Analyze(Compile.Of(Expect.InClass("[Differentiable] public static double F(double x) => Undefined(x) + x;"))));
        Assert.Empty(await Compile.Analyze(Compile.Of(Expect.InClass("[Differentiable] public static double F(double x) { Undefined y = x; return y; }"))));
    }
}
