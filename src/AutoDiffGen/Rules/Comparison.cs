using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    // A tie gives one half to each argument.
    [PartialOf(typeof(Math), nameof(Math.Max), Wrt = "val1")]
    [Domain(-3, -2, For = "val1"), Domain(2, 3, For = "val1"), Domain(-5, -4, For = "val2"), Domain(-1, 1, For = "val2"), Domain(4, 5, For = "val2")]
    internal static double MaxByVal1(double val1, double val2, double result) => val1 > val2 ? 1 : val1 < val2 ? 0 : 0.5;

    [PartialOf(typeof(Math), nameof(Math.Max), Wrt = "val2")]
    [Domain(-3, -2, For = "val1"), Domain(2, 3, For = "val1"), Domain(-5, -4, For = "val2"), Domain(-1, 1, For = "val2"), Domain(4, 5, For = "val2")]
    internal static double MaxByVal2(double val1, double val2, double result) => val2 > val1 ? 1 : val2 < val1 ? 0 : 0.5;

    [PartialOf(typeof(Math), nameof(Math.Min), Wrt = "val1")]
    [Domain(-3, -2, For = "val1"), Domain(2, 3, For = "val1"), Domain(-5, -4, For = "val2"), Domain(-1, 1, For = "val2"), Domain(4, 5, For = "val2")]
    internal static double MinByVal1(double val1, double val2, double result) => val1 < val2 ? 1 : val1 > val2 ? 0 : 0.5;

    [PartialOf(typeof(Math), nameof(Math.Min), Wrt = "val2")]
    [Domain(-3, -2, For = "val1"), Domain(2, 3, For = "val1"), Domain(-5, -4, For = "val2"), Domain(-1, 1, For = "val2"), Domain(4, 5, For = "val2")]
    internal static double MinByVal2(double val1, double val2, double result) => val2 < val1 ? 1 : val2 > val1 ? 0 : 0.5;

    // The argument that was chosen, read off the result: magnitudes may tie where the arguments differ, and a NaN may have been
    // passed over.
    [PartialOf(typeof(Math), nameof(Math.MaxMagnitude), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxMagnitudeByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(Math), nameof(Math.MaxMagnitude), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxMagnitudeByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    [PartialOf(typeof(Math), nameof(Math.MinMagnitude), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinMagnitudeByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(Math), nameof(Math.MinMagnitude), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinMagnitudeByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MaxNumber), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxNumberByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MaxNumber), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxNumberByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MinNumber), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinNumberByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MinNumber), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinNumberByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MaxMagnitudeNumber), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxMagnitudeNumberByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MaxMagnitudeNumber), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxMagnitudeNumberByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MinMagnitudeNumber), Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinMagnitudeNumberByX(double x, double y, double result) => x == y ? 0.5 : result == x ? 1 : 0;

    [PartialOf(typeof(double), nameof(double.MinMagnitudeNumber), Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinMagnitudeNumberByY(double x, double y, double result) => x == y ? 0.5 : result == y ? 1 : 0;

    // At an edge the value keeps the derivative.
    [PartialOf(typeof(Math), nameof(Math.Clamp), Wrt = "value")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampByValue(double value, double min, double max, double result) => value < min || value > max ? 0 : 1;

    [PartialOf(typeof(Math), nameof(Math.Clamp), Wrt = "min")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampByMin(double value, double min, double max, double result) => value < min ? 1 : 0;

    [PartialOf(typeof(Math), nameof(Math.Clamp), Wrt = "max")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampByMax(double value, double min, double max, double result) => value > max ? 1 : 0;
}
