using System.Numerics;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests;

public class AdTests
{
    [Fact]
    public void StopGradient_is_the_identity_on_other_types()
    {
        Assert.Equal(2.5, Ad.StopGradient(2.5));
        Assert.Equal("text", Ad.StopGradient("text"));
        double[] array = [1];
        Assert.Same(array, Ad.StopGradient(array));
    }

    [Fact]
    public void StopGradient_detaches_a_value()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);

        Value f = Ad.StopGradient(x) * x;
        f.Backward();

        Assert.Equal(9, f.Data);
        Assert.Equal(3, x.Grad); // 6 if both factors counted
    }

    [Fact]
    public void StopGradient_detaches_a_value_that_generic_code_hands_it()
    {
        static T Product<T>(T x)
            where T : INumber<T> => Ad.StopGradient(x) * x;

        using var tape = new Tape();
        Value x = tape.Variable(3);
        Product(x).Backward();

        Assert.Equal(3, x.Grad);
    }

    [Fact]
    public void NoGrad_records_nothing()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        int before = tape.Count;

        Value f;
        using (Ad.NoGrad())
        {
            f = Value.Lerp(x, x * x, x) + Value.Sin(x) / 2 - 1;
        }

        Assert.True(f.IsConstant);
        Assert.Equal(double.Lerp(3, 9, 3) + Math.Sin(3) / 2 - 1, f.Data);
        Assert.Equal(before, tape.Count);
        Assert.False((x * x).IsConstant);
    }

    [Fact]
    public void NoGrad_nests()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        using (Ad.NoGrad())
        {
            using (Ad.NoGrad())
            {
                Assert.True((x * x).IsConstant);
            }

            Assert.True((x * x).IsConstant);
        }

        Assert.False((x * x).IsConstant);
    }

    [Fact]
    public void Ending_a_scope_twice_ends_it_once()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);

        NoGradScope outer = Ad.NoGrad();
        NoGradScope inner = Ad.NoGrad();
        inner.Dispose();
        inner.Dispose();
        Assert.True((x * x).IsConstant);
        outer.Dispose();
        Assert.False((x * x).IsConstant);
        inner.Dispose();
        outer.Dispose();
        Assert.False((x * x).IsConstant);

        using (Ad.NoGrad())
        {
            Assert.True((x * x).IsConstant);
        }
    }

    [Fact]
    public void Ending_the_outer_scope_ends_the_inner()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        NoGradScope outer = Ad.NoGrad();
        NoGradScope inner = Ad.NoGrad();
        outer.Dispose();
        Assert.False((x * x).IsConstant);
        inner.Dispose();
        Assert.False((x * x).IsConstant);
    }

    [Fact]
    public void A_default_scope_does_nothing()
    {
        default(NoGradScope).Dispose();
        using var tape = new Tape();
        Assert.False((-tape.Variable(3)).IsConstant);
    }

    [Fact]
    public void NoGrad_concerns_its_own_thread_only()
    {
        using (Ad.NoGrad())
        {
            bool recorded = false;
            var thread = new Thread(() =>
            {
                using var tape = new Tape();
                Value x = tape.Variable(3);
                Value f = x * x;
                f.Backward();
                recorded = !f.IsConstant && x.Grad == 6;
            });
            thread.Start();
            thread.Join();
            Assert.True(recorded);
        }
    }

    [Fact]
    public void A_scope_cannot_end_on_another_thread()
    {
        NoGradScope scope = Ad.NoGrad();
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(scope.Dispose));
        thread.Start();
        thread.Join();
        scope.Dispose();

        Assert.IsType<InvalidOperationException>(thrown);
        Assert.Contains("await", thrown.Message);
    }

    [Fact]
    public void A_variable_made_inside_is_a_variable()
    {
        using var tape = new Tape();
        Value x;
        using (Ad.NoGrad())
        {
            x = tape.Variable(3);
        }

        (x * x).Backward();
        Assert.Equal(6, x.Grad);
    }
}
