using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.Sinh)), Domain(-5, 5)]
    internal static double Sinh(double x, double y) => Math.Cosh(x);

    [PartialOf(typeof(Math), nameof(Math.Cosh)), Domain(-5, 5)]
    internal static double Cosh(double x, double y) => Math.Sinh(x);

    [PartialOf(typeof(Math), nameof(Math.Tanh)), Domain(-3, 3)]
    internal static double Tanh(double x, double y) => 1 - y * y;

    // The hypotenuse, not Sqrt(1 + x * x), whose square overflows where |x| is beyond 1e154.
    [PartialOf(typeof(Math), nameof(Math.Asinh)), Domain(-10, 10)]
    internal static double Asinh(double x, double y) => 1 / double.Hypot(1, x);

    // Two roots: no digit is lost near 1, nothing overflows, and x < -1 gives NaN, as the function does.
    [PartialOf(typeof(Math), nameof(Math.Acosh)), Domain(1.01, 10)]
    internal static double Acosh(double x, double y) => 1 / (Math.Sqrt(x - 1) * Math.Sqrt(x + 1));

    [PartialOf(typeof(Math), nameof(Math.Atanh)), Domain(-0.99, 0.99)]
    internal static double Atanh(double x, double y) => 1 / ((1 - x) * (1 + x));
}
