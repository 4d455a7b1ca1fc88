namespace AutoDiffGen.Corpus;

/// <summary>One variable under two names: what is written through the one is read through the other.</summary>
public static partial class Aliasing
{
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SameLocalTwiceByRef(double x, double y)
    {
        double t = x * y;
        Mix(ref t, ref t);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double SameParameterTwiceByRef(double x)
    {
        Mix(ref x, ref x);
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SwapWithItself(double x, double y)
    {
        double t = x * y;
        Swap(ref t, ref t);
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double SwapTwoLocals(double x, double y)
    {
        double a = x * x, b = y;
        Swap(ref a, ref b);
        return a * a * a - b;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ByValueAndByRef(double x, double y)
    {
        double t = x;
        Scale(ref t, t);
        Scale(ref t, t * y);
        return t;
    }

    // The callee sees its own write through `in`.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double InAliasesRef(double x, double y)
    {
        double t = x * y;
        AddTwice(ref t, in t);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double InAliasesOut(double x, double y)
    {
        double t = x;
        SquareInto(in t, out t, y);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OutTwice(double x, double y)
    {
        double t;
        BothOut(x, y, out t, out t);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ThreeWay(double x, double y)
    {
        double a = x, b = y;
        Rotate(ref a, ref b, ref a);
        return a * a + b;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ThroughTwoCalls(double x, double y)
    {
        double t = x;
        PassOn(ref t, y);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ResultIntoItsOwnRef(double x, double y)
    {
        double t = x;
        t = Take(ref t, y);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ResultAddedToItsOwnRef(double x, double y)
    {
        double t = x;
        t += Take(ref t, y);
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(0.5, 1.5)]
    public static double AliasedInABranch(double x, double y)
    {
        double a = x, b = y;
        if (x > y)
            Mix(ref a, ref a);
        else
            Mix(ref a, ref b);
        return a * b;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double RefParameterAliased(ref double x, double y)
    {
        Mix(ref x, ref x);
        return x * y;
    }

    private static void Mix(ref double a, ref double b)
    {
        a = a * b;
        b = a + b * b;
    }

    private static void Swap(ref double a, ref double b)
    {
        double t = a;
        a = b;
        b = t;
    }

    private static void Scale(ref double t, double by) => t *= by;

    private static void AddTwice(ref double sum, in double x)
    {
        sum = sum * x;
        sum = sum + x * x;
    }

    private static void SquareInto(in double x, out double y, double z)
    {
        y = x * z;
        y = y * x;
    }

    private static void BothOut(double x, double y, out double a, out double b)
    {
        a = x * x;
        b = y * y;
        a = a * x + y;
    }

    private static void Rotate(ref double a, ref double b, ref double c)
    {
        double t = a;
        a = b * c;
        b = c + t;
        c = t * a;
    }

    private static void PassOn(ref double t, double y)
    {
        Mix(ref t, ref t);
        Scale(ref t, y);
    }

    private static double Take(ref double t, double y)
    {
        double old = t;
        t = t * y;
        return old * t;
    }
}
