namespace AutoDiffGen.Corpus;

/// <summary><c>goto case</c> and <c>goto default</c>.</summary>
public static partial class GotoCases
{
    [Differentiable, At(0.7, 0), At(0.7, 1), At(0.7, 2), At(0.7, 3)]
    public static double FallThrough(double x, int n)
    {
        double s = x;
        switch (n)
        {
            case 2:
                s *= x;
                goto case 1;
            case 1:
                s += Math.Sin(s);
                goto case 0;
            case 0:
                s *= 3;
                break;
            default:
                s = -x;
                break;
        }

        return s;
    }

    [Differentiable, At(0.7, 0), At(0.7, 1), At(0.7, 5)]
    public static double ToDefault(double x, int n)
    {
        double s = x;
        switch (n)
        {
            case 0:
                s = s * s;
                goto default;
            case 1:
                if (x > 0.5)
                    goto default;
                s += 1;
                break;
            default:
                s = Math.Cos(s);
                break;
        }

        return s;
    }

    [Differentiable, At(0.7, 3), At(0.7, 0)]
    public static double InALoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            switch (i)
            {
                case 0:
                    s += x;
                    goto case 2;
                case 1:
                    s *= x;
                    break;
                case 2:
                    s = Math.Sin(s);
                    continue;
            }

            s *= s;
        }

        return s;
    }
}
