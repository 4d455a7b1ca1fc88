using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>Arrays that a loop creates.</summary>
public class HoistAllocationsTests
{
    private const string Known = "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < 9; i++) { var t = new double[n + 1]; t[0] = x; x *= t[0]; } return x; }";

    [Fact]
    public void One_array_serves_all_rounds() => After(Known, isOn: true,
        """
        double F(double x, !int n)
            var x1 = x
            new t[(((n + 1) < 0) ? 0 : (n + 1))]
            for i = 0; i < 9; i++ {
                let x2 = x1
                if ((n + 1) < 0) {
                    throw new System.OverflowException()
                }
                for k = 0; k < t.Length; k++ {
                    t[k] = 0d
                }
                t[0] = x2
                let x3 = (x2 * t[0])
                x1 = x3
            }
            return x1
        """);

    [Fact]
    public void Left_out_each_round_has_an_array_of_its_own() => After(Known, isOn: false,
        """
        double F(double x, !int n)
            var x1 = x
            for i = 0; i < 9; i++ {
                let x2 = x1
                new t[(n + 1)] as handle
                t[0] = x2
                let x3 = (x2 * t[0])
                x1 = x3
            }
            return x1
        """);

    [Fact]
    public void A_length_that_the_loop_changes_takes_a_handle() => After(
        "[Differentiable] public static double F(double x, int n) { while (n > 0) { var t = new double[n]; t[0] = x; x *= t[0]; n /= 2; } return x; }", isOn: true,
        """
        double F(double x, !int n)
            var x1 = x
            var n1 = n
            while (n1 > 0) {
                let x2 = x1
                let n2 = n1
                new t[n2] as handle
                t[0] = x2
                let x3 = (x2 * t[0])
                let n3 = (n2 / 2)
                x1 = x3
                n1 = n3
            }
            return x1
        """);

    [Fact]
    public void The_length_of_another_array_is_never_negative() => After(
        "[Differentiable] public static double F(double[] a, double x) { for (int i = 0; i < 9; i++) { var t = new double[a.Length]; t[0] = x; x *= t[0]; } return x; }", isOn: true,
        """
        double F(double[] a, double x)
            var x1 = x
            new t[a.Length or 0]
            for i = 0; i < 9; i++ {
                let x2 = x1
                for k = 0; k < t.Length; k++ {
                    t[k] = 0d
                }
                t[0] = x2
                let x3 = (x2 * t[0])
                x1 = x3
            }
            return x1
        """);

    [Fact]
    public void A_length_that_may_throw_is_computed_where_the_method_does() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < 9; i++) { var t = new double[9 / n]; t[0] = x; x *= t[0]; } return x; }", isOn: true,
        """
        double F(double x, !int n)
            var x1 = x
            for i = 0; i < 9; i++ {
                let x2 = x1
                new t[(9 / n)] as handle
                t[0] = x2
                let x3 = (x2 * t[0])
                x1 = x3
            }
            return x1
        """);

    [Fact]
    public void A_matrix_is_cleared_row_by_row() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < 9; i++) { var t = new double[n, 2]; t[0, 1] = x; x *= t[0, 1]; } return x; }", isOn: true,
        """
        double F(double x, !int n)
            var x1 = x
            new t[((n < 0) ? 0 : n), 2]
            for i = 0; i < 9; i++ {
                let x2 = x1
                if (n < 0) {
                    throw new System.OverflowException()
                }
                for k = 0; k < t.GetLength(0); k++ {
                    for k1 = 0; k1 < t.GetLength(1); k1++ {
                        t[k, k1] = 0d
                    }
                }
                t[0, 1] = x2
                let x3 = (x2 * t[0, 1])
                x1 = x3
            }
            return x1
        """);

    private static void After(string members, bool isOn, string expected) => Expect.Ir(HoistAllocations.Run(new Lowered(members).Versioned, isOn), expected);
}
