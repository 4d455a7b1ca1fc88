using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class PatternTests
{
    [Fact]
    public void Scalars() => Expect.Ir(
        "[Differentiable] public static double F(double x) => x switch { < 0 => -x, 0 => 1, double.NaN => 2, > 5 and < 6 or 7 => 3, not (> 8) => 4, _ => x };",
        """
        double F(double x)
            return ((x < 0d) ? -x : ((x == 0d) ? 1d : (Real.IsNaN(x) ? 2d : ((((x > 5d) && (x < 6d)) || (x == 7d)) ? 3d : (!(x > 8d) ? 4d : x)))))
        """);

    [Fact]
    public void Inert_subjects() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, string s, E e, bool b, char c)
        {
            if (s is null || s is "q" or not "a\"\n") x += 1;
            if (e is E.A && b is true && b is not false && c is >= 'a' and <= 'z') x += 2;
            return x is double && x is double d && x is var y ? d + y : x;
        }
        public enum E { A, B }
        """,
        """
        double F(double x, !string s, !global::N.C.E e, !bool b, !char c)
            if ((s == null) || ((s == "q") || !(s == "a\"\n"))) {
                x = (x + 1d)
            }
            if ((((e == N.C.E.A) && b) && !!b) && ((c >= 'a') && (c <= 'z'))) {
                x = (x + 2d)
            }
            var d
            var y
            d = x
            y = x
            return (d + y)
        """);

    [Fact]
    public void The_subject_is_evaluated_once() => Expect.Ir(
        "[Differentiable] public static double F(double x) => Math.Sin(x) is > 0 and < 0.5 ? x : -x;",
        """
        double F(double x)
            let t0 = Math.Sin(x)
            return (((t0 > 0d) && (t0 < 0.5d)) ? x : -x)
        """);

    [Fact]
    public void A_tuple_is_matched_element_by_element() => Expect.Ir(
        "[Differentiable] public static double F(double x, bool b) => (x > 0, b) switch { (true, false) => x, (false, _) => -x, _ => 2 * x };",
        """
        double F(double x, !bool b)
            let t0 = (x > 0d)
            return ((t0 && !b) ? x : (!t0 ? -x : (2d * x)))
        """);

    [Fact]
    public void A_switch_expression_that_no_arm_matches_throws() => Expect.Ir(
        "[Differentiable] public static double F(double x) => x switch { < 0 => -x, > 0 => x };",
        """
        double F(double x)
            var t0
            if (x < 0d) {
                t0 = -x
            } else {
                if (x > 0d) {
                    t0 = x
                } else {
                    throw new System.Runtime.CompilerServices.SwitchExpressionException(x)
                }
            }
            return t0
        """);

    [Fact]
    public void A_total_switch_expression_needs_no_exception() => Expect.Ir(
        "[Differentiable] public static double F(double x) => x switch { < 0 => -x, >= 0 => x, double.NaN => 0 };",
        """
        double F(double x)
            return ((x < 0d) ? -x : ((x >= 0d) ? x : 0d))
        """);

    [Fact]
    public void Pattern_variables_and_guards() => Expect.Ir(
        "[Differentiable] public static double F(double x, double z) => x switch { var y when y > z => y, _ => z };",
        """
        double F(double x, double z)
            var y
            var t0
            y = x
            if (y > z) {
                t0 = y
            } else {
                t0 = z
            }
            return t0
        """);
}
