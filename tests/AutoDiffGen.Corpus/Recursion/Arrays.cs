namespace AutoDiffGen.Corpus;

/// <summary>Recursion over arrays and spans: divide and conquer, trees, and scratch in every frame.</summary>
public static partial class RecursionArrays
{
    [Differentiable(Gradient | Lifted), At("random 5"), At("random 1"), At("[]")]
    public static double Sum(ReadOnlySpan<double> a) => a.IsEmpty ? 0 : a[0] * a[0] + Sum(a[1..]);

    [Differentiable(Gradient | Lifted), At("random 5"), At("random 8"), At("[0.5]")]
    public static double PairwiseProduct(ReadOnlySpan<double> a)
    {
        if (a.Length == 1)
            return a[0] + 2;
        int middle = a.Length / 2;
        return PairwiseProduct(a[..middle]) * PairwiseProduct(a[middle..]);
    }

    // The children of node i are 2i + 1 and 2i + 2.
    [Differentiable(Gradient | Lifted), At("random 7"), At("random 4"), At("random 1")]
    public static double BinaryTree(double[] nodes) => Node(nodes, 0);

    [Differentiable(Gradient | Lifted), At("random 6", "[1, 3, -1, -1, 5, -1]", "[2, 4, -1, -1, -1, -1]")]
    public static double LinkedTree(double[] values, int[] left, int[] right) => Visit(values, left, right, 0);

    [Differentiable, At("random 5"), At("random 4"), At("random 1")]
    public static double PrefixSumsInPlace(Span<double> a)
    {
        Prefix(a, a.Length - 1);
        return a[^1] * a[0];
    }

    [Differentiable, At("[3, -1, 2.5, 0.5, 7]"), At("[2, 1]"), At("[1]")]
    public static double MergeSort(double[] a)
    {
        Span<double> scratch = stackalloc double[a.Length];
        Sort(a, scratch);
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += (i + 1) * a[i] * a[i];
        return s;
    }

    [Differentiable, At("[3, -1, 2.5, 0.5, 7]"), At("[1]")]
    public static void QuickSort(Span<double> a)
    {
        if (a.Length < 2)
            return;
        double pivot = a[^1];
        int at = 0;
        for (int i = 0; i < a.Length - 1; i++)
        {
            if (a[i] < pivot)
            {
                (a[i], a[at]) = (a[at], a[i]);
                at++;
            }
        }

        (a[at], a[^1]) = (a[^1], a[at]);
        QuickSort(a[..at]);
        QuickSort(a[(at + 1)..]);
    }

    // By expansion along the first row, as in GradBench.
    [Differentiable, At("random 9", 3), At("random 16", 4), At("random 1", 1)]
    public static double Determinant(double[] a, int n) => Minor(a, n, 0, 0);

    [Differentiable, At("random 8"), At("random 1")]
    public static void Haar(Span<double> a)
    {
        if (a.Length < 2)
            return;
        int half = a.Length / 2;
        Span<double> t = stackalloc double[a.Length];
        for (int i = 0; i < half; i++)
        {
            t[i] = (a[2 * i] + a[2 * i + 1]) / 2;
            t[half + i] = a[2 * i] - a[2 * i + 1];
        }

        t.CopyTo(a);
        Haar(a[..half]);
    }

    [Differentiable, At("random 8", "random 8")]
    public static void Fourier(Span<double> re, Span<double> im)
    {
        int n = re.Length;
        if (n == 1)
            return;
        int half = n / 2;
        double[] evenRe = new double[half], evenIm = new double[half], oddRe = new double[half], oddIm = new double[half];
        for (int k = 0; k < half; k++)
        {
            evenRe[k] = re[2 * k];
            evenIm[k] = im[2 * k];
            oddRe[k] = re[2 * k + 1];
            oddIm[k] = im[2 * k + 1];
        }

        Fourier(evenRe, evenIm);
        Fourier(oddRe, oddIm);
        for (int k = 0; k < half; k++)
        {
            double c = Math.Cos(2 * Math.PI * k / n), s = -Math.Sin(2 * Math.PI * k / n);
            double tRe = c * oddRe[k] - s * oddIm[k], tIm = c * oddIm[k] + s * oddRe[k];
            re[k] = evenRe[k] + tRe;
            im[k] = evenIm[k] + tIm;
            re[k + half] = evenRe[k] - tRe;
            im[k + half] = evenIm[k] - tIm;
        }
    }

    [Differentiable, At("random 4", 3), At("random 4", 0)]
    public static double WrittenBeforeAndAfter(double[] a, int depth)
    {
        if (depth == 0)
            return a[0] * a[1];
        a[depth] *= a[0];
        double inner = WrittenBeforeAndAfter(a, depth - 1);
        a[0] = Math.Sin(a[depth] + inner);
        return inner * a[0] + a[depth];
    }

    // Arrays made here and in every frame, for a parameter that is an array and no span.
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double NewArrayForEachFrame(double x, int n) => Replaced(new[] { x, x * x }, n);

