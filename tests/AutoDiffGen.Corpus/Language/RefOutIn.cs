namespace AutoDiffGen.Corpus;

/// <summary><c>ref</c>, <c>out</c> and <c>in</c>, on attributed methods and on the helpers they call.</summary>
public static partial class RefOutIn
{
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double InParameter(in double x, in double y) => x * y + x;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double RefParameter(ref double x, double y)
    {
        x = x * y;
        return x + y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double RefOnlyRead(ref double x, double y) => x * x * y;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double TwoReferencesOnlyRead(ref double x, ref double y) => x * y + x;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OutParameter(double x, double y, out double sum)
    {
        sum = x + y * y;
        return x * sum;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OutReadBack(double x, double y, out double t)
    {
        t = x * y;
        t += x;
        double r = t * t;
        t = Math.Sin(t);
        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OutAndRef(ref double x, out double y, double z)
    {
        y = x * z;
        x = y + z;
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double RefOverwrittenByConstant([ZeroDerivative] ref double x, double y)
    {
        x = 3;
        return x * y;
    }

    [Differentiable, At(1.5, 0.5)]
    public static void VoidWithOut(double x, double y, out double result) => result = x * x * y;

    [Differentiable, At(1.5, 0.5)]
    public static void VoidWithRef(ref double x, ref double y)
    {
        double t = x;
        x = y * t;
        y = t + x * x;
    }

    [Differentiable, At(1.5, 0.5)]
    public static void VoidSwap(ref double x, ref double y)
    {
        double t = x;
        x = y;
        y = t;
    }

    [Differentiable, At(0.7, 1.3)]
    public static void VoidTwoOuts(double angle, double radius, out double x, out double y)
    {
        x = radius * Math.Cos(angle);
        y = radius * Math.Sin(angle);
    }

    [Differentiable, At(1.5), At(-1.5)]
    public static void VoidWithEarlyReturn(ref double x)
    {
        if (x < 0)
        {
            x = x * x;
            return;
        }

        x = Math.Sin(x);
    }

    [Differentiable, At(1.5, 0.75), At(-1.5, 0.75)]
    public static void VoidReturnBeforeWrites(double x, ref double sum)
    {
        if (x < 0)
            return;
        sum += x * x * sum;
    }

    [Differentiable, At(4.0), At(-4.0)]
    public static bool TryRoot(double x, out double root)
    {
        if (x < 0)
        {
            root = 0;
            return false;
        }

        root = Math.Sqrt(x);
        return true;
    }

    [Differentiable, At(2.7, 1.0)]
    public static int SplitInteger(double x, ref double fraction)
    {
        int whole = (int)x;
        fraction *= x - whole;
        return whole;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 4)]
    public static double IntegerByRef(double x, ref int n, out bool even)
    {
        even = n % 2 == 0;
        n++;
        return x * n;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallWithRef(double x, double y)
    {
        double t = x;
        Accumulate(ref t, y);
        Accumulate(ref t, x);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallWithOutVar(double x, double y)
    {
        Polar(x, y, out double r2, out var ratio);
        return r2 * ratio;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallWithOutLocal(double x, double y)
    {
        double a = x * 10, b;
        Polar(x, y, out a, out b);
        return a * b + a;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallWithOutDiscard(double x, double y)
    {
        Polar(x, y, out _, out double ratio);
        return ratio * x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallWithIn(double x, double y)
    {
        double t = x * y;
        return Product(in t, y) + Product(t, x) + Product(x + y, t) + Product(in x, 2) + Product(2, x);
    }

    [Differentiable(Gradient | Lifted), At(4.0), At(-4.0)]
    public static double CallInCondition(double x)
    {
        if (TryRoot(x, out double root))
            return root * x;
        return x * x + root;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double RefPassedOn(ref double x, double y)
    {
        Accumulate(ref x, y);
        double kept = x;
        Accumulate(ref x, kept);
        return x * kept;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OutPassedOn(double x, double y, out double r2)
    {
        Polar(x, y, out r2, out double ratio);
        return ratio + r2;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double InPassedOn(in double x, double y) => Product(in x, y) * Product(in y, x) + Product(x, x);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParameterByRefToHelper(double x, double y)
    {
        Accumulate(ref x, y);
        Accumulate(ref y, x);
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double CallAttributedWithRef(double x)
    {
        double t = x;
        double r = RefParameter(ref t, x);
        VoidSwap(ref t, ref r);
        return t * t + r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double NamedByRefArguments(double x, double y)
    {
        double t = x;
        Polar(ratio: out double ratio, y: t *= 2, x: y, r2: out double r2);
        return ratio * r2 + t;
    }

    [Differentiable, At(0.25f, 1.5f)]
    public static void FloatByRef(float x, ref float y)
    {
        y = x * y + x;
    }

    private static void Accumulate(ref double sum, double x) => sum += x * sum;

    private static void Polar(double x, double y, out double r2, out double ratio)
    {
        r2 = x * x + y * y;
        ratio = y / x;
    }

    private static double Product(in double a, double b) => a * b + a;
}
