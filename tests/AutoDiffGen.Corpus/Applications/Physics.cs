namespace AutoDiffGen.Corpus;

/// <summary>Laws of physics.</summary>
public static partial class Physics
{
    private const double Gravity = 9.80665;

    [Differentiable(Gradient | Lifted), At(20.0, 0.8, 1.5), At(5.0, -0.3, 10.0)]
    public static double ProjectileRange(double speed, double angle, double height)
    {
        var (sin, cos) = Math.SinCos(angle);
        double rise = speed * sin;
        return speed * cos / Gravity * (rise + Math.Sqrt(rise * rise + 2 * Gravity * height));
    }

    [Differentiable(Gradient | Lifted), At(20.0, 0.8, 0.1, 1.2)]
    public static double ProjectileHeightWithDrag(double speed, double angle, double drag, double time)
    {
        double terminal = Gravity / drag;
        return (speed * Math.Sin(angle) + terminal) / drag * (1 - Math.Exp(-drag * time)) - terminal * time;
    }

    [Differentiable(Gradient | Lifted), At(0.4, -0.9, 1.2, 0.7)]
    public static double DoublePendulumEnergy(double a, double b, double va, double vb)
    {
        double kinetic = va * va + 0.5 * vb * vb + va * vb * Math.Cos(a - b);
        double potential = -Gravity * (2 * Math.Cos(a) + Math.Cos(b));
        return kinetic + potential;
    }

    [Differentiable(Gradient | Lifted), At(1.1, 1.0, 0.25)]
    public static double LennardJones(double r, double sigma, double epsilon)
    {
        double s2 = sigma * sigma / (r * r);
        double s6 = s2 * s2 * s2;
        return 4 * epsilon * (s6 * s6 - s6);
    }

    [Differentiable(Gradient | Lifted), At(1.1, 1.0, 0.25, 2.5), At(2.6, 1.0, 0.25, 2.5)]
    public static double LennardJonesTruncated(double r, double sigma, double epsilon, double cutoff)
    {
        if (r >= cutoff)
            return 0;
        return LennardJones(r, sigma, epsilon) - LennardJones(cutoff, sigma, epsilon);
    }

    [Differentiable(Gradient | Lifted), At(1.3, 4.5, 1.9, 0.74)]
    public static double Morse(double r, double depth, double width, double equilibrium)
    {
        double e = 1 - Math.Exp(-width * (r - equilibrium));
        return depth * e * e;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1000.0, 3.5, 12.0)]
    public static double Buckingham(double r, double a, double b, double c) => a * Math.Exp(-b * r) - c / Math.Pow(r, 6);

    [Differentiable(Gradient | Lifted), At(2.0, 300.0, 1.36, 0.0386)]
    public static double VanDerWaals(double volume, double temperature, double a, double b) =>
        0.0831446 * temperature / (volume - b) - a / (volume * volume);

    [Differentiable(Gradient | Lifted), At(2.0, 300.0, 155.3, 0.0268)]
    public static double RedlichKwong(double volume, double temperature, double a, double b) =>
        0.0831446 * temperature / (volume - b) - a / (Math.Sqrt(temperature) * volume * (volume + b));

    // Planck's law in reduced units, x = hν/kT.
    [Differentiable(Gradient | Lifted), At(2.5, 1.2), At(0.4, 0.9)]
    public static double Planck(double frequency, double temperature) =>
        2 * frequency * frequency * frequency / (Math.Exp(frequency / temperature) - 1);

    [Differentiable(Gradient | Lifted), At(2.5, 1.2)]
    public static double PlanckStable(double frequency, double temperature) =>
        2 * Math.Pow(frequency, 3) / double.ExpM1(frequency / temperature);

    [Differentiable(Gradient | Lifted), At(0.6, 0.3)]
    public static double RelativisticAddition(double u, double v) => (u + v) / (1 + u * v);

    [Differentiable(Gradient | Lifted), At(1.5, 0.6)]
    public static double RelativisticMomentum(double mass, double speed) => mass * speed / Math.Sqrt(1 - speed * speed);

    [Differentiable(Gradient | Lifted), At(1.2, 0.8, 0.3)]
    public static double KeplerResidual(double eccentricAnomaly, double meanAnomaly, double eccentricity) =>
        eccentricAnomaly - eccentricity * Math.Sin(eccentricAnomaly) - meanAnomaly;

    [Differentiable, At(7000.0, 0.1, 0.7)]
    public static void OrbitPosition(double axis, double eccentricity, double trueAnomaly, out double x, out double y)
    {
        double radius = axis * (1 - eccentricity * eccentricity) / (1 + eccentricity * Math.Cos(trueAnomaly));
        x = radius * Math.Cos(trueAnomaly);
        y = radius * Math.Sin(trueAnomaly);
    }

    [Differentiable(Gradient | Lifted), At(1e5, 1e-3), At(2000.0, 1e-3)]
    public static double FrictionFactor(double reynolds, double roughness)
    {
        if (reynolds < 2300)
            return 64 / reynolds;
        double t = -1.8 * Math.Log10(Math.Pow(roughness / 3.7, 1.11) + 6.9 / reynolds);
        return 1 / (t * t);
    }

    [Differentiable(Gradient | Lifted), At(0.9, 1.0, 1.5), At(0.3, 1.0, 1.5)]
    public static double SnellAngle(double incidence, double n1, double n2) => Math.Asin(n1 / n2 * Math.Sin(incidence));

    [Differentiable(Gradient | Lifted), At(50.0, 0.1, 0.02, 1e-4)]
    public static double RlcImpedance(double omega, double resistance, double inductance, double capacitance)
    {
        double reactance = omega * inductance - 1 / (omega * capacitance);
        return Math.Sqrt(resistance * resistance + reactance * reactance);
    }

    [Differentiable(Gradient | Lifted), At(0.6, 1e-3, 1.5)]
    public static double DiodeCurrent(double voltage, double saturation, double ideality) =>
        saturation * (Math.Exp(voltage / (ideality * 0.02585)) - 1) * 1e-3;

    // One step of the velocity Verlet scheme, in place.
    [Differentiable, At(0.4, 1.2, 0.01, 3.0)]
    public static void VerletStep(ref double position, ref double velocity, double step, double stiffness)
    {
        double before = -stiffness * position;
        position += velocity * step + 0.5 * before * step * step;
        double after = -stiffness * position;
        velocity += 0.5 * (before + after) * step;
    }

    // A classical Runge-Kutta step written out.
    [Differentiable(Gradient | Lifted), At(0.7, 0.1, 1.3)]
    public static double RungeKuttaStep(double y, double h, double k)
    {
        double k1 = Slope(y, k);
        double k2 = Slope(y + h / 2 * k1, k);
        double k3 = Slope(y + h / 2 * k2, k);
        double k4 = Slope(y + h * k3, k);
        return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }

    private static double Slope(double y, double k) => k * y * (1 - y) - Math.Sin(y);
}
