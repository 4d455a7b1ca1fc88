using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic;

public class SecondDerivativeTests
{
    private static readonly (string Name, Func<Value, Value> F, double[] At)[] Unary =
    [
        ("-x", x => -x, [0.3]), ("x + 2", x => x + 2 + (2 + x), [0.3]), ("x - 2", x => x - 2 - (2 - x), [0.3]),
        ("2 * x", x => 2 * x * 3, [0.3]), ("x * x", x => x * x, [0.3, 0, -1]), ("x / 2", x => x / 2, [0.3]), ("2 / x", x => 2 / x, [0.3, -2]),
        ("Sin", Value.Sin, [0.7, -4]), ("Cos", Value.Cos, [0.7, -4]), ("Tan", Value.Tan, [0.7]), ("SinPi", Value.SinPi, [0.2]),
        ("CosPi", Value.CosPi, [0.2]), ("TanPi", Value.TanPi, [0.2]), ("Asin", Value.Asin, [0.3, -0.6]), ("Acos", Value.Acos, [0.3, -0.6]),
        ("Atan", Value.Atan, [0.3, -3]), ("AsinPi", Value.AsinPi, [0.3]), ("AcosPi", Value.AcosPi, [0.3]), ("AtanPi", Value.AtanPi, [0.3]),
        ("Atan2(x, 2)", x => Value.Atan2(x, 2), [0.5, -3]), ("Atan2(2, x)", x => Value.Atan2(2, x), [0.5, -3]),
        ("Atan2Pi(x, 2)", x => Value.Atan2Pi(x, 2), [0.5]), ("Atan2Pi(2, x)", x => Value.Atan2Pi(2, x), [0.5]),
        ("Sinh", Value.Sinh, [0.5]), ("Cosh", Value.Cosh, [0.5]), ("Tanh", Value.Tanh, [0.5]), ("Asinh", Value.Asinh, [0.5, -2]),
        ("Acosh", Value.Acosh, [1.5]), ("Atanh", Value.Atanh, [0.5]), ("Exp", Value.Exp, [0.5]), ("Exp2", Value.Exp2, [0.5]), ("Exp10", Value.Exp10, [0.5]),
        ("ExpM1", Value.ExpM1, [0.5]), ("Exp2M1", Value.Exp2M1, [0.5]), ("Exp10M1", Value.Exp10M1, [0.5]), ("Log", x => Value.Log(x), [0.5, 3]),
        ("Log(x, 3)", x => Value.Log(x, 3), [0.5]), ("Log(3, x)", x => Value.Log(3, x), [0.5, 2]), ("Log2", Value.Log2, [0.5]), ("Log10", Value.Log10, [0.5]),
        ("LogP1", Value.LogP1, [0.5]), ("Log2P1", Value.Log2P1, [0.5]), ("Log10P1", Value.Log10P1, [0.5]),
        ("Pow(x, 3)", x => Value.Pow(x, 3), [0.5, -2, 0]), ("Pow(x, 2)", x => Value.Pow(x, 2), [0, 1]), ("Pow(x, 0)", x => Value.Pow(x, 0), [1]),
        ("Pow(x, 1)", x => Value.Pow(x, 1), [1]), ("Pow(x, 2.5)", x => Value.Pow(x, 2.5), [2]), ("Pow(2, x)", x => Value.Pow(2, x), [0.7, 0]),
        ("Pow(x, x)", x => Value.Pow(x, x), [0.7]), ("Sqrt", Value.Sqrt, [0.5]), ("Cbrt", Value.Cbrt, [0.5, -2]), ("RootN(x, 4)", x => Value.RootN(x, 4), [0.5]),
        ("RootN(x, -3)", x => Value.RootN(x, -3), [0.5]), ("Hypot(x, 2)", x => Value.Hypot(x, 2), [0.5, 0]), ("Hypot(2, x)", x => Value.Hypot(2, x), [0.5]),
        ("Sigmoid", Value.Sigmoid, [0.5, -2]), ("Relu", Value.Relu, [0.5, -2]), ("Abs", Value.Abs, [0.5, -2]),
        ("Remainder", x => x % 0.4 + 3.3 % x, [0.5]), ("Ieee754Remainder", x => Value.Ieee754Remainder(x, 0.4), [0.5]), ("ScaleB", x => Value.ScaleB(x, 3), [0.5]),
        ("DegreesToRadians", Value.DegreesToRadians, [0.5]), ("RadiansToDegrees", Value.RadiansToDegrees, [0.5]),
        ("Max", x => Value.Max(x, 0.2) + Value.Min(x, 0.2) + Value.MaxMagnitude(x, 0.2) + Value.MinMagnitude(x, 0.2), [0.5]),
        ("MaxNumber", x => Value.MaxNumber(x, 0.2) + Value.MinNumber(x, 0.2) + Value.MaxMagnitudeNumber(x, 0.2) + Value.MinMagnitudeNumber(x, 0.2), [0.5]),
        ("Clamp", x => Value.Clamp(x, 0, 1) + Value.Clamp(x, x - 1, x + 1), [0.5]), ("CopySign", x => Value.CopySign(x, -1), [0.5]),
        ("Round", x => Value.Round(x) + Value.Floor(x) + Value.Ceiling(x) + Value.Truncate(x) + x, [0.7]),
        ("FusedMultiplyAdd", x => Value.FusedMultiplyAdd(x, x, x) + Value.FusedMultiplyAdd(x, 2, 3) + Value.FusedMultiplyAdd(2, x, x), [0.7]),
        ("Lerp", x => Value.Lerp(x, 2, x) + Value.Lerp(3, x, x) + Value.Lerp(x, x * x, 0.3) + Value.Lerp(1, 2, x), [0.7]),
        ("BitIncrement", x => Value.BitIncrement(x) + Value.BitDecrement(x), [0.7]),
    ];

