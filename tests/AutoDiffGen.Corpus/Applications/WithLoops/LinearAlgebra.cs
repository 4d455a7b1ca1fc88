namespace AutoDiffGen.Corpus;

/// <summary>Factorisations and solvers, in place.</summary>
public static partial class LinearAlgebra
{
    [Differentiable, At("[4, 0, 0, 1, 5, 0, 0.5, -1, 3]", 3)]
    public static void CholeskyFlat(Span<double> a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++)
                    sum -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = i == j ? Math.Sqrt(sum) : sum / a[j * n + j];
            }
        }
    }

    [Differentiable, At("[[0.1, 1, 0.5], [1, 3, -1], [2, 1, 4]]", "[1, 2, 3]")]
    public static void SolveWithPivoting(double[,] a, double[] b)
    {
        int n = b.Length;
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k]))
                    pivot = i;
            }

            for (int j = 0; j < n; j++)
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                    a[i, j] -= factor * a[k, j];
                b[i] -= factor * b[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
                b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }
    }

    [Differentiable, At("[2, 0, 0, 1, 3, 0, 0.5, 1, 4]", "[1, 2, 3]"), At("[2]", "[3]")]
    public static double ForwardSubstitution(ReadOnlySpan<double> lower, Span<double> b)
    {
        int n = b.Length;
        for (int i = 0; i < n; i++)
        {
            double s = b[i];
            for (int j = 0; j < i; j++)
                s -= lower[i * n + j] * b[j];
            b[i] = s / lower[i * n + i];
        }

        return b[n - 1];
    }

    // Thomas' algorithm.
    [Differentiable, At("[1, 1, 1, 1]", "[4, 5, 4, 6]", "[1, -1, 0.5, 1]", "[1, 2, 3, 4]"), At("[1]", "[4]", "[1]", "[3]")]
    public static void Tridiagonal(double[] lower, double[] diagonal, double[] upper, double[] right)
    {
        int n = right.Length;
        for (int i = 1; i < n; i++)
        {
            double factor = lower[i] / diagonal[i - 1];
            diagonal[i] -= factor * upper[i - 1];
            right[i] -= factor * right[i - 1];
        }

        right[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--)
            right[i] = (right[i] - upper[i] * right[i + 1]) / diagonal[i];
    }

    [Differentiable, At("random 9", "random 3", 5)]
    public static double PowerIteration(ReadOnlySpan<double> a, Span<double> v, int steps)
    {
        int n = v.Length;
        Span<double> next = stackalloc double[n];
        double norm = 1;
        for (int k = 0; k < steps; k++)
        {
            norm = 0;
            for (int i = 0; i < n; i++)
            {
                next[i] = 0;
                for (int j = 0; j < n; j++)
                    next[i] += a[i * n + j] * v[j];
                norm += next[i] * next[i];
            }

            norm = Math.Sqrt(norm);
            for (int i = 0; i < n; i++)
                v[i] = next[i] / norm;
        }

        return norm;
    }

    [Differentiable, At("[[4, 1, 0], [1, 3, 1], [0, 1, 5]]", "[1, 2, 3]", 2)]
    public static double ConjugateGradient(double[,] a, double[] b, int steps)
    {
        int n = b.Length;
        double[] x = new double[n], r = new double[n], p = new double[n], ap = new double[n];
        b.CopyTo(r, 0);
        b.CopyTo(p, 0);
        double rr = Dot(r, r);
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < n; i++)
            {
                ap[i] = 0;
                for (int j = 0; j < n; j++)
                    ap[i] += a[i, j] * p[j];
            }

            double alpha = rr / Dot(p, ap);
            for (int i = 0; i < n; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }

            double next = Dot(r, r);
            double beta = next / rr;
            rr = next;
            for (int i = 0; i < n; i++)
                p[i] = r[i] + beta * p[i];
        }

        return Dot(x, b);
    }

    [Differentiable, At("[1, 2, 3, -1, 0.5, 2]", 2)]
    public static double GramSchmidt(Span<double> vectors, int count)
    {
        int n = vectors.Length / count;
        double volume = 1;
        for (int i = 0; i < count; i++)
        {
            Span<double> v = vectors.Slice(i * n, n);
            for (int j = 0; j < i; j++)
            {
                Span<double> u = vectors.Slice(j * n, n);
                double projection = Dot(u, v);
                for (int k = 0; k < n; k++)
                    v[k] -= projection * u[k];
            }

            double norm = Math.Sqrt(Dot(v, v));
            volume *= norm;
            for (int k = 0; k < n; k++)
                v[k] /= norm;
        }

        return volume;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }
}
