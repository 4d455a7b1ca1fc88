using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Engines;
using AutoDiffGen.Fuzz.Judging;
using AutoDiffGen.Fuzz.Running;

namespace AutoDiffGen.Fuzz;

/// <summary>The judge sees what is wrong: derivatives written by hand, with a flaw each.</summary>
public class JudgeTests
{
    private static readonly Point Somewhere = new([1.5, 0.7], null, 0, null);

    [Fact]
    public void Right_derivatives_pass()
    {
        Subject subject = Of(typeof(Right));
        var tally = new Tally();
        List<(Output, double[])> rows = [(Output.Result, [2 * 1.5 * 0.7, 1.5 * 1.5])];
        Seeds.Check(subject, Somewhere, rows, tally);
        Agree(subject, [2 * 1.5 * 0.7, 1.5 * 1.5], tally);
        Slope(subject, [2 * 1.5 * 0.7, 1.5 * 1.5], tally);
        Assert.Equal(2, tally["derivatives compared with differences"]);
        Assert.Equal(2, tally["derivatives compared between engines"]);
        Assert.Equal(4, tally["seeded derivatives compared"]);
    }

    [Fact]
    public void A_wrong_derivative_differs_from_differences() =>
        Assert.Throws<BrokenException>(() => Slope(Of(typeof(Right)), [2 * 1.5 * 0.7, -1.5 * 1.5], new Tally()));

    [Fact]
    public void A_wrong_derivative_differs_between_engines() =>
        Assert.Throws<BrokenException>(() => Agree(Of(typeof(Right)), [2 * 1.5 * 0.7, 1.5 * 1.5 * (1 + 1e-5)], new Tally()));

    [Fact]
    public void A_derivative_that_rounding_makes_is_not_judged()
    {
        var tally = new Tally();
        double derivative = GeneratedEngine.Row(Of(typeof(Erratic)), Somewhere, Output.Result)[0];
        new Agreement(Programs.Plain, Of(typeof(Erratic)), Somewhere, Output.Result, [derivative, 0], tally).With("another", [0, 0]);
        Assert.Equal(1, tally["skipped, between engines: noise"]);
    }

    [Fact]
    public void Overwriting_is_no_accumulation() =>
        Assert.Throws<BrokenException>(() => Seeds.Check(Of(typeof(Overwrites)), Somewhere, [(Output.Result, [2 * 1.5 * 0.7, 1.5 * 1.5])], new Tally()));

    [Fact]
    public void A_step_is_counted_and_not_judged()
    {
        var tally = new Tally();
        var narrow = new Subject(typeof(Narrow).GetMethod(nameof(Narrow.Bump))!, "narrow");
        Slopes.Compare(Programs.Plain, narrow, new(new([0.5], null, 0, null), true), Output.Result, [1.0], tally);
        Assert.Equal(0, tally["derivatives compared with differences"]);
        Assert.Equal(1, tally["skipped, differences: kink or step nearby"] + tally["skipped, differences: too coarse"]);
    }

    private static void Agree(Subject subject, double[] actual, Tally tally) =>
        new Agreement(Programs.Plain, subject, Somewhere, Output.Result, [2 * 1.5 * 0.7, 1.5 * 1.5], tally).With("another", actual);

    private static void Slope(Subject subject, double[] row, Tally tally) =>
        Slopes.Compare(Programs.Plain, subject, new(Somewhere, true), Output.Result, row, tally);

    private static Subject Of(Type type) => new(type.GetMethod("Product")!, type.Name);

    private static class Programs
    {
        public static readonly Language.FuzzProgram Plain = new("", [], Language.Kind.Real, [], Language.Node.Empty, []);
    }

    private static class Right
    {
        public static double Product(double x, double y) => x * x * y;

        public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
        {
            dx += seed * 2 * x * y;
            dy += seed * x * x;
        }
    }

    private static class Erratic
    {
        public static double Product(double x, double y) => -1e-20 * Math.Cos(1e20 * x);

        // Correct, and another at the next number.
        public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy) => dx += seed * Math.Sin(1e20 * x);
    }

    private static class Overwrites
    {
        public static double Product(double x, double y) => x * x * y;

        public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
        {
            dx = seed * 2 * x * y;
            dy += seed * x * x;
        }
    }

    private static class Narrow
    {
        // Flat but for a stretch that most steps reach beyond.
        public static double Bump(double x) => x is > 0.499999 and < 0.500001 ? x : 0.5;
    }
}
