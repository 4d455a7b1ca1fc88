namespace AutoDiffGen.Corpus;

/// <summary>A <c>switch</c> in a loop, whose <c>break</c> is its own and whose <c>continue</c> is the loop's.</summary>
public static partial class LoopSwitches
{
    [Differentiable(Gradient | Lifted), At(0.7, 6), At(0.7, 1), At(0.7, 0)]
    public static double BreakOfTheSwitch(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            switch (i % 3)
            {
                case 0:
                    s += x;
                    break;
                case 1:
                    s *= x;
                    break;
                default:
                    s = Math.Sin(s);
                    break;
            }

            s += 0.1;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 6)]
    public static double ContinueInASwitch(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            switch (i)
            {
                case 1:
                case 3:
                    continue;
                case 2:
                    s *= s;
                    break;
            }

            s = s * x + i;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 6), At(0.7, 2)]
    public static double ReturnInASwitch(double x, int n)
    {
        double s = x;
        int i = 0;
        while (true)
        {
            switch (n - i)
            {
                case 0:
                    return s;
                case 1:
                    s = Math.Exp(s);
                    break;
                default:
                    s = s * x + 1;
                    break;
            }

            i++;
        }
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double SwitchExpression(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = (i % 4) switch
            {
                0 => s + x,
                1 => s * x,
                2 => Math.Sin(s),
                _ => s * s,
            };
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(2.1, 5)]
    public static double SwitchOnTheCarriedValue(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s switch
            {
                > 3 => s / 2,
                > 1 => s * x,
                _ => s + 2 * x,
            };
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 7)]
    public static double StateMachine(double x, int n)
    {
        double s = x;
        int state = 0;
        for (int i = 0; i < n; i++)
        {
            switch (state)
            {
                case 0:
                    s += x;
                    state = s > 1.5 ? 2 : 1;
                    break;
                case 1:
                    s *= 1 + x;
                    state = 0;
                    break;
                case 2:
                    s = Math.Log(s);
                    state = 1;
                    break;
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double LoopInASwitch(double x, int n)
    {
        double s = x;
        switch (n)
        {
            case 3:
                for (int i = 0; i < n; i++)
                {
                    if (i == 2)
                        break;
                    s = Math.Sin(s);
                }

                s *= x;
                break;
            default:
                s = -x;
                break;
        }

        return s;
    }
}
