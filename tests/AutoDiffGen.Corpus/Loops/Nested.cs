namespace AutoDiffGen.Corpus;

/// <summary>Loops within loops.</summary>
public static partial class LoopNested
{
    [Differentiable(Gradient | Lifted), At(0.7, 1.1, 2, 3), At(0.7, 1.1, 0, 3), At(0.7, 1.1, 3, 0)]
    public static double TwoDeep(double x, double y, int n, int m)
    {
        double s = x * y;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                s = Math.Sin(s + i * x) + j * y;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2), At(0.7, 3), At(0.7, 0)]
    public static double ThreeDeep(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                    s = 0.5 * s + Math.Cos(x * (i + 2 * j + 3 * k));
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1), At(0.7, 0)]
    public static double Triangular(double x, int n)
    {
        double s = 0.1 * x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                s += x / (1 + i + j) * Math.Sin(s);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 2)]
    public static double UpperTriangular(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
                s *= 1 + x * x / (i + j);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double InnerAccumulatorResetInOuter(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double row = 0;
            for (int j = 0; j < n; j++)
                row += Math.Sin(x * (i + j));
            s *= row + 2;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double CarriedByBothLevels(double x, int n)
    {
        double outer = x, inner = 1;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                inner = inner * 0.8 + outer;
            outer = Math.Sin(inner) * x;
        }

        return outer + inner;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double BeforeBetweenAndAfter(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s *= x;
            for (int j = 0; j < i; j++)
                s = Math.Sin(s);
            s += x;
            for (int j = i; j > 0; j--)
                s = Math.Cos(s) * x;
            s -= i;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(2.3, 4), At(0.7, 4)]
    public static double InnerTripsByActiveCondition(double x, int n)
    {
        double total = 0;
        for (int i = 1; i <= n; i++)
        {
            double y = x * i;
            while (y > 1)
                y *= 0.55;
            total += y * x;
        }

        return total;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double LoopInABranchInALoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i % 2 == 0)
            {
                for (int j = 0; j < 3; j++)
                    s = s * x + j;
            }
            else
            {
                s = Math.Sqrt(1 + s * s);
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double OuterCounterUsedInside(double x, int n)
    {
        double s = 0;
        for (int i = 1; i <= n; i++)
        {
            double power = 1;
            for (int j = 0; j < i; j++)
                power *= x;
            s += power / i;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2)]
    public static double FourDeep(double x, int n)
    {
        double s = x;
        for (int a = 0; a < n; a++)
        for (int b = a; b < n; b++)
        for (int c = b; c < n; c++)
        for (int d = c; d < n; d++)
            s += s * x / (1 + a + b + c + d);
        return s;
    }
}