    public static TheoryData<string> Functions => [.. Unary.Select(u => u.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Of_each_operation(string name)
    {
        (_, Func<Value, Value> f, double[] points) = Unary.Single(u => u.Name == name);
        foreach (double at in points)
        {
            using var tape = new Tape();
            Value x = tape.Variable(at);

            // Not the operation's value itself: its adjoint is to depend on x as well.
            Value y = f(x) * (1 + x / 8);
            var first = new Value[1];
            tape.Gradient(y, [x], first);
            y.Backward();
            Approximately.Equal(x.Grad, first[0].Data, 1e-13, $"first of {name} at {at}");

            tape.ZeroGrad();
            first[0].Backward();
            double expected = Differences.Derivative(z => FirstDerivative(f, z), at).Derivative;
            Approximately.Equal(expected, x.Grad, 1e-7, $"second of {name} at {at}");
        }
    }

    // An operation that is missing above would be missing a second derivative, or have a wrong one, unnoticed.
    [Fact]
    public void No_operation_is_left_out()
    {
        var seen = new HashSet<Operation> { Operation.Apply, Operation.Call }; // refused, see below
        foreach ((_, Func<Value, Value> f, double[] at) in Unary)
        {
            using var tape = new Tape();
            f(tape.Variable(at[0]));
            for (int i = 1; i <= tape.Count; i++) seen.Add(tape.NodeAt(i).Operation);
        }

        using var other = new Tape();
        Value x = other.Variable(0.5);
        foreach (Value v in new[] { Value.ReciprocalEstimate(x), Value.ReciprocalSqrtEstimate(x) }) seen.Add(other.NodeAt(v.Index).Operation);
        Assert.Equal([], Enum.GetValues<Operation>().Except(seen));
    }

    // Differences see the steps of an estimate; its derivatives are those of the exact function.
    [Fact]
    public void Of_estimates()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0.7);
        var hessian = new double[1];
        tape.Hessian(Value.ReciprocalEstimate(x), [x], hessian);
        Approximately.Equal(2 / (0.7 * 0.7 * 0.7), hessian[0], 1e-14);
        tape.Hessian(Value.ReciprocalSqrtEstimate(x), [x], hessian);
        Approximately.Equal(0.75 * Math.Pow(0.7, -2.5), hessian[0], 1e-14);
    }

