namespace AutoDiffGen.Corpus;

/// <summary>Locals: declared, shadow-free, reassigned, unused.</summary>
public static partial class Locals
{
    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double OneLocal(double x, double y)
    {
        double t = x * y;
        return t + x;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double ChainOfLocals(double x, double y)
    {
        double a = x + y;
        double b = a * x;
        double c = Math.Sin(b);
        double d = c / (1 + a * a);
        return d * b;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double InferredType(double x, double y)
    {
        var product = x * y;
        var half = 1 / 2;
        var realHalf = 1 / 2.0;
        return product * realHalf + half * x;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double SeveralDeclarators(double x, double y)
    {
        double a = x * x, b = a * y, c = a + b;
        return a * b * c;
    }

    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double DeclaredThenAssigned(double x)
    {
        double t;
        t = x * x;
        double u;
        u = t * 3;
        return u + t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Reassigned(double x)
    {
        double t = x * x;
        t = t * x;
        t = Math.Exp(t / 4);
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ReassignedAfterUse(double x, double y)
    {
        double t = x * y;
        double u = t * t;
        t = y;
        return u * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OldValueForgotten(double x, double y)
    {
        double t = Math.Exp(x);
        t = y * y;
        return t + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParameterReassigned(double x, double y)
    {
        x = x * y;
        y = x + y;
        x *= y;
        return x - y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParameterOverwrittenByConstant([ZeroDerivative] double x, double y)
    {
        x = 3;
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double Swap(double x, double y)
    {
        double t = x;
        x = y;
        y = t;
        return x * x * x - y;
    }

    // An overwritten value whose partial needs it: the old sine's argument must survive the overwriting.
    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double OverwrittenNeeded(double x)
    {
        double t = Math.Sin(x);
        t = Math.Sin(t);
        t = Math.Sin(t);
        t = t * t;
        return Math.Sin(t);
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double UnusedLocal(double x)
    {
        double unused = Math.Log(x - 1) * x;
        _ = unused;
        return x * x;
    }

    // Code whose result is not used contributes nothing, not even the NaN of log(-1).
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double UnusedNaN(double x)
    {
        double unused = Math.Log(-x);
        unused = unused * 2;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double NestedBlocks(double x)
    {
        double r = x;
        {
            double t = r * x;
            r = t + 1;
        }

        {
            double t = r * r;
            {
                double u = t - x;
                r = u * t;
            }
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, 2)]
    public static double IntegerLocals(double x, int n)
    {
        int k = n * 2 + 1;
        k += n;
        k -= 2;
        bool odd = (k & 1) == 1;
        double r = x * k;
        return odd ? r * x : r + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstLocal(double x)
    {
        const double Scale = 2.5;
        const int Power = 3;
        return Scale * x * x + Power * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, -2.0)]
    public static double ManyUses(double x, double y)
    {
        double t = x * y + 1;
        double u = t * t + t * x + t * y + Math.Sin(t) + Math.Exp(-t * t);
        return u * t - u / (t * t + 1);
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double CopyThenChange(double x)
    {
        double a = x;
        double b = a;
        a = a * 2;
        b = b * a;
        a = b;
        return a * b;
    }
}
