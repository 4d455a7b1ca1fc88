using System;

namespace AutoDiffGen.Rules;

// Functions that frameworks after .NET 8, which the library is compiled for, declare: named by text. An older framework's table
// goes without them.
internal static partial class DerivativeRules
{
    [PartialOf(typeof(double), "MaxNative", Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxNativeByX(double x, double y, double result) => x > y ? 1 : x < y ? 0 : 0.5;

    [PartialOf(typeof(double), "MaxNative", Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MaxNativeByY(double x, double y, double result) => y > x ? 1 : y < x ? 0 : 0.5;

    [PartialOf(typeof(double), "MinNative", Wrt = "x")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinNativeByX(double x, double y, double result) => x < y ? 1 : x > y ? 0 : 0.5;

    [PartialOf(typeof(double), "MinNative", Wrt = "y")]
    [Domain(-3, -2, For = "x"), Domain(2, 3, For = "x"), Domain(-5, -4, For = "y"), Domain(-1, 1, For = "y"), Domain(4, 5, For = "y")]
    internal static double MinNativeByY(double x, double y, double result) => y < x ? 1 : y > x ? 0 : 0.5;

    [PartialOf(typeof(double), "ClampNative", Wrt = "value")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampNativeByValue(double value, double min, double max, double result) => value < min || value > max ? 0 : 1;

    [PartialOf(typeof(double), "ClampNative", Wrt = "min")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampNativeByMin(double value, double min, double max, double result) => value < min ? 1 : 0;

    [PartialOf(typeof(double), "ClampNative", Wrt = "max")]
    [Domain(-1, 1, For = "value"), Domain(4, 5, For = "value"), Domain(-5, -4, For = "value"), Domain(-3, -2, For = "min"), Domain(2, 3, For = "max")]
    internal static double ClampNativeByMax(double value, double min, double max, double result) => value > max ? 1 : 0;

    [PartialOf(typeof(double), "MultiplyAddEstimate", Wrt = "left"), Domain(-10, 10)]
    internal static double MultiplyAddEstimateByLeft(double left, double right, double addend, double result) => right;

    [PartialOf(typeof(double), "MultiplyAddEstimate", Wrt = "right"), Domain(-10, 10)]
    internal static double MultiplyAddEstimateByRight(double left, double right, double addend, double result) => left;

    [PartialOf(typeof(double), "MultiplyAddEstimate", Wrt = "addend"), Domain(-10, 10)]
    internal static double MultiplyAddEstimateByAddend(double left, double right, double addend, double result) => 1;
}
