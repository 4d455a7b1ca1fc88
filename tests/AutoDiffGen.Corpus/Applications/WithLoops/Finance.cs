namespace AutoDiffGen.Corpus;

/// <summary>Prices over arrays and trees.</summary>
public static partial class FinanceOverArrays
{
    [Differentiable(Gradient | Lifted), At("[100, 90, 120]", "[105, 90, 100]", "[0.2, 0.3, 0.25]", "[1, 0.5, 2]", 0.02), At("[]", "[]", "[]", "[]", 0.02)]
    public static double BlackScholesPortfolio(
        ReadOnlySpan<double> spot, ReadOnlySpan<double> strike, ReadOnlySpan<double> volatility, ReadOnlySpan<double> maturity, double rate)
    {
        double total = 0;
        for (int i = 0; i < spot.Length; i++)
        {
            double deviation = volatility[i] * Math.Sqrt(maturity[i]);
            double d1 = (Math.Log(spot[i] / strike[i]) + (rate + 0.5 * volatility[i] * volatility[i]) * maturity[i]) / deviation;
            total += spot[i] * Normal(d1) - strike[i] * Math.Exp(-rate * maturity[i]) * Normal(d1 - deviation);
        }

        return total;
    }

    [Differentiable, At("[100, 90, 120]", "[105, 90, 100]", 0.2, 0.02, "[0, 0, 0]")]
    public static void BlackScholesEach(double[] spot, double[] strike, double volatility, double rate, [ZeroDerivative] double[] price)
    {
        for (int i = 0; i < spot.Length; i++)
        {
            double d1 = (Math.Log(spot[i] / strike[i]) + rate + 0.5 * volatility * volatility) / volatility;
            price[i] = spot[i] * Normal(d1) - strike[i] * Math.Exp(-rate) * Normal(d1 - volatility);
        }
    }

    // The tree is rolled back in one array.
    [Differentiable, At(100.0, 101.7, 0.03, 0.25, 6), At(100.0, 95.3, 0.03, 0.25, 1)]
    public static double BinomialAmericanPut(double spot, double strike, double rate, double volatility, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        double dt = 1.0 / n;
        double up = Math.Exp(volatility * Math.Sqrt(dt));
        double p = (Math.Exp(rate * dt) - 1 / up) / (up - 1 / up);
        double discount = Math.Exp(-rate * dt);
        Span<double> value = stackalloc double[n + 1];
        for (int i = 0; i <= n; i++)
            value[i] = Math.Max(0, strike - spot * Math.Pow(up, 2 * i - n));
        for (int step = n - 1; step >= 0; step--)
        {
            for (int i = 0; i <= step; i++)
            {
                double hold = discount * (p * value[i + 1] + (1 - p) * value[i]);
                value[i] = Math.Max(hold, strike - spot * Math.Pow(up, 2 * i - step));
            }
        }

        return value[0];
    }

    [Differentiable(Gradient | Lifted), At(0.05, "[4, 4, 104]"), At(0.05, "[]")]
    public static double PresentValue(double rate, double[] cashFlows)
    {
        double value = rate * 0.1, discount = 1;
        foreach (double flow in cashFlows)
        {
            discount /= 1 + rate;
            value += flow * discount;
        }

        return value;
    }

    [Differentiable(Gradient | Lifted), At("[-100, 30, 40, 50]", 0.1)]
    public static double InternalRateOfReturn(double[] flows, [ZeroDerivative] double guess)
    {
        double rate = Ad.StopGradient(guess);
        for (int k = 0; k < 50; k++)
        {
            double value = 0, slope = 0, discount = 1;
            for (int i = 0; i < flows.Length; i++)
            {
                value += flows[i] * discount;
                slope -= i * flows[i] * discount / (1 + rate);
                discount /= 1 + rate;
            }

            double step = value / slope;
            rate -= step;
            if (Math.Abs(step) < 1e-13)
                break;
        }

        return rate;
    }

    [Differentiable, At(100.0, 0.02, 0.2, "random 12", 4)]
    public static double MonteCarloAsian(double spot, double rate, double volatility, [NoGrad] ReadOnlySpan<double> normals, int steps)
    {
        double dt = 1.0 / steps, sum = 0;
        int paths = normals.Length / steps;
        for (int i = 0; i < paths; i++)
        {
            double s = spot, average = 0;
            for (int j = 0; j < steps; j++)
            {
                s *= Math.Exp((rate - volatility * volatility / 2) * dt + volatility * Math.Sqrt(dt) * normals[i * steps + j]);
                average += s / steps;
            }

            double payoff = average - 97;
            if (payoff > 0)
                sum += payoff;
        }

        return Math.Exp(-rate) * sum / paths;
    }

    [Differentiable, At("[0.5, 0.3, 0.2]", "[[0.04, 0.01, 0], [0.01, 0.09, 0.02], [0, 0.02, 0.16]]")]
    public static double PortfolioVolatility(double[] weights, double[,] covariance)
    {
        double variance = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            for (int j = 0; j < weights.Length; j++)
                variance += weights[i] * covariance[i, j] * weights[j];
        }

        return Math.Sqrt(variance);
    }

    private static double Normal(double x) => 1 / (1 + Math.Exp(-1.5976 * x - 0.07056 * x * x * x));
}
