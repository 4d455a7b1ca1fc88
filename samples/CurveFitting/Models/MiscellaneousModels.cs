using AutoDiffGen;

namespace CurveFitting.Models;

/// <summary>The models NIST files under "miscellaneous", as its data files write them.</summary>
public static partial class MiscellaneousModels
{
    /// <summary>Adsorption with an inverse square: Misra1b.</summary>
    [Differentiable]
    public static double Misra1b([NoGrad] double x, double b1, double b2) => b1 * (1 - Math.Pow(1 + b2 * x / 2, -2));

    /// <summary>Adsorption with an inverse root: Misra1c.</summary>
    [Differentiable]
    public static double Misra1c([NoGrad] double x, double b1, double b2) => b1 * (1 - Math.Pow(1 + 2 * b2 * x, -0.5));

    /// <summary>Adsorption with an inverse: Misra1d.</summary>
    [Differentiable]
    public static double Misra1d([NoGrad] double x, double b1, double b2) => b1 * b2 * x * Math.Pow(1 + b2 * x, -1);

    /// <summary>A power law: DanWood.</summary>
    [Differentiable]
    public static double DanWood([NoGrad] double x, double b1, double b2) => b1 * Math.Pow(x, b2);

    /// <summary>A straight line less an inverse tangent: Roszman1.</summary>
    /// <remarks>
    /// The arctan[b3/(x-b4)] of the data file is the angle of the point (x-b4, b3). It is read so, and not as the principal
    /// value of the quotient, because the file's certified b1 and residual sum of squares belong together only so: x-b4 is
    /// negative at every observation, and the principal value would lower b1 by exactly 1. See the note beside the data.
    /// </remarks>
    [Differentiable]
    public static double Roszman1([NoGrad] double x, double b1, double b2, double b3, double b4) =>
        b1 - b2 * x - Math.Atan2(b3, x - b4) / Math.PI;

    /// <summary>A yearly cycle and two of unknown period: ENSO.</summary>
    [Differentiable]
    public static double Enso(
        [NoGrad] double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7, double b8, double b9)
    {
        double year = 2 * Math.PI * x / 12;
        double slow = 2 * Math.PI * x / b4;
        double fast = 2 * Math.PI * x / b7;
        return b1
            + b2 * Math.Cos(year) + b3 * Math.Sin(year)
            + b5 * Math.Cos(slow) + b6 * Math.Sin(slow)
            + b8 * Math.Cos(fast) + b9 * Math.Sin(fast);
    }

    /// <summary>A power of a shifted predictor: Bennett5.</summary>
    [Differentiable]
    public static double Bennett5([NoGrad] double x, double b1, double b2, double b3) => b1 * Math.Pow(b2 + x, -1 / b3);
}
