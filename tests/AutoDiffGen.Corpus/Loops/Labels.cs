namespace AutoDiffGen.Corpus;

/// <summary><c>goto</c> and labels.</summary>
public static partial class GotoLabels
{
    [Differentiable(Gradient), At(0.7, 3), At(0.7, 1)]
    public static double Backwards(double x, int n)
    {
        double s = x;
    again:
        s = Math.Sin(s) + x;
        if (--n > 0)
            goto again;
        return s;
    }

    [Differentiable(Gradient), At(0.7, 3), At(1.7, 3)]
    public static double OutOfTwoLoops(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                s = s * x + j;
                if (s > 6)
                    goto done;
            }
        }

        s *= x;
    done:
        return s * s;
    }

    [Differentiable(Gradient), At(0.7, 3), At(2.0, 3)]
    public static double ContinueOuter(double x, int n)
    {
        double s = 0;
        for (int i = 1; i <= n; i++)
        {
            double p = x;
            for (int j = 0; j < n; j++)
            {
                p *= x;
                if (p > 9)
                    goto next;
            }

            s += p / i;
        next:
            s += x;
        }

        return s;
    }

    [Differentiable(Gradient), At(0.7), At(-0.7)]
    public static double Forwards(double x)
    {
        double s = x * x;
        if (x > 0)
            goto positive;
        s = -s;
        goto end;
    positive:
        s *= x;
    end:
        return s;
    }
}
