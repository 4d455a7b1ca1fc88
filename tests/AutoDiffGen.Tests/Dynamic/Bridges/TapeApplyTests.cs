using AutoDiffGen.Dynamic;
using static AutoDiffGen.Tests.Dynamic.Bridges.GeneratedShapes;

namespace AutoDiffGen.Tests.Dynamic.Bridges;

public class TapeApplyTests
{
    [Fact]
    public void Functions_of_one_to_three_numbers()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2), y = tape.Variable(3), z = tape.Variable(5);
        Value f = tape.Apply(Square, Square_Vjp, x) * tape.Apply(Product, Product_Vjp, x, y) + tape.Apply(Volume, Volume_Vjp, x, y, z * 2);
        Assert.Equal(24 + 60, f.Data);
        f.Backward();
        Assert.Equal((3 * 4 * 3 + 30, 8 + 20, 12), (x.Grad, y.Grad, z.Grad));
    }

    [Fact]
    public void Functions_of_spans()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2);
        Value f = tape.Apply(SumOfCubes, SumOfCubes_Vjp, x, 10, x * x);
        Assert.Equal(8 + 1000 + 64, f.Data);
        f.Backward();
        Assert.Equal(12 + 6 * 32, x.Grad);
        Assert.Equal(1, f.Grad);
    }

    [Fact]
    public void Methods_with_several_results()
    {
        using var tape = new Tape();
        Value[] x = [tape.Variable(1), tape.Variable(2), tape.Variable(4)];
        var sums = new Value[3];
        tape.Apply(Accumulate, Accumulate_Vjp, x, sums);
        Assert.Equal([1, 3, 7], sums.Select(s => s.Data));
        (sums[0] * 2 + sums[1] * sums[2]).Backward(); // 2 a + (a + b)(a + b + c)
        Assert.Equal([2 + 7 + 3, 7 + 3, 3], x.Select(v => v.Grad));
        Assert.Equal([2, 7, 3], sums.Select(s => s.Grad));

        tape.ZeroGrad();
        sums[1].Backward(); // from the middle of the results
        Assert.Equal([1, 1, 0], x.Select(v => v.Grad));
        Assert.Equal([0, 1, 0], sums.Select(s => s.Grad));
    }

    [Fact]
    public void The_adjoint_gets_the_sum_of_what_reaches_the_value_once_for_each_sweep()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2);
        var seeds = new List<double>();
        Value f = tape.Apply(Square, (double a, double seed, ref double da) =>
        {
            seeds.Add(seed);
            da += seed * 2 * a;
        }, x);
        Value g = f * 3 + f * 4;
        Value unrelated = x * 5;
        Assert.Empty(seeds);
        g.Backward();
        g.Backward();
        unrelated.Backward();
        (f * 0).Backward(); // an adjoint of zero contributes zero, uncalled
        Assert.Equal([7, 7], seeds);
        Assert.Equal(2 * 28 + 5, x.Grad);
    }

    [Fact]
    public void Chains_and_nests()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value f = x;
        for (int i = 0; i < 3; i++) f = tape.Apply(Square, Square_Vjp, f + 1); // ((16 + 1)² + 1)²
        Assert.Equal(290.0 * 290, f.Data);
        f.Backward();
        Assert.Equal(2.0 * 290 * 2 * 17 * 2 * 4, x.Grad);

        // A function may itself apply others, on this tape or another.
        tape.Reset();
        x = tape.Variable(3);
        Value g = tape.Apply(Nested, (ReadOnlySpan<double> a, double seed, Span<double> da) => da[0] += seed * 2 * a[0] + 0 * Nested(a), x, 7);
        g.Backward();
        Assert.Equal((16, 6), (g.Data, x.Grad));

        double Nested(ReadOnlySpan<double> a) => tape.Apply(Accumulate1, SumOfCubes_Vjp, 1.0, 1.0).Data + a[0] * a[0];
        static double Accumulate1(ReadOnlySpan<double> a) => a[0] + a[1] + 5;
    }

    [Fact]
    public void Constants_and_NoGrad_record_nothing()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Assert.True(tape.Apply(Square, Square_Vjp, 3).IsConstant);
        using (Ad.NoGrad()) Assert.True(tape.Apply(Square, Square_Vjp, x).IsConstant);
        var results = new Value[1];
        tape.Apply(Accumulate, Accumulate_Vjp, [4.0], results);
        Assert.True(results[0].IsConstant);
        Assert.Equal(4, results[0].Data);
        Assert.Equal(1, tape.Count);
    }

    [Fact]
    public void Values_of_another_tape_or_graph_are_refused()
    {
        using var tape = new Tape();
        using var other = new Tape();
        Value x = tape.Variable(3), y = other.Variable(2);
        Assert.Throws<InvalidOperationException>(() => tape.Apply(Product, Product_Vjp, x, y));
        Assert.Throws<InvalidOperationException>(() => tape.Apply(Square, Square_Vjp, y));
        tape.Reset();
        Assert.Throws<InvalidOperationException>(() => tape.Apply(Square, Square_Vjp, x));
        Assert.Equal(0, tape.Count);
    }

    [Fact]
    public void After_an_adjoint_that_throws_the_tape_is_as_before()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        bool fails = true;
        Value f = tape.Apply(Square, (double a, double seed, ref double da) => da += fails ? throw new FormatException() : seed * 2 * a, x * 1) * 2 + x;
        Assert.Throws<FormatException>(f.Backward);
        fails = false;
        tape.ZeroGrad();
        f.Backward();
        Assert.Equal(13, x.Grad);
    }

    [Fact]
    public void An_adjoint_cannot_sweep_the_tape_that_sweeps()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value f = tape.Apply(Square, (double a, double seed, ref double da) => x.Backward(), x);
        Assert.Throws<InvalidOperationException>(f.Backward);
        x.Backward(); // and can again
        Assert.Equal(1, x.Grad);
    }

    [Fact]
    public void Is_drawn_as_one_operation()
    {
        using var tape = new Tape();
        Value f = tape.Apply(Product, Product_Vjp, tape.Variable(2), tape.Variable(3));
        Assert.Contains("n1 -> n3;", f.ToDot());
        Assert.Contains("n2 -> n3;", f.ToDot());
        Assert.Contains("Apply | data 6", f.ToDot());
    }

    [Fact]
    public void Allocates_nothing_once_warm()
    {
        using var tape = new Tape();
        var results = new Value[2];
        for (int i = 0; i < 3; i++) Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            tape.Reset();
            Value x = tape.Variable(2), y = tape.Variable(3);
            tape.Apply(Accumulate, Accumulate_Vjp, [x, y], results);
            (tape.Apply(Product, Product_Vjp, results[0], y) + tape.Apply(SumOfCubes, SumOfCubes_Vjp, x, y, results[1])).Backward();
        }
    }
}
