using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Matrix products with few multiplications, and those of a matrix and a vector, which read each entry of the matrix once.</summary>
internal static class SmallGemm
{
    /// <summary>As <see cref="Gemm.Multiply"/>.</summary>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, bool accumulate)
        where T : IFloatingPointIeee754<T>
    {
        bool rowsOfA = !transposeA || m == 1;
        bool columnsOfB = transposeB || n == 1;
        if (rowsOfA && columnsOfB)
        {
            for (int i = 0; i < m; i++)
            {
                ReadOnlySpan<T> row = a.Slice(i * k, k);
                for (int j = 0; j < n; j++)
                {
                    T sum = TensorPrimitives.Dot(row, b.Slice(j * k, k));
                    c[i * n + j] = accumulate ? c[i * n + j] + sum : sum;
                }
            }

            return;
        }

        if (!accumulate) c.Clear();
        if (columnsOfB && n == 1)
        {
            // c += aᵀ b: the rows of what lies in memory, each by its entry of b.
            for (int p = 0; p < k; p++)
                TensorPrimitives.MultiplyAdd(a.Slice(p * m, m), b[p], c, c);
            return;
        }

        for (int i = 0; i < m; i++)
        {
            Span<T> result = c.Slice(i * n, n);
            for (int p = 0; p < k; p++)
            {
                T factor = a[rowsOfA ? i * k + p : p * m + i];
                if (transposeB)
                {
                    for (int j = 0; j < n; j++) result[j] += factor * b[j * k + p];
                }
                else
                {
                    TensorPrimitives.MultiplyAdd(b.Slice(p * n, n), factor, result, result);
                }
            }
        }
    }
}
