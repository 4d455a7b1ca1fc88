namespace AutoDiffGen.Corpus;

/// <summary>Loops whose trips, steps and exits depend on active values.</summary>
public static partial class LoopActiveConditions
{
    [Differentiable(Gradient | Lifted), At(2.0), At(10.0), At(0.3)]
    public static double NewtonSquareRoot(double a)
    {
        double x = a;
        while (Math.Abs(x * x - a) > 1e-12 * a)
            x = 0.5 * (x + a / x);
        // One step more, so that the derivative has converged too.
        return 0.5 * (x + a / x);
    }

    [Differentiable(Gradient | Lifted), At(0.6, 0.3), At(2.5, 0.8)]
    public static double Kepler(double anomaly, double eccentricity)
    {
        double e = anomaly;
        for (int i = 0; i < 50; i++)
        {
            double step = (e - eccentricity * Math.Sin(e) - anomaly) / (1 - eccentricity * Math.Cos(e));
            e -= step;
            if (Math.Abs(step) < 1e-9)
                break;
        }

        return e - (e - eccentricity * Math.Sin(e) - anomaly) / (1 - eccentricity * Math.Cos(e));
    }

    // As Collatz did it, on real numbers: which branch is taken depends on the integer part.
    [Differentiable(Gradient | Lifted), At(7.3), At(1.2), At(6.4)]
    public static double Collatz(double x)
    {
        double s = x;
        int steps = 0;
        while (s > 2 && steps < 40)
        {
            s = (int)s % 2 == 0 ? s / 2 : (3 * s + 1) / 4;
            steps++;
        }

        return s + 0.1 * steps;
    }

    [Differentiable(Gradient | Lifted), At(0.8, 0.1), At(0.2, 0.1)]
    public static double FixedPoint(double x, double tolerance)
    {
        double previous, current = x;
        do
        {
            previous = current;
            current = Math.Cos(previous) * x;
        }
        while (Math.Abs(current - previous) > tolerance);
        return current + tolerance;
    }

    // The step depends on the state, the number of steps on both.
    [Differentiable(Gradient | Lifted), At(1.0, 0.35), At(2.0, 0.35)]
    public static double AdaptiveStep(double rate, double tolerance)
    {
        double t = 0, y = 1;
        while (t < 1)
        {
            double h = tolerance / (1 + rate * y);
            y -= h * rate * y;
            t += h;
        }

        return y + t;
    }

    [Differentiable(Gradient | Lifted), At(0.5), At(0.9)]
    public static double SeriesUntilSmall(double x)
    {
        double sum = 0, term = 1;
        for (int k = 1; Math.Abs(term) > 1e-3 && k < 60; k++)
        {
            term *= x * k / (k + 1);
            sum += term;
        }

        return sum;
    }

    [Differentiable(Gradient | Lifted), At(1.7), At(0.21)]
    public static double RealCounterWithActiveStep(double x)
    {
        double s = 0;
        for (double t = 0; t < 3; t += x)
            s += t * t * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(2.3), At(2.9)]
    public static double TripsFromARoundedValue(double x)
    {
        double s = x;
        int n = (int)(x * 2);
        for (int i = 0; i < n; i++)
            s = Math.Sin(s) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.3, 0.5), At(0.31, 0.6)]
    public static double EscapeTime(double re, double im)
    {
        double a = 0, b = 0;
        for (int i = 0; i < 20; i++)
        {
            double next = a * a - b * b + re;
            b = 2 * a * b + im;
            a = next;
            if (a * a + b * b > 4)
                return a * a + b * b + i;
        }

        return a * b;
    }

    // Bisection's result moves by jumps: its derivative is that of the endpoints it came from.
    [Differentiable(Gradient | Lifted), At(0.3, 2.0, 1.7, Gradient = new[] { 0.421875, 0.578125, 0.0 })]
    public static double Bisection(double low, double high, [ZeroDerivative] double target)
    {
        for (int i = 0; i < 5; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle * middle > target)
                high = middle;
            else
                low = middle;
        }

        return 0.5 * (low + high);
    }

    [Differentiable(Gradient | Lifted), At(48.0, 18.5), At(7.2, 2.1)]
    public static double EuclidUntilSmall(double a, double b)
    {
        while (b > 1)
        {
            double r = a % b;
            a = b;
            b = r;
        }

        return a * b;
    }

    [Differentiable(Gradient | Lifted), At(0.9), At(5.3)]
    public static double GuardedByShortCircuit(double x)
    {
        double s = x;
        int n = 0;
        while (s > 0.5 && (s = s * 0.7 - 0.1) > 0 && n++ < 6)
            x += s * 0.1;
        return s + x * n;
    }

    [Differentiable(Gradient | Lifted), At(1.3, 4), At(0.4, 4)]
    public static double BranchOnTheCarriedValue(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (s > 1)
                s = Math.Log(s) + x;
            else
                s = s * s + x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(10.0, 0.4, 0.8), At(3.0, 0.4, 0.5)]
    public static double BouncingBall(double height, double velocity, double restitution)
    {
        double h = height, v = velocity;
        for (int i = 0; i < 40; i++)
        {
            v -= 9.81 * 0.05;
            h += v * 0.05;
            if (h < 0)
            {
                h = -h * restitution;
                v = -v * restitution;
            }
        }

        return h + 0.1 * v;
    }
}
