namespace AutoDiffGen.Tests;

public class DifferencesTests
{
    public static TheoryData<string, double, double> Smooth => new()
    {
        { "sin", 1, Math.Cos(1) },
        { "sin", 1e4, Math.Cos(1e4) },
        { "exp", 10, Math.Exp(10) },
        { "exp", -30, Math.Exp(-30) },
        { "log", 1e-8, 1e8 },
        { "log", 1e8, 1e-8 },
        { "log", 0.05, 20 },
        { "sqrt", 0.01, 5 },
        { "fast", 0.3, 200 * Math.Cos(60) },
        { "bump", 0.0005, -1000 * Math.Exp(-0.25) },
        { "line", 1e300, 3 },
        { "constant", 5, 0 },
        { "kink", 0.001, 1 },
    };

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Finds_the_derivative_without_being_told_a_scale(string function, double x, double expected)
    {
        DifferenceEstimate estimate = Differences.Derivative(Function(function), x);

        Approximately.Equal(expected, estimate.Derivative, 1e-7, function);
        Assert.True(estimate.Error <= 1e-5 * Math.Max(1, Math.Abs(expected)), $"{function}: error {estimate.Error}");
    }

    [Fact]
    public void Stays_within_the_step_it_is_given()
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        DifferenceEstimate estimate = Differences.Derivative(
            x =>
            {
                lowest = Math.Min(lowest, x);
                highest = Math.Max(highest, x);
                return x * x * x;
            },
            2, 0.25);

        Approximately.Equal(12, estimate.Derivative, 1e-10);
        Assert.Equal(1.75, lowest);
        Assert.Equal(2.25, highest);
    }

    [Fact]
    public void An_estimate_tells_its_error()
    {
        DifferenceEstimate jump = Differences.Derivative(x => x < 1 ? 0 : 1, 1);
        Assert.True(jump.Error > 1, $"{jump}");
    }

    [Fact]
    public void No_values_no_estimate()
    {
        Assert.Equal(double.NaN, Differences.Derivative(Math.Sqrt, -1).Derivative);
        Assert.Equal(double.NaN, Differences.Derivative(Math.Sqrt, 0).Derivative); // values on one side only
        Assert.Equal(double.NaN, Differences.Derivative(x => double.PositiveInfinity, 1, 0.1).Error);
    }

    [Fact]
    public void Refuses_what_makes_no_sense()
    {
        Assert.Throws<ArgumentNullException>("f", () => Differences.Derivative(null!, 1));
        Assert.Throws<ArgumentNullException>("f", () => Differences.Derivative(null!, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("x", () => Differences.Derivative(Math.Sin, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("x", () => Differences.Derivative(Math.Sin, double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => Differences.Derivative(Math.Sin, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => Differences.Derivative(Math.Sin, 1, double.NaN));
    }

    private static Func<double, double> Function(string name) => name switch
    {
        "sin" => Math.Sin,
        "exp" => Math.Exp,
        "log" => Math.Log,
        "sqrt" => Math.Sqrt,
        "fast" => x => Math.Sin(200 * x),
        "bump" => x => Math.Exp(-x * x / 1e-6), // a millionth of the first step wide: an estimate of 0 would look perfect
        "line" => x => 3 * x,
        "constant" => x => 7,
        "kink" => Math.Abs,
        _ => throw new ArgumentException(name),
    };
}
