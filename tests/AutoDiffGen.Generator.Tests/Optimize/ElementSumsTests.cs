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
        Var da = Storage("da", VarRole.Derivative), db = Storage("db", VarRole.Derivative);
        Assert.Single(Sums(da, [Added(da, I, One), Added(db, J, One), Added(da, I, One)]));
        Assert.Equal(2, Sums(da, [Added(da, I, One), Added(db, J, new Read(Element(da, J))), Added(da, I, One)]).Length);
    }

    [Fact]
    public void What_the_method_adds_itself_keeps_its_order()
    {
        Var a = Storage("a", VarRole.Parameter);
        Assert.Single(Sums(a, [Added(a, I, One), Added(a, I, One)]));
        Assert.Equal(2, Sums(a, [Added(a, I, One, Sweep.Primal), Added(a, I, One, Sweep.Primal)]).Length);
    }

    private static readonly Expr One = new RealConst(1, (RealType)IrType.Double);
    private static readonly Var I = new("i", IrType.Int32, VarRole.Local), J = new("j", IrType.Int32, VarRole.Local);

    private static Var Storage(string name, VarRole role) => new(name, new SpanType(IrType.Double, IsReadOnly: false), role);

    private static ElementPlace Element(Var array, Var index) => new(new LocalPlace(array), [index.Read], IrType.Double);

    private static Assign Added(Var array, Var index, Expr value, Sweep sweep = Sweep.Reverse) =>
        new(Element(array, index), new Binary(BinaryOp.Add, new Read(Element(array, index)), value, IrType.Double), new Origin(null, sweep));

    private static Stmt[] Sums(Var of, Stmt[] body) =>
        ElementSums.Run(new Lowered("[Differentiable] public static double F(double x) => x;").Function with { Body = [.. body] }).Body
            .Where(s => s is Assign { Target: ElementPlace target } && target.Root() == of).ToArray();

    private static Function Merged(string members) => ElementSums.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full)));
}
