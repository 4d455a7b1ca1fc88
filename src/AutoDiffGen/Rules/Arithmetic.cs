using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.FusedMultiplyAdd), Wrt = "x"), Domain(-10, 10)]
    internal static double FusedMultiplyAddByX(double x, double y, double z, double result) => y;

    [PartialOf(typeof(Math), nameof(Math.FusedMultiplyAdd), Wrt = "y"), Domain(-10, 10)]
    internal static double FusedMultiplyAddByY(double x, double y, double z, double result) => x;

    [PartialOf(typeof(Math), nameof(Math.FusedMultiplyAdd), Wrt = "z"), Domain(-10, 10)]
    internal static double FusedMultiplyAddByZ(double x, double y, double z, double result) => 1;

    [PartialOf(typeof(double), nameof(double.Lerp), Wrt = "value1"), Domain(-10, 10), Domain(-1, 2, For = "amount")]
    internal static double LerpByValue1(double value1, double value2, double amount, double result) => 1 - amount;

    [PartialOf(typeof(double), nameof(double.Lerp), Wrt = "value2"), Domain(-10, 10), Domain(-1, 2, For = "amount")]
    internal static double LerpByValue2(double value1, double value2, double amount, double result) => amount;

    [PartialOf(typeof(double), nameof(double.Lerp), Wrt = "amount"), Domain(-10, 10), Domain(-1, 2, For = "amount")]
    internal static double LerpByAmount(double value1, double value2, double amount, double result) => value2 - value1;

    [PartialOf(typeof(Math), nameof(Math.ScaleB)), Domain(-10, 10, For = "x"), Domain(-3, 3, For = "n")]
    internal static double ScaleB(double x, int n, double y) => Math.ScaleB(1, n);

    // x - y * n, n the integer nearest to x / y, even at a tie: constant on each side of its steps.
    [PartialOf(typeof(Math), nameof(Math.IEEERemainder), Wrt = "x")]
    [Domain(6.2, 6.8, For = "x"), Domain(-6.8, -6.2, For = "x"), Domain(2, 2.1, For = "y"), Domain(-2.1, -2, For = "y")]
    internal static double IEEERemainderByX(double x, double y, double result) => 1;

    [PartialOf(typeof(Math), nameof(Math.IEEERemainder), Wrt = "y")]
    [Domain(6.2, 6.8, For = "x"), Domain(-6.8, -6.2, For = "x"), Domain(2, 2.1, For = "y"), Domain(-2.1, -2, For = "y")]
    internal static double IEEERemainderByY(double x, double y, double result) => -Math.Round(x / y);

    [PartialOf(typeof(double), nameof(double.Ieee754Remainder), Wrt = "left")]
    [Domain(6.2, 6.8, For = "left"), Domain(-6.8, -6.2, For = "left"), Domain(2, 2.1, For = "right"), Domain(-2.1, -2, For = "right")]
    internal static double Ieee754RemainderByLeft(double left, double right, double result) => 1;

    [PartialOf(typeof(double), nameof(double.Ieee754Remainder), Wrt = "right")]
    [Domain(6.2, 6.8, For = "left"), Domain(-6.8, -6.2, For = "left"), Domain(2, 2.1, For = "right"), Domain(-2.1, -2, For = "right")]
    internal static double Ieee754RemainderByRight(double left, double right, double result) => -Math.Round(left / right);
}
