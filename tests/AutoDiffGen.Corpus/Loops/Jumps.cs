namespace AutoDiffGen.Corpus;

/// <summary><c>break</c>, <c>continue</c> and <c>return</c> in loops.</summary>
public static partial class LoopJumps
{
    // What the other branch does runs on, and what follows it with it: the loop's own exit leaves the loop, not the branch.
    [Differentiable(Gradient | Lifted), At(0.7), At(2.0), Throws(typeof(ArgumentException), 0.2)]
    public static double BesideABranchThatThrows(double x)
    {
        if (x < 0.5)
        {
            throw new ArgumentException("too small");
        }
        else
        {
            while (true)
            {
                if (!(x <= 3))
                    break;
                x *= x + 1;
            }
        }

        double y = Math.Sin(x);
        return y * x;
    }

    [Differentiable(Gradient | Lifted), At("[0.5, 1.25, -0.5]", 0.7, 2), At("[0.5, 1.25, -0.5]", 0.7, 0), Throws(typeof(ArgumentException), "[0.5]", 0.7, 1)]
    public static double BesideCasesThatThrow(double[] a, double x, int n)
    {
        double sum = 0;
        foreach (double u in a)
        {
            switch (n)
            {
                case 1:
                    throw new ArgumentException("one");
                case 2:
                    for (int i = 0; ; i++)
                    {
                        if (i > 3 || x > 5)
                            break;
                        x += u * u;
                    }

                    break;
                default:
                    if (u > 100)
                        throw new ArgumentException("too large");
                    else
                        for (int i = 0; i < 5; i++)
                        {
                            if (x > 4)
                                break;
                            x += 1.5;
                        }

                    break;
            }

            double term = u * x;
            sum += term * term;
        }

        double result = sum * x;
        return result;
    }

    // The round that is left does not get to the element, which is none.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7), At("[]", 0.7)]
    public static double ReadsOnlyAfterTheBreak(double[] a, double x)
    {
        double sum = 0, next = x;
        int k = 0;
        while (true)
        {
            k++;
            sum += next * next;
            if (k > a.Length)
                break;
            next = x * a[k - 1];
        }

        return sum;
    }

