namespace AutoDiffGen.Corpus;

/// <summary>Side effects inside expressions: C# evaluates from left to right, and so must every derivative.</summary>
public static partial class EvaluationOrder
{
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double LeftReadBeforeRightWrites(double x, double y)
    {
        double t = x;
        return t * (t = y) + t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CompoundReadsLeftFirst(double x, double y)
    {
        double t = x;
        t += (t = y) * 2;
        return t * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CompoundTimesReadsLeftFirst(double x, double y)
    {
        double t = x;
        t *= t = y;
        return t + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double PostfixInAssignment(double x)
    {
        double t = x;
        t = t++ * t + ++t;
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double DivisionOfWrites(double x, double y)
    {
        double t = x;
        return (t += y) / (t += y) / (t += y);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double WritesAmongArguments(double x, double y)
    {
        double t = x;
        return Math.Pow(t, t = y) + Math.Pow(t += x, t);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ArgumentsInOrder(double x, double y)
    {
        double t = x;
        return Weigh(t++, t * y, t = y);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double NamedArgumentsInWrittenOrder(double x, double y)
    {
        double t = x;
        return Weigh(third: t += y, first: t *= 2, second: t);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double NamedThenDefault(double x, double y)
    {
        double t = x;
        return WeighOptional(second: t++, first: t * y);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallsWithSideEffects(double x, double y)
    {
        double t = x;
        return t * Bump(ref t, y) * t + Bump(ref t, x) / t;
    }

    // The left side is read before the call: what the call writes there is lost.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallInCompound(double x, [ZeroDerivative] double y)
    {
        double t = x;
        t += Bump(ref t, y);
        t *= Bump(ref t, t);
        return t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ByValueThenByRef(double x, double y)
    {
        double t = x;
        return Weigh(t, Bump(ref t, y), t);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double WriteInCondition(double x, double y)
    {
        double t = y;
        double r = (t = x * x * x) > 1 ? t * y : t - y;
        return r * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(1.5, 2.5)]
    public static double AndAlsoWrites(double x, double y)
    {
        double t = x;
        if (x > 0 && (t = y * y) > 1)
            t *= x;
        return t * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(-1.5, 2.5)]
    public static double OrElseWrites(double x, double y)
    {
        double t = x;
        if (x > 0 || (t = y * y) > 1)
            t *= x;
        return t * y;
    }

    // & and | evaluate both sides, whatever the first says.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(1.5, 2.5)]
    public static double EagerAndWrites(double x, double y)
    {
        double t = x;
        if (x > 0 & (t = y * y) > 1)
            t *= x;
        return t * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(0.0625, -8.0), At(-0.25, 4.0)]
    public static double ShortCircuitAsValue(double x, double y)
    {
        double t = x;
        bool b = x > 0 && Bump(ref t, y) > 0 || Bump(ref t, x) > 0;
        return b ? t * t : t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(4.0, 0.5), At(-1.5, -0.5)]
    public static double NestedShortCircuits(double x, double y)
    {
        double t = x;
        bool b = ((t *= 2) > 0 || (t = y) > 0) && !((t += x) > 10 && (t = x) > 0);
        return b ? t * x : t * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double WritesInTernaryBranches(double x, double y)
    {
        double t = x;
        double r = t * (x > 0 ? (t = y) : (t = 2 * y)) * t;
        return r + t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double WritesInSwitchExpression(double x, double y)
    {
        double t = y;
        double r = t + (t = x) switch
        {
            > 0 => (t *= 2) + t,
            _ => (t -= y) * t,
        };
        return r * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParenthesesDoNotReorder(double x, double y)
    {
        double t = x;
        return t - (t * (t = y) - (t += x));
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallOrderSeenThroughOut(double x, double y) =>
        Split(x, out double a) * a + Split(a * y, out double b) * b - Split(b, out a) * a;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double OverwrittenInsideItsOwnArgument(double x, double y)
    {
        double t = x;
        t = Weigh(t, t = t * y, t) + t;
        return t;
    }

    private static double Weigh(double first, double second, double third) => first + 10 * second * first + 100 * third * second;

    private static double WeighOptional(double first, double second, double third = 3.5) => first * second * third + third * first;

    private static double Bump(ref double t, double by)
    {
        double old = t;
        t = t * by + 1;
        return old * old;
    }

    private static double Split(double x, out double rest)
    {
        rest = x * x + 1;
        return x / rest;
    }
}
