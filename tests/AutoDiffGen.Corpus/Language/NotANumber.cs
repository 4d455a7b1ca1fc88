namespace AutoDiffGen.Corpus;

/// <summary>NaN is neither less nor not less: turning a condition round would take another path.</summary>
public static partial class NotANumber
{
    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 3.0 }), At(1.0, 2.0), At(3.0, 2.0)]
    public static double NotLess(double x, double y)
    {
        if (!(x < y))
            return 3 * y;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 4.0 }), At(1.0, 2.0), At(3.0, 2.0)]
    public static double ElseOfLess(double x, double y) => x < y ? x * y : y * y;

    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 4.0 }), At(1.0, 2.0), At(3.0, 2.0)]
    public static double ElseOfGreaterOrEqual(double x, double y)
    {
        double r;
        if (x >= y)
        {
            r = x * y;
        }
        else
        {
            // Reached with NaN: x is not read here.
            r = x < y ? x - y : y * y;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 4.0 }), At(1.0, 2.0)]
    public static double TestForNaN(double x, double y)
    {
#pragma warning disable CS1718 // Comparing a variable with itself is a test for NaN.
        if (x != x)
            return y * y;
#pragma warning restore CS1718
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 1.0 }), At(1.0, 2.0), At(-1.0, 2.0)]
    public static double Patterns(double x, double y) => x switch
    {
        > 0 => x * y,
        not (<= 0) => y,
        _ => x + y * y,
    };

    [Differentiable(Gradient | Lifted), At(2.0), Throws(typeof(ArgumentException), double.NaN), Throws(typeof(ArgumentException), -1.0)]
    public static double GuardThatCatchesNaN(double x)
    {
        if (!(x > 0))
            throw new ArgumentException("not positive");
        return Math.Log(x);
    }

    [Differentiable(Gradient | Lifted), At(2.0), At(double.NaN, Gradient = new[] { 0.0 }), Throws(typeof(ArgumentException), -1.0)]
    public static double GuardThatLetsNaNPass(double x)
    {
        double r = 5;
        if (x <= 0)
            throw new ArgumentException("not positive");
        if (x > 0)
            r = Math.Log(x);
        return r;
    }

    [Differentiable(Gradient | Lifted), At(double.NaN, 2.0, Gradient = new[] { 0.0, 1.0 }), At(1.0, 2.0), At(3.0, 2.0)]
    public static double NegatedLogic(double x, double y) => !(x < y || x >= y) ? y : !(x < y && y > 0) ? x * x : x * y;
}
