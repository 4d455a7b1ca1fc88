namespace AutoDiffGen.Corpus;

/// <summary>A <c>ref</c> local that comes to stand for another entry.</summary>
public static partial class AliasingRefReassigned
{
    [Differentiable, At("random 4"), At("[0.5]")]
    public static double Reassigned(double[] a)
    {
        ref double largest = ref a[0];
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] > largest)
                largest = ref a[i];
        }

        largest *= 3;
        double s = 0;
        foreach (double x in a)
            s += x * x;
        return s;
    }

    [Differentiable, At("random 5", "random 6")]
    public static double OfTwoArrays(double[] a, double[] b)
    {
        ref double r = ref a[0];
        double s = 0;
        for (int i = 0; i < 4; i++)
        {
            r *= 1.1;
            s += r * b[i];
            if (i % 2 == 0)
                r = ref b[i + 1];
            else
                r = ref a[i];
        }

        return s * r;
    }

    [Differentiable, At(0.7, 1.2, "random 4")]
    public static double OfVariablesAndElements(double x, double y, double[] a)
    {
        ref double r = ref x;
        double s = 0;
        for (int i = 0; i < 4; i++)
        {
            r += s * 0.1;
            s += r * r;
            if (i == 1)
            {
                r = ref y;
            }
            else if (i == 2)
            {
                r = ref a[2];
            }
            else if (i == 3)
            {
                r = ref x;
                r *= a[i];
            }
        }

        return s + x * y * a[2];
    }

    [Differentiable, At("[[0.5, 2, 1], [3, 0.2, -1]]")]
    public static double OfAMatrix(double[,] m)
    {
        ref double least = ref m[0, 0];
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                if (m[i, j] < least)
                    least = ref m[i, j];
            }
        }

        least = least * least * m[1, 1];
        double s = 0;
        foreach (double v in m)
            s += v * v;
        return s;
    }

    [Differentiable, At(0.5, 1.5, 0.7), At(0.5, 1.5, 1.7)]
    public static void OfParameters(ref double u, ref double v, double x)
    {
        ref double r = ref u;
        if (x > 1)
            r = ref v;
        r = r * x + u;
    }

    // Where it moves to depends on what it refers to.
    [Differentiable, At("[1.5, 0.5, 2, 0.3, 1]"), At("[0.5, 0.5, 2, 0.3, 1]")]
    public static double MovedByItsContent(double[] a)
    {
        ref double r = ref a[0];
        int at = 0;
        while (at < 3)
        {
            double old = r;
            at += old > 1 ? 2 : 1;
            r = ref a[at];
            r *= old;
        }

        return r + a[1];
    }

    [Differentiable, At("[[1, 2, 0.5], [0.3, -1, 0.7], [2, 1, 0.2]]")]
    public static double OfRows(double[][] w)
    {
        ref double r = ref w[0][0];
        for (int i = 0; i < 3; i++)
        {
            r *= w[i][1];
            r = ref w[i][2];
        }

        return r + w[0][0] * w[1][2];
    }

    // The array is the caller's at first, and one of the method's own or a row later; a span of them moves as well.
    [Differentiable, At("random 4", "random 4", 0.7)]
    public static double OfWhatIsMadeHere(double[] a, double[] b, double x)
    {
        double[] c = [x, 1, 0.5];
        double[][] w = [c, a, [x * x, 2]];
        ref double r = ref a[0];
        Span<double> p = a;
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            r *= 1.1;
            s += r * p[0];
            if (i == 1)
                r = ref w[2][1];
            p = i % 2 == 0 ? c.AsSpan(1) : b.AsSpan(0, 3);
        }

        return s * r + c[1];
    }
}
