using AutoDiffGen;

namespace CurveFitting.Models;

/// <summary>The models NIST files under "exponential", as its data files write them.</summary>
public static partial class ExponentialModels
{
    /// <summary>A rise to <paramref name="b1"/>: Misra1a and BoxBOD.</summary>
    [Differentiable]
    public static double Saturation([NoGrad] double x, double b1, double b2) => b1 * (1 - Math.Exp(-b2 * x));

    /// <summary>A decay over a straight line: Chwirut1 and Chwirut2.</summary>
    [Differentiable]
    public static double Chwirut([NoGrad] double x, double b1, double b2, double b3) => Math.Exp(-b1 * x) / (b2 + b3 * x);

    /// <summary>A sum of three decays: Lanczos1, Lanczos2 and Lanczos3.</summary>
    [Differentiable]
    public static double Lanczos([NoGrad] double x, double b1, double b2, double b3, double b4, double b5, double b6) =>
        b1 * Math.Exp(-b2 * x) + b3 * Math.Exp(-b4 * x) + b5 * Math.Exp(-b6 * x);

    /// <summary>Two peaks on a decaying base line: Gauss1, Gauss2 and Gauss3.</summary>
    [Differentiable]
    public static double Gauss(
        [NoGrad] double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7, double b8)
    {
        double first = x - b4;
        double second = x - b7;
        return b1 * Math.Exp(-b2 * x)
            + b3 * Math.Exp(-(first * first) / (b5 * b5))
            + b6 * Math.Exp(-(second * second) / (b8 * b8));
    }

    /// <summary>The logarithm of a breakdown strength, by time and temperature: Nelson.</summary>
    [Differentiable]
    public static double Nelson([NoGrad] double x1, [NoGrad] double x2, double b1, double b2, double b3) =>
        b1 - b2 * x1 * Math.Exp(-b3 * x2);

    /// <summary>Two decays over a constant: MGH17.</summary>
    [Differentiable]
    public static double Mgh17([NoGrad] double x, double b1, double b2, double b3, double b4, double b5) =>
        b1 + b2 * Math.Exp(-x * b4) + b3 * Math.Exp(-x * b5);

    /// <summary>A narrow curved valley: MGH10.</summary>
    [Differentiable]
    public static double Mgh10([NoGrad] double x, double b1, double b2, double b3) => b1 * Math.Exp(b2 / (x + b3));

    /// <summary>One peak: Eckerle4.</summary>
    [Differentiable]
    public static double Eckerle4([NoGrad] double x, double b1, double b2, double b3)
    {
        double distance = (x - b3) / b2;
        return b1 / b2 * Math.Exp(-0.5 * distance * distance);
    }

    /// <summary>Logistic growth: Rat42.</summary>
    [Differentiable]
    public static double Rat42([NoGrad] double x, double b1, double b2, double b3) => b1 / (1 + Math.Exp(b2 - b3 * x));

    /// <summary>Richards growth, the logistic with a power: Rat43.</summary>
    [Differentiable]
    public static double Rat43([NoGrad] double x, double b1, double b2, double b3, double b4) =>
        b1 / Math.Pow(1 + Math.Exp(b2 - b3 * x), 1 / b4);
}
