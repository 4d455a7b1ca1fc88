using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.Exp)), Domain(-10, 10)]
    internal static double Exp(double x, double y) => y;

    // 0.6931471805599453 is ln 2; 2.302585092994046 is ln 10.
    [PartialOf(typeof(double), nameof(double.Exp2)), Domain(-10, 10)]
    internal static double Exp2(double x, double y) => 0.6931471805599453 * y;

    [PartialOf(typeof(double), nameof(double.Exp10)), Domain(-4, 4)]
    internal static double Exp10(double x, double y) => 2.302585092994046 * y;

    // Not y + 1: where x is far below zero, y is close to -1 and the sum would keep no digit.
    [PartialOf(typeof(double), nameof(double.ExpM1)), Domain(-10, 10)]
    internal static double ExpM1(double x, double y) => Math.Exp(x);

    [PartialOf(typeof(double), nameof(double.Exp2M1)), Domain(-10, 10)]
    internal static double Exp2M1(double x, double y) => 0.6931471805599453 * double.Exp2(x);

    [PartialOf(typeof(double), nameof(double.Exp10M1)), Domain(-4, 4)]
    internal static double Exp10M1(double x, double y) => 2.302585092994046 * double.Exp10(x);
}
