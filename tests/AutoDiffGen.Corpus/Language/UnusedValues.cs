namespace AutoDiffGen.Corpus;

/// <summary>Values that the path taken does not use, and that are infinite or no number there: they contribute nothing.</summary>
public static partial class UnusedValues
{
    [Differentiable(Gradient | Lifted), At(0.0, Gradient = new[] { 0.0 }), At(2.0)]
    public static double ReturnedFromAfterwards(double x)
    {
        double inverse = 1 / x;
        double square = inverse * inverse;
        if (x == 0)
            return 5;
        return square;
    }

    [Differentiable(Gradient | Lifted), At(0.0, 0.0, Gradient = new[] { 0.0, 1.0 }), At(0.3, -0.4)]
    public static double NearTheOrigin(double x, double y)
    {
        double r = Math.Sqrt(x * x + y * y);
        double inverse = 1 / r;
        double force = 0;
        if (r > 1e-3)
            force = 3 * inverse * inverse * x;
        return force + y;
    }

    // A power of what is negative is no number, nor is its derivative.
    [Differentiable(Gradient | Lifted), At(1.0, Gradient = new[] { 7.0 }), At(3.0)]
    public static double PowerOfWhatIsNegative(double x)
    {
        double power = Math.Pow(x - 2, 1.5);
        return x > 2 ? power * x : 7 * x;
    }

    [Differentiable(Gradient | Lifted), At(0.4, 0.0, Gradient = new[] { 0.0, 2.0 }), At(0.4, 0.5)]
    public static double InsideAFunction(double x, double y)
    {
        double angle = x / y;
        double wave = Math.Sin(angle) * Math.Tanh(angle);
        if (y == 0)
            return 2 * y;
        return wave;
    }

    [Differentiable(Gradient | Lifted), At("[0.5, -2]", 0.0, Gradient = new[] { 1.0, 1.0, 0.0 }), At("[0.5, -2]", 0.7)]
    public static double InEachRound(double[] a, double x)
    {
        double sum = 0;
        foreach (double u in a)
        {
            double quotient = u / x;
            double term = quotient * quotient;
            sum += x > 0 ? term : u;
        }

        return sum;
    }

    [Differentiable(Gradient | Lifted), At(0.0, 0, Gradient = new[] { 3.0 }), At(0.8, 2)]
    public static double WhereALoopDoesNotRun(double x, int n)
    {
        double inverse = 1 / x;
        double cube = inverse * inverse * inverse;
        double sum = 3 * x;
        for (int i = 0; i < n; i++)
            sum += cube * i + inverse;
        return sum;
    }

    [Differentiable(Gradient | Lifted), At(0.0, 2.0, Gradient = new[] { 0.0, 0.0 }), At(0.8, 2.0), At(1.5, 1.0)]
    public static double NotTheLarger(double x, double y)
    {
        double log = Math.Log(x) * Math.Log(x) * y;
        return Math.Max(-log, -4);
    }

    [Differentiable(Gradient | Lifted), At(0.0, 2.0, Gradient = new[] { 0.0, 2.0 }), At(0.8, 2.0)]
    public static double ThroughTwoBranches(double x, double y)
    {
        double inverse = 1 / x, chosen = y;
        if (y > 1)
            chosen = inverse * inverse;
        if (x > 0)
            return chosen * y;
        return 2 * y;
    }

    /// <summary>The caller may ask for one of two results.</summary>
    [Differentiable(Gradient | Lifted), At(0.0, 2.0, Gradient = new[] { 0.0, 4.0 }), At(0.8, 2.0)]
    public static double OfOneOfTwoResults(double x, double y, out double other)
    {
        double inverse = 1 / x;
        other = inverse * inverse;
        return y * y;
    }

    [Differentiable(Gradient | Lifted), At(0.0, 2, Gradient = new[] { 0.0 }), At(0.8, 2)]
    public static double PassedToItself(double x, int n)
    {
        double inverse = 1 / x;
        return Descend(inverse * inverse, x, n);
    }

    private static double Descend(double u, double x, int n)
    {
        if (n <= 0)
            return x > 0 ? u : 2;
        double v = u * u * x;
        return Descend(v, x, n - 1);
    }
}
