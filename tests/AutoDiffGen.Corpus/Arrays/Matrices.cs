namespace AutoDiffGen.Corpus;

/// <summary>Two-dimensional arrays.</summary>
public static partial class ArrayMatrices
{
    [Differentiable, At("random 2x3"), At("random 1x1"), At("[]")]
    public static double SumOfSquares(double[,] m)
    {
        double s = 0;
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
                s += m[i, j] * m[i, j];
        }

        return s;
    }

    [Differentiable, At("random 2x3"), At("[]")]
    public static double Foreach(double[,] m)
    {
        double s = 1;
        foreach (double x in m)
            s = s * 0.5 + Math.Sin(x);
        return s + m.Length;
    }

    [Differentiable, At("random 3x3")]
    public static double TraceOfTheSquare(double[,] m)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                s += m[i, j] * m[j, i];
        }

        return s;
    }

    [Differentiable, At("random 2x3", "random 3", "random 2")]
    public static void MatrixTimesVector(double[,] m, ReadOnlySpan<double> x, [ZeroDerivative] Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = 0;
            for (int j = 0; j < x.Length; j++)
                y[i] += m[i, j] * x[j];
        }
    }

    [Differentiable, At("random 2x3", "random 3x2", "random 2x2")]
    public static void MatrixProduct(double[,] a, double[,] b, [ZeroDerivative] double[,] c)
    {
        for (int i = 0; i < c.GetLength(0); i++)
        {
            for (int j = 0; j < c.GetLength(1); j++)
            {
                double s = 0;
                for (int k = 0; k < b.GetLength(0); k++)
                    s += a[i, k] * b[k, j];
                c[i, j] = s;
            }
        }
    }

    [Differentiable, At("random 3x3")]
    public static double TransposedInPlace(double[,] m)
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < i; j++)
                (m[i, j], m[j, i]) = (m[j, i], m[i, j]);
        }

        return m[0, 1] * m[0, 1] + m[2, 0];
    }

    [Differentiable, At("random 4x4", 2)]
    public static double SmoothedInPlace(double[,] m, int passes)
    {
        for (int k = 0; k < passes; k++)
        {
            for (int i = 1; i < m.GetLength(0) - 1; i++)
            {
                for (int j = 1; j < m.GetLength(1) - 1; j++)
                    m[i, j] = 0.25 * (m[i - 1, j] + m[i + 1, j] + m[i, j - 1] + m[i, j + 1]);
            }
        }

        return m[1, 1] * m[2, 2];
    }

    [Differentiable, At(0.7, 3)]
    public static double LocalMatrix(double x, int n)
    {
        var m = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                m[i, j] = i == 0 || j == 0 ? x : m[i - 1, j] * x + m[i, j - 1];
        }

        return m[n - 1, n - 1];
    }

    [Differentiable, At(0.7, 1.2)]
    public static double Initialiser(double x, double y)
    {
        double[,] m = { { x, y }, { y * y, x * y } };
        return m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0];
    }

    [Differentiable, At("random 2x2", 1)]
    public static double Compound(double[,] m, int k)
    {
        m[0, k] += m[1, 0];
        m[k, k] *= m[0, k];
        m[1, 0]++;
        return m[1, 1] * m[1, 0] + m[0, 0];
    }

    [Differentiable, At("random 3x3", "[2, 0, 1]")]
    public static double GatheredColumns(double[,] m, int[] column)
    {
        double p = 1;
        for (int i = 0; i < column.Length; i++)
            p *= m[i, column[i]] + 2;
        return p;
    }

    [Differentiable, At("[[1, 2], [3, 4]]", 0.5), Throws(typeof(ArgumentException), "[[1, 2]]", 0.5)]
    public static double ShapeChecked(double[,] m, double x)
    {
        if (m.GetLength(0) != m.GetLength(1))
            throw new ArgumentException("not square", nameof(m));
        return m[0, 0] * x + m[1, 1] * m[0, 1];
    }
}
