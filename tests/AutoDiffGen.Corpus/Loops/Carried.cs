namespace AutoDiffGen.Corpus;

/// <summary>Scalars carried from one iteration to the next.</summary>
public static partial class LoopCarried
{
    [Differentiable(Gradient | Lifted), At(0.3, 3.7, 6), At(0.3, 2.7, 7), At(0.3, 2.7, 0)]
    public static double LogisticMap(double x, double r, int n) => Map(x, r, n);

    [Differentiable(Gradient | Lifted), At(0.3, 0.0, 1.2, 0.05, 20), At(0.3, 0.5, 1.2, 0.05, 1), At(0.3, 0.5, 1.2, 0.05, 0)]
    public static double Pendulum(double angle, double velocity, double length, double h, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            velocity -= h * 9.81 / length * Math.Sin(angle);
            angle += h * velocity;
        }

        return angle + 0.1 * velocity + 0.01 * length + h;
    }

    [Differentiable(Gradient | Lifted), At(1.1, 0.9, 6), At(1.1, 0.9, 1), At(1.1, 0.9, 0)]
    public static double Fibonacci(double a, double b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double next = a * 0.5 + b;
            a = b;
            b = next;
        }

        return a * b;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 5), At(0.4, 1), At(0.4, 0)]
    public static double Chebyshev(double x, int n)
    {
        double previous = 1, current = x;
        for (int k = 1; k < n; k++)
            (previous, current) = (current, 2 * x * current - previous);
        return current;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 5), At(0.4, 2)]
    public static double Legendre(double x, int n)
    {
        double p0 = 1, p1 = x;
        for (int k = 2; k <= n; k++)
        {
            double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
            p0 = p1;
            p1 = p2;
        }

        return p1;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 7), At(0.4, 8)]
    public static double SwappedEveryTime(double x, int n)
    {
        double a = x, b = x * x;
        for (int i = 0; i < n; i++)
        {
            double t = a;
            a = b;
            b = t;
            a += 0.1 * b;
        }

        return a - 2 * b;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 0.9, 5)]
    public static double RotationOfThree(double x, double y, int n)
    {
        double a = x, b = y, c = 1;
        for (int i = 0; i < n; i++)
        {
            double t = a;
            a = b * x;
            b = c + y;
            c = t;
        }

        return a * b + c;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 0.9, 5), At(1.4, 0.9, 5)]
    public static double RunningMaximum(double x, double y, int n)
    {
        double best = y;
        for (int i = 0; i < n; i++)
            best = Math.Max(best, x * Math.Sin(i * y));
        return best * x;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 0.9, 5)]
    public static double RunningMinimumByHand(double x, double y, int n)
    {
        double best = 10 * x;
        for (int i = 0; i < n; i++)
        {
            double candidate = x * x + Math.Cos(i * y + x);
            if (candidate < best)
                best = candidate;
        }

        return best;
    }

    // The factor of the second iteration is zero: the product rule must not divide.
    [Differentiable(Gradient | Lifted), At(1.0, 4), At(2.0, 4), At(1.0, 2)]
    public static double ProductWithAZeroFactor(double x, int n)
    {
        double p = 1;
        for (int i = 0; i < n; i++)
            p *= x - i;
        return p;
    }

    [Differentiable(Gradient | Lifted), At(3.0, 4)]
    public static double ProductWithTwoZeroFactors([ZeroDerivative] double x, int n)
    {
        double p = x;
        for (int i = 0; i < n; i++)
            p *= (x - i) * (x - 3);
        return p;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 5)]
    public static double AlternatingSign(double x, int n)
    {
        double s = 0, sign = 1, power = x;
        for (int i = 1; i <= n; i++)
        {
            s += sign * power / i;
            sign = -sign;
            power *= x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 0.3, 6)]
    public static double ExponentialSmoothing(double x, double alpha, int n)
    {
        double level = x;
        for (int i = 1; i < n; i++)
            level = alpha * Math.Sin(i * x) + (1 - alpha) * level;
        return level;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0)]
    public static double ValueOfTwoIterationsAgo(double x, int n)
    {
        double last = x, beforeLast = 2 * x, s = x;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(last) + beforeLast * x;
            beforeLast = last;
            last = s;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double FlagFromTheIterationBefore(double x, int n)
    {
        double s = x;
        bool high = false;
        for (int i = 0; i < n; i++)
        {
            s = high ? s * 0.4 + x : s * 1.9;
            high = s > 1;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 0.25, 6)]
    public static double ComplexPower(double re, double im, int n)
    {
        double a = 1, b = 0;
        for (int i = 0; i < n; i++)
        {
            double t = a * re - b * im;
            b = a * im + b * re;
            a = t;
        }

        return a - 3 * b;
    }

    // Overwritten in the body before it is read: nothing is carried.
    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double NothingCarried(double x, int n)
    {
        double s = 0, t = 100;
        for (int i = 0; i < n; i++)
        {
            t = Math.Sin(x * i);
            s += t * t;
            t = -1;
        }

        return s + t;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double CarriedButNeverUsed(double x, int n)
    {
        double s = x, unused = x;
        for (int i = 0; i < n; i++)
        {
            unused = Math.Exp(unused * 0.1);
            s = s * x + 1;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double SlidesThroughStates(double x, int n)
    {
        double a = x, b = 0, c = 0, d = 0;
        for (int i = 0; i < n; i++)
        {
            d = c;
            c = b;
            b = a * a;
            a = Math.Cos(a) + d;
        }

        return a + 2 * b + 3 * c + 4 * d;
    }

    [Differentiable(Gradient | Lifted), At(1.2, 0.4, 10)]
    public static double Leapfrog(double q, double p, int n)
    {
        const double H = 0.1;
        p -= H / 2 * q * q * q;
        for (int i = 0; i < n; i++)
        {
            q += H * p;
            p -= H * q * q * q;
        }

        return p * p / 2 + q * q * q * q / 4;
    }

    // Variables of many types that change places in one loop.
    [Differentiable, At("random 4", "random 4", "[1, 0, 2]", "[[1, 2], [3, 4]]", 0.7)]
    public static double ArraysOfManyTypes(double[] a, double[] b, int[] order, double[,] m, double x)
    {
        int[] other = { 2, 1, 0 };
        float[] f = { 1f, 2f }, g = { 3f, 4f };
        double[,] k = m, l = m;
        double s = 0;
        for (int t = 0; t < 3; t++)
        {
            s += a[order[t]] * b[other[t]] * f[0] * k[t % 2, 1] * x * l[0, 0];
            (a, b) = (b, a);
            (order, other) = (other, order);
            (f, g) = (g, f);
            (k, l) = (l, k);
        }

        return s;
    }

    private static double Map(double x, double r, int n)
    {
        for (int i = 0; i < n; i++)
            x = r * x * (1 - x);
        return x;
    }
}
