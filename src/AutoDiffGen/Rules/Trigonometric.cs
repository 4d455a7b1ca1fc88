using System;

namespace AutoDiffGen.Rules;

internal static partial class DerivativeRules
{
    [PartialOf(typeof(Math), nameof(Math.Sin)), Domain(-10, 10)]
    internal static double Sin(double x, double y) => Math.Cos(x);

    [PartialOf(typeof(Math), nameof(Math.Cos)), Domain(-10, 10)]
    internal static double Cos(double x, double y) => -Math.Sin(x);

    [PartialOf(typeof(Math), nameof(Math.Tan)), Domain(-1.4, 1.4), Domain(2, 4)]
    internal static double Tan(double x, double y) => 1 + y * y;

    [PartialOf(typeof(double), nameof(double.SinPi)), Domain(-3, 3)]
    internal static double SinPi(double x, double y) => Math.PI * double.CosPi(x);

    [PartialOf(typeof(double), nameof(double.CosPi)), Domain(-3, 3)]
    internal static double CosPi(double x, double y) => -Math.PI * double.SinPi(x);

    [PartialOf(typeof(double), nameof(double.TanPi)), Domain(-0.4, 0.4), Domain(0.6, 1.4)]
    internal static double TanPi(double x, double y) => Math.PI * (1 + y * y);

    // (1 - x)(1 + x), not 1 - x * x: exact differences keep every digit where |x| is close to 1.
    [PartialOf(typeof(Math), nameof(Math.Asin)), Domain(-0.99, 0.99)]
    internal static double Asin(double x, double y) => 1 / Math.Sqrt((1 - x) * (1 + x));

    [PartialOf(typeof(Math), nameof(Math.Acos)), Domain(-0.99, 0.99)]
    internal static double Acos(double x, double y) => -1 / Math.Sqrt((1 - x) * (1 + x));

    [PartialOf(typeof(Math), nameof(Math.Atan)), Domain(-10, 10)]
    internal static double Atan(double x, double y) => 1 / (1 + x * x);

    [PartialOf(typeof(double), nameof(double.AsinPi)), Domain(-0.99, 0.99)]
    internal static double AsinPi(double x, double y) => 1 / (Math.PI * Math.Sqrt((1 - x) * (1 + x)));

    [PartialOf(typeof(double), nameof(double.AcosPi)), Domain(-0.99, 0.99)]
    internal static double AcosPi(double x, double y) => -1 / (Math.PI * Math.Sqrt((1 - x) * (1 + x)));

    [PartialOf(typeof(double), nameof(double.AtanPi)), Domain(-10, 10)]
    internal static double AtanPi(double x, double y) => 1 / (Math.PI * (1 + x * x));

    // x / (x * x + y * y), divided twice by the radius: its square would overflow or vanish for radii beyond 1e154 or below 1e-154.
    [PartialOf(typeof(Math), nameof(Math.Atan2), Wrt = "y"), Domain(0.1, 10, For = "y"), Domain(-10, -0.1, For = "y"), Domain(-10, 10, For = "x")]
    internal static double Atan2ByY(double y, double x, double result) => x / double.Hypot(x, y) / double.Hypot(x, y);

    [PartialOf(typeof(Math), nameof(Math.Atan2), Wrt = "x"), Domain(0.1, 10, For = "y"), Domain(-10, -0.1, For = "y"), Domain(-10, 10, For = "x")]
    internal static double Atan2ByX(double y, double x, double result) => -y / double.Hypot(x, y) / double.Hypot(x, y);

    [PartialOf(typeof(double), nameof(double.Atan2Pi), Wrt = "y")]
    [Domain(0.1, 10, For = "y"), Domain(-10, -0.1, For = "y"), Domain(-10, 10, For = "x")]
    internal static double Atan2PiByY(double y, double x, double result) => x / double.Hypot(x, y) / (Math.PI * double.Hypot(x, y));

    [PartialOf(typeof(double), nameof(double.Atan2Pi), Wrt = "x")]
    [Domain(0.1, 10, For = "y"), Domain(-10, -0.1, For = "y"), Domain(-10, 10, For = "x")]
    internal static double Atan2PiByX(double y, double x, double result) => -y / double.Hypot(x, y) / (Math.PI * double.Hypot(x, y));

    [PartialOf(typeof(double), nameof(double.DegreesToRadians)), Domain(-720, 720)]
    internal static double DegreesToRadians(double x, double y) => Math.PI / 180;

    [PartialOf(typeof(double), nameof(double.RadiansToDegrees)), Domain(-10, 10)]
    internal static double RadiansToDegrees(double x, double y) => 180 / Math.PI;
}
