namespace AutoDiffGen.Corpus;

/// <summary>Arrays of <c>float</c>.</summary>
public static partial class ArraySinglePrecision
{
    [Differentiable, At("random 4"), At("[]")]
    public static float SumOfSquares(float[] a)
    {
        float s = 0;
        foreach (float x in a)
            s += x * x;
        return s;
    }

    [Differentiable, At("random 4", 0.5f)]
    public static void Scale(Span<float> a, float k)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = MathF.Sin(a[i]) * k;
    }

    [Differentiable, At("random 4", "random 4")]
    public static double DotInDouble(ReadOnlySpan<float> a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }

    [Differentiable, At("random 4", "random 4")]
    public static void RoundedCopy(double[] a, [ZeroDerivative] float[] b)
    {
        for (int i = 0; i < a.Length; i++)
            b[i] = (float)(a[i] * a[i]);
    }

    [Differentiable, At("random 2x2", 0.5f)]
    public static float Matrix(float[,] m, float x)
    {
        m[0, 0] *= x;
        return m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0];
    }

    [Differentiable, At(0.5f, 4)]
    public static float Local(float x, int n)
    {
        float[] a = new float[n];
        a[0] = x;
        for (int i = 1; i < n; i++)
            a[i] = a[i - 1] * x + 1;
        return a[n - 1];
    }

    [Differentiable, At("random 4", 3)]
    public static float Overwritten(float[] a, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 1; i < a.Length; i++)
                a[i] = a[i] * a[i - 1] + 0.5f;
        }

        return a[^1];
    }
}
