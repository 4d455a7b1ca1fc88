namespace AutoDiffGen.Corpus;

/// <summary>Arrays of arrays that the method creates, whose rows are created too, or the caller's, or one and the same.</summary>
public static partial class ArrayLocalRows
{
    private static readonly double[] Table = [1, 2, 3];

    [Differentiable(Gradient | Lifted), At(0.7, 1.2)]
    public static double Initialised(double x, double y)
    {
        double[][] w = { new double[] { x, y }, new[] { y * y, 1 }, new double[3] };
        w[2][1] = x * y;
        double s = 0;
        foreach (double[] row in w)
        {
            foreach (double v in row)
                s += v * v;
        }

        w[0][1] *= s;
        return s * w[0][1] + w[2].Length;
    }

    // What is written through one row is seen through the other.
    [Differentiable(Gradient | Lifted), At("random 3", 0.7)]
    public static double TwoRowsThatAreOneArray(double[] a, double x)
    {
        var w = new double[][] { a, a, new double[3] };
        w[0][1] *= x;
        w[1][1] *= w[0][1];
        w[2][0] = w[1][1] + a[1];
        return w[0][1] * w[2][0] + a[0];
    }

    [Differentiable(Gradient | Lifted), At("random 2", "random 2", 3), At("random 2", "random 2", 0)]
    public static double SwappedRows(double[] a, double[] b, int n)
    {
        double[][] w = [a, b];
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            w[0][0] += w[1][1] * w[1][0];
            (w[0], w[1]) = (w[1], w[0]);
            s += w[0][0];
        }

