namespace AutoDiffGen.Corpus;

/// <summary>Arrays that are constant: <c>[NoGrad]</c>, integers, booleans; and constant arrays that active values are written into.</summary>
public static partial class ArrayConstants
{
    [Differentiable(Gradient | Lifted), At("random 4", "random 4"), At("[]", "[]")]
    public static double ConstantWeights(double[] a, [NoGrad] double[] w)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += w[i] * Math.Sin(a[i]);
        return s;
    }

    [Differentiable, At("random 4", "random 4"), At("[]", "[]")]
    public static double ActiveScratch(double[] a, [NoGrad] Span<double> scratch)
    {
        for (int i = 0; i < a.Length; i++)
            scratch[i] = a[i] * a[i];
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += Math.Sin(scratch[i]);
        return s;
    }

    // What is in the scratch at first is constant, and is added to.
    [Differentiable, At("random 4", "random 4")]
    public static double ScratchAddedTo(double[] a, [NoGrad] double[] scratch)
    {
        for (int i = 0; i < a.Length; i++)
            scratch[i] += a[i];
        double p = 1;
        for (int i = 0; i < a.Length; i++)
            p *= scratch[i] + 2;
        return p;
    }

    [Differentiable, At(0.7, "random 4", 2)]
    public static double ScratchWrittenInPart(double x, [NoGrad] double[] table, int k)
    {
        double before = table[k] * x;
        table[k] = x * x;
        double s = before;
        foreach (double y in table)
            s += y * x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 4", "[1, -2, 3, 5]"), At("random 1", "[2]")]
    public static double IntegerWeights(double[] a, ReadOnlySpan<int> k)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * a[i] * k[i];
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, "[1, -2, 3, 5]"), At(0.7, "[]")]
    public static double OnlyIntegers(double x, int[] k)
    {
        int sum = 0;
        foreach (int i in k)
            sum += i * i;
        return x * x * sum + x;
    }

    [Differentiable, At(0.7, "[3, 1, 2]")]
    public static double IntegersSorted(double x, int[] k)
    {
        for (int i = 0; i < k.Length; i++)
        {
            for (int j = i + 1; j < k.Length; j++)
            {
                if (k[j] < k[i])
                    (k[i], k[j]) = (k[j], k[i]);
            }
        }

        double s = 0;
        foreach (int i in k)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At("random 3", "random 3x3")]
    public static double ConstantMatrix(double[] x, [NoGrad] double[,] m)
    {
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                s += x[i] * m[i, j] * x[j];
        }

        return s;
    }

    [Differentiable, At(0.7, "random 3")]
    public static double RealTableNotReached(double x, [ZeroDerivative] double[] a)
    {
        double unused = 0;
        for (int i = 0; i < a.Length; i++)
            unused += a[i] * x;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At("random 3", Gradient = new[] { 0.0, 0.0, 0.0 })]
    public static double Stopped([ZeroDerivative] double[] a)
    {
        double s = 0;
        foreach (double x in a)
            s += Ad.StopGradient(x * x);
        return s;
    }
}
