using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>What a block adds to an element of an adjoint in several places, added once.</summary>
public class ElementSumsTests
{
    [Theory]
    [InlineData("a[0] * x + a[0] * y", 1)]
    [InlineData("a[0] * x - a[0] * y", 1)]
    [InlineData("a[0] * x + a[1] * a[0] - a[0] / y", 1)]
    [InlineData("a[0] * x + a[1] * y", 1)]
    public void The_sums_of_one_element_are(string value, int sums)
    {
        Function merged = Merged($"[Differentiable] public static double F(double[] a, double x, double y) => {value};");
        Assert.Equal(sums, merged.Body.Count(s => s is Assign { Target: ElementPlace { Indices: [InertConst { Text: "0" }] } }));
    }

    [Fact]
    public void An_adjoint_that_is_read_in_between_is_not_waited_for() => Assert.Equal(2, Merged(
        "[Differentiable] public static void F(Span<double> a, double x) { a[1] = a[0] * x; a[0] = a[1] * a[0]; }").Body
        .Count(s => s is Assign { Target: ElementPlace { Indices: [InertConst { Text: "0" }] }, Value: Binary }));

    [Fact]
    public void What_the_method_adds_itself_keeps_its_order()
    {
        const string Members = "[Differentiable] public static void F(Span<double> a, double x, double y) { a[0] += x; a[0] += y; }";
        Assert.Equal(
            2, Merged(Members).Body.Count(s => s is Assign { Target: ElementPlace { Array: LocalPlace { Var.Name: "a" } }, Origin.Sweep: Sweep.Primal }));
    }

    private static Function Merged(string members) => ElementSums.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full)));
}