        return s * w[0][1] + w[1][0];
    }

    // Gaussian elimination that swaps rows, on a copy of the argument.
    [Differentiable(Gradient | Lifted), At("[[0.7, 1.9, 1.1], [2.8, 0.6, -1.2], [1.3, 3.7, 2.1]]"), At("[[2]]")]
    public static double Determinant(double[][] matrix)
    {
        int n = matrix.Length;
        var m = new double[n][];
        for (int i = 0; i < n; i++)
        {
            m[i] = new double[n];
            for (int j = 0; j < n; j++)
                m[i][j] = matrix[i][j];
        }

        double determinant = 1;
        for (int c = 0; c < n; c++)
        {
            int pivot = c;
            for (int r = c + 1; r < n; r++)
            {
                if (Math.Abs(m[r][c]) > Math.Abs(m[pivot][c]))
                    pivot = r;
            }

            if (pivot != c)
            {
                (m[c], m[pivot]) = (m[pivot], m[c]);
                determinant = -determinant;
            }

            determinant *= m[c][c];
            for (int r = c + 1; r < n; r++)
            {
                double factor = m[r][c] / m[c][c];
                for (int k = c; k < n; k++)
                    m[r][k] -= factor * m[c][k];
            }
        }

        return determinant;
    }

    // Rows of all kinds in one array.
    [Differentiable(Gradient | Lifted), At("[[1, 2, 0.5], [0.3, -1, 0.7]]", "random 3", 1.5), At("[[1, 2, 0.5], [0.3, -1, 0.7]]", "random 3", 0.5)]
    public static double RowsOfTheCaller(double[][] p, double[] a, double x)
    {
        var w = new double[4][];
        w[0] = p[1];
        w[1] = a;
        w[2] = x > 1 ? p[0] : a;
        w[3] = new double[3];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 3; j++)
                w[i][j] = Math.Sin(w[i][j] + x * w[(i + 1) % 4][j]);
        }

        w[0] = w[3];
        return w[0][0] * p[1][0] + a[2] * p[0][1] + w[2][2];
    }

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double FilledByAHelper(double x)
    {
        var w = new double[3][];
        Fill(w, x);
        double s = SumOfCubes(w);
        Fill(w, s * 0.1);
        return s + SumOfCubes(w);
    }

    [Differentiable(Gradient | Lifted), At("random 3", 3), At("random 3", 0)]
    public static double Layers(double[] a, int n)
    {
        var layers = new double[n + 1][];
        layers[0] = a;
        for (int l = 1; l <= n; l++)
        {
            layers[l] = new double[a.Length];
            for (int i = 0; i < a.Length; i++)
            {
                double s = 0;
                for (int j = 0; j < a.Length; j++)
                    s += layers[l - 1][j] * 0.3 * (i + j - 1);
                layers[l][i] = Math.Tanh(s);
            }
        }

        double r = 0;
        foreach (double v in layers[n])
            r += v;
        return r * layers[n][0];
    }

    // Every round's array is kept.
    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 1)]
    public static double History(double x, int n)
    {
        var history = new double[n][];
        double[] state = [x, x * 2];
        for (int t = 0; t < n; t++)
        {
            history[t] = state;
            var next = new double[2];
            next[0] = state[1] * x;
            next[1] = Math.Sin(state[0]);
            state = next;
        }

        double s = 0;
        for (int t = 0; t < n; t++)
            s += history[t][0] * history[n - 1 - t][1];
        return s;
    }

    [Differentiable(Gradient | Lifted), At("[[1, 2, 0.5], [0.3, -1, 0.7], [2, 1, 0.2]]", 0.7)]
    public static double TheRowBefore(double[][] p, double x)
    {
        var w = new double[][] { p[0], p[1], p[2] };
        double[] before = w[2];
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            double[] row = w[i];
            row[0] += before[1] * x;
            s += row[0] * before[2];
            before = row;
        }

        return s * before[0];
    }

    [Differentiable(Gradient | Lifted), At("random 5")]
    public static double RowsOfIntegers(double[] a)
    {
        int[][] sets = { new[] { 0, 1 }, new[] { 2 }, new[] { 3, 4, 0 } };
        double s = 0;
        foreach (int[] set in sets)
        {
            double product = 1;
            foreach (int i in set)
                product *= a[i];
            s += product;
        }

        (sets[0], sets[1]) = (sets[1], sets[0]);
        return s * a[sets[0][0]];
    }

    // The rows go round, and are overwritten in each round.
    [Differentiable(Gradient | Lifted), At("random 3", 0.7)]
    public static double RowsThatGoRound(double[] a, double x)
    {
        var w = new double[3][];
        for (int k = 0; k < 3; k++)
            w[k] = new double[2];
        double s = 0;
        for (int t = 0; t < 4; t++)
        {
            for (int k = 0; k < 3; k++)
            {
                w[k][0] = a[k] * x + w[(k + 1) % 3][1];
                w[k][1] = w[k][0] * w[k][0] * 0.1;
                s += w[k][1];
            }

            double[] first = w[0];
            w[0] = w[1];
            w[1] = w[2];
            w[2] = first;
        }

        return s;
    }

    // A reference to an element stays with its array when the row is replaced.
    [Differentiable, At("random 2", "random 2", 0.7)]
    public static double AReferenceIntoARow(double[] a, double[] b, double x)
    {
        double[][] w = [a, b];
        ref double r = ref w[0][1];
        w[0] = b;
        r *= x;
        w[0][1] += r;
        return a[1] * b[1];
    }

    [Differentiable, At("random 2", "random 2", 0.7)]
    public static double AnElementByReference(double[] a, double[] b, double x)
    {
        double[][] w = [a, b];
        ReplaceAndScale(ref w[0][0], w, b, x);
        return a[0] * b[0];
    }

    [Differentiable(Gradient | Lifted), At("random 2", "random 2", 0.7)]
    public static double ReplacedInTheMiddle(double[] a, double[] b, double x)
    {
        double[][] w = [a, b];
        w[0][1] = (w[0] = b)[0] * x;
        return a[1] * b[1] + w[0][0];
    }

    [Differentiable(Gradient | Lifted), At("random 3", 3)]
    public static double ArraysOfEachRound(double[] a, int n)
    {
        double s = 0;
        for (int t = 0; t < n; t++)
        {
            var w = new double[2][];
            w[0] = new double[] { a[t], t + 1 };
            w[1] = t % 2 == 0 ? a : w[0];
            w[1][0] *= 1.2;
            s += w[0][0] * w[1][1] * w[0][1];
        }

        return s + a[0];
    }

    [Differentiable, At("random 3", 0.7)]
    public static double AStaticRow(double[] a, double x)
    {
        double[][] w = [a, Table];
        double s = 0;
        for (int i = 0; i < 3; i++)
            s += w[i % 2][i] * x * w[(i + 1) % 2][i];
        return s;
    }

    [Differentiable, At("random 3", "random 3", 0.7)]
    public static void WrittenThroughRows(double[] a, double[] b, double x)
    {
        var w = new double[2][];
        w[0] = a;
        w[1] = b;
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < a.Length; j++)
                w[i][j] += w[1 - i][j] * x;
        }
    }

    [Differentiable(Gradient | Lifted), At("random 2", 0.7), At("random 2", 1.7)]
    public static double[] ARowIsReturned(double[] a, double x)
    {
        var w = new double[2][];
        w[0] = a;
        w[1] = new double[] { x, a[0] };
        return w[x > 1 ? 0 : 1];
    }

    // Two arrays of arrays that share rows and change places.
    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double ArraysOfArraysThatSwap(double x)
    {
        double[][] w = new double[2][], v = new double[3][];
        w[0] = [x, 1];
        w[1] = [x * x, 2];
        v[0] = w[1];
        v[1] = [3, x];
        v[2] = w[0];
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            double[][] rows = i % 2 == 0 ? w : v;
            rows[1][0] *= 1.5;
            s += rows[i % 2][0] * rows[1][1];
            (w, v) = (v, w);
        }

        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, "[[1, 2, 0.5], [0.3, -1, 0.7]]", "random 3")]
    public static double ConstantRows(double x, [NoGrad] double[][] c, double[] a)
    {
        var w = new double[3][];
        w[0] = c[1];
        w[1] = a;
        w[2] = c[0];
        w[0][0] = x * a[1];
        return c[1][0] * w[1][1] * w[2][1];
    }

    [Differentiable(Gradient | Lifted), At("random 3", 0, 0), Throws(typeof(NullReferenceException), "random 3", 1, 0), Throws(typeof(IndexOutOfRangeException), "random 3", 2, 0)]
    public static double NoRow(double[] a, int i, int j)
    {
        var w = new double[2][];
        w[0] = a;
        return w[i][j] * a[0];
    }

    // The caller's rows are handed on as they are, though one of them is a row of what is created too.
    [Differentiable(Gradient | Lifted), At(0.7, "[[1.1, 2], [0.3, -1, 0.7]]", 3), At(0.7, "[[1.1, 2], [0.3, -1, 0.7]]", 0)]
    public static double RowsOfAnArrayThatRecursionIsGiven(double x, double[][] w, int n)
    {
        double s = ProductOfFirsts(w, n);
        double[][] own = { w[1], new double[] { x, 2 * x } };
        own[0][0] *= x;
        return s * own[own.Length / 2][0] * ProductOfFirsts(w, n + 1);
    }

    private static double ProductOfFirsts(double[][] w, int depth)
    {
        if (depth <= 0)
            return w[0][0];
        w[depth % w.Length][0] *= 1.1;
        return w[^1][0] * ProductOfFirsts(w, depth - 1);
    }

    private static void Fill(double[][] w, double x)
    {
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = new double[2];
            w[i][0] = x * i;
            w[i][1] = x * x;
        }
    }

    private static double SumOfCubes(double[][] w)
    {
        double s = 0;
        foreach (double[] row in w)
        {
            foreach (double v in row)
                s += v * v * v;
        }

        return s;
    }

    private static void ReplaceAndScale(ref double u, double[][] w, double[] b, double x)
    {
        w[0] = b;
        u *= x;
        w[0][0] += u;
    }
}
