namespace AutoDiffGen.Corpus;

/// <summary>Arrays and spans written in place, entries overwritten, and entries read before and after.</summary>
public static partial class ArrayWriting
{
    [Differentiable, At("[1, -2, 3.5]", 1.5), At("[2]", 1.5), At("[]", 1.5)]
    public static void Scale(Span<double> a, double k)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= k;
    }

    [Differentiable, At("[1, -2, 3.5]", "[0.5, 0.25, 2]", 1.5)]
    public static void Axpy(double[] y, ReadOnlySpan<double> x, double k)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] += k * x[i];
    }

    [Differentiable, At("random 3", "random 3", "random 3")]
    public static void Multiply(double[] a, double[] b, [ZeroDerivative] Span<double> result)
    {
        for (int i = 0; i < a.Length; i++)
            result[i] = a[i] * b[i];
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]"), At("[2]"), At("[]")]
    public static void PrefixSum(Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] += a[i - 1];
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]", 1.5), At("[2]", 1.5)]
    public static double Geometric(double[] a, double x)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] = a[i - 1] * x;
        return a[^1];
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]")]
    public static double SquaredThenSummed(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = a[i] * a[i];
            s += a[i] * a[i];
        }

        return s;
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]")]
    public static double ReadBeforeAndAfter(Span<double> a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double before = a[i];
            a[i] = Math.Sin(before);
            s += before * a[i];
        }

        return s;
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]", 0.7)]
    public static double OverwrittenTwice(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = x * a[i];
            a[i] = Math.Exp(a[i] * 0.1) + x;
        }

        return a[0] * a[1];
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]", 0.7, 3), At("[1, -2]", 0.7, 0)]
    public static double OverwrittenInEveryPass(double[] a, double x, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < a.Length; i++)
                a[i] = Math.Sin(a[i]) + x;
        }

        return a[0] * a[^1] * x;
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]")]
    public static double NothingReadAfterOverwritten([ZeroDerivative] double[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = i;
        return a[1] * 2;
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]", 0.7)]
    public static double Filled([ZeroDerivative] double[] a, double x)
    {
        double value = x;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = value;
            value *= x;
        }

        return a[0] + a[2];
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]"), At("[1, 2, 3, 4, 5.5]"), At("[1]")]
    public static void Reverse(Span<double> a)
    {
        for (int i = 0, j = a.Length - 1; i < j; i++, j--)
        {
            double t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }

    [Differentiable, At("[1, -2, 3.5, 0.5]", 1, 3), At("[1, -2, 3.5, 0.5]", 2, 2)]
    public static double SwapOfTwo(double[] a, int i, int j)
    {
        (a[i], a[j]) = (a[j], a[i]);
        return a[i] * a[i] - a[j] * 3 + a[0];
    }

    [Differentiable, At("[3, -2, 3.5, 0.5]"), At("[4, 3, 2, 1]"), At("[1, 2]"), At("[1]")]
    public static double BubbleSort(double[] a)
    {
        for (int n = a.Length; n > 1; n--)
        {
            for (int i = 0; i + 1 < n; i++)
            {
                if (a[i] > a[i + 1])
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
            }
        }

        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += (i + 1) * a[i] * a[i];
        return s;
    }

    [Differentiable, At("[3, -2, 3.5, 0.5]"), At("[1]")]
    public static void InsertionSort(Span<double> a)
    {
        for (int i = 1; i < a.Length; i++)
        {
            double x = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > x)
            {
                a[j + 1] = a[j];
                j--;
            }

            a[j + 1] = x;
        }
    }

    [Differentiable, At("[3, -2, 3.5, 0.5]", 0.7)]
    public static double Compound(double[] a, double x)
    {
        a[0] += x;
        a[1] -= a[0];
        a[2] *= a[1];
        a[3] /= a[2] + 7;
        a[0]++;
        --a[1];
        return a[0] * a[1] + a[2] * a[3];
    }

    [Differentiable, At("[3, -2, 3.5, 0.5]")]
    public static double AssignmentAsValue(double[] a)
    {
        double s = (a[0] = a[1] * a[2]) * a[0];
        s += a[1]++ * a[1] + --a[2] * a[2];
        return s + (a[3] *= a[0]) * a[3];
    }

    [Differentiable, At("[3, 2, 3.5, 0.5]")]
    public static double Normalize(double[] a)
    {
        double norm = 0;
        for (int i = 0; i < a.Length; i++)
            norm += a[i] * a[i];
        norm = Math.Sqrt(norm);
        for (int i = 0; i < a.Length; i++)
            a[i] /= norm;
        return a[0] - a[1] * a[2];
    }

    [Differentiable, At("[3, 2, 3.5, 0.5]"), At("[2]")]
    public static void Softmax(Span<double> a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] = Math.Exp(a[i]);
            sum += a[i];
        }

        for (int i = 0; i < a.Length; i++)
            a[i] /= sum;
    }

    [Differentiable, At("[3, 2, 3.5, 0.5, 1]", 0.7), At("[3]", 0.7)]
    public static double SyntheticDivision(double[] coefficients, double root)
    {
        for (int i = 1; i < coefficients.Length; i++)
            coefficients[i] += root * coefficients[i - 1];
        return coefficients[^1];
    }

    [Differentiable, At("[3, 2, 3.5, 0.5, 1]", 2), At("[3, 2, 3.5]", 0)]
    public static void Differences(double[] a, int order)
    {
        for (int k = 0; k < order; k++)
        {
            for (int i = a.Length - 1; i > k; i--)
                a[i] -= a[i - 1];
        }
    }

    [Differentiable, At("[3, 2, 3.5, 0.5, 1]")]
    public static void RotateLeft(double[] a)
    {
        double first = a[0];
        for (int i = 1; i < a.Length; i++)
            a[i - 1] = a[i];
        a[^1] = first;
    }

    [Differentiable, At("[3, -2, 3.5, -0.5, 1]")]
    public static double ConditionalWrite(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] < 0)
                a[i] = -2 * a[i];
            else if (a[i] > 2)
                a[i] = Math.Sqrt(a[i]);
            s += a[i] * a[i];
        }

        return s;
    }

    [Differentiable, At("[3, -2, 3.5]", 2.5), At("[3, -2, 3.5]", 100.0)]
    public static double WrittenUntilABreak(double[] a, double limit)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= a[i];
            s += a[i];
            if (s > limit * limit)
                break;
        }

        return s + limit;
    }

    [Differentiable, At("[3, -2, 3.5]", 0.5), Throws(typeof(ArgumentException), "[3, -2, 30.5]", 0.5)]
    public static double WrittenBeforeAThrow(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 10)
                throw new ArgumentException("too large");
            a[i] *= x;
        }

        return a[0] * a[1];
    }

    [Differentiable, At("[3, -2, 3.5]", 0.5)]
    public static void OutFromAWrittenArray(double[] a, double x, out double sum, out int count)
    {
        sum = 0;
        count = 0;
        foreach (double e in a)
            sum += e * x;
        for (int i = 0; i < a.Length; i++, count++)
            a[i] = sum - a[i];
    }

    [Differentiable, At("[3, -2, 3.5]", "[1, 2]")]
    public static double TwoWritten(double[] a, Span<double> b)
    {
        b[0] = a[0] * b[1];
        a[0] = b[0] * a[1];
        b[1] = a[0] + b[0];
        a[2] = b[1] * a[2];
        return a[2] + b[0];
    }

    [Differentiable, At("[3, -2, 3.5]", 1.5)]
    public static double ThroughATemporary(double[] a, double x)
    {
        double old = a[1];
        a[1] = x * x;
        double mid = a[1] * old;
        a[1] = mid + old;
        return a[1] * a[0] + mid * a[2];
    }
}
