using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Diagnostics;

public class DeclarationTests
{
    [Fact]
    public Task ADG001_every_containing_type_is_partial() => Expect.ErrorInFile("ADG001",
        "using AutoDiffGen; class [|A|] { partial class B { struct [|C|] { [Differentiable] public static double F(double x) => x; } } }",
        "'C' must be partial, because the derivatives of 'F' are generated into it");

    [Theory]
    [InlineData("[Differentiable] public static async void [|F|](double x) { }", "it is async")]
    [InlineData("[Differentiable] public static T [|F|]<T>(T x) => x;", "generic methods are not supported yet")]
    [InlineData("[Differentiable] public static ref double [|F|](ref double x) => ref x;", "it returns a reference")]
    [InlineData("[Differentiable] public static extern double [|F|](double x);", "it has no body")]
    [InlineData("public static double F { [Differentiable] [|get|] => 3; }", "it is a property accessor", "get_F")]
    [InlineData("public partial class D { [Differentiable] public double [|F|](double x) => x; }", "instance methods are not supported yet")]
    [InlineData("public partial class D<T> { [Differentiable] public static double [|F|](double x) => x; }", "methods of generic types are not supported yet")]
    [InlineData("public partial class D { [Differentiable] public static D operator [|+|](D a, D b) => a; }", "it is an operator", "op_Addition")]
    [InlineData("public partial interface I { [Differentiable] static virtual double [|F|](double x) => x; }", "it is virtual")]
    [InlineData("public static void M() { [Differentiable] double [|F|](double x) => x; F(1); }", "it is a local function")]
    [InlineData("public static void M() { var f = [Differentiable] (double x) [|=>|] x; f(1); }", "it is a lambda", "A lambda")]
    public Task ADG002_kinds_of_methods(string members, string reason, string name = "F") =>
        Expect.Error("ADG002", members, $"'{name}' cannot be differentiated: {reason}");

    [Fact]
    public Task ADG002_a_file_local_type() => Expect.ErrorInFile("ADG002",
        "using AutoDiffGen; file partial class A { [Differentiable] public static double [|F|](double x) => x; }");

    [Theory]
    [InlineData("[Differentiable] public static int [|F|](double x) => 1;")]
    [InlineData("[Differentiable] public static double [|F|](int x, [NoGrad] double y, out double z) { z = y; return 1; }")]
    [InlineData("[Differentiable] public static void [|F|](double x, [NoGrad] ref double y) { y = x; }")]
    [InlineData("[Differentiable] public static double [|F|](int[] p, [NoGrad] double[] a) => a[p[0]];")]
    [InlineData("[Differentiable] public static void [|F|](double x, double[] a, [NoGrad] Span<double> b, int[] p) { b[0] = x; p[0] = 1; G(a, b); } static void G(double[] a, Span<double> b) { double[] c = a; b[0] = c[0]; }")]
    public Task ADG003_nothing_active(string members) => Expect.Error("ADG003", members);

    [Fact]
    public Task ADG004_types_of_parameters() => Expect.Error("ADG004",
        """
        [Differentiable] public static unsafe double F(double x, [|double*|] p, ref readonly [|double|] y, [|decimal|] z, [|int?|] n,
            [|(double, double)|] t, [|Span<decimal>|] s, [|object[]|] a, [|double[,,]|] c, [|double[][,]|] d, [|double[,][]|] e, [|double[][][]|] f,
            in [|double[]|] g, ref [|Span<double>|] h, params [|decimal[]|] b) => 1;
        """,
        "The parameter 'g' of type 'double[]' is not supported: arrays and spans are passed by value");

    [Theory]
    [InlineData("decimal", "only double, float, integers, bool, char, string, enums, and arrays and spans of them are")]
    [InlineData("int[]", "of arrays, only those of double and float with one dimension are")]
    [InlineData("double[,]", "of arrays, only those of double and float with one dimension are")]
    [InlineData("double[][]", "of arrays, only those of double and float with one dimension are")]
    [InlineData("ReadOnlySpan<double>", "spans are not; an array is")]
    public Task ADG005_types_of_results(string type, string reason) => Expect.Error(
        "ADG005", $"[Differentiable] public static [|{type}|] F(double x) => default;", $"The result type '{(type.StartsWith('R') ? "System." : "")}{type}' of 'F' is not supported: {reason}");

    [Fact]
    public Task ADG006_flags_that_do_not_apply() => Expect.Error("ADG006",
        "[[|Differentiable(Derivatives.Gradient | Derivatives.Hessian)|]] public static double F(double x) => x;",
        "Derivatives.Hessian does not apply to 'F': it is not supported yet");

    [Fact]
    public Task ADG006_nothing_asked_for() => Expect.Error("ADG006", "[[|Differentiable(Derivatives.None)|]] public static double F(double x) => x;");

    [Fact]
    public async Task All_is_what_applies() =>
        Assert.DoesNotContain("F_Lifted", await Expect.Clean(Expect.InClass("[Differentiable(Derivatives.All)] public static float F(float x) => x;")));

    [Theory]
    [InlineData("[Differentiable] public static double [|F|](double x) => x; public static double F_Grad(double x, ref double dx) => 1;")]
    [InlineData("[Differentiable] public static double [|F|](double x) => x; public static int F_Vjp;")]
    [InlineData("""
        [Differentiable] public static void [|F|](double x, [NoGrad] double y, out double z) { z = x; }
        public static void F_Vjp(double x, double y, in double z, in double dx, in double dz) { }
        """)]
    public Task ADG007_members_that_are_there(string members) => Expect.Error("ADG007", members);

    [Theory]
    [InlineData("double[] a, ReadOnlySpan<double> b, float[,] m, double[][] w", "double[] a, ReadOnlySpan<double> b, float[,] m, double[][] w, Span<double> da, Span<double> db, float[,] dm, double[][] dw")]
    [InlineData("params float[] a", "float[] a, Span<float> da")]
    public Task ADG007_derivatives_of_arrays(string parameters, string generated) => Expect.Error("ADG007",
        $"[Differentiable] public static double [|F|]({parameters}) => 1; public static double F_Grad({generated}) => 1;");

    [Fact]
    public Task ADG007_overloads_that_generate_one_member() => Expect.Error("ADG007",
        """
        [Differentiable] public static double [|F|](double x, ref double y) => x;
        [Differentiable] public static double [|F|](double x, [NoGrad] ref double y, [NoGrad] ref double z) => x;
        """,
        "'F_Grad' would be generated for 'F', but the type already has a member of that name and parameters");
}