    // The round that is left does not get to its array.
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double ArrayOnlyAfterTheBreak(double x, int n)
    {
        double sum = x, last = 1;
        while (true)
        {
            sum += last * x;
            if (n-- <= 0)
                break;
            double[] pair = [x, sum * x];
            last = pair[1] - last;
        }

        return sum;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(1.9, 5), At(0.7, 0)]
    public static double Break(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + 1;
            if (s > 4)
                break;
            s += x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 1)]
    public static double Continue(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s += Math.Sin(x * i);
            if (i % 2 == 0)
                continue;
            s *= x;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(1.9, 5), At(0.7, 0)]
    public static double Return(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + 1;
            if (s > 4)
                return s * i;
        }

        return -s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 6), At(1.4, 6), At(3.0, 6)]
    public static double AllThree(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i == 1)
                continue;
            s = s * x + i;
            if (s > 20)
                return s * x;
            if (s > 7)
                break;
            s -= 0.1 * x;
        }

        return s + x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(1.7, 3)]
    public static double ReturnFromNested(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                s = s * x + j;
                if (s > 6)
                    return s * s;
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(1.7, 3)]
    public static double BreakInner(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double row = x;
            for (int j = 0; j < 5; j++)
            {
                row *= x + j;
                if (row > 3)
                    break;
            }

            s += row;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(1.7, 3)]
    public static double BreakBothByFlag(double x, int n)
    {
        double s = x;
        bool stop = false;
        for (int i = 0; i < n && !stop; i++)
        {
            for (int j = 0; j < n; j++)
            {
                s = s * x + j;
                if (s > 6)
                {
                    stop = true;
                    break;
                }
            }
        }

        return s * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double ContinueInWhile(double x, int n)
    {
        double s = x;
        while (n-- > 0)
        {
            if (n == 2)
                continue;
            s = s * x + n;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 1)]
    public static double ContinueInDo(double x, int n)
    {
        double s = x;
        do
        {
            s = Math.Sin(s) + x;
            if (n % 2 == 0)
                continue;
            s *= x;
        }
        while (--n > 0);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(-0.7, 4)]
    public static double UnconditionalBreak(double x, int n)
    {
        double s = x;
        while (n > 0)
        {
            s *= x;
            if (x > 0)
                s += 1;
            break;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(-0.7, 4), At(0.7, 0)]
    public static double ReturnInTheFirstIteration(double x, int n)
    {
        while (n > 0)
        {
            if (x > 0)
                return x * x + n;
            else
                return -x;
        }

        return x * x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 8), At(0.7, 3), At(0.7, 2), At(0.7, 0)]
    public static double JumpsInBothBranches(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 0)
            {
                s = Math.Sin(s);
                continue;
            }
            else if (i == 7)
            {
                s *= 2;
                break;
            }

            s = s * x + 1;
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3, 4), At(2.0, 3, 4)]
    public static double ContinueOuterByFlag(double x, int n, int m)
    {
        double s = 0;
        for (int i = 1; i <= n; i++)
        {
            double p = x;
            bool skip = false;
            for (int j = 0; j < m; j++)
            {
                p *= x;
                if (p > 9)
                {
                    skip = true;
                    break;
                }
            }

            if (skip)
                continue;
            s += p / i;
        }

        return s + x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 2), At(1.3, 5)]
    public static double ReturnFromHelpersLoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += FirstAbove(x + i, n) * x;
        return s;
    }

    private static double FirstAbove(double x, int n)
    {
        double p = x;
        for (int i = 0; i < n; i++)
        {
            p *= x;
            if (p > 5)
                return p * 0.5;
        }

        return p;
    }

    // What comes last in the round is no step: it is the result of a call of the round.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3, 0.5]", 0.7), At("[2]", 0.7)]
    public static double CallAfterTheBreak(double[] a, double x)
    {
        double s = 0, u = 1;
        int i = 0;
        while (true)
        {
            s += a[i] * u;
            if (++i >= a.Length)
                break;
            u = Weight(x, i);
        }

        return s;
    }

    private static double Weight(double x, int i) => Math.Sin(x * i) + x;

    // The condition and the step are calls: the round that is left does not get to the second.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3, 0.5]", 0.7), At("[]", 0.7)]
    public static double CallsInTheHeader(double[] a, double x)
    {
        double s = 0;
        for (int i = 0; GoesOn(i, a, ref s); i = Next(i, ref x))
            s += a[i] * x;
        return s * x;
    }

    private static bool GoesOn(int i, double[] a, ref double s)
    {
        s *= 0.9;
        return i < a.Length;
    }

    private static int Next(int i, ref double x)
    {
        x *= 1.1;
        return i + 1;
    }

    // The loop that is left goes on from there in the next round of the one around it: its step must not have run.
    [Differentiable(Gradient | Lifted), At("[1, 0.2, 0.3, 2, 0.1, 0.1]", 0.7), At("[0.1, 0.1]", 0.7), At("[]", 0.7)]
    public static double GoesOnWhereItWasLeft(double[] a, double x)
    {
        double s = 0;
        int i = 0;
        for (int r = 0; r < 4; r++)
        {
            for (; i < a.Length; i++)
            {
                s = s * x + a[i];
                if (a[i] > 0.9 && r != 1)
                    break;
            }

            s *= 1.1;
        }

        return s;
    }

    // Set on one way only, it goes on from where it was left on the other.
    [Differentiable(Gradient | Lifted), At("[1, 0.2, 0.3, 2, 0.1, 0.1]", 0.7), At("[0.1, 0.1]", 0.7)]
    public static double GoesOnUnlessItBeginsAgain(double[] a, double x)
    {
        double s = 0;
        int i = 0;
        for (int r = 0; r < 5; r++)
        {
            if (r == 3)
                i = 0;
            for (; i < a.Length; i++)
            {
                s = s * x + a[i];
                if (a[i] > 0.9 && r != 1)
                    break;
            }

            s *= 0.9;
        }

        return s;
    }

    // Likewise where the index is real.
    [Differentiable(Gradient | Lifted), At(0.7), At(1.3)]
    public static double GoesOnFromARealIndex(double x)
    {
        double s = x, t = 0.25;
        for (int r = 0; r < 3; r++)
        {
            while (true)
            {
                s = s * x + t;
                if (t > 0.4 * (r + 1))
                    break;
                t += 0.25;
            }

            s *= x;
        }

        return s;
    }
}
