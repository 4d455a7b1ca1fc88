namespace AutoDiffGen.Corpus;

/// <summary>Integers that loops hand from round to round: the derivative computes them back.</summary>
public static partial class InductionVariables
{
    [Differentiable, At("random 10", "random 4"), At("random 1", "random 1"), At("[]", "[]")]
    public static double TriangleByColumns(double[] below, double[] x)
    {
        double[] product = new double[x.Length];
        int at = 0;
        for (int column = 0; column < x.Length; column++)
        {
            for (int row = column; row < x.Length; row++)
                product[row] += below[at++] * x[column] * x[row];
        }

        double s = 0;
        foreach (double p in product)
            s += p * p;
        return s;
    }

    [Differentiable, At("random 12", 3, 4), At("random 12", 0, 4), At("random 12", 3, -1)]
    public static double FlatRows(double[] a, int rows, int columns)
    {
        double s = 1;
        int at = 0;
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                s = s * a[at] + Math.Sin(s);
                at++;
            }
        }

        return s + at;
    }

    [Differentiable, At("random 30", 3)]
    public static double InEveryStep(double[] a, int steps)
    {
        double s = 1;
        int at = 0;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 1; i < 4; i++)
            {
                at += i;
                for (int j = i; j <= 4; j += 1)
                    s = Math.Sin(s * a[at]) + 0.1 * a[at++ / 2];
                at -= 2;
            }
        }

        return s;
    }

    [Differentiable, At("random 8", 8), At("random 8", 0)]
    public static double CountedDown(double[] a, int n)
    {
        double s = 0.5;
        while (n > 0)
        {
            n--;
            s = Math.Sin(s) * a[n];
        }

        return s;
    }

    [Differentiable, At("random 8", 0.7), At("random 8", 3.0)]
    public static double LeftOnTheWay(double[] a, [ZeroDerivative] double limit)
    {
        double s = 0.5;
        int at = 7, steps = 0;
        while (s < limit)
        {
            s += a[at] * a[at] + 0.1 * Math.Sin(s * steps);
            at -= 2;
            steps += 3;
            if (at < 0)
                break;
        }

        return s * s;
    }

    [Differentiable, At("random 9", 5)]
    public static double RaisedInABranch(double[] a, int n)
    {
        double s = 0.5;
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s) + a[at];
            if (a[i] > 0)
                at++;
        }

        return s * at;
    }

    [Differentiable, At("random 9", 5)]
    public static double RaisedByAnElement(double[] a, int n)
    {
        int[] by = [1, 3, 0, 2, 1];
        double s = 0.5;
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s) + a[at] * s;
            at += by[i];
        }

        return s * at;
    }

    [Differentiable, At("random 9", 6)]
    public static double TakesTurns(double[] a, int n)
    {
        double s = 0.5;
        int one = 2, two = 5;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s * a[one]) + a[two] * i;
            (one, two) = (two, one);
        }

        return s * a[one];
    }

    [Differentiable, At("random 9", 7)]
    public static double Rotates(double[] a, int n)
    {
        double s = 0.5;
        int p = 1, q = 1, r = 8;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                s = Math.Sin(s * a[p]) + a[q] * s + 0.1 * a[r];
                (p, q, r) = (r, p, q);
            }
        }

        return s * a[p];
    }

    [Differentiable, At("random 9", 5)]
    public static double TurnsAndChanges(double[] a, int n)
    {
        double s = 0.5;
        int one = 0, two = 5;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s * a[one]) + a[two] * s;
            (one, two) = (two - 1, one + 1);
        }

        return s;
    }

    [Differentiable, At("random 9", 4), Throws(typeof(OverflowException), "random 9", 6)]
    public static double Checked(double[] a, int n)
    {
        double s = 0.5;
        int big = int.MaxValue - 10;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s * a[big % 9]);
            checked
            {
                big += 2;
            }
        }

        return s;
    }

    [Differentiable, At("random 9", 6)]
    public static double WrapsAround(double[] a, int n)
    {
        double s = 0.5;
        int big = int.MaxValue - 3;
        for (int i = 0; i < n; i++)
        {
            s = Math.Sin(s * a[(big & 7) + 1]) + 0.2 * s;
            big += 2;
        }

        return s + (big & 7);
    }

    [Differentiable, At("random 9", 3)]
    public static double NestedRoundsOfDifferentLength(double[] a, int n)
    {
        double s = 0.5;
        for (int k = 0; k < n; k++)
        {
            int at = k;
            for (int i = 0; i < k; i++)
            {
                for (int j = 2; j < i + 4; j++)
                    s = Math.Sin(s + a[at++ % 9]);
            }

            s *= a[at % 9] + 1.5;
        }

        return s;
    }
}
