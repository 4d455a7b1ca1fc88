namespace AutoDiffGen.Conformance.Specimens;

#pragma warning disable CA1707 // The names are the contract's.

/// <summary>Methods over arrays and spans whose members are right.</summary>
internal static class RightArrays
{
    /// <summary>Data that is only read.</summary>
    public static double Weighted(double[] a, ReadOnlySpan<double> w, double k)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += w[i] * a[i] * a[i];
        return k * sum;
    }

    public static double Weighted_Grad(double[] a, ReadOnlySpan<double> w, double k, Span<double> da, Span<double> dw, out double dk)
    {
        GuardWeighted(a, w, da, dw);
        da.Clear();
        dw.Clear();
        dk = 0;
        Reverse(a, w, k, 1, da, dw, ref dk);
        return Weighted(a, w, k);
    }

    public static void Weighted_Vjp(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        GuardWeighted(a, w, da, dw);
        Reverse(a, w, k, seed, da, dw, ref dk);
    }

    public static void GuardWeighted(double[] a, ReadOnlySpan<double> w, Span<double> da, Span<double> dw)
    {
        ByHand.Length(da.Length, a.Length, "da");
        ByHand.Length(dw.Length, w.Length, "dw");
        ByHand.Apart(da, dw, "da");
        ByHand.Apart(da, a, "da");
        ByHand.Apart(da, w, "da");
        ByHand.Apart(dw, a, "dw");
        ByHand.Apart(dw, w, "dw");
    }

    /// <summary>Data that is written.</summary>
    public static double Step(Span<double> y, ReadOnlySpan<double> x, double k)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = k * y[i] * x[i];
            sum += y[i] * y[i];
        }

        return sum;
    }

    public static double Step_Grad(Span<double> y, ReadOnlySpan<double> x, double k, Span<double> dy, Span<double> dx, out double dk)
    {
        GuardStep(y, x, dy, dx);
        dy.Clear();
        dx.Clear();
        dk = 0;
        return StepAndReverse(y, x, k, 1, dy, dx, ref dk);
    }

    public static void Step_Vjp(Span<double> y, ReadOnlySpan<double> x, double k, double seed, Span<double> dy, Span<double> dx, ref double dk)
    {
        GuardStep(y, x, dy, dx);
        StepAndReverse(y, x, k, seed, dy, dx, ref dk);
    }

    public static void GuardStep(Span<double> y, ReadOnlySpan<double> x, Span<double> dy, Span<double> dx)
    {
        ByHand.Apart(y, x, "y");
        GuardDerivatives(y, x, dy, dx);
    }

    public static void GuardDerivatives(Span<double> y, ReadOnlySpan<double> x, Span<double> dy, Span<double> dx)
    {
        ByHand.Length(dy.Length, y.Length, "dy");
        ByHand.Length(dx.Length, x.Length, "dx");
        ByHand.Apart(dy, dx, "dy");
        ByHand.Apart(dy, y, "dy");
        ByHand.Apart(dy, x, "dy");
        ByHand.Apart(dx, y, "dx");
        ByHand.Apart(dx, x, "dx");
    }

    /// <summary>Rows, integers, a constant array and a parameter the contract has another name for.</summary>
    public static double Gather(double[,] matrix, double[][] rows, [NoGrad] double[] offset, ReadOnlySpan<int> index, ref double dRows)
    {
        double sum = 0;
        for (int i = 0; i < index.Length; i++)
            sum += offset[i] * matrix[i, index[i]] * rows[index[i]][0];
        dRows *= sum;
        return sum;
    }

    public static double Gather_Grad(
        double[,] matrix, double[][] rows, double[] offset, ReadOnlySpan<int> index, ref double dRows,
        double[,] dMatrix, double[][] dRows_, out double dDRows)
    {
        GuardGather(matrix, rows, offset, dMatrix, dRows_);
        Array.Clear(dMatrix);
        foreach (double[] row in dRows_)
            Array.Clear(row);
        dDRows = 0;
        return Reverse(matrix, rows, offset, index, ref dRows, 1, dMatrix, dRows_, ref dDRows);
    }

    public static void Gather_Vjp(
        double[,] matrix, double[][] rows, double[] offset, ReadOnlySpan<int> index, ref double dRows,
        double seed, double[,] dMatrix, double[][] dRows_, ref double dDRows)
    {
        GuardGather(matrix, rows, offset, dMatrix, dRows_);
        Reverse(matrix, rows, offset, index, ref dRows, seed, dMatrix, dRows_, ref dDRows);
    }

    /// <summary>An array as result.</summary>
    public static double[] Squares(params double[] a) => Array.ConvertAll(a, x => x * x);

    public static void Squares_Vjp(double[] a, ReadOnlySpan<double> seed, Span<double> da)
    {
        ByHand.Length(seed.Length, a.Length, "seed");
        ByHand.Length(da.Length, a.Length, "da");
        ByHand.Apart(da, a, "da");
        for (int i = 0; i < a.Length; i++)
            da[i] += 2 * a[i] * seed[i];
    }

    /// <summary>Single precision.</summary>
    public static float Product(float[] a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    public static float Product_Grad(float[] a, ReadOnlySpan<float> b, Span<float> da, Span<float> db)
    {
        GuardProduct(a, b, da, db);
        b.CopyTo(da);
        a.CopyTo(db);
        return Product(a, b);
    }

    public static void Product_Vjp(float[] a, ReadOnlySpan<float> b, float seed, Span<float> da, Span<float> db)
    {
        GuardProduct(a, b, da, db);
        for (int i = 0; i < a.Length; i++)
        {
            da[i] += seed * b[i];
            db[i] += seed * a[i];
        }
    }

    public static double StepAndReverse(Span<double> y, ReadOnlySpan<double> x, double k, double seed, Span<double> dy, Span<double> dx, ref double dk)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double initial = y[i];
            y[i] = k * initial * x[i];
            sum += y[i] * y[i];

            double d = dy[i] + seed * 2 * y[i];
            dk += d * initial * x[i];
            dx[i] += d * k * initial;
            dy[i] = d * k * x[i];
        }

        return sum;
    }

    private static void Reverse(double[] a, ReadOnlySpan<double> w, double k, double seed, Span<double> da, Span<double> dw, ref double dk)
    {
        for (int i = 0; i < a.Length; i++)
        {
            da[i] += seed * k * 2 * w[i] * a[i];
            dw[i] += seed * k * a[i] * a[i];
            dk += seed * w[i] * a[i] * a[i];
        }
    }

    private static double Reverse(
        double[,] matrix, double[][] rows, double[] offset, ReadOnlySpan<int> index, ref double scale,
        double seed, double[,] dMatrix, double[][] dRows, ref double dScale)
    {
        double initial = scale;
        double sum = Gather(matrix, rows, offset, index, ref scale);
        double d = seed + dScale * initial;
        dScale *= sum;
        for (int i = 0; i < index.Length; i++)
        {
            dMatrix[i, index[i]] += d * offset[i] * rows[index[i]][0];
            dRows[index[i]][0] += d * offset[i] * matrix[i, index[i]];
        }

        return sum;
    }

    private static void GuardGather(double[,] matrix, double[][] rows, double[] offset, double[,] dMatrix, double[][] dRows_)
    {
        ByHand.Length(dMatrix.GetLength(0), matrix.GetLength(0), "dMatrix");
        ByHand.Length(dMatrix.GetLength(1), matrix.GetLength(1), "dMatrix");
        ByHand.Length(dRows_.Length, rows.Length, "dRows_");
        for (int i = 0; i < rows.Length; i++)
        {
            ByHand.Length(dRows_[i].Length, rows[i].Length, "dRows_");
            ByHand.Apart(dRows_[i], rows[i], "dRows_");
            ByHand.Apart(dRows_[i], offset, "dRows_");
        }

        if (dMatrix == matrix)
            throw new ArgumentException("It overlaps.", nameof(dMatrix));
    }

    private static void GuardProduct(float[] a, ReadOnlySpan<float> b, Span<float> da, Span<float> db)
    {
        ByHand.Length(da.Length, a.Length, "da");
        ByHand.Length(db.Length, b.Length, "db");
        ByHand.Apart<float>(da, db, "da");
        ByHand.Apart<float>(da, a, "da");
        ByHand.Apart(da, b, "da");
        ByHand.Apart<float>(db, a, "db");
        ByHand.Apart(db, b, "db");
    }
}
