namespace AutoDiffGen.Corpus;

/// <summary><c>switch</c> statements and expressions over constants.</summary>
public static partial class Switches
{
    [Differentiable(Gradient | Lifted), At(1.5, 0), At(1.5, 1), At(1.5, 2), At(1.5, 7)]
    public static double StatementOverInteger(double x, int n)
    {
        double r = x;
        switch (n)
        {
            case 0:
                r = 2 * x;
                break;
            case 1:
                r *= x;
                break;
            case 2:
                r = Math.Sin(r);
                r *= r;
                break;
            default:
                r = Math.Exp(-r);
                break;
        }

        return r * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 3), At(1.5, 4)]
    public static double SharedLabels(double x, int n)
    {
        double r = 0;
        switch (n)
        {
            case 1:
            case 2:
                r = x * x;
                break;
            case 3:
            default:
                r = x * n;
                break;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 9)]
    public static double NoDefault(double x, int n)
    {
        double r = x;
        switch (n)
        {
            case 1:
                r *= 3;
                break;
            case 2:
                r *= x;
                break;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 9)]
    public static double DefaultFirst(double x, int n)
    {
        double r;
        switch (n)
        {
            default:
                r = x;
                break;
            case 1:
                r = x * x;
                break;
            case 2:
                r = 1 / x;
                break;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 9)]
    public static double EverySectionReturns(double x, int n)
    {
        switch (n)
        {
            case 1:
                return x;
            case 2:
                return x * x;
            default:
                return x * x * x;
        }
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 9)]
    public static double SomeSectionsReturn(double x, int n)
    {
        double r = x * x;
        switch (n)
        {
            case 1:
                return r + x;
            case 2:
                r *= x;
                break;
        }

        return r * 3;
    }

    [Differentiable(Gradient | Lifted), At(1.5, Curve.Linear), At(1.5, Curve.Square), At(1.5, Curve.Wave), At(1.5, Curve.Decay)]
    public static double ExpressionOverEnum(double x, Curve curve) => curve switch
    {
        Curve.Linear => 3 * x,
        Curve.Square => x * x,
        Curve.Wave => Math.Sin(x),
        _ => Math.Exp(-x),
    };

    [Differentiable(Gradient | Lifted), At(1.5, "sin"), At(1.5, "cos"), At(1.5, "tan"), At(1.5, null)]
    public static double ExpressionOverString(double x, string? name) => name switch
    {
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        null => x,
        _ => x * x,
    };

    [Differentiable(Gradient | Lifted), At(1.5, true), At(1.5, false)]
    public static double ExpressionOverBoolean(double x, bool flag) => flag switch
    {
        true => x * x,
        false => 1 / x,
    };

    [Differentiable(Gradient | Lifted), At(1.5, 2, 3), At(1.5, 1, 3), At(1.5, 1, 1), At(1.5, 5, 5), At(1.5, 2, 4)]
    public static double Nested(double x, int n, int m)
    {
        double r = x;
        switch (n)
        {
            case 1:
                switch (m)
                {
                    case 1:
                        r += 5 * x;
                        break;
                    default:
                        r *= x;
                        break;
                }

                r *= 2;
                break;
            case 2:
                r = m switch
                {
                    3 => r * r * r,
                    _ => r,
                };
                break;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0), At(1.5, 1), At(1.5, 2), At(0.5, 0), At(0.5, 2)]
    public static double BranchInsideSection(double x, int n)
    {
        double r = 0;
        switch (n)
        {
            case 0:
                if (x > 1)
                    r = x * x;
                else
                    r = x;
                break;
            case 1:
            {
                double t = x + 1;
                r = t * t;
                break;
            }

            default:
                r = x > 1 ? 1 / x : x;
                break;
        }

        return r * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, 4)]
    public static double SubjectOverwrittenInSection(double x, int n)
    {
        double r = x;
        switch (n % 2)
        {
            case 0:
                n = 10;
                r *= x;
                break;
            case 1:
                n = 20;
                r += 1;
                break;
        }

        return r * n;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 1), At(1.5, 2), At(1.5, 3)]
    public static double ExpressionInsideExpression(double x, int n) =>
        2 * (n switch { 1 => x, 2 => x * x, _ => 4 }) * Math.Exp(n switch { 1 => -x, _ => x });

    [Differentiable(Gradient | Lifted), At(2.6), At(0.4), At(-3.5)]
    public static double OverRoundedReal(double x)
    {
        switch ((int)Math.Round(x))
        {
            case 0:
                return x * x;
            case 3:
                return Math.Sqrt(x);
            default:
                return -x;
        }
    }

    [Differentiable(Gradient | Lifted), At(1.5, 'a'), At(1.5, 'b'), At(1.5, 'z')]
    public static double OverCharacter(double x, char c) => c switch
    {
        'a' => x,
        'b' => x * x,
        _ => x * x * x,
    };
}
