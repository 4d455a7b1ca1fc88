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
}
