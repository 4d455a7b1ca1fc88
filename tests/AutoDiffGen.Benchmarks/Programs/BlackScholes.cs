using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>The value of a portfolio of call options.</summary>
internal static partial class BlackScholes
{
    private const int Options = 1000;
    private const double InverseRootOfTwoPi = 0.3989422804014327;

    public static Subject Create()
    {
        var sample = new Sample(7);
        double[] spot = sample.Uniform(Options, 80, 120), strike = sample.Uniform(Options, 80, 120);
        double[] volatility = sample.Uniform(Options, 0.1, 0.5), maturity = sample.Uniform(Options, 0.2, 2), rate = [0.02];
        Derivative dSpot = new("spot", Options), dVolatility = new("volatility", Options), dRate = new("rate", 1);
        return new Subject(
            "blackscholes",
            $"{Options} options",
            () => Portfolio(spot, strike, volatility, maturity, rate[0]),
            () => HandWritten(
                spot, strike, volatility, maturity, rate[0], dSpot.HandWritten, dVolatility.HandWritten, out dRate.HandWritten[0]),
            () => Portfolio_Grad(
                spot, strike, volatility, maturity, rate[0], dSpot.Generated, dVolatility.Generated, out dRate.Generated[0]),
            [dSpot, dVolatility, dRate]);
    }

    [Differentiable]
    public static double Portfolio(
        ReadOnlySpan<double> spot,
        [NoGrad] ReadOnlySpan<double> strike,
        ReadOnlySpan<double> volatility,
        [NoGrad] ReadOnlySpan<double> maturity,
        double rate)
    {
        double total = 0;
        for (int i = 0; i < spot.Length; i++)
            total += Call(spot[i], strike[i], volatility[i], maturity[i], rate);
        return total;
    }

    private static double Call(double spot, double strike, double volatility, double maturity, double rate)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        return spot * NormalCdf(d1) - strike * Math.Exp(-rate * maturity) * NormalCdf(d2);
    }

    // Abramowitz and Stegun 26.2.17.
    private static double NormalCdf(double x)
    {
        double z = Math.Abs(x);
        double k = 1 / (1 + 0.2316419 * z);
        double series = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double tail = InverseRootOfTwoPi * Math.Exp(-0.5 * z * z) * series;
        return x >= 0 ? 1 - tail : tail;
    }

    private static double HandWritten(
        ReadOnlySpan<double> spot,
        ReadOnlySpan<double> strike,
        ReadOnlySpan<double> volatility,
        ReadOnlySpan<double> maturity,
        double rate,
        Span<double> dSpot,
        Span<double> dVolatility,
        out double dRate)
    {
        strike = strike[..spot.Length];
        volatility = volatility[..spot.Length];
        maturity = maturity[..spot.Length];
        dSpot = dSpot[..spot.Length];
        dVolatility = dVolatility[..spot.Length];
        double total = 0, byRate = 0;
        for (int i = 0; i < spot.Length; i++)
        {
            double s = spot[i], sigma = volatility[i], t = maturity[i];
            double root = Math.Sqrt(t), deviation = sigma * root;
            double d1 = (Math.Log(s / strike[i]) + (rate + 0.5 * sigma * sigma) * t) / deviation;
            double d2 = d1 - deviation;
            double paid = strike[i] * Math.Exp(-rate * t);
            double n1 = NormalCdf(d1, out double slope1), n2 = NormalCdf(d2, out double slope2);
            total += s * n1 - paid * n2;

            double byD2 = -paid * slope2, byD1 = s * slope1 + byD2;
            double bySum = byD1 / deviation;
            double byDeviation = -byD2 - bySum * d1;
            dSpot[i] = n1 + bySum / s;
            dVolatility[i] = bySum * sigma * t + byDeviation * root;
            byRate += (bySum + paid * n2) * t;
        }

        dRate = byRate;
        return total;
    }

    private static double NormalCdf(double x, out double slope)
    {
        double z = Math.Abs(x);
        double k = 1 / (1 + 0.2316419 * z);
        double factor = 0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429)));
        double factorSlope = -0.356563782 + k * (2 * 1.781477937 + k * (3 * -1.821255978 + k * (4 * 1.330274429)));
        double density = InverseRootOfTwoPi * Math.Exp(-0.5 * z * z), series = k * factor;
        double tail = density * series;
        slope = z * tail + density * 0.2316419 * k * k * (factor + k * factorSlope);
        return x >= 0 ? 1 - tail : tail;
    }
}
