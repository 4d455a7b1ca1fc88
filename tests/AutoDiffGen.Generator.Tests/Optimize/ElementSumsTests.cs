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
    public void Nor_is_one_that_a_sum_elsewhere_reads_in_between()
    {
        Var i = new("i", IrType.Int32, VarRole.Local), j = new("j", IrType.Int32, VarRole.Local);
        Var da = Shadow("da"), db = Shadow("db");
        Expr one = Reals.Zero(IrType.Double);
        Assert.Single(Sums([Added(da, i, one), Added(db, j, one), Added(da, i, one)], da));
        Assert.Equal(2, Sums([Added(da, i, one), Added(db, j, new Read(Element(da, j))), Added(da, i, one)], da).Length);

        static Var Shadow(string name) => new(name, new SpanType(IrType.Double, IsReadOnly: false), VarRole.Derivative);
        static ElementPlace Element(Var array, Var index) => new(new LocalPlace(array), [index.Read], IrType.Double);
        static Assign Added(Var array, Var index, Expr value) =>
            new(Element(array, index), new Binary(BinaryOp.Add, new Read(Element(array, index)), value, IrType.Double), new Origin(null, Sweep.Reverse));
        static Stmt[] Sums(Stmt[] body, Var of) =>
            ElementSums.Run(new Lowered("[Differentiable] public static double F(double x) => x;").Function with { Body = [.. body] }).Body
                .Where(s => s is Assign { Target: ElementPlace target } && target.Root() == of).ToArray();
    }

    [Fact]
    public void What_the_method_adds_itself_keeps_its_order()
    {
        const string Members = "[Differentiable] public static void F(Span<double> a, double x, double y) { a[0] += x; a[0] += y; }";
        Assert.Equal(
            2, Merged(Members).Body.Count(s => s is Assign { Target: ElementPlace { Array: LocalPlace { Var.Name: "a" } }, Origin.Sweep: Sweep.Primal }));
    }

    private static Function Merged(string members) => ElementSums.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full)));
}
