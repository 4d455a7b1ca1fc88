using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Diagnostics;

public class HelperTests
{
    [Fact]
    public Task An_error_in_a_helper_names_the_calls() => Expect.Error("ADG020",
        """
        [Differentiable] public static double F(double x) => G(x);
        static double G(double x) => H(x);
        static double H(double x) { [|try|] { return x; } finally { } }
        """,
        "A 'try' statement cannot be differentiated (called through F → G → H)");

    // Found by a library's gamma function: the call of the series was missing from the derivative, and the value was wrong.
    [Theory]
    [InlineData("[Differentiable] public static double F(double x) => 2 * G(x);", "F → G → H")]
    [InlineData("[Differentiable] public static double F(double x) => x * K(x); static double K(double x) => x > 4 ? K(x - 1) + G(x) : 1;", "F → K → G → H")]
    public Task An_error_in_a_helper_of_a_method_that_calls_itself(string method, string chain) => Expect.Error("ADG024",
        $$"""
        {{method}}
        static double G(double x) => x < 0 ? -G(-x) : H(x);
        static double H(double x) => x * [|series|][0];
        static double[] series = { 2, 3 };
        """,
        $"'C.series' is neither a constant nor a static readonly field of a supported type (called through {chain})");

    [Fact]
    public Task ADG022_in_a_helper() => Expect.Error("ADG022",
        "[Differentiable] public static double F(double x) => G(x); static double G(double x) { [|Console.WriteLine(x)|]; return x; }",
        "'Console.WriteLine(double)' has no body in this compilation and no derivative rule; give it one with [PartialOf] (called through F → G)");

    [Theory]
    [InlineData("[NoGrad] in double a, ref double b", "[|G(in t, ref t)|]")]
    [InlineData("[NoGrad] ref double a, ref double b", "[|G(ref t, ref t)|]")]
    [InlineData("[NoGrad] ref double a, in double b", "[|G(ref t, in t)|]")]
    public Task ADG020_a_variable_that_is_constant_and_active_at_once(string parameters, string call) => Expect.Error("ADG020",
        $$"""
        [Differentiable] public static double F(double x) { double t = x; return {{call}}; }
        static double G({{parameters}}) => a * b;
        """,
        "A variable passed by reference both to the [NoGrad] parameter 'a' and to 'b' cannot be differentiated");

    [Fact]
    public Task ADG020_through_the_parameters_of_a_helper() => Expect.Error("ADG020",
        """
        [Differentiable] public static double F(double x) { double t = x; return G(ref t, ref t); }
        static double G(ref double p, ref double q) { p = 2; return [|H(in p, ref q)|]; }
        static double H([NoGrad] in double a, ref double b) { b *= 2; return a * b; }
        """,
        "A variable passed by reference both to the [NoGrad] parameter 'a' and to 'b' cannot be differentiated (called through F → G)");

    [Fact]
    public Task ADG025_a_field_whose_type_is_not_partial_all_the_way_out() => Expect.ErrorInFile("ADG025",
        """
        public static partial class C { [AutoDiffGen.Differentiable] public static double F(double x) => Outer.Units.Scaled(x); }
        public static class Outer { public static partial class Units { private static readonly double factor = 2; public static double Scaled(double x) => [|factor|] * x; } }
        """,
        "'Outer.Units.factor' is not accessible from 'C', where the code of this helper is generated (called through F → Scaled)");

    // A property of a name that nobody has written shows the field.
    [Fact]
    public async Task A_private_field_of_a_partial_type_is_shown()
    {
        string generated = await Expect.Clean(
            """
            public static partial class C { [AutoDiffGen.Differentiable] public static double F(double x) => N.Outer.Units.Scaled(x) * N.Outer.Units.Scaled(2 * x); }
            """,
            """
            namespace N
            {
                public static partial class Outer { public static partial class Units { private static readonly double[] factors = { 2, 3 }; public static double Scaled(double x) => factors[1] * x; } }
            }
            """);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(generated, @"internal static double\[\] factors_[0-9a-f]{8} => factors;"));
    }

    [Fact]
    public Task ADG025_what_the_generated_code_cannot_reach() => Expect.Error("ADG025",
        """
        [Differentiable] public static double F(double x) => D.G(x);
        static class D
        {
            private static readonly double K = 3;
            private enum E { A }
            private class Oops : Exception { }
            internal static double G(double x)
            {
                E e = [|E.A|];
                E[] all = [|new E[2]|];
                if (x > 3) throw [|new Oops()|];
                return [|K|] * x;
            }
        }
        """,
        "'C.D.K' is not accessible from 'C', where the code of this helper is generated (called through F → G)");

    [Fact]
    public void A_constant_of_a_helper_loses_a_name_that_others_cannot_use() => Expect.Ir(
        """
        [Differentiable] public static double F(double x) => D.G(x) + K;
        private const double K = 2;
        internal static class D { private const double L = 3; internal const double M = 4; internal static double G(double x) => x * L * M; }
        """,
        """
        double F(double x)
            t0 = invoke G(x)
            return (t0 + N.C.K)
        double G(double x)
            return ((x * 3d) * N.C.D.M)
        """);

    [Theory]
    [InlineData("[System.Diagnostics.Conditional(\"DEBUG\")] static void G(double x) { }", "[|G(x)|];", "ADG020")]
    [InlineData("static double G(decimal[] a) => 1;", "x = [|G(null!)|];", "ADG021")]
    [InlineData("static double G(List<double> a) => 1;", "x = [|G(null!)|];", "ADG021")]
    [InlineData("static double G(ref double[] a) => 1;", "double[] a = { x }; x = [|G(ref a)|];", "ADG020")]
    [InlineData("static double G(out Span<double> a) { a = default; return 1; }", "x = [|G(out Span<double> a)|];", "ADG020")]
    [InlineData("static extern double G(double x);", "x = [|G(x)|];", "ADG022")]
    [InlineData("static double G(int n, params object[] a) => 1;", "x = [|G(1)|];", "ADG021")]
    [InlineData("class D<T> { public static double G(double x) => x; }", "x = [|D<int>.G(x)|];", "ADG020")]
    [InlineData("class D { public double G(double x) => x; } static readonly D I = new();", "x = [|I.G(x)|];", "ADG020")]
    public Task Calls_that_are_refused(string helper, string statement, string id) =>
        Expect.Error(id, "[Differentiable] public static double F(double x) { " + statement + " return x; } " + helper);

    [Fact]
    public void Helpers_may_stand_in_other_files_and_types()
    {
        var read = Compile.Read(Compile.Of(
            Expect.InClass("[Differentiable] public static double F(double x) => N2.D.Square(x.Cube()); static double Cube(this double x) => x * x * x;"),
            "namespace N2 { internal record struct D { internal static double Square(double x) { return x * x; } } }"));
        Assert.Equal(["Cube", "Square"], read.Model!.Helpers.Select(h => h.Body!.Name).Order());
    }
}
