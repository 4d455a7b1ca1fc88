using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class EvaluationOrderTests
{
    private const string G = " static double G(double a) => a * a;";

    [Fact]
    public void A_value_is_captured_before_a_side_effect_that_changes_it() => Expect.Ir(
        "[Differentiable] public static double F(double x) => x++ * G(x) + Math.Sin(x) + (x = 3) + x;" + G,
        """
        double F(double x)
            let t0 = x
            x = (t0 + 1d)
            t1 = invoke G(x)
            let t2 = ((t0 * t1) + Math.Sin(x))
            x = 3d
            return ((t2 + x) + x)
        double G(double a)
            return (a * a)
        """);

    [Fact]
    public void A_variable_that_is_not_changed_is_not_captured() => Expect.Ir(
        "[Differentiable] public static double F(double x, double y) => y * G(x);" + G,
        """
        double F(double x, double y)
            t0 = invoke G(x)
            return (y * t0)
        double G(double a)
            return (a * a)
        """);

    [Fact]
    public void The_left_side_of_a_compound_assignment_is_read_first() => Expect.Ir(
        "[Differentiable] public static double F(double x) { x += x++; x -= G(x); return x; }" + G,
        """
        double F(double x)
            let t1 = x
            let t0 = x
            x = (t0 + 1d)
            x = (t1 + t0)
            t2 = invoke G(x)
            x = (x - t2)
            return x
        double G(double a)
            return (a * a)
        """);

    [Fact]
    public void Assignments_are_values() => Expect.Ir(
        "[Differentiable] public static double F(double x) { double a, b; a = b = x; a = x += 2; a = ++x + --b; return a * b; }",
        """
        double F(double x)
            var a
            var b
            b = x
            a = b
            x = (x + 2d)
            a = x
            x = (x + 1d)
            b = (b - 1d)
            a = (x + b)
            return (a * b)
        """);

    [Fact]
    public void Arguments_are_evaluated_as_written_and_passed_as_declared() => Expect.Ir(
        "[Differentiable] public static double F(double x) => H(b: x++, a: x) + H(x); static double H(double a, in double b = 4) => a - b;",
        """
        double F(double x)
            let t0 = x
            x = (t0 + 1d)
            let t1 = t0
            t2 = invoke H(x, t1)
            t3 = invoke H(x, 4d)
            return (t2 + t3)
        double H(double a, in double b)
            return (a - *b)
        """);

    [Fact]
    public void What_a_condition_skips_stays_skipped() => Expect.Ir(
        "[Differentiable] public static double F(double x, bool b) => x > 1 && G(x) > 2 || b ? x : G(-x);" + G,
        """
        double F(double x, !bool b)
            var t1
            if (x > 1d) {
                t0 = invoke G(x)
                t1 = (t0 > 2d)
            } else {
                t1 = false
            }
            var t3
            if (t1 || b) {
                t3 = x
            } else {
                t2 = invoke G(-x)
                t3 = t2
            }
            return t3
        double G(double a)
            return (a * a)
        """);

    [Fact]
    public void A_variable_declared_in_a_condition_reaches_beyond_it() => Expect.Ir(
        """
        [Differentiable] public static double F(double x) { if (x > 0 && Try(x, out double q)) return q; return x; }
        static bool Try(double x, out double y) { y = x; return x > 3; }
        """,
        """
        double F(double x)
            var q = 0d
            var t1
            if (x > 0d) {
                t0 = invoke Try(x, &q)
                t1 = t0
            } else {
                t1 = false
            }
            if t1 {
                return q
            }
            return x
        bool Try(double x, out double y)
            *y = x
            return (x > 3d)
        """);
}
