using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Where the adjoints of elements are accumulated.</summary>
public class ShadowsTests
{
    [Fact]
    public void An_array_that_is_created_gets_one_of_its_size() => After(
        "[Differentiable] public static double F(double x, int n) { var t = new double[n]; t[0] = x; return t[0]; }",
        """
        new t[n]
        new dt[n]
        t[0] = x
        let result = t[0]
        """);

    [Fact]
    public void A_view_gets_a_view_of_the_shadow() => After(
        "[Differentiable] public static double F(double[] a, int n) { Span<double> s = a.AsSpan(1, n); s[0] = a[0]; return s[0]; }",
        """
        let s = a[1, n]
        let ds = da[1, n]
        let t0 = a[0]
        s[0] = t0
        let result = s[0]
        """);

    [Fact]
    public void A_choice_of_arrays_chooses_among_shadows() => After(
        "[Differentiable] public static double F(double[] a, double[] b, bool c) { double[] t = c ? a : b; return t[0]; }",
        """
        let t = (c ? a : b)
        let dt = (c ? da : db)
        let result = t[0]
        """);

    [Fact]
    public void A_constant_array_gets_none() => After(
        "[Differentiable] public static double F([NoGrad] double[] a, double x) { Span<double> s = a.AsSpan(1); return s[0] * x; }",
        """
        let s = a[1, (a.Length - 1)]
        let t0 = s[0]
        let result = (t0 * x)
        """);

    [Fact]
    public void A_constant_array_that_is_given_active_values_gets_one() => After(
        "[Differentiable] public static double F([NoGrad] double[] a, double x) { a[0] = x; return a[0] * x; }",
        """
        new da[a.Length or 0]
        a[0] = x
        let t0 = a[0]
        let result = (t0 * x)
        """);

    [Fact]
    public void Arrays_of_integers_get_none() => After(
        "[Differentiable] public static double F(double[] a, int n) { var order = new int[n]; order[0] = 1; return a[order[0]]; }",
        """
        new order[n]
        order[0] = 1
        let t0 = order[0]
        let result = a[t0]
        """);

    private static void After(string members, string expected)
    {
        Prepared prepared = new Lowered(members).Prepared;
        DerivativeParameters derivatives = DerivativeParameters.Of(prepared.Function, RefMode.Out, includeOut: false, extra: []);
        Expect.Ir(
            Shadows.Run(prepared.Function, prepared.Body, derivatives.Buffers.ToDictionary(b => b.Of.Var, b => b.Var), prepared.Activity, prepared.Names(derivatives.Names)).Body,
            expected);
    }
}
