namespace AutoDiffGen.Corpus;

/// <summary><c>while</c> and <c>do</c> loops.</summary>
public static partial class LoopWhile
{
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double While(double x, int n)
    {
        double s = x;
        while (n > 0)
        {
            s = Math.Exp(-s) + x;
            n--;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double DecrementInCondition(double x, int n)
    {
        double s = x;
        while (n-- > 0)
            s = s * x + n;
        return s * n;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 1), At(0.7, 0)]
    public static double Do(double x, int n)
    {
        double s = x;
        do
        {
            s = Math.Tanh(s + x);
        }
        while (--n > 0);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double DoOnce(double x)
    {
        double s = x;
        do
            s *= x;
        while (false);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, false)]
    public static double WhileFalse(double x, bool never)
    {
        double s = x * x;
        while (never)
            s = 1 / (s - s);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double WhileTrue(double x, int n)
    {
        double s = x;
        while (true)
        {
            s = s * s + x;
            if (--n <= 0)
                return s;
        }
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3, 2), At(0.7, 0, 2), At(0.7, 2, 0)]
    public static double WhileInDo(double x, int n, int m)
    {
        double s = x;
        do
        {
            int k = m;
            while (k > 0)
            {
                s = Math.Sin(s * k) + x;
                k--;
            }

            s *= x;
        }
        while (n-- > 0);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(3.7), At(0.5)]
    public static double AssignmentInCondition(double x)
    {
        double s = x;
        while ((s = Shrink(s)) > 1)
            x += s;
        return s * x;
    }

    [Differentiable(Gradient | Lifted), At(3.7), At(0.3)]
    public static double CompoundInCondition(double x)
    {
        double s = x, p = 1;
        while ((s -= 0.9) > 0 && (p *= s) < 100)
            p += s * x;
        return s * p;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(2.7, 5), At(0.7, 0)]
    public static double ConditionWithTwoParts(double x, int n)
    {
        double s = x;
        int i = 0;
        while (i < n && s < 10)
        {
            s = s * 1.7 + x;
            i++;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double CounterInOddPlaces(double x, int n)
    {
        double s = x;
        int i = 0;
        while (i < n)
            s = s * i++ + x * i + Math.Sin(x * ++i);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double BoolFlag(double x, int n)
    {
        double s = x;
        bool done = false;
        while (!done)
        {
            s = s * x + 1;
            done = --n == 0;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 30), At(0.7, 7), At(0.7, 1)]
    public static double BitsOfAnInteger(double x, int n)
    {
        double result = 1, square = x;
        while (n != 0)
        {
            if ((n & 1) == 1)
                result *= square;
            square *= square;
            n >>= 1;
        }

        return result;
    }

    private static double Shrink(double s) => s * 0.6 - 0.01 * s * s;
}
