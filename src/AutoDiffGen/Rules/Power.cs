using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    // x to the power 0 is 1 everywhere, so its derivative is 0, at 0 and NaN too. y / x is that zero with its dependence on y: the
    // mixed second derivative is 1 / x there. Right for x < 0 wherever y - 1 is exact, up to |y| = 2^53.
    [PartialOf(typeof(Math), nameof(Math.Pow), Wrt = "x"), Domain(0.1, 5, For = "x"), Domain(-3, 3, For = "y")]
    internal static double PowByX(double x, double y, double result) => y == 0 ? (x < 0 || x > 0 ? y / x : 0) : y * Math.Pow(x, y - 1);

    // For x < 0 the power is real only at integral y, where no derivative by y exists: NaN, by way of the logarithm.
    [PartialOf(typeof(Math), nameof(Math.Pow), Wrt = "y"), Domain(0.1, 5, For = "x"), Domain(-3, 3, For = "y")]
    internal static double PowByY(double x, double y, double result) => x == 0 && y >= 0 ? 0 : result * Math.Log(x);

    [PartialOf(typeof(Math), nameof(Math.Sqrt)), Domain(0.1, 10)]
    internal static double Sqrt(double x, double y) => 0.5 / y;

    [PartialOf(typeof(Math), nameof(Math.Cbrt)), Domain(0.1, 10), Domain(-10, -0.1)]
    internal static double Cbrt(double x, double y) => 1 / (3 * y * y);

    // At 0: 1 for n = 1, infinite for every other root.
    [PartialOf(typeof(double), nameof(double.RootN)), Domain(0.1, 10, For = "x"), Domain(-3, -1, For = "n"), Domain(1, 5, For = "n")]
    internal static double RootN(double x, int n, double y) => x == 0 ? Math.Pow(0, 1.0 / n - 1) / n : y / x / n;

    [PartialOf(typeof(double), nameof(double.Hypot), Wrt = "x")]
    [Domain(-10, 10, For = "x"), Domain(0.1, 10, For = "y"), Domain(-10, -0.1, For = "y")]
    internal static double HypotByX(double x, double y, double result) => result == 0 ? 0 : x / result;

    [PartialOf(typeof(double), nameof(double.Hypot), Wrt = "y")]
    [Domain(0.1, 10, For = "x"), Domain(-10, -0.1, For = "x"), Domain(-10, 10, For = "y")]
    internal static double HypotByY(double x, double y, double result) => result == 0 ? 0 : y / result;

    // From x, not from y: an estimate's few good digits do for the value, not twice over for the derivative.
    [PartialOf(typeof(Math), nameof(Math.ReciprocalEstimate)), Domain(0.1, 10), Domain(-10, -0.1)]
    internal static double ReciprocalEstimate(double x, double y) => -1 / (x * x);

    [PartialOf(typeof(Math), nameof(Math.ReciprocalSqrtEstimate)), Domain(0.1, 10)]
    internal static double ReciprocalSqrtEstimate(double x, double y) => -0.5 / (x * Math.Sqrt(x));
}
