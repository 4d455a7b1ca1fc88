using AutogradTour;

namespace AutoDiffGen.Tests.Samples;

/// <summary>The numbers that the sample shows, calculated by hand.</summary>
public class AutogradTourTests
{
    private static readonly Dictionary<string, Stop> Stops = Tour.Stops().ToDictionary(stop => stop.Code);

    private static readonly double E = Math.E;

    public static TheoryData<string, double[]> Numbers => new()
    {
        { "y = 2x + 3 at x = 3", [9, 2] },
        { "y = x² at x = 3", [9, 6] },
        { "y = exp(x) at x = 1", [E, E] },
        { "y = 1 / (1 + exp(-x)) at x = 0", [0.5, 0.25] },
        { "y = max(x, 0) at x = -1, 0, 2", [0, 0, 1] },
        { "x² and then x³, at x = 2", [4, 16, 12] },
        { "e = (a·b + a)² at a = 2, b = 3", [64, 2 * 8 * (3 + 1), 2 * 8 * 2] },
        { "the mean of (w·X - Y)² at w = 1, X = (1, 2), Y = (3, 4)", [4, -6] },
        { "f = (x² + y + y·x)² / 2 at x = 2, y = 3", [84.5, 91, 39] },
        { "f = (3x + y + y·x)² / 2 at x = 2, y = 3", [112.5, 90, 45] },
        { "z = (sin(a·v) + exp(b))² at a = 0.5, b = -1, v = (1, 2, 3)", ScalarMeetsVector() },
        { "y = w·x on four points of y = 2x, by w -= lr · grad", [30, 0, 2, 10] },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Are_what_they_must_be(string code, double[] expected)
    {
        Stop stop = Stops[code];
        Assert.Equal(expected.Length, stop.Numbers.Count);
        foreach (((string name, double value), double number) in stop.Numbers.Zip(expected)) Approximately.Equal(number, value, 1e-12, name);
    }

    [Fact]
    public void No_stop_is_left_out() => Assert.Equal(Numbers.Select(row => (string)row[0]).Order(), Stops.Keys.Order());

    [Fact]
    public void The_graph_is_drawn()
    {
        string drawing = Stops["e = (a·b + a)² at a = 2, b = 3"].Drawing!;
        Assert.StartsWith("digraph {", drawing);
        Assert.All(new[] { "{ Pow | data 64 }", "{ Add |", "{ Multiply |", "data 2 | grad 64", "data 3 | grad 32" }, part => Assert.Contains(part, drawing));
        Assert.Equal(5, drawing.Split("->").Length - 1);
    }

    private static double[] ScalarMeetsVector()
    {
        double a = 0.5, c = Math.Exp(-1);
        double[] v = [1, 2, 3], root = [.. v.Select(x => Math.Sin(a * x) + c)], slope = [.. v.Select((x, i) => 2 * root[i] * Math.Cos(a * x))];
        return [.. root.Select(r => r * r), slope.Zip(v, (s, x) => s * x).Sum(), root.Sum(r => 2 * r * c), .. slope.Select(s => s * a)];
    }
}
