namespace AutoDiffGen.Corpus;

/// <summary>Elements that a loop overwrites one after the other, and whose earlier contents the derivative takes.</summary>
public static partial class ArrayRanges
{
    [Differentiable, At("random 4", "random 4", 3), At("random 4", "random 4", 0), At("random 1", "random 1", 2), At("[]", "[]", 2)]
    public static double Whole(double[] a, double[] b, int steps)
    {
        double s = 0;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < b.Length; i++)
                s += b[i] * b[i] * a[i];
            for (int i = 0; i < b.Length; i++)
                b[i] = Math.Sin(a[i]) * (s + k);
        }

        return s;
    }

    [Differentiable, At("random 5", "random 7", 2, 3), At("random 5", "random 7", 0, 0), At("random 5", "random 7", 1, -2), Throws(typeof(IndexOutOfRangeException), "random 5", "random 7", 4, 5), Throws(typeof(IndexOutOfRangeException), "random 5", "random 7", -1, 3)]
    public static double WithAnOffset(double[] a, Span<double> b, int offset, int n)
    {
        double s = 0;
        foreach (double x in b)
            s += Math.Exp(x);
        for (int i = 0; i < n; i++)
            b[i + offset] = a[i] * a[i] * s;
        foreach (double x in b)
            s += x * x;
        return s;
    }

    [Differentiable, At("random 5", "random 7", 4), At("random 5", "random 7", 1), Throws(typeof(IndexOutOfRangeException), "random 5", "random 7", 5)]
    public static double UpToAnElement(double[] a, Span<double> b, int last)
    {
        double s = b[0] * b[1] * b[3];
        for (int i = 1; i <= last; i++)
            b[2 + i - 1] = a[i] * s;
        return s * b[2] + b[4] * b[4];
    }

    [Differentiable, At("random 4", "random 4", 0.3, 2)]
    public static double TwoInOneLoop(double[] a, double[] b, double x, int steps)
    {
        double s = x;
        for (int k = 0; k < steps; k++)
        {
            s += a[0] * b[1] + a[2] * a[2] * b[3];
            for (int i = 0; i < a.Length; i++)
            {
                a[i] = Math.Cos(s + i);
                b[i] = s * x + i;
            }
        }

        return s * a[1] * b[2];
    }

    [Differentiable, At("random 12", "random 12", 4, 2), Throws(typeof(IndexOutOfRangeException), "random 12", "random 11", 4, 1)]
    public static double RowByRow(double[] a, double[] b, int width, int steps)
    {
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            foreach (double x in b)
                s += 0.1 * x * x;
            for (int row = 0; row < a.Length / width; row++)
            {
                for (int column = 0; column < width; column++)
                    b[row * width + column] = a[row * width + column] * s;
            }
        }

        return s;
    }

    [Differentiable, At("random 4", "random 4", 3)]
    public static double WithBranchesThatRecord(double[] a, double[] b, int steps)
    {
        double s = 0.5;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < b.Length; i++)
                s += b[i] * b[i];
            for (int i = 0; i < b.Length; i++)
            {
                double y = Math.Sin(s);
                if (y > 0.2)
                    s = s * y + a[i];
                b[i] = s * a[i];
            }
        }

        return s;
    }

    [Differentiable, At("random 6", 4)]
    public static double OrderOfElements(double[] a, int steps)
    {
        int[] order = [0, 1, 2, 3, 4, 5];
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < order.Length; i++)
                s += a[order[i]] * Math.Sin(s) * i;
            for (int i = 0; i < order.Length; i++)
                order[i] = (5 * i + k) % 6;
        }

        return s;
    }

    [Differentiable, At("random 3", "random 3", 2)]
    public static float SinglePrecision(float[] a, float[] b, int steps)
    {
        float s = 1;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < b.Length; i++)
                s += b[i] * b[i];
            for (int i = 0; i < b.Length; i++)
                b[i] = a[i] * s;
        }

        return s * b[0];
    }

    [Differentiable, At("random 4", "random 4", "random 4", 4), At("random 4", "random 4", "random 4", 2)]
    public static double ThreeTakeTurns(double[] a, double[] b, double[] c, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            for (int i = 1; i < a.Length; i++)
                c[i] = a[i] * b[i - 1] + Math.Sin(a[i - 1]);
            (a, b, c) = (c, a, b);
        }

        return a[1] * b[2] + c[3] * c[3];
    }

    [Differentiable, At("random 4", "random 4", "random 4", 4)]
    public static double TwoOfThreeTakeTurns(double[] a, double[] b, double[] c, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            for (int i = 1; i < a.Length; i++)
                b[i] = a[i] * c[i] + Math.Sin(a[i - 1]) + c[i - 1];
            (a, b) = (b, a);
        }

        return a[1] * b[2] + c[3] * c[3];
    }

    [Differentiable, At("random 4", 4)]
    public static double TurnsWithItself(double[] a, int steps)
    {
        double[] b = a;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 1; i < a.Length; i++)
                b[i] = a[i] * a[i - 1] + 0.5 * b[i];
            (a, b) = (b, a);
        }

        return a[1] * b[2] + a[3];
    }

    [Differentiable, At("random 6", 4)]
    public static double PartsTakeTurns(double[] a, int steps)
    {
        Span<double> one = a.AsSpan(0, 4), two = a.AsSpan(2, 4);
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < 4; i++)
                two[i] = one[i] * one[0] + 0.5;
            Span<double> t = one;
            one = two;
            two = t;
        }

        return one[1] * two[2] + a[3];
    }

    [Differentiable, At("random 5", "random 5", 3)]
    public static double WrittenByTheCalled(ReadOnlySpan<double> a, Span<double> b, int depth)
    {
        if (depth <= 0)
            return b[0] * b[1] * a[2];
        double s = b[2] * b[3];
        for (int i = 0; i < b.Length; i++)
            b[i] = a[i] * s + depth;
        return s + WrittenByTheCalled(a, b, depth - 1) * b[4];
    }

    [Differentiable, At("random 4", "random 4", 3)]
    public static double StoredAgainInTheSameRound(double[] a, double[] b, int steps)
    {
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            s += b[0] * b[1] * b[3];
            for (int i = 0; i < b.Length; i++)
            {
                b[i] = a[i] * s;
                if (a[i] > 0)
                    b[i] = b[i] * b[i] + s;
            }
        }

        return s * b[2];
    }

    [Differentiable, At("random 4", "random 4", 3)]
    public static double ReadFurtherOn(double[] a, double[] b, int steps)
    {
        double s = 1;
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < b.Length; i++)
                b[i] = a[i] * b[b.Length - 1 - i] * s;
            s += b[0] * b[1];
        }

        return s * b[2];
    }
}
