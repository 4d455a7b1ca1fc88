namespace AutoDiffGen.Corpus;

/// <summary>Arrays and spans that are only read.</summary>
public static partial class ArrayReading
{
    [Differentiable(Gradient | Lifted), At("[1, -2, 3.5]"), At("[4]"), At("[]")]
    public static double Sum(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("[1, -2, 3.5]"), At("[4]"), At("[]")]
    public static double SumOfSquares(ReadOnlySpan<double> a)
    {
        double s = 0;
        foreach (double x in a)
            s += x * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4", "random 4"), At("[]", "[]")]
    public static double Dot(double[] a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("[3, 4]"), At("[-2]")]
    public static double Norm(Span<double> a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i];
        return Math.Sqrt(s);
    }

    [Differentiable(Gradient | Lifted), At("[1, -2, 3.5]"), At("[4, 4.5]")]
    public static double Variance(double[] values)
    {
        double mean = 0;
        foreach (double value in values)
            mean += value;
        mean /= values.Length;
        double sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }

    [Differentiable(Gradient | Lifted), At("random 5", 0.7), At("[1]", 0.7), At("[]", 0.7)]
    public static double Polynomial(double[] coefficients, double x)
    {
        double s = 0.1 * x;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            s = s * x + coefficients[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 5 in -2..2"), At("[700, 701, 690]"), At("[1]")]
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double max = x[0];
        for (int i = 1; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Math.Exp(x[i] - max);
        return max + Math.Log(s);
    }

    [Differentiable(Gradient | Lifted), At("random 5"), At("[0.5, 0.7]"), At("[1]"), At("[]")]
    public static double Rosenbrock(double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length - 1; i++)
        {
            double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            s += 100 * a * a + b * b;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("[2, 3, 4]"), At("[2, 0, 4]"), At("[0, 0, 4]"), At("[]")]
    public static double Product(double[] a)
    {
        double p = 1;
        foreach (double x in a)
            p *= x;
        return p;
    }

    [Differentiable(Gradient | Lifted), At("[2, 5, 4]"), At("[1]"), At("[2, 5, 5, 1]", Gradient = new[] { 0.0, 0.5, 0.5, 0.0 })]
    public static double Maximum(double[] a)
    {
        double max = double.NegativeInfinity;
        foreach (double x in a)
            max = Math.Max(max, x);
        return max;
    }

    [Differentiable(Gradient | Lifted), At("[2, 5, 4]"), At("[7]")]
    public static double AtTheSmallest(double[] a)
    {
        int at = 0;
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] < a[at])
                at = i;
        }

        return a[at] * a[at] + at;
    }

    [Differentiable(Gradient | Lifted), At("random 5"), At("random 6"), At("[2]"), At("[]")]
    public static double EveryOther(ReadOnlySpan<double> a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i += 2)
            s += Math.Sin(a[i]);
        for (int i = 1; i < a.Length; i += 2)
            s -= a[i] * a[i] * a[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4"), At("[0.5]")]
    public static double EndsAndLength(double[] a) => a[0] * a[a.Length - 1] + a[^1] * a.Length;

    [Differentiable(Gradient | Lifted), At("random 5"), At("random 4")]
    public static double FromBothEnds(double[] a)
    {
        double s = 0;
        for (int i = 0, j = a.Length - 1; i <= j; i++, j--)
            s += a[i] * a[j];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4", 1), At("random 4", 3)]
    public static double OneElement(double[] a, int i) => a[i] * a[i];

    [Differentiable(Gradient | Lifted), At("random 4", 0.5)]
    public static double LengthOnly([ZeroDerivative] double[] a, double x) => a.Length * x;

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5, -0.5, 2]", 3), At("[0.5, 1.5, -0.5, 2]", 0)]
    public static double Prefix(ReadOnlySpan<double> a, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
            s = Math.Sin(s + a[i]);
        return s + a[0];
    }

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5, -0.5, 2]"), At("[5, 1.5]"), At("[0.1]")]
    public static double UntilLarge(double[] a)
    {
        double s = 0;
        foreach (double x in a)
        {
            s += x * x;
            if (s > 2)
                return s * x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("[0.5, -1.5, -0.5, 2]")]
    public static double PositiveOnly(double[] a)
    {
        double s = 0;
        foreach (double x in a)
        {
            if (x < 0)
                continue;
            s += Math.Sqrt(x);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4")]
    public static double AllPairs(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = i + 1; j < a.Length; j++)
            {
                double d = a[i] - a[j];
                s += d * d * d;
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5, -0.5, 2]", 0.3), At("[]", 0.3)]
    public static double Recurrence(ReadOnlySpan<double> input, double decay)
    {
        double state = decay;
        foreach (double u in input)
            state = Math.Tanh(decay * state + u);
        return state;
    }

    [Differentiable(Gradient | Lifted), At("random 4", "random 4", 0.3)]
    public static double TwoOutputsOneLoop(double[] a, double[] b, double x)
    {
        double s = 0, t = 1;
        for (int i = 0; i < a.Length; i++)
        {
            s += a[i] * x;
            t *= b[i] + 2;
        }

        return s * t;
    }

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5]")]
    public static double Condition(double[] a)
    {
        double x = a.Length > 1 && a[1] > 1 ? a[0] : -a[0];
        return x * a[1];
    }

    [Differentiable(Gradient | Lifted), At("random 3")]
    public static double ParamsArray(params double[] a) => a[0] * a[1] + a[2];

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5]", "random 3")]
    public static double TwoNullables(double[] a, double[] b) => a.Length == 0 ? b[0] : a[0] * b[^1] + a[1];

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5]"), Throws(typeof(NullReferenceException), null), Throws(typeof(IndexOutOfRangeException), "[1]")]
    public static double ImplicitExceptions(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i];
        return s * a[1];
    }

    [Differentiable(Gradient | Lifted), At("[0.5, 1.5]"), Throws(typeof(ArgumentException), "[1]"), Throws(typeof(ArgumentException), "[1, -1]")]
    public static double ExplicitExceptions(double[] a)
    {
        if (a.Length < 2)
            throw new ArgumentException("too few", nameof(a));
        double s = 0;
        foreach (double x in a)
            s += x < 0 ? throw new ArgumentException("negative", nameof(a)) : Math.Sqrt(x);
        return s;
    }
}
