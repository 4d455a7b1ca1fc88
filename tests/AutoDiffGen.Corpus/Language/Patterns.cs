namespace AutoDiffGen.Corpus;

/// <summary>Patterns: relational, logical, declared, guarded.</summary>
public static partial class Patterns
{
    private const double Threshold = 2.5;

    [Differentiable(Gradient | Lifted), At(-2.0), At(0.5), At(2.0), At(5.0)]
    public static double RelationalOnReal(double x) => x switch
    {
        < 0 => x * x,
        <= 1 => Math.Sin(x),
        > Threshold => Math.Log(x),
        _ => 3 * x,
    };

    [Differentiable(Gradient | Lifted), At(-2.0), At(0.5), At(2.0)]
    public static double AndPattern(double x) => x switch
    {
        > 0 and < 1 => x * x,
        >= 1 and < 10 => Math.Sqrt(x),
        _ => Math.Exp(x),
    };

    [Differentiable(Gradient | Lifted), At(-2.0), At(0.5), At(20.0)]
    public static double OrPattern(double x) => x is < 0 or > 10 ? x * x : Math.Cos(x);

    [Differentiable(Gradient | Lifted), At(1.5, 0), At(1.5, 1), At(1.5, 5)]
    public static double NotPattern(double x, int n) => n is not 0 ? (n is not (1 or 2) ? x * x * n : x) : Math.Exp(x);

    [Differentiable(Gradient | Lifted), At(1.5, 0), At(1.5, 4), At(1.5, 6), At(1.5, 60)]
    public static double IntegerPatterns(double x, int n) => n switch
    {
        0 or 1 => x,
        > 1 and <= 5 => x * x,
        > 5 and not 60 => x * n,
        _ => Math.Sin(x),
    };

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(0.5, 1.5), At(-0.5, -1.5), At(-0.5, 1.5)]
    public static double WhenGuard(double x, double y) => x switch
    {
        > 0 when x > y => x * y,
        > 0 => x / y,
        _ when y < 0 => x * x * y,
        _ => x,
    };

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(0.5, 1), At(1.5, 2), At(0.5, 3)]
    public static double WhenGuardInStatement(double x, int n)
    {
        switch (n)
        {
            case 1 when x > 1:
                return x * x;
            case 1:
                return Math.Exp(x);
            case 2 when x > 1:
                x += 5;
                break;
        }

        return x * n;
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double VarPattern(double x)
    {
        if (x * x * x is var cube && cube > 0)
            return cube * x;
        return cube + x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double VarPatternInSwitch(double x, double y) => (x * y) switch
    {
        var t when t > 0 => t * x,
        var t => t * t + y,
    };

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double DeclarationPattern(double x)
    {
        switch (x + 1)
        {
            case double t when t > 0:
                return t * t;
            case double t:
                return t * x;
        }
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double DiscardPattern(double x)
    {
        bool always = x is var _;
        return always ? x * x : x;
    }

    // The subject of a switch is evaluated once, however many arms look at it.
    [Differentiable(Gradient | Lifted), At(1.5), At(0.25), At(-1.5)]
    public static double SubjectWithSideEffect(double x)
    {
        double t = x;
        double r = (t *= 2) switch
        {
            > 2 => t * x,
            > 0 => t + 1,
            _ => t * t,
        };
        return r + t;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5)]
    public static double GuardWithSideEffect(double x, double y)
    {
        double t = y;
        return x switch
        {
            < 100 when (t = x * y) > 0 => t * t,
            _ => t * x,
        };
    }

    [Differentiable(Gradient | Lifted), At(0.5, 2), At(1.5, 2), At(1.5, -2)]
    public static double PatternInShortCircuit(double x, int n)
    {
        if (x is > 1 and < 2 && n is > 0)
            return x * x * n;
        return x + n * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, Curve.Wave), At(1.5, Curve.Linear), At(1.5, Curve.Decay)]
    public static double EnumOrPattern(double x, Curve curve) => curve switch
    {
        Curve.Linear or Curve.Square => x * x,
        not Curve.Decay => Math.Sin(x),
        _ => Math.Exp(-x),
    };

    [Differentiable(Gradient | Lifted), At(1.5, "a"), At(1.5, "b"), At(1.5, null)]
    public static double NullPattern(double x, string? text)
    {
        if (text is null)
            return x;
        return text is "a" or "c" ? x * x : Math.Exp(x);
    }

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double NaNPattern(double x) => x switch
    {
        double.NaN => 0,
        > 0 => x * x,
        _ => x * 5,
    };

    [Differentiable(Gradient | Lifted), At(0.5), At(1.5), At(2.5), At(3.5), At(-0.5)]
    public static double ParenthesizedPattern(double x) => x switch
    {
        (> 0 and < 1) or (> 2 and < 3) => x * x,
        not (< 0 or > 3) => Math.Log(x),
        _ => x,
    };

    [Differentiable(Gradient | Lifted), At(0.5, 3), At(0.5, 4)]
    public static double DeclaredInteger(double x, int n)
    {
        if (n % 2 is int rest && rest == 1)
            return x * n;
        return x * x + rest;
    }

    // No braces: the compiler gives the branch a block of its own, for the variable.
    [Differentiable(Gradient | Lifted), At(1.5), At(-0.25), At(-1.5)]
    public static double DeclaredInElseIf(double x)
    {
        if (x > 1)
            return x * x;
        else if (x * 2 is > -1 and var y)
            return y * y * x;
        else
            return Math.Exp(x);
    }
}
