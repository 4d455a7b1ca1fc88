using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.Log)), Domain(0.1, 10)]
    internal static double Log(double x, double y) => 1 / x;

    // 1.4426950408889634 is 1 / ln 2; 0.4342944819032518 is 1 / ln 10.
    [PartialOf(typeof(Math), nameof(Math.Log2)), Domain(0.1, 10)]
    internal static double Log2(double x, double y) => 1.4426950408889634 / x;

    [PartialOf(typeof(Math), nameof(Math.Log10)), Domain(0.1, 10)]
    internal static double Log10(double x, double y) => 0.4342944819032518 / x;

    [PartialOf(typeof(Math), nameof(Math.Log), Wrt = "a")]
    [Domain(0.1, 10, For = "a"), Domain(0.1, 0.8, For = "newBase"), Domain(1.3, 10, For = "newBase")]
    internal static double LogByA(double a, double newBase, double result) => 1 / (a * Math.Log(newBase));

    [PartialOf(typeof(Math), nameof(Math.Log), Wrt = "newBase")]
    [Domain(0.1, 10, For = "a"), Domain(0.1, 0.8, For = "newBase"), Domain(1.3, 10, For = "newBase")]
    internal static double LogByNewBase(double a, double newBase, double result) => -result / (newBase * Math.Log(newBase));

    [PartialOf(typeof(double), nameof(double.LogP1)), Domain(-0.9, 10)]
    internal static double LogP1(double x, double y) => 1 / (1 + x);

    [PartialOf(typeof(double), nameof(double.Log2P1)), Domain(-0.9, 10)]
    internal static double Log2P1(double x, double y) => 1.4426950408889634 / (1 + x);

    [PartialOf(typeof(double), nameof(double.Log10P1)), Domain(-0.9, 10)]
    internal static double Log10P1(double x, double y) => 0.4342944819032518 / (1 + x);
}
