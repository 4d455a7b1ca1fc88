using AutoDiffGen.Dynamic;
using static AutoDiffGen.Tests.Dynamic.Bridges.GeneratedShapes;

namespace AutoDiffGen.Tests.Dynamic.Bridges;

public class GradTensorApplyTests
{
    [Fact]
    public void Functions_of_spans()
    {
        GradTensor<double> x = Leaf(2, 3), y = Leaf(5, 7), z = Leaf(11, 0);
        GradTensor<double> f = GradTensor.Apply(SumOfCubes, SumOfCubes_Vjp, x * 2) + 3 * GradTensor.Apply(Dot, Dot_Vjp, x, y)
            + GradTensor.Apply(Triple, Triple_Vjp, x, y, z);
        Assert.Equal(8 * 35 + 3 * 31 + 110, f.Item());
        Assert.Equal(0, f.Rank);
        f.Backward();
        Assert.Equal([2 * 3 * 16 + 15 + 55, 2 * 3 * 36 + 21], x.Grad!.ToArray());
        Assert.Equal([6 + 22, 9], y.Grad!.ToArray());
        Assert.Equal([10, 0], z.Grad!.ToArray());
    }

    [Fact]
    public void Methods_that_write_spans()
    {
        GradTensor<double> x = Leaf(1, 2, 4), y = Leaf(3, 5, 7);
        GradTensor<double> sums = GradTensor.Apply(Accumulate, Accumulate_Vjp, x, [1, 3]);
        Assert.Equal([1, 3], sums.Shape);
        Assert.Equal([1, 3, 7], sums.ToArray());
        GradTensor<double> f = (GradTensor.Apply(Multiply, Multiply_Vjp, sums, y, [3]) * GradTensor.Create([1.0, 10, 100], 3)).Sum();
        f.Backward();
        Assert.Equal([1, 30, 700], y.Grad!.ToArray());
        Assert.Equal([3 + 50 + 700, 750, 700], x.Grad!.ToArray());
    }

    [Fact]
    public void Any_function_of_tensors()
    {
        GradTensor<double> x = Leaf(2, 3), w = Leaf(5, 7);
        GradTensor<double> f = GradTensor.Apply(
            inputs => inputs[0] * inputs[0] * inputs[1],
            (inputs, result, seed) => [seed * 2 * result / inputs[0], null],
            x, w);
        Assert.Equal("ApplyBackward", f.GradFn);
        f.Backward(GradTensor.Create([1.0, 10], 2));
        Assert.Equal([20, 420], x.Grad!.ToArray());
        Assert.Null(w.Grad);
    }

    [Fact]
    public void A_function_that_gives_its_argument_gives_a_copy()
    {
        GradTensor<double> x = Leaf(2, 3);
        GradTensor<double> same = GradTensor.Apply(inputs => inputs[0], (_, _, seed) => [seed], x);
        same.Sum().Backward();
        Assert.Equal([1, 1], x.Grad!.ToArray());
        same.Detach().AddInPlace(5.0);
        Assert.Equal([2, 3], x.ToArray());
    }

    [Fact]
    public void Arguments_changed_in_place_are_detected()
    {
        GradTensor<double> x = Leaf(2, 3);
        GradTensor<double> f = GradTensor.Apply(SumOfCubes, SumOfCubes_Vjp, x);
        using (Ad.NoGrad()) x.AddInPlace(1.0);
        Assert.Throws<InvalidOperationException>(() => f.Backward());
    }

    [Fact]
    public void Nothing_is_recorded_without_need()
    {
        GradTensor<double> x = Leaf(2, 3);
        Assert.False(GradTensor.Apply(SumOfCubes, SumOfCubes_Vjp, x.Detach()).RequiresGrad);
        using (Ad.NoGrad()) Assert.False(GradTensor.Apply(SumOfCubes, SumOfCubes_Vjp, x).RequiresGrad);
    }

    [Fact]
    public void A_wrong_adjoint_is_an_error()
    {
        GradTensor<double> x = Leaf(2, 3);
        GradTensor<double> few = GradTensor.Apply(inputs => inputs[0].Sum(), (_, _, seed) => [], x);
        Assert.Throws<InvalidOperationException>(() => few.Backward());
        GradTensor<double> narrow = GradTensor.Apply(inputs => inputs[0].Sum(), (_, _, seed) => [seed], x);
        string message = Assert.Throws<InvalidOperationException>(() => narrow.Backward()).Message;
        Assert.Contains("()", message);
        Assert.Contains("(2)", message);
        GradTensor<double> nothing = GradTensor.Apply(inputs => inputs[0].Sum(), (_, _, seed) => null!, x);
        Assert.Throws<InvalidOperationException>(() => nothing.Backward());
        Assert.Null(x.Grad);
    }

    private static GradTensor<double> Leaf(params double[] data) => GradTensor.Create(data, [data.Length], requiresGrad: true);
}
