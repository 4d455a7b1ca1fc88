using AutoDiffGen.Benchmarks.Measuring;

namespace AutoDiffGen.Benchmarks.Programs;

/// <summary>The logarithm of a determinant by Cholesky's decomposition, in place of the matrix's lower triangle.</summary>
internal static partial class Cholesky
{
    private const int N = 40;

    public static Subject Create()
    {
        double[] matrix = PositiveDefinite(N), work = new double[N * N];
        Derivative da = new("a", N * N);
        return new Subject(
            "cholesky",
            $"{N} by {N}",
            () =>
            {
                matrix.CopyTo(work);
                return LogDeterminant(work, N);
            },
            () =>
            {
                matrix.CopyTo(work);
                return HandWritten(work, N, da.HandWritten);
            },
            () =>
            {
                matrix.CopyTo(work);
                return LogDeterminant_Grad(work, N, da.Generated);
            },
            [da]);
    }

    [Differentiable]
    public static double LogDeterminant(Span<double> a, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = a[i * n + j];
                for (int k = 0; k < j; k++)
                    rest -= a[i * n + k] * a[j * n + k];
                a[i * n + j] = i == j ? Math.Sqrt(rest) : rest / a[j * n + j];
            }

            sum += Math.Log(a[i * n + i]);
        }

        return 2 * sum;
    }

    private static double[] PositiveDefinite(int n)
    {
        double[] factor = new Sample(6).Uniform(n * n, -1, 1), product = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < n; k++)
                    product[i * n + j] += factor[i * n + k] * factor[j * n + k];
            }

            product[i * n + i] += 1;
        }

        return product;
    }

    // Only the factor is needed on the way back, and that is what is left in the matrix.
    private static double HandWritten(Span<double> a, int n, Span<double> da)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.Slice(i * n, i + 1);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> upper = a.Slice(j * n, j + 1);
                row[j] = Less(row[j], row[..j], upper[..j]) / upper[^1];
            }

            double diagonal = Math.Sqrt(Less(row[^1], row[..^1], row[..^1]));
            row[^1] = diagonal;
            sum += Math.Log(diagonal);
        }

        da.Clear();
        for (int i = n - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = a.Slice(i * n, i + 1);
            Span<double> dRow = da.Slice(i * n, i + 1);
            double diagonal = row[^1];
            double adjoint = 0.5 * (dRow[^1] + 2 / diagonal) / diagonal;
            dRow[^1] = adjoint;
            for (int k = 0; k < row.Length - 1; k++)
                dRow[k] -= 2 * adjoint * row[k];
            for (int j = i - 1; j >= 0; j--)
            {
                ReadOnlySpan<double> upper = a.Slice(j * n, j + 1);
                Span<double> dUpper = da.Slice(j * n, j + 1);
                adjoint = dRow[j] / upper[^1];
                dRow[j] = adjoint;
                dUpper[^1] -= adjoint * row[j];
                AddProducts(-adjoint, row[..j], upper[..j], dRow[..j], dUpper[..j]);
            }
        }

        return 2 * sum;
    }

    private static double Less(double rest, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        for (int k = 0; k < x.Length; k++)
            rest -= x[k] * y[k];
        return rest;
    }

    private static void AddProducts(double adjoint, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> dx, Span<double> dy)
    {
        y = y[..x.Length];
        dx = dx[..x.Length];
        dy = dy[..x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            dx[k] += adjoint * y[k];
            dy[k] += adjoint * x[k];
        }
    }
}