    // What the next frame is passed, a condition or a branch has chosen.
    [Differentiable(Gradient | Lifted), At(0.7, -1.3, 3), At(0.7, -1.3, 2), At(-0.7, 1.3, 3), At(0.7, -1.3, 0)]
    public static double ArrayChosenForTheNextFrame(double x, double y, int n) => Chosen(n, x, new[] { x, y }, new[] { y, x * y });

    [Differentiable(Gradient | Lifted), At(0.7, -1.3, 3), At(0.7, -1.3, 2), At(1.7, -1.3, 3), At(0.7, -1.3, 0)]
    public static double ArrayAssignedInBranches(double x, double y, int n) => Assigned(n, x, new[] { x, y }, new[] { y, x * y });

    // Its elements are read by the call alone.
    [Differentiable(Gradient | Lifted), At(0.7, -1.3, 2), At(0.7, -1.3, 0)]
    public static double ElementsForACall(double x, double y, int n) => Math.Tanh(First(n, new double[] { Math.Cbrt(x), x, y }));

    [Differentiable, At("[0.5, 1.5, 2]", 4), At("[0.5, 1.5, 2]", 0)]
    public static double CoinSums(double[] weights, int total) => Coins(weights, 0, total);

    // What follows the branch is nothing, so that both sweeps could be one; but elements are put back in the reverse sweep.
    [Differentiable, At(new[] { 0.3, -0.4, 0.5, 0.7 }, 2), At(new[] { 0.3, -0.4, 0.5, 0.7 }, 0)]
    public static double StoredInTheLastBranch(double[] a, int n)
    {
        a[1] += 0.75;
        double s = a[0];
        if (n > 0)
            s = StoredOnTheWay(a.AsSpan(1), n);
        return s;
    }

    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5, 0.7 }, 0), At(0.7, new[] { 0.3, -0.4, 0.5, 0.7 }, 1), At(0.7, new[] { 0.3, -0.4, 0.5, 0.7 }, 2)]
    public static double StoredInASwitch(double x, double[] a, int n) => n switch
    {
        0 => x * a[0],
        1 => StoredOnTheWay(a, 2) * x,
        _ => StoredOnTheWay(a.AsSpan(..3), n) * StoredOnTheWay(a.AsSpan(1), n) * x,
    };

    // The index runs down from a number that nobody knows.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5, 0.7 }, 2, 3), At(0.7, new[] { 0.3, -0.4, 0.5, 0.7 }, 2, 0)]
    public static double CalledInALoopDownwards(double x, double[] a, int n, int m) => Downwards(x, a, n, m) * a[0];

    // What is read after a call that stores is used before the call is reversed: then the elements are as before it.
    [Differentiable(Gradient | Lifted), At("random 4 in 0.2..0.9")]
    public static double ReadAfterTheCall(double[] a)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            s += a[i] * a[(int)(4 * ScaleFirst(i, a)) % 2];
        }

        return s;
    }

    // Likewise the adjoint of an element: the reverse of the call changes it.
    [Differentiable(Gradient | Lifted), At("random 4", 0.7)]
    public static double AddedToAfterTheCall(double[] a, double x)
    {
        double t = Math.Sin(x);
        ScaleFirst(2, a);
        a[0] += t;
        return a[0] * a[1];
    }

    private static double ScaleFirst(int depth, double[] a)
    {
        if (depth <= 0)
            return a[1];
        a[1] *= 1.5;
        a[0] *= a[1];
        return ScaleFirst(depth - 1, a);
    }

    private static double Downwards(double x, ReadOnlySpan<double> a, int n, int m)
    {
        if (n <= 0)
            return x * a[0];
        double s = a[1];
        for (int i = m; i > 0; i--)
            s += Downwards(x * i, a[1..], n - 1, m - 1);
        return s * x;
    }

    private static double StoredOnTheWay(Span<double> a, int n)
    {
        if (n <= 0)
            return a[0] * a[^1];
        a[^1] = a[1 % a.Length] * Math.Sin(a[^1]) + a[0];
        StoredOnTheWay(a, n - 1);
        return Math.Exp(a[^1] * 0.3);
    }

    // Constant arrays that are handed on: they have no adjoints on the way.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 3), At(0.7, new[] { 0.3, -0.4, 0.5 }, 0)]
    public static double ConstantArray(double x, [NoGrad] double[] a, int n) => Weighted(x, a, n) * x;

    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 3), At(0.7, new[] { 0.3, -0.4, 0.5 }, 0)]
    public static double ConstantSpan(double x, [NoGrad] Span<double> a, int n) => WeightedSpan(new[] { x, x * x }, a, n) * x;

    [Differentiable, At(0.7, "[[0.3, -0.4], [0.5]]", 3), At(0.7, "[[0.3, -0.4], [0.5]]", 0)]
    public static double ConstantRows(double x, [NoGrad] double[][] a, int n) => WeightedRows(x, a, n) * x;

    [Differentiable, At(0.7, "[[0.3, -0.4], [0.5, 0.6]]", 3), At(0.7, "[[0.3, -0.4], [0.5, 0.6]]", 0)]
    public static double ConstantMatrix(double x, [NoGrad] double[,] a, int n) => WeightedMatrix(new[] { x, x * x }, a, n) * x;

    // Itself the method that is called.
    [Differentiable, At(0.7, new[] { 0.3, -0.4, 0.5 }, 3)]
    public static double ConstantArrayOfItsOwn(double x, [NoGrad] double[] a, int n) =>
        n <= 0 ? x : Math.Sin(ConstantArrayOfItsOwn(x * a[n % a.Length], a, n - 1)) + a[0] * x;

    private static double Weighted(double x, [NoGrad] double[] a, int n) => n <= 0 ? x * a[0] : Math.Sin(Weighted(x * a[n % a.Length], a, n - 1)) + x;

    private static double WeightedSpan(double[] x, [NoGrad] Span<double> a, int n)
    {
        if (n <= 0)
            return x[0] * x[1] * a[0];
        x[0] *= a[n % a.Length];
        return Math.Sin(WeightedSpan(x, a, n - 1)) * x[0];
    }

    private static double WeightedRows(double x, [NoGrad] double[][] a, int n) =>
        n <= 0 ? x * a[0][0] : Math.Sin(WeightedRows(x * a[n % a.Length][0], a, n - 1)) + x;

    private static double WeightedMatrix(double[] x, [NoGrad] double[,] a, int n)
    {
        if (n <= 0)
            return x[0] * x[1] * a[0, 0];
        x[0] *= a[n % 2, 1];
        return Math.Sin(WeightedMatrix(x, a, n - 1)) * x[0];
    }

    private static double Node(double[] nodes, int i) =>
        i >= nodes.Length ? 0.5 : Math.Sin(nodes[i]) + Node(nodes, 2 * i + 1) * Node(nodes, 2 * i + 2);

    private static double Visit(double[] values, int[] left, int[] right, int node)
    {
        if (node < 0)
            return 1;
        double l = Visit(values, left, right, left[node]);
        double r = Visit(values, left, right, right[node]);
        return values[node] * l + Math.Cos(r);
    }

    private static double Prefix(Span<double> a, int i)
    {
        if (i > 0)
            a[i] += Prefix(a, i - 1);
        return a[i];
    }

    private static void Sort(Span<double> a, Span<double> scratch)
    {
        if (a.Length < 2)
            return;
        int middle = a.Length / 2;
        Sort(a[..middle], scratch[..middle]);
        Sort(a[middle..], scratch[middle..]);
        a.CopyTo(scratch);
        int i = 0, j = middle;
        for (int k = 0; k < a.Length; k++)
            a[k] = j == a.Length || (i < middle && scratch[i] <= scratch[j]) ? scratch[i++] : scratch[j++];
    }

    // Odd, and by a polynomial for which there may be no coefficients: found by a library's error function.
    [Differentiable, At(0.7), At(-1.3)]
    public static double CheckedForNullInTheFrame(double x) => x < 0 ? -CheckedForNullInTheFrame(-x) : Polynomial(x, Series) / Polynomial(x, [2, x, x * x]) + Leading(Series, x);

    private static readonly double[] Series = [0.25, -1.5, 0.5];

    private static double Polynomial(double x, double[] coefficients)
    {
        if (coefficients == null)
            throw new ArgumentNullException(nameof(coefficients));
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }

    private static double Leading(double[] coefficients, double x)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        return coefficients[^1] * x * x;
    }

    private static double Replaced(double[] pair, int depth)
    {
        if (depth <= 0)
            return pair[0];
        pair[0] = Math.Sin(pair[1]);
        return Replaced(new[] { pair[0], 0.5 * pair[1] }, depth - 1) * pair[0];
    }

    private static double Chosen(int depth, double w, double[] z, double[] left)
    {
        if (depth <= 0)
            return z[0] * left[1];
        return Chosen(depth - 1, w + z[1], w > 0 ? left : z, new[] { w, w * left[0] });
    }

    private static double Assigned(int depth, double w, double[] z, double[] left)
    {
        if (depth <= 0)
            return z[0] * left[1];
        double[] b;
        if (w > 1)
            b = z;
        else
            b = left;
        b[0] *= w;
        return Assigned(depth - 1, w + z[1], b, new[] { 1, w }) * b[0];
    }

    private static double First(int depth, ReadOnlySpan<double> z) => depth <= 0 ? 0.5 - z[0] : Math.Sin(First(depth - 1, z[1..]));

    // The columns in use are the bits that are not set.
    private static double Minor(double[] a, int n, int row, int used)
    {
        if (row == n)
            return 1;
        double sum = 0, sign = 1;
        for (int column = 0; column < n; column++)
        {
            if ((used >> column & 1) == 1)
                continue;
            sum += sign * a[row * n + column] * Minor(a, n, row + 1, used | 1 << column);
            sign = -sign;
        }

        return sum;
    }

    private static double Coins(double[] weights, int kind, int left)
    {
        if (left == 0)
            return 1;
        if (left < 0 || kind == weights.Length)
            return 0;
        return Coins(weights, kind + 1, left) + weights[kind] * Coins(weights, kind, left - kind - 1);
    }
}
