namespace AutoDiffGen.Corpus;

/// <summary><c>goto</c> and labels.</summary>
public static partial class GotoLabels
{
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 1)]
    public static double Backwards(double x, int n)
    {
        double s = x;
    again:
        s = Math.Sin(s) + x;
        if (n-- > 1)
            goto again;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(1.7, 3)]
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

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(2.0, 3)]
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

    [Differentiable(Gradient | Lifted), At(0.7), At(-0.7)]
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

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0)]
    public static double LoopsOfLabels(double x, int n)
    {
        double s = x;
        int i = 0;
    top:
        if (i >= n)
            goto end;
        int j = 0;
    inner:
        if (j > i)
            goto step;
        s = s * x + j;
        j++;
        goto inner;
    step:
        i++;
        goto top;
    end:
        return s;
    }

    // Either label is jumped back to from behind the other.
    [Differentiable(Gradient | Lifted), At(0.9)]
    public static double RepeatedPartsThatCross(double x)
    {
        double s = x;
        int k = 0;
    first:
        k++;
        s *= x;
        if (k < 3)
            goto first;
    second:
        k++;
        s += x;
        if (k < 6)
            goto first;
        if (k < 9)
            goto second;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(-0.7, 0.4), At(0.7, 0.4), At(0.7, 1.4)]
    public static double PartsThatCross(double x, double y)
    {
        double s = x * y;
        if (x < 0)
            goto first;
        s += x;
        if (y > 1)
            goto second;
        s *= y;
    first:
        s *= x;
    second:
        return s * s;
    }

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 0.1, 0.9, 1.1 }, 0.8), At(new[] { 0.3, 0.1 }, 0.8), At(new double[0], 0.8)]
    public static double OutOfASwitch(double[] a, double x)
    {
        int i = 0;
        double s = 0;
    next:
        if (i == a.Length)
            goto done;
        double v = a[i++];
        if (v < 0.2)
            goto next;
        switch (i)
        {
            case 1:
                s += v;
                goto next;
            case 2:
                s -= v * x;
                break;
            case 4:
                goto done;
            default:
                goto next;
        }

        s *= v;
        goto next;
    done:
        return s * x;
    }

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 1.1 }, 0.8), At(new[] { 0.3, 0.2, 0.1 }, 0.8)]
    public static double StoresUntilFound(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= x;
            if (a[i] > 0.5)
                goto found;
        }

        return -a[0] * a[1];
    found:
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] > 0.9)
                goto end;
            a[i] *= a[0];
        }

    end:
        return a[0] + a[1] * a[2];
    }

    // The round is begun again from within another loop, with what it has done so far.
    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 1.1 }, 1.9), At(new[] { 1.3, 1.7, 1.1 }, 1.9)]
    public static double Retry(double[] a, double x)
    {
        int tries = 0;
    retry:
        double u = x;
        foreach (double v in a)
        {
            u = u * v + 1;
            if (u > 2.5 && tries < 3)
            {
                tries++;
                x *= 0.5;
                goto retry;
            }
        }

        return u * x;
    }

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7 }, 0.8), At(new[] { 0.5, 0.7 }, 0.8), At(new[] { 2.5, 0.7 }, 0.8)]
    public static double DeclaredOnTheWay(double[] a, double x)
    {
        if (a[0] > 2)
            goto small;
        double[] b = new double[2];
        double factor = a[0] * x;
        b[0] = x;
        b[1] = factor;
        if (a[0] > 0.4)
            goto large;
        b[0] += a[1];
    large:
        return b[0] * b[1] * factor;
    small:
        factor = x * x;
        return factor * a[1];
    }

    [Differentiable(Gradient), At(new[] { 0.3, 0.7, 0.2 }, 0.8)]
    public static double ReferencesInARepeatedPart(double[] a, double x)
    {
        int i = 0;
        ref double r = ref a[0];
    again:
        r *= x;
        r = ref a[i];
        r += 0.1;
        ref double own = ref a[2 - i];
        own *= x;
        if (++i < 3)
            goto again;
        return a[0] * a[1] + a[2] * r;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double BesideGotoCase(double x, int n)
    {
        double s = 0;
        for (int i = 0; ; i++)
        {
            if (i > n)
                goto end;
            s += x;
            switch (i)
            {
                case 0:
                    goto case 2;
                case 1:
                    s *= x;
                    goto last;
                case 2:
                    s += 0.3;
                    break;
            }

            s *= 1.1;
        last:
            s -= 0.1;
        }

    end:
        return s * s;
    }

    [Differentiable(Gradient | Lifted), At(0.9, 4), At(0.9, 0)]
    public static double IntoARepeatedPart(double x, int n)
    {
        goto middle;
    top:
        x *= x;
    middle:
        if (n-- > 1)
            goto top;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.9), At(-0.9)]
    public static double BetweenRepeatedParts(double x)
    {
        int k = 0;
        double s = x;
        if (x > 0)
            goto middle;
    top:
        s *= x;
        double u = s + k;
        if (k > 5)
            goto end;
    low:
        k++;
        s += u * x;
        if (k == 2)
            goto middle;
        if (k < 4)
            goto top;
        goto end;
    middle:
        u = x * x;
        k++;
        if (k < 3)
            goto low;
        goto top;
    end:
        return s * u;
    }

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 0.2 }, 0.8), At(new[] { 0.3, 0.7, 0.2 }, -0.8)]
    public static double StoresBetweenRepeatedParts(double[] a, double x)
    {
        int i = 0;
        if (x < 0)
            goto second;
    first:
        a[i] *= x;
        i++;
        for (int j = 0; j < 3; j++)
        {
            if (i > 8)
                goto done;
            if (i == 3)
                goto second;
            a[j] += a[2] * 0.1;
        }

    second:
        i++;
        if (i < 3)
            goto first;
        a[0] *= 2;
        if (i < 7)
        {
            i++;
            goto second;
        }

    done:
        return a[0] * a[1] + a[2] * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, new[] { 0.3, 0.2, 0.9 }), At(0.7, new[] { 0.3, 0.2 })]
    public static double InACalledMethod(double x, double[] a) => Search(a, x) * Search(a, -x);

    private static double Search(double[] a, double x)
    {
        int i = 0;
    more:
        if (a[i] > 0.5)
        {
            x += a[i];
            goto leave;
        }

        x *= 1.1;
        if (++i < a.Length)
            goto more;
        return x * x;
    leave:
        return x;
    }
}
