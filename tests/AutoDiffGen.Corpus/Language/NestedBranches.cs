namespace AutoDiffGen.Corpus;

/// <summary>Branches that consist of branches only: a variable is assigned in the leaves, and nowhere else.</summary>
public static partial class NestedBranches
{
    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double OnlyLeavesAssign(double x, double y)
    {
        double r;
        if (x > 0)
        {
            if (x > y)
                r = x * y;
            else
                r = x + y;
        }
        else
        {
            if (x > y)
                r = x;
            else
                r = y * y;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double EveryLeafReturns(double x, double y)
    {
        if (x > 0)
        {
            if (x > y)
                return x * y;
            else
                return x + y * y;
        }
        else if (x > y)
        {
            return x / y;
        }
        else
        {
            return y - x * x;
        }
    }

    [Differentiable(Gradient | Lifted), At(2.0, 1.0, 3.0), At(2.0, 1.0, -3.0), At(1.0, 2.0, 3.0), At(-1.0, -2.0, 3.0), At(-2.0, -1.0, -3.0), At(-2.0, -1.0, 3.0)]
    public static double ThreeDeep(double x, double y, double z) =>
        x > 0
            ? (x > y ? (z > 0 ? x * z : y * z) : (z > 0 ? x - z : y / z))
            : (x > y ? (z > 0 ? x : z * z) : (z > 0 ? x * y * z : y));

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double TwoVariables(double x, double y)
    {
        double a = x, b = y;
        if (x > 0)
        {
            if (x > y)
                a = x * y;
            else
                b = x * x;
        }
        else
        {
            if (x > y)
                b = a - b;
            else
                a = b * b;
        }

        return a * b + a;
    }

    [Differentiable(Gradient | Lifted), At(2.0, 1, 1), At(2.0, 1, 2), At(2.0, 2, 1), At(2.0, 2, 2)]
    public static double SwitchesOfSwitches(double x, int n, int m) => n switch
    {
        1 => m switch { 1 => x * x, _ => 1 / x },
        _ => m switch { 1 => Math.Sin(x), _ => Math.Exp(x) },
    };

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(0.75, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double InHelper(double x, double y) => Leaves(x, y) * Leaves(y, x) + OnlyLeavesAssign(x * y, y);

    [Differentiable, At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static void ByRefInLeaves(ref double x, double y, out double z)
    {
        if (x > 0)
        {
            if (x > y)
            {
                x *= y;
                z = y;
            }
            else
            {
                z = x * x;
            }
        }
        else
        {
            if (x > y)
            {
                z = x * y;
                x = y;
            }
            else
            {
                x += y;
                z = x;
            }
        }
    }

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double LeavesThenUse(double x, double y)
    {
        double r = x > 0 ? (x > y ? x * y : x / y) : (x > y ? x - y * y : x * x + y);
        double s = y > 0 ? (x > y ? r : r * r) : (x > y ? r * y : r + x);
        return r * s;
    }

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double NestedAmongOperands(double x, double y) =>
        Math.Sin(x > 0 ? (x > y ? x * y : x) : (x > y ? y : x * x)) * (y > 0 ? (x > y ? 2 : x) : (x > y ? y : 3));

    [Differentiable(Gradient | Lifted), At(2.0, 1.0), At(1.0, 2.0), At(-1.0, -2.0), Throws(typeof(ArgumentException), -2.0, -1.0)]
    public static double OneLeafThrows(double x, double y)
    {
        double r;
        if (x > 0)
        {
            if (x > y)
                r = x * y;
            else
                r = x;
        }
        else
        {
            if (x > y)
                r = y;
            else
                throw new ArgumentException("leaf");
        }

        return r;
    }

    private static double Leaves(double x, double y)
    {
        if (x > 0)
        {
            if (y > 0)
                return x * y;
            return x;
        }

        if (y > 0)
            return y * y;
        return x - y;
    }
}
