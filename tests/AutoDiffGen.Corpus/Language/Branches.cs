namespace AutoDiffGen.Corpus;

/// <summary><c>if</c> statements: the derivative is that of the path taken.</summary>
public static partial class Branches
{
    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double IfElse(double x)
    {
        double r;
        if (x > 0)
            r = x * x;
        else
            r = -x * 3;
        return r * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double IfOnly(double x)
    {
        double r = x * x;
        if (x < 0)
            r *= x;
        return r + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double EmptyBranches(double x)
    {
        double r = x * x;
        if (x > 0)
        {
        }
        else
        {
            r += x;
        }

        if (x > 1)
        {
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(-3.0), At(-0.5), At(0.5), At(3.0)]
    public static double ElseIfChain(double x)
    {
        double r;
        if (x < -1)
            r = x * x;
        else if (x < 0)
            r = Math.Exp(x);
        else if (x < 1)
            r = Math.Sin(x);
        else
            r = Math.Log(x);
        return r * (x + 2);
    }

    [Differentiable(Gradient | Lifted), At(1.0, 1.0), At(1.0, -1.0), At(-1.0, 1.0), At(-1.0, -1.0)]
    public static double Nested(double x, double y)
    {
        double r = x * y;
        if (x > 0)
        {
            if (y > 0)
                r += x * x * y;
            else
                r -= y * y;
            r *= x;
        }
        else
        {
            r = y > 0 ? r * 3 : r / (y - 2);
        }

        return r + y;
    }

    [Differentiable(Gradient | Lifted), At(1.0, 2.0), At(2.0, 1.0)]
    public static double BothBranchesOverwrite(double x, double y)
    {
        double a = x, b = y;
        if (a < b)
        {
            a = b * x;
            b = a * a;
        }
        else
        {
            b = a / y;
            a = b - x;
        }

        return a * b;
    }

    // The condition is read again in the reverse sweep, after its variables have changed.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(0.5, 1.5)]
    public static double ConditionVariablesOverwritten(double x, double y)
    {
        if (x > y)
        {
            x = x * y;
            y = x + 5;
        }
        else
        {
            y = y * x - 7;
        }

        if (x > y)
            x *= 3;
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, true), At(1.5, false)]
    public static double BooleanParameter(double x, bool square) => square ? x * x : Math.Sqrt(x);

    [Differentiable(Gradient | Lifted), At(1.5, true, false), At(1.5, false, false), At(1.5, true, true), At(1.5, false, true)]
    public static double BooleanLogic(double x, bool a, bool b)
    {
        if (a && !b)
            return x * x;
        return a ^ b ? 3 * x : Math.Exp(x);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 3)]
    public static double IntegerParameter(double x, int n)
    {
        double r = x;
        if (n >= 2)
            r *= x;
        if (n >= 3)
            r *= x;
        return r * n;
    }

    [Differentiable(Gradient | Lifted), At(1.5, "square"), At(1.5, "cube"), At(1.5, "other")]
    public static double StringParameter(double x, string kind)
    {
        if (kind == "square")
            return x * x;
        if (kind != "other")
            return x * x * x;
        return x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, Curve.Linear), At(1.5, Curve.Square), At(1.5, Curve.Wave)]
    public static double EnumParameter(double x, Curve curve)
    {
        if (curve == Curve.Linear)
            return 2 * x;
        return curve == Curve.Square ? x * x : Math.Sin(x);
    }

    // Branches not taken contribute nothing, not even NaN.
    [Differentiable(Gradient | Lifted), At(2.0), At(-2.0)]
    public static double UntakenNaN(double x)
    {
        double r = x * 2;
        if (x > 0)
            r += Math.Log(x) + Math.Sqrt(x);
        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.0, 3.0), At(5.0, 3.0)]
    public static double DifferentVariablesInBranches(double x, double y)
    {
        double a = x * x, b = y * y, c = 1;
        if (x < y)
            a = b * x;
        else
            b = a * y;
        if (x * y > 4)
            c = a;
        return a * b + c;
    }

    [Differentiable(Gradient | Lifted), At(0.5), At(2.0)]
    public static double AssignedOnlyInBranches(double x)
    {
        double t;
        double u;
        if (x > 1)
        {
            t = Math.Log(x);
            u = t * t;
        }
        else
        {
            u = Math.Exp(x);
            t = u / 2;
        }

        return t * u;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 2.0), At(2.0, 0.5)]
    public static double FlagRemembered(double x, double y)
    {
        bool swapped = false;
        if (x > y)
        {
            double t = x;
            x = y;
            y = t;
            swapped = true;
        }

        double r = x * x + y;
        return swapped ? -r * x : r;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantConditions(double x)
    {
        double r = x;
        if (true)
            r *= x;
        const bool Never = false;
#pragma warning disable CS0162 // Unreachable code is the point: it must not disturb what is reachable.
        if (Never)
            r = Math.Log(-x);
#pragma warning restore CS0162
        return r;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 0.25, 2.0), At(2.0, 0.5, 0.25), At(0.25, 2.0, 0.5), At(0.1, 0.2, 0.3), At(0.3, 0.2, 0.1)]
    public static double SortThree(double a, double b, double c)
    {
        double t;
        if (a > b)
        {
            t = a;
            a = b;
            b = t;
        }

        if (b > c)
        {
            t = b;
            b = c;
            c = t;
        }

        if (a > b)
        {
            t = a;
            a = b;
            b = t;
        }

        return a + 2 * b * b + 3 * c * c * c;
    }

    [Differentiable(Gradient | Lifted), At(0.3), At(1.5), At(2.5)]
    public static double SuccessiveIndependentBranches(double x)
    {
        double r = 1;
        if (x > 0.1)
            r *= x;
        if (x > 1)
            r += Math.Sin(r);
        if (x > 2)
            r /= x + 1;
        if (r > 0.2)
            r *= r;
        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 2.5), At(-1.5, 2.5)]
    public static double LocalInsideBranch(double x, double y)
    {
        double r = x;
        if (x > 0)
        {
            double t = x * y;
            double u = t * t;
            r = u + t;
        }
        else
        {
            double t = x - y;
            r = t / (1 + t * t);
        }

        return r * y;
    }
}
