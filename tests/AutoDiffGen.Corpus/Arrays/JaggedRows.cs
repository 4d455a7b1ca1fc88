namespace AutoDiffGen.Corpus;

/// <summary>Rows under names of their own, and rows made here.</summary>
public static partial class ArrayJaggedRows
{
    [Differentiable(Gradient | Lifted), At("[[1, 2], [], [3, -1, 0.5]]"), At("[]")]
    public static double SumOfSquares(double[][] rows)
    {
        double s = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                s += rows[i][j] * rows[i][j];
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2], [3, -1, 0.5]]", 1.5)]
    public static double Scaled(double[][] rows, double k)
    {
        double s = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[i];
            for (int j = 0; j < row.Length; j++)
            {
                row[j] *= k;
                s += row[j] * row[j];
            }
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double PascalsTriangle(double x, int n)
    {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[i + 1];
            rows[i][0] = 1;
            rows[i][i] = x;
            for (int j = 1; j < i; j++)
                rows[i][j] = rows[i - 1][j - 1] * x + rows[i - 1][j];
        }

        double s = 0;
        foreach (double y in rows[n - 1])
            s += y * y;
        return s;
    }
}
