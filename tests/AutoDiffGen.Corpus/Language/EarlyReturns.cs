namespace AutoDiffGen.Corpus;

/// <summary><c>return</c> in every arrangement.</summary>
public static partial class EarlyReturns
{
    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double Guard(double x)
    {
        if (x < 0)
            return -x;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(-3.0), At(-0.5), At(0.5), At(3.0)]
    public static double GuardsInARow(double x)
    {
        if (x < -1)
            return x * x;
        if (x < 0)
            return Math.Exp(x);
        if (x < 1)
            return Math.Sin(x);
        return Math.Log(x);
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double BothReturn(double x)
    {
        if (x < 0)
        {
            return x * 3;
        }
        else
        {
            double t = x * x;
            return t + x;
        }
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(1.5, -0.5), At(-1.5, 0.5)]
    public static double NestedPartlyReturning(double x, double y)
    {
        double r = x * y;
        if (x > 0)
        {
            r += x;
            if (y > 0)
                return r * r;
            r *= 2;
        }

        return r - y;
    }

    [Differentiable(Gradient | Lifted), At(1.0, 1.0), At(1.0, -1.0), At(-1.0, 1.0), At(-1.0, -1.0), At(-9.0, 1.0)]
    public static double ReturnsAtEveryDepth(double x, double y)
    {
        if (x > 0)
        {
            if (y > 0)
                return x * y;
            x *= 2;
        }
        else
        {
            if (y < 0)
                return x - y * y;
            if (x < -5)
            {
                y *= x;
            }
            else
            {
                return y / x;
            }
        }

        return x * x + y;
    }

    [Differentiable(Gradient | Lifted), At(0.5), At(1.5), At(2.5), At(3.5)]
    public static double StateBeforeEachReturn(double x)
    {
        double t = x;
        if (x < 1)
            return t;
        t *= x;
        if (x < 2)
            return t;
        t *= x;
        if (x < 3)
            return t;
        t *= x;
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double ReturnOnlyInElse(double x)
    {
        double r = x;
        if (x > 0)
            r = x * x;
        else
            return Math.Exp(x);
        return r * 3;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(-1.5, 1), At(1.5, 2), At(1.5, 3)]
    public static double FromSwitchInsideIf(double x, int n)
    {
        double r = x;
        if (x > 0)
        {
            switch (n)
            {
                case 1:
                    return r * r;
                case 2:
                    r += 3;
                    break;
            }

            r *= x;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double AfterOverwriting(double x, double y)
    {
        double t = Math.Exp(x);
        if (x > 0)
        {
            t = t * y;
            t = Math.Sin(t);
            return t;
        }

        t *= t;
        return t * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double ConstantEarly(double x)
    {
        if (x < 0)
            return 0;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double UnreachableTail(double x)
    {
        return x * x;
#pragma warning disable CS0162 // Unreachable code is the point.
        return x;
#pragma warning restore CS0162
    }

    [Differentiable(Gradient | Lifted), At(0.5, 0.5), At(-0.5, 0.5), At(0.5, -0.5), At(-0.5, -0.5)]
    public static double BranchesAfterPartialReturn(double x, double y)
    {
        double r = x + y;
        if (x < 0)
        {
            if (y < 0)
                return x * y;
            r *= x;
        }
        else if (y < 0)
        {
            r *= y;
        }

        if (r > 0.1)
            return r * r;
        r -= x;
        return r * y;
    }

    [Differentiable(Gradient | Lifted), At(0.5), At(5.0)]
    public static double ReturnInsideBlock(double x)
    {
        {
            double t = x * x;
            if (t > 4)
                return t;
        }

        return x;
    }
}
