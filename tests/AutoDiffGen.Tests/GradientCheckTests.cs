namespace AutoDiffGen.Tests;

public class GradientCheckTests
{
    private static readonly double[] At = [1, 2, 3];

    [Fact]
    public void Passes_a_right_gradient()
    {
        GradientCheckResult result = GradientCheck.Run(Product, At, [6, 3, 2]);

        Assert.True(result.Passed);
        Assert.InRange(result.Error, 0, 1e-9);
    }

    [Theory]
    [InlineData(0, 6.1)]
    [InlineData(1, -3)]
    [InlineData(2, 0)]
    [InlineData(2, double.PositiveInfinity)]
    public void Finds_the_wrong_entry(int wrong, double entry)
    {
        double[] gradient = [6, 3, 2];
        double right = gradient[wrong];
        gradient[wrong] = entry;

        GradientCheckResult result = GradientCheck.Run(Product, At, gradient);

        Assert.False(result.Passed);
        Assert.Equal(wrong, result.WorstIndex);
        Assert.Equal(entry, result.Actual);
        Approximately.Equal(right, result.Expected, 1e-9);
    }

    [Fact]
    public void Error_is_relative_to_the_larger_or_absolute_below_one()
    {
        Assert.Equal(0.5, GradientCheck.Run(x => 4 * x[0], [1.0], [2]).Error, 1e-9); // |2 - 4| / 4
        Assert.Equal(0.5, GradientCheck.Run(x => 4 * x[0], [1.0], [8]).Error, 1e-9); // |8 - 4| / 8
        Assert.Equal(0.25, GradientCheck.Run(x => 0.5 * x[0], [1.0], [0.25]).Error, 1e-9); // |0.25 - 0.5| / 1
    }

    [Fact]
    public void Tolerance_decides()
    {
        Assert.True(GradientCheck.Run(Product, At, [6.01, 3, 2], tolerance: 0.01).Passed);
        Assert.False(GradientCheck.Run(Product, At, [6.01, 3, 2], tolerance: 0.001).Passed);
        Assert.False(GradientCheck.Run(Product, At, [6.0001, 3, 2]).Passed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void NaN_fails_wherever_it_is(int entry)
    {
        double[] gradient = [600, 3, 200]; // the others being wrong does not hide it
        gradient[entry] = double.NaN;

        GradientCheckResult result = GradientCheck.Run(Product, At, gradient);

        Assert.False(result.Passed);
        Assert.Equal(entry, result.WorstIndex);
        Assert.Equal(double.NaN, result.Error);
    }

    [Fact]
    public void A_NaN_function_never_passes()
    {
        Assert.False(GradientCheck.Run(x => double.NaN, [1.0], [0]).Passed);
        Assert.False(GradientCheck.Run(x => double.NaN, [1.0], [double.NaN]).Passed);
        Assert.False(GradientCheck.Run(x => double.NaN, [1.0], [0], tolerance: double.PositiveInfinity).Passed);
    }

    [Fact]
    public void Neither_changes_the_point_nor_minds_that_the_function_does()
    {
        double[] at = [1, 2, 3];
        GradientCheckResult result = GradientCheck.Run(
            x =>
            {
                double product = Product(x);
                Array.Fill(x, -100);
                return product;
            },
            at, [6, 3, 2]);

        Assert.True(result.Passed);
        Assert.Equal([1.0, 2, 3], at);
    }

    [Fact]
    public void Steps_suit_each_coordinate()
    {
        // log is undefined a hair below the first; the second is millions.
        Assert.True(GradientCheck.Run(x => Math.Log(x[0]) + Math.Log(x[1]), [1e-7, 4e6], [1e7, 0.25e-6]).Passed);
        Assert.False(GradientCheck.Run(x => Math.Log(x[0]) + Math.Log(x[1]), [1e-7, 4e6], [1.001e7, 0.25e-6]).Passed);
    }

    [Fact]
    public void Nothing_to_check_passes()
    {
        Assert.Equal(new GradientCheckResult(true, -1, 0, 0, 0), GradientCheck.Run(x => 1, [], []));
    }

    [Fact]
    public void Refuses_what_makes_no_sense()
    {
        Assert.Throws<ArgumentNullException>("f", () => GradientCheck.Run(null!, [1], [1]));
        Assert.Throws<ArgumentNullException>("at", () => GradientCheck.Run(Product, null!, []));
        Assert.Throws<ArgumentException>("gradient", () => GradientCheck.Run(Product, At, [1, 2]));
        Assert.Throws<ArgumentException>("at", () => GradientCheck.Run(Product, [1, double.NaN, 3], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => GradientCheck.Run(Product, At, [6, 3, 2], -1));
        Assert.Throws<ArgumentOutOfRangeException>("tolerance", () => GradientCheck.Run(Product, At, [6, 3, 2], double.NaN));
    }

    private static double Product(double[] x) => x[0] * x[1] * x[2];
}
