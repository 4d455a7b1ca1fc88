using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class StatementTests
{
    [Fact]
    public void Sibling_scopes_may_use_one_name() => Expect.Ir(
        "[Differentiable] public static double F(double x) { double y = 0, t0 = Math.Sin(x++); { double w = 1; y += w; } { double w = x; y += w; } return y + t0; }",
        """
        double F(double x)
            var y = 0d
            let t1 = x
            x = (t1 + 1d)
            var t0 = Math.Sin(t1)
            var w = 1d
            y = (y + w)
            var w1 = x
            y = (y + w1)
            return (y + t0)
        """);

    [Fact]
    public void What_is_never_reached_is_dropped() => Expect.Ir(
        "[Differentiable] public static double F(double x) { if (x > 0) { return x; } else throw new Exception(); }",
        """
        double F(double x)
            if (x > 0d) {
                return x
            } else {
                throw new System.Exception()
            }
        """);

    [Fact]
    public void A_label_ends_a_block_or_begins_a_loop() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, int n)
        {
            double y = x;
        again:
            double z = y * x;
            if (z > 9)
                goto end;
            y = z + 1;
            if (--n > 0)
                goto again;
            y *= 2;
        end:
            return y + z;
        }
        """,
        """
        double F(double x, !int n)
            var z
            var y = x
            goto0: {
                goto1: {
                    loop {
                        goto1.next: {
                            z = (y * x)
                            if (z > 9d) {
                                exit goto0
                            }
                            y = (z + 1d)
                            n = (n - 1)
                            if (n > 0) {
                                exit goto1.next
                            }
                            exit goto1
                        }
                    }
                }
                y = (y * 2d)
            }
            return (y + z)
        """);

    [Fact]
    public void A_switch_is_a_chain_of_branches() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, int n)
        {
            switch (n)
            {
                case 0: return x;
                case 1: case 2: x *= 2; break;
                case > 10 when x > 0: if (x > 5) break; x = 3; break;
                default: x = 1; break;
            }
            return x;
        }
        """,
        """
        double F(double x, !int n)
            switch0: {
                if (n == 0) {
                    return x
                } else {
                    if ((n == 1) || (n == 2)) {
                        x = (x * 2d)
                    } else {
                        if ((n > 10) && (x > 0d)) {
                            if (x > 5d) {
                                exit switch0
                            }
                            x = 3d
                        } else {
                            x = 1d
                        }
                    }
                }
            }
            return x
        """);

    [Fact]
    public void Cases_beside_default_keep_their_turn() => Expect.Ir(
        "[Differentiable] public static double F(double x, int n) { switch (n) { case 5: default: x = 1; break; case 2: x = 2; break; case > 3: x = 3; break; } return x; }",
        """
        double F(double x, !int n)
            if (!(n == 5) && (n == 2)) {
                x = 2d
            } else {
                if (!(n == 5) && (n > 3)) {
                    x = 3d
                } else {
                    x = 1d
                }
            }
            return x
        """);

    [Fact]
    public void A_guard_with_side_effects_is_run_where_it_is_reached() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, int n)
        {
            switch (n) { case 0 when G(ref n): x = 2; break; case 1: x = 3; break; }
            return x;
        }
        static bool G(ref int n) => n++ > 3;
        """,
        """
        double F(double x, !int n)
            let t0 = n
            var t2
            if (t0 == 0) {
                t1 = invoke G(&n)
                t2 = t1
            } else {
                t2 = false
            }
            if t2 {
                x = 2d
            } else {
                if (t0 == 1) {
                    x = 3d
                }
            }
            return x
        bool G(!ref int n)
            let t0 = *n
            *n = (t0 + 1)
            return (t0 > 3)
        """);

    [Fact]
    public void Sections_share_their_locals() => Expect.Ir(
        """
        [Differentiable] public static double F(double x, int n)
        {
            double y;
            switch (n) { case 0: double q = x; y = q; break; case 1: q = 2 * x; y = q; break; default: throw new Exception(); }
            return y;
        }
        """,
        """
        double F(double x, !int n)
            var y
            var q
            if (n == 0) {
                q = x
                y = q
            } else {
                if (n == 1) {
                    q = (2d * x)
                    y = q
                } else {
                    throw new System.Exception()
                }
            }
            return y
        """);

    [Fact]
    public void What_only_the_compiler_knows_to_be_assigned_gets_a_value() => Expect.Ir(
        "[Differentiable] public static double F(double x, bool b) { double y; switch (b) { case true: y = x; break; case false: y = 2 * x; break; } return y; }",
        """
        double F(double x, !bool b)
            var y = 0d
            if b {
                y = x
            } else {
                if !b {
                    y = (2d * x)
                }
            }
            return y
        """);
}
