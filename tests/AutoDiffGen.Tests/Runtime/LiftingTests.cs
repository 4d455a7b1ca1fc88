using AutoDiffGen.Dynamic;
using AutoDiffGen.Runtime;

namespace AutoDiffGen.Tests.Runtime;

/// <summary>How a function with rules of the user's gets on the tape.</summary>
public class LiftingTests
{
    private static readonly double[] Partials = [3, 5, 7, 11, 13];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Every_argument_gets_its_partial(int count)
    {
        // Each set of constants among the arguments: bit i says whether argument i is a variable.
        for (int set = 0; set < 1 << count; set++)
        {
            using var tape = new Tape();
            Value[] arguments = [.. Enumerable.Range(0, count).Select(i => (set >> i & 1) != 0 ? tape.Variable(i) : new Value(i))];
            Value f = Record(42, arguments);
            Assert.Equal(42, f.Data);
            Assert.Equal(set == 0, f.IsConstant);
            (2 * f).Backward();
            for (int i = 0; i < count; i++)
                Assert.Equal(arguments[i].IsConstant ? 0 : 2 * Partials[i], arguments[i].Grad);
        }
    }

    [Fact]
    public void One_node_for_two_arguments_and_one_more_for_each_other()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        foreach ((int arguments, int nodes) in new[] { (1, 1), (2, 1), (3, 2), (5, 4) })
        {
            int before = tape.Count;
            Record(0, [.. Enumerable.Repeat(x, arguments)]);
            Assert.Equal(nodes, tape.Count - before);
        }

        int count = tape.Count;
        Lifting.Record(0, [x, 2.0, x], Partials.AsSpan(0, 3));
        Assert.Equal(1, tape.Count - count);
    }

    [Fact]
    public void An_argument_given_several_times_adds_up()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        Record(0, x, x, x, x).Backward();
        Assert.Equal(3 + 5 + 7 + 11, x.Grad);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void An_infinite_partial_contributes_nothing_to_a_zero_adjoint(int count)
    {
        using var tape = new Tape();
        Value[] arguments = [.. Enumerable.Range(0, count).Select(i => tape.Variable(i))];
        double[] partials = [double.NaN, double.PositiveInfinity, double.NaN, double.NegativeInfinity];
        Value f = Record(1, partials.AsSpan(0, count), arguments);
        (f * 0 + arguments[0]).Backward();
        Assert.Equal([1, .. Enumerable.Repeat(0.0, count - 1)], arguments.Select(a => a.Grad));
    }

    [Fact]
    public void What_a_constant_s_partial_is_does_not_matter()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        Lifting.Record(0, x, 3, 2.0, double.NaN).Backward();
        Lifting.Record(0, [2.0, x, 1.0], [double.NaN, 4, double.PositiveInfinity]).Backward();
        Assert.Equal(7, x.Grad);
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(4)]
    public void Arguments_of_two_tapes_are_refused_and_nothing_is_recorded(int count)
    {
        using var one = new Tape();
        using var other = new Tape();
        Value[] arguments = [.. Enumerable.Range(0, count).Select(i => i < count - 1 ? one.Variable(i) : other.Variable(i))];
        Assert.Throws<InvalidOperationException>(() => Record(0, arguments));
        Assert.Equal(count - 1, one.Count);
        Assert.Equal(1, other.Count);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void An_argument_from_before_a_reset_is_refused(int count)
    {
        using var tape = new Tape();
        Value old = tape.Variable(1);
        tape.Reset();
        Value[] arguments = [.. Enumerable.Range(1, count - 1).Select(i => tape.Variable(i)), old];
        Assert.Throws<InvalidOperationException>(() => Record(0, arguments));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Nothing_is_recorded_inside_NoGrad(int count)
    {
        using var tape = new Tape();
        Value[] arguments = [.. Enumerable.Range(0, count).Select(i => tape.Variable(i))];
        using (Ad.NoGrad())
        {
            Assert.False(Lifting.IsRecorded(arguments[0]));
            Value f = Record(42, arguments);
            Assert.True(f.IsConstant);
            Assert.Equal(42, f.Data);
        }

        Assert.True(Lifting.IsRecorded(arguments[0]));
        Assert.Equal(count, tape.Count);
    }

    [Fact]
    public void An_argument_without_a_rule_must_be_constant()
    {
        using var tape = new Tape();
        Value x = tape.Variable(1);
        Assert.False(Lifting.IsRecorded(2.0));
        Lifting.RequireConstant(2.0, "b", "Special.Mix");
        using (Ad.NoGrad())
            Lifting.RequireConstant(x, "b", "Special.Mix");
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Lifting.RequireConstant(x, "b", "Special.Mix"));
        Assert.Contains("'Special.Mix'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("'b'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_partials_as_arguments() =>
        Assert.Throws<ArgumentException>("partials", () => Lifting.Record(0, [1.0, 2.0, 3.0], [1, 2]));

    [Fact]
    public void Draws_a_call_as_one()
    {
        using var tape = new Tape();
        string dot = Record(9, tape.Variable(2), tape.Variable(3), tape.Variable(4)).ToDot();
        Assert.Contains("n5 [label = \"{ Call | data 9 | grad 0 }\"];", dot, StringComparison.Ordinal);
        Assert.Contains("n1 -> n5 [label = \"3\"];", dot, StringComparison.Ordinal);
        Assert.Contains("n3 -> n5 [label = \"7\"];", dot, StringComparison.Ordinal);
    }

    private static Value Record(double data, params Value[] arguments) => Record(data, Partials.AsSpan(0, arguments.Length), arguments);

    private static Value Record(double data, ReadOnlySpan<double> partials, Value[] arguments) => arguments.Length switch
    {
        1 => Lifting.Record(data, arguments[0], partials[0]),
        2 => Lifting.Record(data, arguments[0], partials[0], arguments[1], partials[1]),
        _ => Lifting.Record(data, arguments, partials),
    };
}
