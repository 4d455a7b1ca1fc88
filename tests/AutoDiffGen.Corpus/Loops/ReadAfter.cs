namespace AutoDiffGen.Corpus;

/// <summary>Variables assigned in a loop and read after it.</summary>
public static partial class LoopReadAfter
{
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1), At(0.7, 0)]
    public static double LastValue(double x, int n)
    {
        double last = x;
        for (int i = 0; i < n; i++)
            last = Math.Sin(x * (i + 1));
        return last;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 1), At(0.7, 0)]
    public static double LastConditionalValue(double x, int n)
    {
        double last = -x;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 1)
                last = x * x * i;
        }

        return last;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ValueAtTheMaximum(double x, int n)
    {
        double best = double.NegativeInfinity, at = 0;
        for (int i = 0; i < n; i++)
        {
            double y = Math.Sin(x * i);
            if (y > best)
            {
                best = y;
                at = x * i * i;
            }
        }

        return at + best;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double ZeroTripsKeepTheOld(double x, int n)
    {
        double y = x * x;
        for (int i = 0; i < n; i++)
            y = x + i;
        return y * y;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double OverwrittenAfter(double x, int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = Math.Exp(y);
        y = x * 3;
        return y * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double ParameterOverwritten(double x, int n)
    {
        for (int i = 0; i < n; i++)
            x = Math.Sin(x) + 1;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double ManyValuesRead(double x, int n)
    {
        double a = 0, b = 0, c = 0;
        for (int i = 0; i < n; i++)
        {
            a = x * i;
            b = a * a + b;
            c = Math.Sin(b) - c;
        }

        return a + 2 * b + 3 * c;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double ReadBetweenLoops(double x, int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = Math.Sin(y) + 0.2;
        double kept = y;
        for (int i = 0; i < n; i++)
            y = Math.Cos(y) * kept;
        return y + kept * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(1.4, 4)]
    public static double AssignedInABreakingIteration(double x, int n)
    {
        double s = x, atBreak = 0;
        for (int i = 0; i < n; i++)
        {
            s *= 1.3;
            if (s > 2)
            {
                atBreak = s * i;
                break;
            }
        }

        return s + atBreak;
    }
}
