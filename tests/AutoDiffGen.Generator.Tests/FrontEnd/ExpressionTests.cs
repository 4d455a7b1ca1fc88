using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class ExpressionTests
{
    [Fact]
    public void Operators_keep_their_association() => Expect.Ir(
        "[Differentiable] public static double F(double x, double y) => x + y * x - -y / x % 2;",
        """
        double F(double x, double y)
            return ((x + (y * x)) - ((-y / x) % 2d))
        """);

    [Fact]
    public void Unwritten_conversions_are_explicit() => Expect.Ir(
        "[Differentiable] public static double F(double x, long n, float f) => x * n + (int)x + Math.Sin(f) + MathF.Sin(f) + (float)x + 7u * n;",
        """
        double F(double x, !long n, float f)
            return ((((((x * double(n)) + double(int(x))) + Math.Sin(double(f))) + double(Math.Sinf(f))) + double(float(x))) + double((7L * n)))
        """);

    [Fact]
    public void Compound_assignments_convert_in_and_out() => Expect.Ir(
        """
        [Differentiable] public static float F(float x, byte b, short s)
        {
            x *= s;
            x += b;
            b += 4;
            b++;
            s <<= 2;
            return x + b;
        }
        """,
        """
        float F(float x, !byte b, !short s)
            x = (x * float(s))
            x = (x + float(b))
            b = byte((int(b) + 4))
            b = byte((int(b) + 1))
            s = short((int(s) << 2))
            return (x + float(b))
        """);

    [Fact]
    public void Checked_contexts_are_kept_for_integers_alone() => Expect.Ir(
        "[Differentiable] public static double F(double x, int i) { checked { i *= 2; i++; x *= i; return x + (byte)x - i; } }",
        """
        double F(double x, !int i)
            i = (i *! 2)
            i = (i +! 1)
            x = (x * double(i))
            return ((x + double(byte!(x))) - double(i))
        """);

    [Fact]
    public void Every_spelling_of_a_function_is_one_function() => Expect.Ir(
        """
        [Differentiable] public static double F(double x) =>
            double.Sin(x) + float.Sin((float)x) + Math.Clamp((float)x, 0, 1) + double.Abs(x) + double.Hypot(x, 2) + Math.Abs((int)x)
            + Math.Sign(x) + Math.Round(x, 2, MidpointRounding.ToEven) + (double.IsNaN(x) ? 1 : 0) + Ad.StopGradient(x);
        """,
        """
        double F(double x)
            return (((((((((Math.Sin(x) + double(Math.Sinf(float(x)))) + double(Math.Clampf(float(x), 0f, 1f))) + Math.Abs(x)) + Real.Hypot(x, 2d)) + double(Math.Abs(int(x)))) + double(Math.Sign(x))) + Math.Round(x, 2, System.MidpointRounding.ToEven)) + double((Real.IsNaN(x) ? 1 : 0))) + stop(x))
        """);

    [Fact]
    public void The_sine_and_cosine_of_one_angle() => Expect.Ir(
        """
        [Differentiable] public static double F(double x)
        {
            var (s, c) = Math.SinCos(x);
            (x, _) = Math.SinCos(x + 1);
            return s * c + Math.SinCos(x).Cos + double.SinCos(x).Item1;
        }
        """,
        """
        double F(double x)
            let t0 = x
            var s = Math.Sin(t0)
            var c = Math.Cos(t0)
            let t1 = (x + 1d)
            x = Math.Sin(t1)
            return (((s * c) + Math.Cos(x)) + Math.Sin(x))
        """);

    [Fact]
    public void The_parts_of_SinCosPi_stay_parts() => Expect.Ir(
        "[Differentiable] public static double F(double x) { var (s, c) = double.SinCosPi(x); return s + c + double.CosPi(x); }",
        """
        double F(double x)
            let t0 = x
            var s = Real.SinCosPi.SinPi(t0)
            var c = Real.SinCosPi.CosPi(t0)
            return ((s + c) + Real.CosPi(x))
        """);

    [Fact]
    public async Task A_part_is_printed_as_one() => Assert.Contains(
        "double.SinCosPi(x).CosPi",
        await Expect.Clean(Expect.InClass("[Differentiable] public static double F(double x) => x * double.SinCosPi(x).CosPi;")));

    [Fact]
    public void Pure_conditions_stay_expressions() => Expect.Ir(
        "[Differentiable] public static double F(double x, bool b) => b && x > 1 || !b ? x : -x;",
        """
        double F(double x, !bool b)
            return (((b && (x > 1d)) || !b) ? x : -x)
        """);

    [Fact]
    public void Constant_conditions_choose() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, bool b)
        {
            const bool Debug = false;
            double y;
            if (b || true) y = Debug ? x : 2 * x;
            return Debug && b ? 0 : y;
        }
        """,
        """
        double F(double x, !bool b)
            var y
            y = (2d * x)
            return y
        """);
}
