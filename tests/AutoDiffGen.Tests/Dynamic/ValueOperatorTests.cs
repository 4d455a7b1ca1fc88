using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic;

public class ValueOperatorTests
{
    public static TheoryData<string> Binary => ["+", "-", "*", "/", "%"];

    [Theory]
    [MemberData(nameof(Binary))]
    public void Binary_operators_in_every_mixture(string op)
    {
        double[] numbers = [0.0, -0.0, 1, -2.5, 3.7, 1e300, 1e-310, double.PositiveInfinity, double.NaN];
        using var tape = new Tape();
        foreach (double a in numbers)
        {
            foreach (double b in numbers)
            {
                double expected = Apply(op, a, b);
                Value[] results =
                [
                    Apply(op, tape.Variable(a), tape.Variable(b)), Apply(op, tape.Variable(a), b), Apply(op, a, tape.Variable(b)),
                    Apply(op, new Value(a), tape.Variable(b)), Apply(op, new Value(a), new Value(b)),
                ];
                Assert.All(results, r => Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(r.Data)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Binary_operators_differentiate_in_every_mixture(string op)
    {
        const double X = 7.3;
        const double Y = -2.1;
        double byX = Differences.Derivative(x => Apply(op, x, Y), X, 0.1).Derivative;
        double byY = Differences.Derivative(y => Apply(op, X, y), Y, 0.1).Derivative;

        using var tape = new Tape();
        Value x = tape.Variable(X);
        Value y = tape.Variable(Y);
        Assert.Equal((byX, byY), Gradient(Apply(op, x, y)), Close);
        Assert.Equal((byX, 0), Gradient(Apply(op, x, Y)), Close);
        Assert.Equal((0, byY), Gradient(Apply(op, X, y)), Close);
        Assert.Equal((byX, 0), Gradient(Apply(op, x, new Value(Y))), Close);
        Assert.Equal((0, byY), Gradient(Apply(op, new Value(X), y)), Close);

        (double, double) Gradient(Value f)
        {
            tape.ZeroGrad();
            f.Backward();
            return (x.Grad, y.Grad);
        }
    }

    [Fact]
    public void Remainder_by_the_divisor_is_the_number_of_multiples_negated()
    {
        using var tape = new Tape();
        Value y = tape.Variable(2);
        (7.5 % y).Backward();
        Assert.Equal(-3, y.Grad);
        tape.ZeroGrad();
        (-7.5 % y).Backward();
        Assert.Equal(3, y.Grad);
    }

    [Fact]
    public void Unary_operators()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        Value minus = -x;
        Value plus = +x;
        minus.Backward();
        Assert.Equal(-3, minus.Data);
        Assert.Equal(-1, x.Grad);
        plus.Backward();
        Assert.Equal(0, x.Grad);

        Value counter = x;
        Assert.Equal(3, counter++.Data);
        Assert.Equal(4, counter.Data);
        counter.Backward();
        Assert.Equal(1, x.Grad);
        Assert.Equal(3, (--counter).Data);
        counter.Backward();
        Assert.Equal(2, x.Grad);
        Assert.True(double.IsNegative((-new Value(0.0)).Data));
    }

    [Fact]
    public void A_value_used_twice_counts_twice()
    {
        using var tape = new Tape();
        Value x = tape.Variable(3);
        (x * x - x / x + (x - x)).Backward();
        Assert.Equal(6, x.Grad, 1e-15);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(0.0, -0.0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void Comparisons_are_those_of_the_data(double a, double b)
    {
        using var tape = new Tape();
        Value x = tape.Variable(a);
        Value y = b;
        bool[] expected = [a == b, a != b, (a < b), (a > b), a <= b, a >= b];
        bool[] actual = [x == y, x != y, (x < y), (x > y), x <= y, x >= y];
        Assert.Equal(expected, actual);
        Assert.Equal(a.CompareTo(b), x.CompareTo(y));
        Assert.Equal(a.CompareTo(b), x.CompareTo((object)y));
        Assert.Equal(a.Equals(b), x.Equals(y));
        Assert.Equal(a.Equals(b), x.Equals((object)y));
        Assert.Equal(a.GetHashCode(), x.GetHashCode());
    }

    [Fact]
    public void Comparison_with_something_else()
    {
        Assert.Equal(1, new Value(1).CompareTo(null));
        Assert.Throws<ArgumentException>(() => new Value(1).CompareTo("1"));
        Assert.False(new Value(1).Equals((object)1.0));
    }

    private static bool Close((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 1e-9 && Math.Abs(a.Y - b.Y) < 1e-9;

    private static double Apply(string op, double a, double b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        _ => a % b,
    };

    private static Value Apply(string op, Value a, Value b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        _ => a % b,
    };

    private static Value Apply(string op, Value a, double b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        _ => a % b,
    };

    private static Value Apply(string op, double a, Value b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        _ => a % b,
    };
}
