using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    // 0 at 0, the middle of the slopes on either side.
    [PartialOf(typeof(Math), nameof(Math.Abs)), Domain(0.1, 10), Domain(-10, -0.1)]
    internal static double Abs(double x, double y) => x > 0 ? 1 : x < 0 ? -1 : 0;

    // The magnitude of x with the sign of y: 1 where the sign was kept, -1 where it was flipped, 0 at 0 as for Abs.
    [PartialOf(typeof(Math), nameof(Math.CopySign), Wrt = "x"), Domain(0.1, 10), Domain(-10, -0.1)]
    internal static double CopySignByX(double x, double y, double result) => x == 0 ? 0 : result == x ? 1 : -1;

    [PartialOf(typeof(Math), nameof(Math.CopySign), Wrt = "y"), Domain(0.1, 10), Domain(-10, -0.1)]
    internal static double CopySignByY(double x, double y, double result) => 0;
}
