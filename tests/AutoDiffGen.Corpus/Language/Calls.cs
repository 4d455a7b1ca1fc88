namespace AutoDiffGen.Corpus;

/// <summary>Calls of static methods with a body in the compilation.</summary>
public static partial class Calls
{
    // Left out, as of release builds.
    [Differentiable(Gradient | Lifted), At(1.5, 3), At(0.5, 0)]
    public static double Asserted(double x, int n)
    {
        System.Diagnostics.Debug.Assert(x > 0 && !double.IsNaN(Math.Sqrt(x)), $"{nameof(x)} is {x}");
        if (n > 2)
            System.Diagnostics.Debug.Assert(n is > 0 and < 10);
        return n > 2 ? x * x : Math.Sqrt(x);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ParenthesizedArguments(double x, double y) =>
        Math.Exp((x * y)) + Math.Max((x), ((y))) * Cube((x + y)) + Cube(x: ((y)));

    // No braces: the compiler gives each branch a block of its own, for the variable.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double OutVariableInBareBranch(double x, double y)
    {
        if (x > 0)
            y += CubeAndSquare(x, out double square) * square;
        else
            return CubeAndSquare(y, out double square) * square * x;
        return x * y;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ToHelper(double x) => Cube(x) + 1;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double HelperTwice(double x, double y) => Cube(x) * Cube(y) + Cube(x * y);

    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double HelperOfHelper(double x) => Bell(Cube(x)) * Bell(x);

    [Differentiable(Gradient | Lifted), At(0.9375)]
    public static double NestedCalls(double x) => Cube(Cube(Cube(x)));

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double HelperWithBranches(double x) => Folded(x) * x + Folded(-2 * x);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ToAttributed(double x) => ToHelper(x) * HelperWithBranches(x);

    [Differentiable(Gradient | Lifted), At(1.5, 2.0)]
    public static double ToOtherType(double x, double y) => CallTargets.Weighted(x, y) + CallTargets.Nested.Decay(x * y);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double OptionalArguments(double x) => Affine(x) + Affine(x, 3) + Affine(x, 3, x);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double NamedArguments(double x, double y) => Affine(offset: x, x: y) + Affine(slope: y * y, x: x);

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, 2), At(1.5, 1)]
    public static double HelperWithInteger(double x, int n) => PowerOf(x, n) + PowerOf(x, n - 1);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double HelperWithConstantArguments(double x) => Affine(2, x, 1) + Affine(3) + PowerOf(2, 3) * x;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(0.5, 1.5)]
    public static double BooleanHelper(double x, double y) => IsLarger(x, y) ? x * y : x - y;

    [Differentiable(Gradient | Lifted), At(2.7), At(-1.3)]
    public static double IntegerHelper(double x) => x * Rounded(x);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ExpressionStatementCall(double x)
    {
        double t = x;
        Double(ref t);
        Double(ref t);
        return t * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double HelperReassignsItsParameter(double x, double y)
    {
        double t = x;
        double r = Churn(t, y);
        return r * t;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5), At(0.25)]
    public static double HelperWithEarlyReturns(double x) => Piecewise(x) + Piecewise(x * x) * x;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double CallInBranch(double x) => x > 0 ? Cube(x) : Bell(x);

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double CallInCondition(double x)
    {
        double r = x;
        if (Cube(x) > 1)
            r *= Cube(r);
        return r + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double CallAmongArguments(double x, double y) => Affine(Cube(x), Bell(y), Affine(x, y));

    // Overloads that a derivative must not confuse.
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Overloaded(double x) => x * x;

    [Differentiable(Gradient | Lifted), At(1.5, 3)]
    public static double Overloaded(double x, int n) => Overloaded(x) * n;

    [Differentiable(Gradient | Lifted), At(1.5, 3.0)]
    public static double Overloaded(double x, double y) => Overloaded(x) * Overloaded(y, 2);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ImplicitConversionOfArgument(double x) => Overloaded(x, 'a') * Affine(3, 'b', x);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ExtensionCall(double x, double y) => (x * y).Squared() + x.Squared();

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double HelperIgnoresArgument(double x, [ZeroDerivative] double y) => FirstOf(x, Math.Exp(y)) * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantHelper(double x) => Seven(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3, 0.6)]
    public static double DeepChain(double x, double y) => Level1(x, y) * Level3(y, x);

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5), At(0.25)]
    public static double OutVariableInShortCircuit(double x)
    {
        if (TryLog(x, out double log) && log > 0 && TryLog(log * x, out var again))
            return log * again;
        return x * x + log;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double OutVariableInGuard(double x) => x switch
    {
        var t when TryLog(t, out double log) => log * t,
        _ => x * 3,
    };

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double OutVariableInTernary(double x) => TryLog(x, out double log) ? log * x : log - x * x;

    // Names in the helper are the caller's too.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double HelperWithTheSameNames(double x, double y)
    {
        double t = x * y;
        double y1 = Churn(y, t);
        double t1 = Churn(t, x);
        t = y1 * t1;
        return t + Churn(t1, t);
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double TernaryWithEffectsAsArguments(double x, double y)
    {
        double t = x;
        return Affine(t > 0 ? t++ : t--, t * y, t > 1 ? (t = y) : t) + t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double HelperThrowsOnAnotherPath(double x, double y) => x > 0 ? Strict(x) * y : Strict(-x) + Strict(y);

    private static bool TryLog(double x, out double log)
    {
        if (x > 0)
        {
            log = Math.Log(x);
            return true;
        }

        log = x;
        return false;
    }

    private static double Strict(double x) => x > 0 ? Math.Sqrt(x) : throw new ArgumentException("strictly positive", nameof(x));

    private static double Cube(double x) => x * x * x;

    private static double CubeAndSquare(double x, out double square)
    {
        square = x * x;
        return square * x;
    }

    private static double Bell(double x) => Math.Exp(-Half(x * x));

    private static double Half(double x) => x / 2;

    private static double Folded(double x)
    {
        if (x < 0)
            return -x * x;
        return Math.Sin(x);
    }

    private static double Affine(double x, double slope = 2, double offset = -1) => slope * x * x + offset * x;

    private static double PowerOf(double x, int n) => n switch
    {
        0 => 1,
        1 => x,
        2 => x * x,
        _ => x * x * x,
    };

    private static bool IsLarger(double x, double y) => x > y;

    private static int Rounded(double x) => (int)Math.Round(x);

    private static void Double(ref double x) => x *= 2;

    private static double Churn(double t, double y)
    {
        t = t * y;
        y = t + y;
        t *= y;
        return t - y;
    }

    private static double Piecewise(double x)
    {
        if (x > 1)
        {
            if (x > 2)
                return Math.Log(x);
            x *= 2;
        }
        else if (x < 0)
        {
            return x * x;
        }

        return x * 3;
    }

    private static double Squared(this double x) => x * x;

    private static double FirstOf(double x, double y) => x * x;

    private static double Seven(double x) => 7;

    private static double Level1(double x, double y) => Level2(x * y, x) + y;

    private static double Level2(double x, double y) => Level3(x + y, y) * x;

    private static double Level3(double x, double y) => Math.Sin(x) * y;
}

/// <summary>Helpers in a type that is not partial: accessible, so differentiable.</summary>
internal static class CallTargets
{
    public static double Weighted(double x, double y) => 0.3 * x * x + 0.7 * y;

    public static class Nested
    {
        public static double Decay(double x) => Math.Exp(-x);
    }
}
