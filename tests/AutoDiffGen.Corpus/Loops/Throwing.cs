namespace AutoDiffGen.Corpus;

/// <summary>Loops whose body throws.</summary>
public static partial class LoopThrowing
{
    [Differentiable(Gradient | Lifted), At(0.7, 3), Throws(typeof(ArgumentException), 0.7, 30), Throws(typeof(ArgumentException), 1e9, 3)]
    public static double WhenTooLarge(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * 1.5 + x;
            if (s > 100)
                throw new ArgumentException("too large");
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), Throws(typeof(ArgumentOutOfRangeException), 0.7, -1)]
    public static double GuardBefore(double x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        double s = x;
        for (int i = 0; i < n; i++)
            s = Math.Sin(s) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(2.5, 3), Throws(typeof(ArgumentOutOfRangeException), 1.5, 3)]
    public static double GuardInside(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(x - i);
            s += Math.Sqrt(x - i);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(2.0), Throws(typeof(InvalidOperationException), -2.0)]
    public static double NoConvergence(double a)
    {
        double x = 1.5;
        for (int i = 0; i < 30; i++)
        {
            double next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < 1e-10)
                return 0.5 * (next + a / next);
            x = next;
        }

        throw new InvalidOperationException("no convergence");
    }

    [Differentiable, At(0.7, 2.0, 3), Throws(typeof(ArgumentException), 0.7, 2.0, 9)]
    public static void WrittenBeforeAThrow(double x, ref double state, int n)
    {
        for (int i = 0; i < n; i++)
        {
            state *= x + 1;
            if (i == 5)
                throw new ArgumentException("too many");
        }
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 2), Throws(typeof(ArgumentException), 0.7, 3, 3)]
    public static double InTheInnerLoop(double x, int n, int m)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                if (i * j == 2)
                    throw new ArgumentException(nameof(n));
                s = s * x + i - j;
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), Throws(typeof(ArgumentException), 0.7, 7)]
    public static double ByAHelper(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = Checked(s, i) * x;
        return s;
    }

    private static double Checked(double s, int i) => i < 5 ? s + i : throw new ArgumentException("at " + i);

    // What an inner loop's bound would throw is not thrown where no round asks for it.
    [Differentiable(Gradient | Lifted), At(0.7, 2, "[1, 2, 1]"), At(0.7, 0, "[1, 2, 1]"), At(0.7, 0, null)]
    public static double InnerBoundOfNoArray(double x, int n, [NoGrad] int[] k)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k.Length; j++)
                s = Math.Sin(s) * x + k[j];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 3), At(0.7, 0, 0), Throws(typeof(DivideByZeroException), 0.7, 2, 0)]
    public static double InnerBoundOfAQuotient(double x, int n, int parts)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 10 / parts; j++)
                s = Math.Sin(s) * x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 1, 3), At(0.7, 0, 3, 1), Throws(typeof(ArgumentException), 0.7, 2, 3, 1)]
    public static double InnerBoundOfAFunction(double x, int n, int least, int most)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < Math.Clamp(n, least, most); j++)
                s = Math.Sin(s) * x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 2, 3), At(0.7, 0, 3, 1), Throws(typeof(ArgumentException), 0.7, 2, 3, 1)]
    public static double ArrayOfALengthThatThrows(double x, int n, int least, int most)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[] b = new double[Math.Clamp(n, least, most)];
            b[0] = x;
            for (int j = 1; j < b.Length; j++)
                b[j] = b[j - 1] * Math.Sin(b[j - 1]) + s;
            s += b[b.Length - 1];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, 3), At(0.7, 2, int.MinValue)]
    public static double ArrayOfALengthThatIsNotAskedFor(double x, int n, int size)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (size > int.MinValue)
            {
                double[] b = new double[Math.Abs(size)];
                b[0] = x;
                for (int j = 1; j < b.Length; j++)
                    b[j] = b[j - 1] * Math.Sin(b[j - 1]) + s;
                s += b[b.Length - 1];
            }
            else
            {
                s *= Math.Sin(x);
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, "[1, 2, 1]"), At(0.7, 0, null)]
    public static double ArrayOfTheLengthOfNone(double x, int n, [NoGrad] int[] k)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[] b = new double[k.Length];
            for (int j = 1; j < b.Length; j++)
                b[j] = Math.Sin(b[j - 1]) * x + k[j];
            s += b[^1] * s;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2, "[[1, 2, 1], [0.5, -1, 3]]"), At(0.7, 0, null)]
    public static double ArrayOfTheLengthOfAMatrix(double x, int n, double[,] m)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[] b = new double[m.Length];
            for (int j = 0; j < b.Length; j++)
                b[j] = Math.Sin(x + i) * m[j / m.GetLength(1), j % m.GetLength(1)];
            for (int j = 0; j < b.Length; j++)
                s += b[j] * b[j];
        }

        return s;
    }

    // An array that is stored into only in rounds that do not come need not be there.
    [Differentiable(Gradient | Lifted), At("[1, 2, 1]", "[0.5, 0.1, 3]", 2), At("[1, 2]", null, 0)]
    public static double StoredIntoInNoRound(double[] a, double[] b, int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            b[i] = a[i] * s;
            s += Math.Sin(b[i]) * b[i + 1];
            b[i] *= s;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2, 1], [0.5, -1, 3]]", 0.7, 2), At(null, 0.3, 0)]
    public static double MatrixStoredIntoInNoRound(double[,] m, double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            m[i, 1] = Math.Sin(m[i, 0]) * s;
            s += m[i, 1] * x;
        }

        return s;
    }

    // What is read of the array before the loops is read on a condition.
    [Differentiable(Gradient | Lifted), At(0.7, 2, "[1, 2, 1]"), At(0.7, 2, "[7, 2, 1]"), At(0.7, 0, null)]
    public static double InnerBoundOfAnArrayThatMayBeNone(double x, int n, [NoGrad] int[] k)
    {
        double s = n > 0 ? x * k[0] : x;
        if (n > 0 && k[0] > 5)
            s *= 0.5;
        int steps = 0;
        for (int j = 0; n > 0 && j < k.Length; j++)
            steps += k[j];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < k.Length; j++)
                s = Math.Sin(s) * x + steps;
        }

        return s;
    }

    // The bound is asked for only where the condition before it holds.
    [Differentiable(Gradient | Lifted), At(0.7, true, 3), At(0.7, false, 0), Throws(typeof(DivideByZeroException), 0.7, true, 0)]
    public static double BoundBehindACondition(double x, bool go, int parts)
    {
        double s = x;
        for (int i = 0; go && i < 10 / parts; i++)
            s = Math.Sin(s) * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5, 2), At(0.7, 0, 0), Throws(typeof(DivideByZeroException), 0.7, 2, 0)]
    public static double QuotientsInRoundsOnly(double x, int n, int parts)
    {
        double s = x;
        int last = 0;
        for (int i = 0; i < n; i++)
        {
            int k = n / parts;
            s += k * x * s;
            last = i % parts;
            if (last == 1)
                s *= Math.Sin(s + n % parts);
        }

        return s * (last + 2);
    }
}
