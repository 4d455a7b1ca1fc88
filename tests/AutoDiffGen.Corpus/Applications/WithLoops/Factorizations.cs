namespace AutoDiffGen.Corpus;

/// <summary>Factorisations of matrices in place.</summary>
public static partial class Factorizations
{
    [Differentiable, At("[[4, 9, 9], [1, 5, 9], [0.5, -1, 3]]"), At("[[2]]")]
    public static double CholeskyLogDeterminant(double[,] a)
    {
        int n = a.GetLength(0);
        double s = 0;
        for (int j = 0; j < n; j++)
        {
            for (int k = 0; k < j; k++)
                a[j, j] -= a[j, k] * a[j, k];
            a[j, j] = Math.Sqrt(a[j, j]);
            s += Math.Log(a[j, j]);
            for (int i = j + 1; i < n; i++)
            {
                for (int k = 0; k < j; k++)
                    a[i, j] -= a[i, k] * a[j, k];
                a[i, j] /= a[j, j];
            }
        }

        return 2 * s;
    }

    [Differentiable, At("[[2, 1, 0.5], [1, 3, -1], [0.5, 1, 4]]")]
    public static double LuDeterminant(double[,] a)
    {
        int n = a.GetLength(0);
        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            determinant *= a[k, k];
            for (int i = k + 1; i < n; i++)
            {
                a[i, k] /= a[k, k];
                for (int j = k + 1; j < n; j++)
                    a[i, j] -= a[i, k] * a[k, j];
            }
        }

        return determinant;
    }
}