    [Fact]
    public void Of_several_values()
    {
        var at = new[] { 0.7, 1.3, -0.4 };
        using var tape = new Tape();
        Value[] x = [.. at.Select(tape.Variable)];
        var hessian = new double[9];
        int before = tape.Count;
        Value f = Several(x);
        int operations = tape.Count - before;
        tape.Hessian(f, x, hessian);
        Assert.Equal(before + operations, tape.Count);
        Assert.Equal(0, x[0].Grad);

        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(hessian[j * 3 + i], hessian[i * 3 + j]);
                (int row, int column) = (i, j);
                double expected = Differences.Derivative(z => Partial(at, row, column, z), at[column]).Derivative;
                Approximately.Equal(expected, hessian[i * 3 + j], 1e-7, $"{i}, {j}");
            }
        }

        static Value Several(Value[] x) =>
            Value.Pow(x[0], x[1]) * Value.Atan2(x[1], x[2]) + Value.Hypot(x[0], x[2]) / x[1] + Value.Log(x[1], x[0]) * Value.Lerp(x[0], x[1], x[2])
            + Value.FusedMultiplyAdd(x[0], x[1], x[2]) + Value.Atan2Pi(x[2], x[0]) * Value.Max(x[0], x[1] * x[2]);

        static double Partial(double[] at, int row, int column, double z)
        {
            using var tape = new Tape();
            Value[] x = [.. at.Select((a, i) => tape.Variable(i == column ? z : a))];
            Several(x).Backward();
            return x[row].Grad;
        }
    }

    [Fact]
    public void Third_derivatives()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0.5);
        Value f = Value.Exp(2 * x);
        var d = new Value[1];
        tape.Gradient(f, [x], d);
        tape.Gradient(d[0], [x], d);
        tape.Gradient(d[0], [x], d);
        Approximately.Equal(8 * Math.Exp(1), d[0].Data, 1e-14);
        d[0].Backward();
        Approximately.Equal(16 * Math.Exp(1), x.Grad, 1e-14);
    }

    [Fact]
    public void By_an_intermediate_value_and_by_what_it_does_not_depend_on()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value u = x * x;
        Value f = u * u * x;
        Value late = tape.Variable(1);
        var d = new Value[4];
        tape.Gradient(f, [u, x, late, 5], d);
        Assert.Equal(2 * 9 * 3, d[0].Data);
        Assert.Equal(5 * 81, d[1].Data);
        Assert.Equal((0, 0), (d[2].Data, d[3].Data));
        Assert.True(d[2].IsConstant);
    }

    // Where an adjoint happens to be 0 it may still vary: at y = 0 the mixed derivative of sin(x) y is cos(x).
    [Fact]
    public void Through_an_adjoint_that_is_zero()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0.5), y = tape.Variable(0);
        var hessian = new double[4];
        tape.Hessian(Value.Sin(x) * y, [x, y], hessian);
        Assert.Equal([0, Math.Cos(0.5), Math.Cos(0.5), 0], hessian);
    }

    [Fact]
    public void A_zero_adjoint_of_an_infinite_partial_contributes_zero()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0);
        var d = new Value[1];
        tape.Gradient(0 * Value.Sqrt(x) + x, [x], d);
        Assert.Equal(1, d[0].Data);
    }

    [Fact]
    public void What_is_known_by_first_derivatives_only_is_refused()
    {
        using var tape = new Tape();
        Value x = tape.Variable(2);
        Value applied = tape.Apply(Math.Sin, (double a, double seed, ref double da) => da += seed * Math.Cos(a), x);
        Value called = AutoDiffGen.Runtime.Lifting.Record(Math.Sin(2), x, Math.Cos(2));
        var d = new Value[1];
        foreach (Value f in new[] { applied, called })
        {
            string message = Assert.Throws<InvalidOperationException>(() => tape.Gradient(f * x, [x], d)).Message;
            Assert.Contains("with its first derivatives only", message);
        }

        Value y = tape.Variable(3);
        tape.Gradient(applied * y * y, [y], d); // no way leads through it
        Assert.Equal(6 * Math.Sin(2), d[0].Data);
    }

    [Fact]
    public void Says_what_is_wrong()
    {
        using var tape = new Tape();
        using var other = new Tape();
        Value x = tape.Variable(2);
        Assert.Throws<ArgumentException>(() => tape.Gradient(x * x, [x], new Value[2]));
        Assert.Throws<ArgumentException>(() => tape.Hessian(x * x, [x], new double[2]));
        Assert.Throws<InvalidOperationException>(() => tape.Gradient(other.Variable(1), [x], new Value[1]));
        Assert.Throws<InvalidOperationException>(() => tape.Gradient(x, [other.Variable(1)], new Value[1]));
        using (Ad.NoGrad()) Assert.Throws<InvalidOperationException>(() => tape.Hessian(x, [x], new double[1]));
    }

    private static double FirstDerivative(Func<Value, Value> f, double at)
    {
        using var tape = new Tape();
        Value x = tape.Variable(at);
        (f(x) * (1 + x / 8)).Backward();
        return x.Grad;
    }
}
