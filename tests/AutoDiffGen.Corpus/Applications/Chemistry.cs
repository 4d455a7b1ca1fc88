namespace AutoDiffGen.Corpus;

/// <summary>Rates, equilibria and populations.</summary>
public static partial class Chemistry
{
    [Differentiable(Gradient | Lifted), At(1.5, 10.0, 0.8)]
    public static double MichaelisMenten(double substrate, double vmax, double km) => vmax * substrate / (km + substrate);

    [Differentiable(Gradient | Lifted), At(1.5, 0.4, 10.0, 0.8, 0.3, "competitive"), At(1.5, 0.4, 10.0, 0.8, 0.3, "uncompetitive"), At(1.5, 0.4, 10.0, 0.8, 0.3, "mixed"), Throws(typeof(ArgumentException), 1.5, 0.4, 10.0, 0.8, 0.3, "none")]
    public static double Inhibition(double substrate, double inhibitor, double vmax, double km, double ki, string kind)
    {
        double factor = 1 + inhibitor / ki;
        return kind switch
        {
            "competitive" => vmax * substrate / (km * factor + substrate),
            "uncompetitive" => vmax * substrate / (km + substrate * factor),
            "mixed" => vmax * substrate / ((km + substrate) * factor),
            _ => throw new ArgumentException("unknown kind of inhibition", nameof(kind)),
        };
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.8, 2.7)]
    public static double Hill(double ligand, double half, double n)
    {
        double p = Math.Pow(ligand / half, n);
        return p / (1 + p);
    }

    [Differentiable(Gradient | Lifted), At(2.0, 5.0, 1.1)]
    public static double Arrhenius(double prefactor, double energy, double temperature) => prefactor * Math.Exp(-energy / (8.314462618 * temperature));

    [Differentiable(Gradient | Lifted), At(8.07, 1730.6, 233.4, 60.0)]
    public static double Antoine(double a, double b, double c, double temperature) => double.Exp10(a - b / (c + temperature)) / 760;

    [Differentiable(Gradient | Lifted), At(5.0, 140.0, 145.0, 12.0, 1.0, 0.04)]
    public static double GoldmanPotential(double kOut, double kIn, double naOut, double naIn, double pk, double pna) =>
        25.7 * Math.Log((pk * kOut + pna * naOut) / (pk * kIn + pna * naIn));

    [Differentiable(Gradient | Lifted), At(-50.0), At(-40.0)]
    public static double HodgkinHuxleyAlphaM(double v)
    {
        double u = 0.1 * (v + 40);
        // The removable singularity: 1 + u/2 is the series to first order.
        if (Math.Abs(u) < 1e-7)
            return 1 + u / 2;
        return u / (1 - Math.Exp(-u));
    }

    [Differentiable(Gradient | Lifted), At(0.1, 1.5, 10.0, 2.0)]
    public static double LogisticGrowth(double initial, double rate, double capacity, double time) =>
        capacity / (1 + (capacity - initial) / initial * Math.Exp(-rate * time));

    [Differentiable(Gradient | Lifted), At(10.0, 2.0, 0.4, 3.0)]
    public static double Gompertz(double limit, double b, double c, double t) => limit * Math.Exp(-b * Math.Exp(-c * t));

    [Differentiable(Gradient | Lifted), At(100.0, 1.2, 0.3, 20.0, 2.5)]
    public static double OralDose(double dose, double absorption, double elimination, double volume, double time) =>
        dose * absorption / (volume * (absorption - elimination)) * (Math.Exp(-elimination * time) - Math.Exp(-absorption * time));

    [Differentiable, At(0.7, 0.2, 0.1, 1.4, 0.3)]
    public static void SirStep(ref double s, ref double i, ref double r, double beta, double gamma)
    {
        double infected = beta * s * i * 0.1;
        double recovered = gamma * i * 0.1;
        s -= infected;
        i += infected - recovered;
        r += recovered;
    }

    [Differentiable(Gradient | Lifted), At(1e-3, 1.8e-3), At(0.1, 1e-5)]
    public static double AcidPh(double concentration, double ka)
    {
        double h = (-ka + Math.Sqrt(ka * ka + 4 * ka * concentration)) / 2;
        return -Math.Log10(h);
    }

    [Differentiable(Gradient | Lifted), At(0.1), At(0.01)]
    public static double DebyeHueckel(double ionicStrength)
    {
        double root = Math.Sqrt(ionicStrength);
        return -0.509 * (root / (1 + root) - 0.3 * ionicStrength);
    }
}
