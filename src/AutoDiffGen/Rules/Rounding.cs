using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.Floor)), Domain(1.1, 1.9), Domain(-2.9, -2.1)]
    internal static double Floor(double x, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Ceiling)), Domain(1.1, 1.9), Domain(-2.9, -2.1)]
    internal static double Ceiling(double x, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Truncate)), Domain(1.1, 1.9), Domain(-2.9, -2.1)]
    internal static double Truncate(double x, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Round)), Domain(0.6, 1.4), Domain(-2.4, -1.6)]
    internal static double Round(double x, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Round)), Domain(1.2312, 1.2348), Domain(-1.2348, -1.2312), Domain(0, 2, For = "digits")]
    internal static double Round(double x, int digits, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Round)), Domain(1.1, 1.4), Domain(-2.4, -2.1)]
    internal static double Round(double x, MidpointRounding mode, double y) => 0;

    [PartialOf(typeof(Math), nameof(Math.Round)), Domain(1.2312, 1.2348), Domain(-1.2348, -1.2312), Domain(0, 2, For = "digits")]
    internal static double Round(double x, int digits, MidpointRounding mode, double y) => 0;

    // The next number is the argument and a constant unit in the last place.
    [PartialOf(typeof(Math), nameof(Math.BitIncrement)), Domain(-10, 10)]
    internal static double BitIncrement(double x, double y) => 1;

    [PartialOf(typeof(Math), nameof(Math.BitDecrement)), Domain(-10, 10)]
    internal static double BitDecrement(double x, double y) => 1;
}
