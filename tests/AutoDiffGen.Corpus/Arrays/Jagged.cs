namespace AutoDiffGen.Corpus;

/// <summary>Arrays of arrays.</summary>
public static partial class ArrayJagged
{
    [Differentiable, At("[[1, 2], [], [3, -1, 0.5]]")]
    public static double ForeachRow(double[][] rows)
    {
        double s = 1;
        foreach (double[] row in rows)
        {
            double sum = 0.1;
            foreach (double x in row)
                sum += x;
            s *= sum;
        }

        return s;
    }

    [Differentiable, At("[[1, 2, 0.5], [3, -1, 0.5]]", "[1, 2, 3]")]
    public static double RowsThroughAHelper(double[][] rows, ReadOnlySpan<double> x)
    {
        double p = 1;
        for (int i = 0; i < rows.Length; i++)
            p *= Dot(rows[i], x);
        return p;
    }

    [Differentiable, At("[[0.5], [1, 2], [3, 1, 0.5]]", "[1, 2, 3]")]
    public static double ForwardSubstitution(double[][] lower, double[] b)
    {
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < i; j++)
                b[i] -= lower[i][j] * b[j];
            b[i] /= lower[i][i];
        }

        return b[^1];
    }

    [Differentiable, At("[[1, 2], [3, -1]]")]
    public static double LastOfTheLast(double[][] rows) => rows[^1][^1] * rows[0][0];

    // The last row may be missing: nobody looks at it.
    [Differentiable, At("[[1, 2], [3, -1], [0.5]]", 0.7)]
    public static double LastRowUnused(double[][] rows, double x)
    {
        rows[0][1] *= x;
        return rows[0][0] * rows[1][0] * x + rows[0][1];
    }

    private static double Dot(double[] a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }
}
