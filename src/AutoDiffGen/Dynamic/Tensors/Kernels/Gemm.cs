using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>The product of two matrices, on one core.</summary>
/// <remarks>
/// Blocked as in K. Goto, R. van de Geijn, <i>Anatomy of high-performance matrix multiplication</i>, ACM TOMS 34(3), 2008: a block of each
/// operand is copied into the order in which it is read, one that stays in the level 2 cache and one in level 3, and the innermost loop
/// holds a tile of the result in registers.
/// </remarks>
internal static class Gemm
{
    /// <summary>The rows of a register tile. With two vectors to a row, 12 sums, two vectors and a broadcast fill 16 registers.</summary>
    private const int TileRows = 6;

    private const int BlockRows = 96;
    private const int BlockDepth = 256;
    private const int BlockColumns = 2048;

    /// <summary>Below this many multiplications copying costs more than it saves.</summary>
    private const int SmallWork = 4096;

    /// <summary>c = op(a) · op(b), or c += op(a) · op(b). All matrices are row-major and dense.</summary>
    /// <param name="transposeA">Whether <paramref name="a"/> holds k rows of m entries, not m rows of k.</param>
    /// <param name="transposeB">Whether <paramref name="b"/> holds n rows of k entries, not k rows of n.</param>
    /// <param name="m">The rows of the result.</param>
    /// <param name="n">The columns of the result.</param>
    /// <param name="k">The terms of each sum.</param>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    /// <param name="c">The result; it must not overlap the operands.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="c"/> holds.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    public static void Multiply<T>(
        bool transposeA, bool transposeB, int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, bool accumulate)
        where T : IFloatingPointIeee754<T>
    {
        // What follows indexes without checks.
        a = a[..checked(m * k)];
        b = b[..checked(k * n)];
        c = c[..checked(m * n)];
        if (!accumulate && k == 0) c.Clear();
        if (m == 0 || n == 0 || k == 0) return;

        if ((long)m * n * k <= SmallWork || n == 1 || m == 1)
            SmallGemm.Multiply(transposeA, transposeB, m, n, k, a, b, c, accumulate);
        else
            Blocked(transposeA, transposeB, m, n, k, a, b, c, accumulate);
    }

    private static void Blocked<T>(
        bool transposeA, bool transposeB, int m, int n, int k, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> c, bool accumulate)
        where T : IFloatingPointIeee754<T>
    {
        int tileColumns = 2 * Vector<T>.Count;
        int depth = Math.Min(k, BlockDepth);
        T[] packedA = ArrayPool<T>.Shared.Rent(RoundUp(Math.Min(m, BlockRows), TileRows) * depth);
        T[] packedB = ArrayPool<T>.Shared.Rent(RoundUp(Math.Min(n, BlockColumns), tileColumns) * depth);

        for (int column = 0; column < n; column += BlockColumns)
        {
            int columns = Math.Min(BlockColumns, n - column);
            for (int p = 0; p < k; p += BlockDepth)
            {
                int terms = Math.Min(BlockDepth, k - p);
                bool add = accumulate || p > 0;
                Packing.Pack(b, packedB, !transposeB, transposeB ? k : n, column, columns, p, terms, tileColumns);
                for (int row = 0; row < m; row += BlockRows)
                {
                    int rows = Math.Min(BlockRows, m - row);
                    Packing.Pack(a, packedA, transposeA, transposeA ? m : k, row, rows, p, terms, TileRows);
                    Block(packedA, packedB, rows, columns, terms, c[(row * n + column)..], n, add);
                }
            }
        }

        ArrayPool<T>.Shared.Return(packedA);
        ArrayPool<T>.Shared.Return(packedB);
    }

    private static void Block<T>(T[] packedA, T[] packedB, int rows, int columns, int terms, Span<T> c, int stride, bool add)
        where T : IFloatingPointIeee754<T>
    {
        int tileColumns = 2 * Vector<T>.Count;
        ref T left = ref MemoryMarshal.GetArrayDataReference(packedA);
        ref T right = ref MemoryMarshal.GetArrayDataReference(packedB);
        ref T result = ref MemoryMarshal.GetReference(c);

        for (int j = 0; j < columns; j += tileColumns)
        {
            for (int i = 0; i < rows; i += TileRows)
            {
                ref T tileA = ref Unsafe.Add(ref left, i * terms);
                ref T tileB = ref Unsafe.Add(ref right, j * terms);
                if (i + TileRows <= rows && j + tileColumns <= columns)
                    Tile(ref tileA, ref tileB, terms, ref Unsafe.Add(ref result, i * stride + j), stride, add);
                else
                {
                    Span<T> inside = c[(i * stride + j)..];
                    EdgeTile(ref tileA, ref tileB, terms, inside, stride, Math.Min(TileRows, rows - i), Math.Min(tileColumns, columns - j), add);
                }
            }
        }
    }

    /// <summary>A tile that reaches beyond the matrix: calculated whole, on the side, and copied as far as it is inside.</summary>
    private static void EdgeTile<T>(ref T a, ref T b, int terms, Span<T> c, int stride, int rows, int columns, bool add)
        where T : IFloatingPointIeee754<T>
    {
        int width = 2 * Vector<T>.Count;
        T[] tile = ArrayPool<T>.Shared.Rent(TileRows * width);
        Tile(ref a, ref b, terms, ref MemoryMarshal.GetArrayDataReference(tile), width, add: false);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                c[i * stride + j] = add ? c[i * stride + j] + tile[i * width + j] : tile[i * width + j];
        }

        ArrayPool<T>.Shared.Return(tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<T>(ref T a, ref T b, int terms, ref T c, int stride, bool add)
        where T : IFloatingPointIeee754<T>
    {
        Vector<T> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector<T> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        for (int p = 0; p < terms; p++)
        {
            Vector<T> b0 = Vector.LoadUnsafe(ref b);
            Vector<T> b1 = Vector.LoadUnsafe(ref b, (nuint)Vector<T>.Count);
            var x = new Vector<T>(a);
            c00 = MultiplyAdd(x, b0, c00);
            c01 = MultiplyAdd(x, b1, c01);
            x = new Vector<T>(Unsafe.Add(ref a, 1));
            c10 = MultiplyAdd(x, b0, c10);
            c11 = MultiplyAdd(x, b1, c11);
            x = new Vector<T>(Unsafe.Add(ref a, 2));
            c20 = MultiplyAdd(x, b0, c20);
            c21 = MultiplyAdd(x, b1, c21);
            x = new Vector<T>(Unsafe.Add(ref a, 3));
            c30 = MultiplyAdd(x, b0, c30);
            c31 = MultiplyAdd(x, b1, c31);
            x = new Vector<T>(Unsafe.Add(ref a, 4));
            c40 = MultiplyAdd(x, b0, c40);
            c41 = MultiplyAdd(x, b1, c41);
            x = new Vector<T>(Unsafe.Add(ref a, 5));
            c50 = MultiplyAdd(x, b0, c50);
            c51 = MultiplyAdd(x, b1, c51);
            a = ref Unsafe.Add(ref a, TileRows);
            b = ref Unsafe.Add(ref b, 2 * Vector<T>.Count);
        }

        Store(ref c, c00, c01, add);
        Store(ref Unsafe.Add(ref c, stride), c10, c11, add);
        Store(ref Unsafe.Add(ref c, 2 * stride), c20, c21, add);
        Store(ref Unsafe.Add(ref c, 3 * stride), c30, c31, add);
        Store(ref Unsafe.Add(ref c, 4 * stride), c40, c41, add);
        Store(ref Unsafe.Add(ref c, 5 * stride), c50, c51, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T c, Vector<T> first, Vector<T> second, bool add)
    {
        if (add)
        {
            first += Vector.LoadUnsafe(ref c);
            second += Vector.LoadUnsafe(ref c, (nuint)Vector<T>.Count);
        }

        first.StoreUnsafe(ref c);
        second.StoreUnsafe(ref c, (nuint)Vector<T>.Count);
    }

    /// <summary>x · y + z, fused where the processor can. The tests are decided when the method is compiled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<T> MultiplyAdd<T>(Vector<T> x, Vector<T> y, Vector<T> z)
    {
        if (Fma.IsSupported && Vector<byte>.Count == Vector256<byte>.Count)
        {
            if (typeof(T) == typeof(float))
                return Fma.MultiplyAdd(x.AsVector256().AsSingle(), y.AsVector256().AsSingle(), z.AsVector256().AsSingle()).As<float, T>().AsVector();
            if (typeof(T) == typeof(double))
                return Fma.MultiplyAdd(x.AsVector256().AsDouble(), y.AsVector256().AsDouble(), z.AsVector256().AsDouble()).As<double, T>().AsVector();
        }

        if (AdvSimd.Arm64.IsSupported && Vector<byte>.Count == Vector128<byte>.Count)
        {
            if (typeof(T) == typeof(float))
            {
                return AdvSimd.FusedMultiplyAdd(z.AsVector128().AsSingle(), x.AsVector128().AsSingle(), y.AsVector128().AsSingle())
                    .As<float, T>().AsVector();
            }

            if (typeof(T) == typeof(double))
            {
                return AdvSimd.Arm64.FusedMultiplyAdd(z.AsVector128().AsDouble(), x.AsVector128().AsDouble(), y.AsVector128().AsDouble())
                    .As<double, T>().AsVector();
            }
        }

        return x * y + z;
    }

    private static int RoundUp(int number, int multiple) => (number + multiple - 1) / multiple * multiple;
}
