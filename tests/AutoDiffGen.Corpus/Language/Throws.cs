namespace AutoDiffGen.Corpus;

/// <summary>Exceptions: on paths not taken they are nothing; on the path taken the derivatives throw as the method does.</summary>
public static partial class Throws
{
    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(ArgumentException), -1.5)]
    public static double Statement(double x)
    {
        if (x < 0)
            throw new ArgumentException("x must not be negative", nameof(x));
        return Math.Sqrt(x);
    }

    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(InvalidOperationException), -1.5)]
    public static double ExpressionInTernary(double x) => x > 0 ? Math.Log(x) : throw new InvalidOperationException("no logarithm");

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), Throws(typeof(ArgumentOutOfRangeException), 1.5, 3)]
    public static double ExpressionInSwitch(double x, int n) => n switch
    {
        1 => x * x,
        2 => Math.Sin(x),
        _ => throw new ArgumentOutOfRangeException(nameof(n), n, "one or two"),
    };

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), Throws(typeof(NotSupportedException), 1.5, 3)]
    public static double StatementInSwitch(double x, int n)
    {
        double r;
        switch (n)
        {
            case 1:
                r = x;
                break;
            case 2:
                r = x * x;
                break;
            default:
                throw new NotSupportedException();
        }

        return r * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(ArgumentOutOfRangeException), -1.5)]
    public static double GuardHelper(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        return Math.Sqrt(x);
    }

    // Nobody knows what elements there are where nobody comes.
    [Differentiable(Gradient | Lifted), At("[0.5, -2]", 0.5), Throws(typeof(InvalidOperationException), "[0.5]", 1.5)]
    public static double ArrayOfAHelperThatOnlyThrows(double[] a, double x)
    {
        if (x > 1)
        {
            double[] t = None(a);
            x += t[0];
        }

        return a[0] * x;
    }

    private static double[] None(double[] a) => throw new InvalidOperationException("none of " + a.Length);

    // What the helper throws is known only after it was put in place of its call.
    [Differentiable(Gradient | Lifted), At(0.5), At(-1.5), Throws(typeof(InvalidOperationException), 1.5)]
    public static double HelperThatOnlyThrows(double x)
    {
        switch (x)
        {
            case > 1:
                Fail(x);
                break;
            case < 0:
                x *= x;
                break;
        }

        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 4.0), Throws(typeof(ArgumentOutOfRangeException), 1.5, 0.0), Throws(typeof(ArgumentOutOfRangeException), 9.5, 1.0)]
    public static double GuardHelpers(double x, double y)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, y);
        return x / y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3), Throws(typeof(ArgumentOutOfRangeException), 1.5, 0)]
    public static double GuardHelperOnInteger(double x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfZero(n);
        return x / n;
    }

    [Differentiable(Gradient | Lifted), At(1.5, "a"), Throws(typeof(ArgumentNullException), 1.5, null), At(1.5, "b")]
    public static double GuardHelperOnString(double x, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name == "a" ? x * x : x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), Throws(typeof(ArgumentException), -1.5, 0.5), Throws(typeof(ArgumentException), 1.5, 3.5)]
    public static double InsideHelper(double x, double y) => Checked(x) * Checked(3 - y);

    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(InvalidOperationException), 3.0)]
    public static double AfterComputing(double x)
    {
        double t = x * x;
        if (t > 4)
        {
            t = Math.Exp(t);
            throw new InvalidOperationException("too large");
        }

        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(ArgumentException), -1.0), Throws(typeof(InvalidOperationException), 11.0)]
    public static double FirstOfTwo(double x)
    {
        if (x > 10)
            throw new InvalidOperationException("first");
        if (x < 0)
            throw new ArgumentException("second");
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(ArgumentException), -1.5)]
    public static double InUnusedExpression(double x)
    {
        double unused = x > 0 ? x : throw new ArgumentException("thrown all the same");
        _ = unused;
        return x * x;
    }

    // The helper is explicit about its exception, so unused results do not excuse leaving it out.
    [Differentiable(Gradient | Lifted), At(1.5), Throws(typeof(ArgumentException), -1.5)]
    public static double UnusedCallThatThrows(double x)
    {
        Checked(x);
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, "wave"), Throws(typeof(ArgumentException), 1.5, "other")]
    public static double InterpolatedMessage(double x, string kind)
    {
        if (kind == "wave")
            return Math.Sin(x);
        throw new ArgumentException($"unknown kind '{kind}'", nameof(kind));
    }

    private static double Checked(double value)
    {
        if (value < 0)
            throw new ArgumentException("negative", nameof(value));
        return Math.Sqrt(value);
    }

    // What is written before is written, whichever way the method throws.
    [Differentiable(Gradient | Lifted), At(1.5, 2.0), Throws(typeof(ArgumentOutOfRangeException), 1.5, -2.0)]
    public static double WrittenBeforeAGuard(ref double x, double y)
    {
        x = x * y;
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        x += y * x;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 2.0), Throws(typeof(ArgumentException), 1.5, -2.0)]
    public static double WrittenBeforeAThrow(ref double x, double y)
    {
        x = x * y;
        if (y < 0)
            throw new ArgumentException("negative");
        x += y * x;
        return x * x;
    }

    private static void Fail(double x) => throw new InvalidOperationException("too large");
}
