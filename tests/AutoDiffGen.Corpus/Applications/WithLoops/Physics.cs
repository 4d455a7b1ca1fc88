namespace AutoDiffGen.Corpus;

/// <summary>Simulations.</summary>
public static partial class Simulations
{
    [Differentiable, At(0.5, 0.1, 1.2, 20), At(0.5, 0.1, 1.2, 1), At(0.5, 0.1, 1.2, 0)]
    public static double Pendulum(double angle, double velocity, double length, int steps)
    {
        const double H = 0.05;
        for (int i = 0; i < steps; i++)
        {
            velocity -= H * 9.81 / length * Math.Sin(angle);
            angle += H * velocity;
        }

        return 0.5 * length * length * velocity * velocity + 9.81 * length * (1 - Math.Cos(angle));
    }

    [Differentiable, At("random 6", 0.2, 4), At("random 6", 0.2, 1), At("random 3", 0.2, 0)]
    public static double HeatInPlace(Span<double> u, double k, int steps)
    {
        Span<double> next = stackalloc double[u.Length];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 1; i < u.Length - 1; i++)
                next[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
            for (int i = 1; i < u.Length - 1; i++)
                u[i] = next[i];
        }

        double energy = 0;
        foreach (double x in u)
            energy += x * x;
        return energy;
    }

    // Nonlinear, so that every state is needed on the way back.
    [Differentiable, At("random 5", 0.3, 6)]
    public static double Burgers(double[] u, double nu, int steps)
    {
        int n = u.Length;
        double[] a = new double[n], b = new double[n];
        Array.Copy(u, a, n);
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < n; i++)
            {
                double left = a[(i + n - 1) % n], right = a[(i + 1) % n];
                b[i] = a[i] - 0.1 * a[i] * (right - left) / 2 + 0.1 * nu * (right - 2 * a[i] + left);
            }

            double[] swap = a;
            a = b;
            b = swap;
        }

        double s = 0;
        for (int i = 0; i < n; i++)
            s += a[i] * a[i] * a[i];
        return s;
    }

    [Differentiable, At(1.0, 0.5, 0.9, 5)]
    public static double RungeKuttaVanDerPol(double x, double v, double mu, int steps)
    {
        const double H = 0.1;
        for (int i = 0; i < steps; i++)
        {
            Field(x, v, mu, out double k1, out double l1);
            Field(x + H / 2 * k1, v + H / 2 * l1, mu, out double k2, out double l2);
            Field(x + H / 2 * k2, v + H / 2 * l2, mu, out double k3, out double l3);
            Field(x + H * k3, v + H * l3, mu, out double k4, out double l4);
            x += H / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            v += H / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
        }

        return x * v;
    }

    [Differentiable, At("random 4", "random 4", 0.1, 3), At("random 4", "random 4", 0.1, 0)]
    public static double ManySprings(Span<double> position, Span<double> velocity, double h, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < position.Length; i++)
            {
                double force = -position[i] * position[i] * position[i];
                if (i > 0)
                    force += position[i - 1] - position[i];
                if (i + 1 < position.Length)
                    force += position[i + 1] - position[i];
                velocity[i] += h * force;
            }

            for (int i = 0; i < position.Length; i++)
                position[i] += h * velocity[i];
        }

        double energy = 0;
        for (int i = 0; i < position.Length; i++)
            energy += velocity[i] * velocity[i] / 2 + position[i] * h;
        return energy;
    }

    [Differentiable, At("[0, 0, 1, 0.5, -1, 1.5]", "[1, 2, 0.5]")]
    public static double GravitationalEnergy(ReadOnlySpan<double> positions, ReadOnlySpan<double> masses)
    {
        double energy = 0;
        for (int i = 0; i < masses.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double dx = positions[2 * i] - positions[2 * j], dy = positions[2 * i + 1] - positions[2 * j + 1];
                energy -= masses[i] * masses[j] / Math.Sqrt(dx * dx + dy * dy);
            }
        }

        return energy;
    }

    [Differentiable, At("[0, 0, 1, 0.5, -1, 1.5]", "random 6", "[1, 2, 0.5]", 3)]
    public static void NBody(Span<double> q, Span<double> v, ReadOnlySpan<double> m, int steps)
    {
        Span<double> a = stackalloc double[q.Length];
        for (int step = 0; step < steps; step++)
        {
            a.Clear();
            for (int i = 0; i < m.Length; i++)
            {
                for (int j = 0; j < m.Length; j++)
                {
                    if (i == j)
                        continue;
                    double dx = q[2 * j] - q[2 * i], dy = q[2 * j + 1] - q[2 * i + 1];
                    double r2 = dx * dx + dy * dy + 0.1;
                    double w = m[j] / (r2 * Math.Sqrt(r2));
                    a[2 * i] += w * dx;
                    a[2 * i + 1] += w * dy;
                }
            }

            for (int i = 0; i < q.Length; i++)
            {
                v[i] += 0.05 * a[i];
                q[i] += 0.05 * v[i];
            }
        }
    }

    [Differentiable, At("random 4x4", 0.2, 2)]
    public static double HeatInTwoDimensions(double[,] u, double k, int steps)
    {
        int n = u.GetLength(0), m = u.GetLength(1);
        var next = new double[n, m];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < m - 1; j++)
                    next[i, j] = u[i, j] + k * (u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1] - 4 * u[i, j]);
            }

            for (int i = 1; i < n - 1; i++)
            {
                for (int j = 1; j < m - 1; j++)
                    u[i, j] = next[i, j];
            }
        }

        double s = 0;
        foreach (double x in u)
            s += x * x;
        return s;
    }

    [Differentiable, At(2.0, 0.7, 1.0)]
    public static double ProjectileUntilItLands(double vx, double vy, double drag)
    {
        double x = 0, y = 0;
        while (y >= 0)
        {
            double speed = Math.Sqrt(vx * vx + vy * vy);
            vx -= 0.05 * drag * speed * vx;
            vy -= 0.05 * (1 + drag * speed * vy);
            x += 0.05 * vx;
            y += 0.05 * vy;
        }

        return x + y * vx / vy;
    }

    private static void Field(double x, double v, double mu, out double dx, out double dv)
    {
        dx = v;
        dv = mu * (1 - x * x) * v - x;
    }
}
