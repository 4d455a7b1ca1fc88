using System.Globalization;
using System.Text.RegularExpressions;
using AutoDiffGen.Package.Tests.Support;

namespace AutoDiffGen.Package.Tests;

/// <summary>What a user gets who adds the package to a new console project.</summary>
[Collection(PackageCollection.Name)]
public class InstalledPackageTests(PackedPackage package)
{
    private const string Program = """
        using System;
        using System.Globalization;
        using AutoDiffGen;

        double value = Model.Wave_Grad(0.5, 2.0, out double dx, out double dy);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value:R} {dx:R} {dy:R}"));

        static partial class Model
        {
            [Differentiable]
            public static double Wave(double x, double y)
            {
                double s = Math.Sin(x * y);
                return s > 0 ? s * y : -s;
            }
        }
        """;

    [Fact]
    public async Task A_gradient_is_generated_and_right()
    {
        using var project = new ConsoleProject(package, Program);
        _ = (await project.BuildAsync()).OutputOfSuccess;
        double[] printed = [.. (await project.RunAsync()).OutputOfSuccess.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

        Assert.Equal(3, printed.Length);
        Assert.Equal(Math.Sin(1) * 2, printed[0]);
        Assert.Equal(4 * Math.Cos(1), printed[1], 1e-14);
        Assert.Equal(Math.Sin(1) + Math.Cos(1), printed[2], 1e-14);
    }

    [Fact]
    public async Task What_cannot_be_differentiated_is_an_error_at_its_line()
    {
        using var project = new ConsoleProject(package, """
            using AutoDiffGen;

            static partial class Model
            {
                [Differentiable]
                public static double Bad(double x)
                {
                    double y = x * x;
                    decimal rounded = (decimal)y; // line 9
                    return y + (double)rounded;
                }

                public static void Main() { }
            }
            """);
        DotnetResult build = await project.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Match error = Regex.Match(build.Output, @"Program\.cs\((?<line>\d+),\d+\): error (?<id>\w+):");
        Assert.True(error.Success, build.Output);
        Assert.Equal(("9", "ADG026"), (error.Groups["line"].Value, error.Groups["id"].Value));
    }

    [Fact]
    public async Task The_optimiser_is_switched_off_by_a_property()
    {
        using var optimised = new ConsoleProject(package, Program);
        using var plain = new ConsoleProject(package, Program);
        _ = (await optimised.BuildAsync("-p:AutoDiffGenOptimize=true")).OutputOfSuccess;
        _ = (await plain.BuildAsync("-p:AutoDiffGenOptimize=false")).OutputOfSuccess;

        Assert.Contains("Wave_Grad", plain.GeneratedText());
        Assert.NotEqual(optimised.GeneratedText(), plain.GeneratedText());
    }
}
