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
        ?
        """);

    [Fact]
    public void Left_out_each_round_has_an_array_of_its_own() => After(Known, isOn: false,
        """
        ?
        """);

    [Fact]
    public void A_length_that_the_loop_changes_takes_a_handle() => After(
        "[Differentiable] public static double F(double x, int n) { while (n > 0) { var t = new double[n]; t[0] = x; x *= t[0]; n /= 2; } return x; }", isOn: true,
        """
        ?
        """);

    [Fact]
    public void A_matrix_is_cleared_row_by_row() => After(
        "[Differentiable] public static double F(double x, int n) { for (int i = 0; i < 9; i++) { var t = new double[n, 2]; t[0, 1] = x; x *= t[0, 1]; } return x; }", isOn: true,
        """
        ?
        """);

    private static void After(string members, bool isOn, string expected) => Expect.Ir(HoistAllocations.Run(new Lowered(members).Versioned, isOn), expected);
}
