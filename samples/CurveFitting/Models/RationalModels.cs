using AutoDiffGen;

namespace CurveFitting.Models;

/// <summary>The models NIST files under "rational", as its data files write them.</summary>
public static partial class RationalModels
{
    /// <summary>Quadratic over quadratic: Kirby2.</summary>
    [Differentiable]
    public static double Kirby2([NoGrad] double x, double b1, double b2, double b3, double b4, double b5) =>
        (b1 + b2 * x + b3 * x * x) / (1 + b4 * x + b5 * x * x);

    /// <summary>Cubic over cubic: Hahn1 and Thurber.</summary>
    [Differentiable]
    public static double Cubic(
        [NoGrad] double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7) =>
        (b1 + b2 * x + b3 * Math.Pow(x, 2) + b4 * Math.Pow(x, 3)) / (1 + b5 * x + b6 * Math.Pow(x, 2) + b7 * Math.Pow(x, 3));

    /// <summary>A quadratic without a constant over a quadratic: MGH09.</summary>
    [Differentiable]
    public static double Mgh09([NoGrad] double x, double b1, double b2, double b3, double b4) =>
        b1 * (x * x + x * b2) / (x * x + x * b3 + b4);
}
