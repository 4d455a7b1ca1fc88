namespace AutoDiffGen.Corpus;

/// <summary>Loops that nothing active goes through, and loops whose results are not used.</summary>
public static partial class LoopInert
{
    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0)]
    public static double Factorial(double x, int n)
    {
        int f = 1;
        for (int i = 2; i <= n; i++)
            f *= i;
        return x * x * f;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 48, 18)]
    public static double GreatestCommonDivisor(double x, int a, int b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return Math.Pow(x, a);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double RealButConstant(double x, int n)
    {
        double harmonic = 0;
        for (int i = 1; i <= n; i++)
            harmonic += 1.0 / i;
        return x * harmonic + x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ResultNotUsed(double x, int n)
    {
        double unused = x;
        for (int i = 0; i < n; i++)
            unused = Math.Sin(unused * i);
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double PartOfTheResultNotUsed(double x, int n)
    {
        double a = x, b = x;
        for (int i = 0; i < n; i++)
        {
            a = Math.Sin(a) + 0.3;
            b = Math.Exp(b * 0.1) * a;
        }

        return a * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double UsedByAConditionOnly(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = s * 0.9 + x;
        return s > 1 ? x * x : -x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 100)]
    public static double CountsPrimes(double x, int n)
    {
        int primes = 0;
        for (int i = 2; i <= n; i++)
        {
            bool isPrime = true;
            for (int j = 2; j * j <= i; j++)
            {
                if (i % j == 0)
                {
                    isPrime = false;
                    break;
                }
            }

            if (isPrime)
                primes++;
        }

        return primes * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double ZeroDerivativeThroughALoop([ZeroDerivative] double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Math.Floor(x * i);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double EmptyBody(double x, int n)
    {
        int i;
        for (i = 0; i * i < n; i++)
        {
        }

        return x * x * i;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2.0, 4)]
    public static double ConstantParameterInALoop(double x, [NoGrad] double c, int n)
    {
        double s = x, t = c;
        for (int i = 0; i < n; i++)
        {
            t = Math.Sin(t) * c;
            s = s * t + x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4, Gradient = new[] { 4.0 * 0.7 })]
    public static double StoppedInALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += x * Ad.StopGradient(x);
        return s;
    }
}
