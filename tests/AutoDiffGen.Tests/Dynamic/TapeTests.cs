using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic;

public class TapeTests
{
    [Fact]
    public void The_example_of_the_documentation()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2.0);
        Value f = Value.Pow(x, 2) + 3 * x;
        f.Backward();

        Assert.Equal(10, f.Data);
        Assert.Equal(7, x.Grad);
    }

    [Fact]
    public void Micrograds_example()
    {
        using var tape = new Tape();
        Value a = tape.Variable(-4);
        Value b = tape.Variable(2);
        Value c = a + b;
        Value d = a * b + Value.Pow(b, 3);
        c += c + 1;
        c += 1 + c + -a;
        d += d * 2 + Value.Relu(b + a);
        d += 3 * d + Value.Relu(b - a);
        Value e = c - d;
        Value f = Value.Pow(e, 2);
        Value g = f / 2.0;
        g += 10.0 / f;
        g.Backward();

        Assert.Equal(24.7041, g.Data, 5e-5);
        Assert.Equal(138.8338, a.Grad, 5e-5);
        Assert.Equal(645.5773, b.Grad, 5e-5);
    }

    [Fact]
    public void Intermediate_values_have_gradients()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value u = x * x;
        Value f = u * u;
        f.Backward();

        Assert.Equal(1, f.Grad);
        Assert.Equal(18, u.Grad);
        Assert.Equal(108, x.Grad);
    }

    [Fact]
    public void Calling_again_adds_the_same_again_to_everything()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value u = x * x;
        Value f = u * u;
        f.Backward();
        f.Backward();

        Assert.Equal(2, f.Grad);
        Assert.Equal(36, u.Grad);
        Assert.Equal(216, x.Grad); // what lay in u.Grad is not propagated once more
    }

    [Fact]
    public void Gradients_of_different_results_add_up()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value f = x * x;
        Value g = Value.Exp(f);
        f.Backward();
        g.Backward();
        f.Backward();

        Approximately.Equal(6 + Math.Exp(9) * 6 + 6, x.Grad, 1e-15);
        Approximately.Equal(1 + Math.Exp(9) + 1, f.Grad, 1e-15);
        Assert.Equal(1, g.Grad);
    }

    [Fact]
    public void Backward_of_a_variable_or_of_an_early_result()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value early = x * 2;
        Value late = early * 100;
        x.Backward();
        early.Backward();

        Assert.Equal(3, x.Grad);
        Assert.Equal(0, late.Grad);
    }

    [Fact]
    public void ZeroGrad_forgets_what_a_late_result_reached_after_an_early_one()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value early = x * 2;
        Value late = early * 100;
        late.Backward();
        early.Backward();
        tape.ZeroGrad();

        Assert.Equal((0, 0, 0), (x.Grad, early.Grad, late.Grad));
    }

    [Fact]
    public void ZeroGrad_forgets_gradients_and_keeps_the_graph()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value f = x * x;
        f.Backward();
        tape.ZeroGrad();

        Assert.Equal(0, x.Grad);
        Assert.Equal(0, f.Grad);
        f.Backward();
        Assert.Equal(6, x.Grad);
    }

    [Fact]
    public void Reset_forgets_the_graph_and_its_gradients()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        (x * x * x).Backward();
        tape.Reset();
        Assert.Equal(0, tape.Count);

        Value y = tape.Variable(5);
        Value f = y * y;
        Assert.Equal(0, y.Grad);
        Assert.Equal(0, f.Grad);
        f.Backward();
        Assert.Equal(10, y.Grad);
        Assert.Equal(2, tape.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    public void Grows_as_needed(int capacity)
    {
        using var tape = new Tape(capacity);
        Value x = tape.Variable(1.5);
        Value f = x;
        for (int i = 0; i < 5000; i++)
        {
            f += x;
            if (i == 100) f.Backward(); // buffers are there before the graph has its full length
        }

        f.Backward();
        Assert.Equal(5001 + 102, x.Grad);
        Assert.Equal(5001, tape.Count);
    }

    [Fact]
    public void A_million_operations_deep()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        Value f = x;
        for (int i = 0; i < 1_000_000; i++) f += 1e-6;
        f.Backward();
        Assert.Equal(1, x.Grad);
    }

    [Fact]
    public void Values_of_two_tapes_do_not_mix()
    {
        using var one = new Tape();
        using var two = new Tape();
        Value x = one.Variable(1);
        Value y = two.Variable(2);

        AssertMixing(() => x + y);
        AssertMixing(() => y * x);
        AssertMixing(() => Value.Atan2(x, y));
        AssertMixing(() => Value.Lerp(x, x, y));
        AssertMixing(() => Value.Lerp(x, y, x));
        AssertMixing(() => Value.Lerp(y, 1, x));
        Assert.Equal((1, 1), (one.Count, two.Count)); // nothing was half recorded
        Assert.Equal(3, (x + y.Detach()).Data);

        static void AssertMixing(Func<object> operation) =>
            Assert.Contains("Detach", Assert.Throws<InvalidOperationException>(operation).Message);
    }

    [Fact]
    public void A_value_cannot_be_used_after_Reset()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        tape.Reset();
        Value fresh = tape.Variable(2); // takes the place x had

        AssertStale(x, fresh, "Reset");
    }

    [Fact]
    public void A_value_cannot_be_used_after_Dispose()
    {
        var tape = new Tape();
        Value x = tape.Variable(1);
        tape.Dispose();
        tape.Dispose();

        AssertStale(x, 2, "disposed");
        Assert.Throws<ObjectDisposedException>(() => tape.Variable(1));
        Assert.Throws<ObjectDisposedException>(tape.ZeroGrad);
        Assert.Throws<ObjectDisposedException>(tape.Reset);
    }

    [Fact]
    public void Capacity_is_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("capacity", () => new Tape(-1));
        Assert.Throws<ArgumentOutOfRangeException>("capacity", () => new Tape(int.MaxValue));
    }

    [Fact]
    public void Constants_cost_and_give_nothing()
    {
        using var tape = new Tape();
        Value c = 2.0;
        Value f = Value.Sin(c * c + 1) / Value.Clamp(c, 0, 1);
        f.Backward();

        Assert.True(f.IsConstant);
        Assert.Equal(0, c.Grad);
        Assert.Equal(0, f.Grad);
        Assert.Equal(0, tape.Count);
    }

    [Fact]
    public void Detach_cuts_the_derivative()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        (x.Detach() * x).Backward();
        Assert.Equal(3, x.Grad);
        Assert.True(x.Detach().IsConstant);
        Assert.Equal(3, x.Detach().Data);
    }

    [Fact]
    public void An_adjoint_of_zero_contributes_zero_whatever_the_partial()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0);
        (0 * Value.Sqrt(x) + 0 * Value.Log(x) + 0 * (1 / x) + 0 * Value.Pow(x, 0.5) + x).Backward();
        Assert.Equal(1, x.Grad);

        tape.ZeroGrad();
        Value.Sqrt(x).Backward();
        Assert.Equal(double.PositiveInfinity, x.Grad);
    }

    [Fact]
    public void NaN_and_infinity_of_one_sweep_do_not_reach_the_next()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0);
        Value bad = Value.Sqrt(x * x) + 0.0;
        bad.Backward();
        Assert.Equal(double.NaN, x.Grad); // ∞ · 0, honestly

        tape.ZeroGrad();
        Value good = x + 1.0;
        good.Backward();
        Assert.Equal(1, x.Grad);
    }

    [Fact]
    public void A_warm_step_allocates_nothing()
    {
        using var tape = new Tape();
        for (int i = 0; i < 3; i++) Step(tape);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double gradient = Step(tape);
        long after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.NotEqual(0, gradient);
    }

    [Fact]
    public void Threads_with_tapes_of_their_own_do_not_disturb_each_other()
    {
        double[] gradients = new double[8];
        double expected;
        using (var tape = new Tape()) expected = Step(tape);

        Parallel.For(0, gradients.Length, i =>
        {
            using var tape = new Tape();
            for (int k = 0; k < 50; k++)
            {
                if ((i + k) % 3 == 0)
                {
                    using (Ad.NoGrad()) Assert.True((tape.Variable(1) + 1).IsConstant);
                }

                gradients[i] = Step(tape);
            }
        });

        Assert.All(gradients, g => Assert.Equal(expected, g));
    }

    private static double Step(Tape tape)
    {
        tape.Reset();
        Value x = tape.Variable(0.7);
        Value y = tape.Variable(-1.3);
        Value sum = 0;
        for (int i = 0; i < 500; i++)
        {
            (Value sin, Value cos) = Value.SinCos(x * i);
            sum += Value.Exp(sin) * cos / (1 + Value.Hypot(x, y)) + Value.Clamp(y * i, -3, x) + Value.FusedMultiplyAdd(x, y, sin);
        }

        sum.Backward();
        using (Ad.NoGrad()) sum *= 2;
        return x.Grad + y.Grad;
    }

    private static void AssertStale(Value x, Value other, string expected)
    {
        Func<object>[] uses =
        [
            () => x + 1, () => 1 - x, () => x * other, () => other / x, () => -x, () => Value.Sin(x), () => Value.Pow(other, x),
            () => Value.Clamp(x, 0, 1), () => Value.FusedMultiplyAdd(other, x, other), () => x.Grad, () => x.ToDot(),
        ];
        Assert.All(uses, use => Assert.Contains(expected, Assert.Throws<InvalidOperationException>(use).Message));
        Assert.Contains(expected, Assert.Throws<InvalidOperationException>(x.Backward).Message);
        using (Ad.NoGrad()) Assert.Throws<InvalidOperationException>(() => x + 1);

        // Its number needs no tape.
        Assert.Equal(1, x.Data);
        Assert.True(x < 2);
        Assert.Equal("1", x.ToString());
        Assert.Equal(2, (x.Detach() + 1).Data);
    }
}
