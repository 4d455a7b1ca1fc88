namespace AutoDiffGen.Corpus;

/// <summary>Prices and their Greeks.</summary>
public static partial class Finance
{
    [Differentiable(Gradient | Lifted), At(100.0, 105.0, 0.02, 0.2, 1.5), At(100.0, 80.0, 0.05, 0.35, 0.25), At(42.0, 40.0, 0.1, 0.2, 0.5)]
    public static double BlackScholesCall(double spot, double strike, double rate, double volatility, double maturity)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        return spot * NormalCdf(d1) - strike * Math.Exp(-rate * maturity) * NormalCdf(d2);
    }

    [Differentiable(Gradient | Lifted), At(100.0, 105.0, 0.02, 0.2, 1.5, true), At(100.0, 105.0, 0.02, 0.2, 1.5, false)]
    public static double BlackScholes(double spot, double strike, double rate, double volatility, double maturity, bool call)
    {
        double sign = call ? 1 : -1;
        double deviation = volatility * Math.Sqrt(maturity);
        double discount = Math.Exp(-rate * maturity);
        double d1 = Math.Log(spot / (strike * discount)) / deviation + deviation / 2;
        return sign * (spot * NormalCdf(sign * d1) - strike * discount * NormalCdf(sign * (d1 - deviation)));
    }

    // Abramowitz and Stegun 26.2.17 has two branches; each point above and below visits its own.
    [Differentiable(Gradient | Lifted), At(0.4), At(-1.3), At(3.1)]
    public static double NormalCdf(double x)
    {
        double z = Math.Abs(x);
        double k = 1 / (1 + 0.2316419 * z);
        double tail = NormalDensity(z) * k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }

    [Differentiable(Gradient | Lifted), At(0.4), At(-1.3)]
    public static double NormalDensity(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    // The gradient of a Greek is a row of second-order Greeks.
    [Differentiable(Gradient | Lifted), At(100.0, 105.0, 0.02, 0.2, 1.5)]
    public static double Vega(double spot, double strike, double rate, double volatility, double maturity)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        return spot * NormalDensity(d1) * Math.Sqrt(maturity);
    }

    [Differentiable(Gradient | Lifted), At(0.03, 0.028, 0.008, 2.0), At(0.03, 0.035, 0.006, 0.5)]
    public static double Bachelier(double forward, double strike, double volatility, double maturity)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d = (forward - strike) / deviation;
        return (forward - strike) * NormalCdf(d) + deviation * NormalDensity(d);
    }

    // One Newton step towards the implied volatility, differentiated as a whole.
    [Differentiable(Gradient | Lifted), At(12.0, 100.0, 105.0, 1.0, 0.25)]
    public static double ImpliedVolatilityStep(double price, double spot, double strike, double maturity, double guess)
    {
        double model = BlackScholesCall(spot, strike, 0, guess, maturity);
        double slope = Vega(spot, strike, 0, guess, maturity);
        return guess - (model - price) / slope;
    }

    [Differentiable(Gradient | Lifted), At(3.0, 0.05, 1.0, 0.3), At(2.0, 0.02, 0.5, 0.5)]
    public static double MertonDistanceToDefault(double assets, double drift, double debt, double volatility) =>
        (Math.Log(assets / debt) + drift - volatility * volatility / 2) / volatility;

    // Hagan's SABR formula, with its at-the-money branch.
    [Differentiable(Gradient | Lifted), At(0.04, 0.05, 1.5, 0.2, 0.6, -0.3, 0.4), At(0.04, 0.03, 0.5, 0.25, 0.4, 0.2, 0.6)]
    public static double SabrVolatility(double forward, double strike, double maturity, double alpha, double beta, double rho, double nu)
    {
        double oneMinusBeta = 1 - beta;
        double mean = Math.Pow(forward * strike, oneMinusBeta / 2);
        double logMoneyness = Math.Log(forward / strike);
        double correction = 1 + maturity * (oneMinusBeta * oneMinusBeta / 24 * alpha * alpha / (mean * mean)
            + rho * beta * nu * alpha / (4 * mean) + (2 - 3 * rho * rho) / 24 * nu * nu);
        if (Math.Abs(logMoneyness) < 1e-9)
            return alpha / mean * correction;

        double scaled = oneMinusBeta * oneMinusBeta * logMoneyness * logMoneyness;
        double z = nu / alpha * mean * logMoneyness;
        double chi = Math.Log((Math.Sqrt(1 - 2 * rho * z + z * z) + z - rho) / (1 - rho));
        return alpha / (mean * (1 + scaled / 24 + scaled * scaled / 1920)) * (z / chi) * correction;
    }

    // At the money, the branch holds for one strike only: strike and forward are constants here.
    [Differentiable(Gradient | Lifted), At(0.04, 0.04, 1.5, 0.2, 0.6, -0.3, 0.4), At(0.04, 0.05, 1.5, 0.2, 0.6, -0.3, 0.4)]
    public static double SabrByModelParameters(
        [NoGrad] double forward, [NoGrad] double strike, double maturity, double alpha, double beta, double rho, double nu) =>
        SabrVolatility(forward, strike, maturity, alpha, beta, rho, nu);

    [Differentiable(Gradient | Lifted), At(0.03, 4.0, 100.0), At(0.07, 2.5, 1000.0)]
    public static double CouponBond(double yield, double coupon, double face)
    {
        double discount = 1 / (1 + yield);
        double price = coupon * discount;
        double factor = discount * discount;
        price += coupon * factor;
        factor *= discount;
        price += coupon * factor;
        factor *= discount;
        price += (coupon + face) * factor;
        return price;
    }

    [Differentiable(Gradient | Lifted), At(0.03, 10.0), At(0.06, 30.0)]
    public static double Annuity(double rate, double years) => (1 - Math.Pow(1 + rate, -years)) / rate;

    [Differentiable(Gradient | Lifted), At(0.03, 0.5, 0.05, 0.01, 5.0)]
    public static double VasicekBond(double rate, double speed, double mean, double volatility, double maturity)
    {
        double b = (1 - Math.Exp(-speed * maturity)) / speed;
        double variance = volatility * volatility;
        double a = (mean - variance / (2 * speed * speed)) * (b - maturity) - variance / (4 * speed) * b * b;
        return Math.Exp(a - b * rate);
    }

    [Differentiable(Gradient | Lifted), At(0.03, 0.5, 0.05, 0.1, 5.0)]
    public static double CoxIngersollRossBond(double rate, double speed, double mean, double volatility, double maturity)
    {
        double gamma = Math.Sqrt(speed * speed + 2 * volatility * volatility);
        double growth = Math.Exp(gamma * maturity) - 1;
        double denominator = (gamma + speed) * growth + 2 * gamma;
        double a = Math.Pow(2 * gamma * Math.Exp((speed + gamma) * maturity / 2) / denominator, 2 * speed * mean / (volatility * volatility));
        return a * Math.Exp(-2 * growth / denominator * rate);
    }

    [Differentiable(Gradient | Lifted), At(5.0, 0.04, -0.02, 0.01, 1.8)]
    public static double NelsonSiegel(double maturity, double level, double slope, double curvature, double decay)
    {
        double t = maturity / decay;
        double e = Math.Exp(-t);
        double loading = (1 - e) / t;
        return level + slope * loading + curvature * (loading - e);
    }

    [Differentiable(Gradient | Lifted), At(5.0, 0.04, -0.02, 0.01, 0.015, 1.8, 8.0)]
    public static double Svensson(double maturity, double b0, double b1, double b2, double b3, double tau1, double tau2)
    {
        double t1 = maturity / tau1, t2 = maturity / tau2;
        double e1 = Math.Exp(-t1), e2 = Math.Exp(-t2);
        double l1 = (1 - e1) / t1, l2 = (1 - e2) / t2;
        return b0 + b1 * l1 + b2 * (l1 - e1) + b3 * (l2 - e2);
    }

    [Differentiable(Gradient | Lifted), At(100.0, 95.0, 0.2, 0.3, 0.5, 1.0)]
    public static double Margrabe(double first, double second, double vol1, double vol2, double correlation, double maturity)
    {
        double variance = vol1 * vol1 + vol2 * vol2 - 2 * correlation * vol1 * vol2;
        double deviation = Math.Sqrt(variance * maturity);
        double d1 = Math.Log(first / second) / deviation + deviation / 2;
        return first * NormalCdf(d1) - second * NormalCdf(d1 - deviation);
    }

    [Differentiable(Gradient | Lifted), At(0.6, 0.1, 0.2, 0.25, 0.3)]
    public static double PortfolioSharpe(double weight, double mean1, double mean2, double vol1, double vol2)
    {
        double rest = 1 - weight;
        double mean = weight * mean1 + rest * mean2;
        double variance = weight * weight * vol1 * vol1 + rest * rest * vol2 * vol2 + 2 * weight * rest * 0.3 * vol1 * vol2;
        return mean / Math.Sqrt(variance);
    }
}
