namespace AutoDiffGen.Corpus;

/// <summary>Methods that call themselves and throw: by-reference parameters have the content of that moment.</summary>
public static partial class RecursionThrowing
{
    [Differentiable, At(1.2, 0.4, 2), Throws(typeof(ArgumentException), 1.2, 0.4, 9)]
    public static void WrittenBefore(double x, out double y, double z, int n)
    {
        y = z * x;
        double t = Deep(z, n);
        y = x * t;
    }

    [Differentiable, At(1.2, 0.4, 2), Throws(typeof(ArgumentException), 1.2, 0.4, 9)]
    public static double WrittenBeforeAndRead(double x, ref double y, int n)
    {
        double t = y * y;
        y = x * t;
        t += Deep(x, n) * y;
        y = t * x;
        return t * Deep(y, n);
    }

    [Differentiable, At(1.2, 0.4, 2), Throws(typeof(ArgumentException), 1.2, 0.4, 9)]
    public static double WrittenInside(double x, ref double y, int n)
    {
        double t = y * x;
        Raises(x, ref y, n);
        t += y * y;
        Raises(t, ref y, n - 1);
        return t * y;
    }

    [Differentiable, At(1.2, 0.4, 2), Throws(typeof(ArgumentException), 1.2, 0.4, 9)]
    public static double WrittenInLoops(double x, ref double y, int n)
    {
        double s = y;
        for (int i = 0; i <= n; i++)
        {
            Raises(x * s, ref y, i);
            s = Math.Sin(s * y) + x;
        }

        return s;
    }

    [Differentiable, At(1.2, 2), Throws(typeof(ArgumentException), 1.2, 9)]
    public static double WrittenByOut(double x, out double y, int n)
    {
        y = x * x;
        Gives(x * y, out y, n);
        return y * x;
    }

    // The reverse sweep asks for the initial content, which the call has overwritten.
    [Differentiable, At(1.2, 0.4, 2), At(1.2, 1.4, 2), At(1.2, 1.4, 0), Throws(typeof(ArgumentException), 1.2, 0.4, 9)]
    public static double InitialContentReadAgain(double x, ref double y, int n)
    {
        double t = x > y ? x * x : 3 * x;
        double s = n > 0 ? Given(x, out y, n) : y;
        return t * s + (x > 2 * y ? y : x);
    }

    private static double Given(double x, out double y, int n)
    {
        Gives(x, out y, n);
        return y * x;
    }

    // Nobody comes to what follows the throw.
    [Differentiable, Throws(typeof(InvalidOperationException), 1.2), At(0.4)]
    public static double AlwaysThrowsInside(double x)
    {
        if (x < 1)
            return x;
        Never(out double t);
        double u = t * x;
        return u + t;
    }

    private static double Deep(double x, int n)
    {
        if (n > 5)
            throw new ArgumentException("too deep");
        return n <= 0 ? x : Math.Sin(x * Deep(x * 0.9, n - 1));
    }

    /// <summary>What is reversed never calls the method that calls itself.</summary>
    [Differentiable(Gradient | Lifted), At(1.5, 2), Throws(typeof(ArgumentException), -1.5, 0), Throws(typeof(ArgumentException), -1.5, 3)]
    public static double AlwaysThrownAfterTheCall(double x, int n)
    {
        if (x < 0)
        {
            double climbed = Climb(x, n);
            throw new ArgumentException($"climbed to {climbed:R}");
        }

        return x * x;
    }

    private static double Climb(double x, int n)
    {
        if (n <= 0)
            return x * x;
        double below = Climb(x, n - 1);
        throw new ArgumentException($"from {below:R}");
    }

    private static void Raises(double x, ref double y, int n)
    {
        y = y * x + 1;
        if (n > 7)
            throw new ArgumentException("too deep");
        if (n <= 0)
            return;
        Raises(x * 0.9, ref y, n > 5 ? n + 1 : n - 1);
        y *= x;
    }

    private static void Gives(double x, out double y, int n)
    {
        y = x * x;
        if (n > 5)
            throw new ArgumentException("too deep");
        if (n <= 0)
            return;
        Gives(x * 0.9, out y, n - 1);
        y *= x;
    }

    private static bool Never(out double y)
    {
        if ((false ? 1.0 : throw new InvalidOperationException("never")) is not > 0.25 and var t)
            y = t;
        y = 2;
        return true;
    }
}
