namespace AutoDiffGen.Corpus;

/// <summary>Assignments of every kind, and assignments used as values.</summary>
public static partial class Assignments
{
    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-0.5, 2.5)]
    public static double CompoundAll(double x, double y)
    {
        double t = x;
        t += y;
        t *= x;
        t -= y * y;
        t /= y;
        return t;
    }

    [Differentiable(Gradient | Lifted), At(7.5, 2.0)]
    public static double CompoundRemainder(double x, double y)
    {
        double t = x * 2;
        t %= y + 0.3;
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double CompoundWithItself(double x)
    {
        double t = x;
        t += t;
        t *= t;
        t -= t / 3;
        t /= t + 1;
        return t;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double ChainedAssignment(double x, double y)
    {
        double a, b;
        a = b = x * y;
        a *= 2;
        return a * b;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double ChainedCompound(double x, double y)
    {
        double a = x, b = y;
        a += b *= x;
        b -= a /= 2;
        return a * b;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double AssignmentAsOperand(double x)
    {
        double t;
        return (t = x * x) * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CompoundAsOperand(double x, double y)
    {
        double t = x;
        double r = (t += y) * (t *= 2) + t;
        return r - t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double IncrementStatements(double x)
    {
        double t = x * x;
        t++;
        ++t;
        t *= x;
        t--;
        --t;
        return t * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double PostfixAsValue(double x)
    {
        double t = x;
        double a = t++ * t;
        double b = t-- / t;
        return a + b * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double PrefixAsValue(double x)
    {
        double t = x;
        double a = ++t * t;
        double b = --t / (t + 3);
        return a + b * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double IncrementParameter(double x)
    {
        x++;
        return x++ * --x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3)]
    public static double IntegerIncrements(double x, int n)
    {
        int k = n++;
        double r = x * k++ + x * --n;
        return r * k + n;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 13)]
    public static double IntegerCompound(double x, int n)
    {
        n += 3;
        n *= 2;
        n /= 3;
        n %= 7;
        n <<= 2;
        n >>= 1;
        n |= 8;
        n &= 13;
        n ^= 2;
        return n * x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3)]
    public static double IntegerAssignmentAsValue(double x, int n)
    {
        int k;
        double t = k = n + 1;
        return t * x + (k = 7) * x * x + k;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double DiscardedValue(double x)
    {
        double t = x;
        _ = t *= x;
        _ = t + 1;
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, true), At(1.5, false), At(2.5, true), At(2.5, false)]
    public static double BooleanAssignments(double x, bool flag)
    {
        bool a = !flag;
        a |= x > 2;
        flag &= a;
        flag ^= true;
        return flag ? x * x : x + 1;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SelfAssignment(double x, double y)
    {
        double t = x * y;
#pragma warning disable CS1717 // Assigning a variable to itself is the point: its adjoint must not be lost or doubled.
        t = t;
#pragma warning restore CS1717
        return t * t;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 2.5)]
    public static double RotateThree(double a, double b, double c)
    {
        double t = a;
        a = b;
        b = c;
        c = t;
        t = a * a;
        a = b * t;
        return a * b - c;
    }
}
