namespace AutoDiffGen.Corpus;

/// <summary>Whole arrays and spans at once: <c>Fill</c>, <c>Clear</c>, <c>CopyTo</c>, <c>Array.Copy</c>.</summary>
public static partial class ArrayBulk
{
    [Differentiable, At("random 4", 0.7)]
    public static double Fill(Span<double> a, double x)
    {
        double s = a[1] * a[2];
        a.Fill(x * x);
        return s * a[0];
    }

    [Differentiable, At("random 4", 0.7)]
    public static double FillASlice(Span<double> a, double x)
    {
        a[1..3].Fill(x + a[0]);
        return a[0] * a[1] * a[2] * a[3];
    }

    [Differentiable, At("random 4", 0.7)]
    public static double ArrayFill(double[] a, double x)
    {
        double first = a[0];
        Array.Fill(a, x * first);
        a[1] += first;
        return a[1] * a[3];
    }

    [Differentiable, At("random 4", 0.7)]
    public static double Clear(Span<double> a, double x)
    {
        double s = a[0] * a[1];
        a.Clear();
        a[2] += x;
        return s + a[2] * a[3] + a[2] * x;
    }

    [Differentiable, At("random 4", 0.7)]
    public static double ArrayClear(double[] a, double x)
    {
        double s = a[0] * a[3];
        Array.Clear(a, 1, 2);
        s += a[0] * a[1] * x + a[3] * x;
        Array.Clear(a);
        return s + a[0];
    }

    [Differentiable, At("random 4", "random 4")]
    public static double CopyTo(ReadOnlySpan<double> source, Span<double> target)
    {
        double before = target[0] * target[1];
        source.CopyTo(target);
        target[0] *= source[1];
        return before + target[0] * target[2];
    }

    [Differentiable, At("random 4", "random 6")]
    public static double CopyAPart(double[] source, double[] target)
    {
        Array.Copy(source, 1, target, 2, 3);
        return target[1] * target[2] + target[4] * target[5];
    }

    [Differentiable, At("random 4", "random 4")]
    public static double ArrayCopy(double[] source, double[] target)
    {
        Array.Copy(source, target, 3);
        source[0] = target[1] * source[2];
        return source[0] * target[3] + target[0];
    }

    [Differentiable, At("random 3", "random 6")]
    public static double ArrayCopyTo(double[] source, double[] target)
    {
        source.CopyTo(target, 2);
        target[2] += target[0];
        return target[2] * target[3] * target[5];
    }

    [Differentiable, At("random 5")]
    public static double OverlappingUpwards(double[] a)
    {
        Array.Copy(a, 0, a, 1, 4);
        return a[0] * a[1] + a[2] * a[4] * a[4];
    }

    [Differentiable, At("random 5")]
    public static double OverlappingDownwards(double[] a)
    {
        Array.Copy(a, 2, a, 0, 3);
        return a[0] * a[1] + a[2] * a[3] * a[4];
    }

    [Differentiable, At("random 5", 0.7, 3)]
    public static double ShiftRegister(Span<double> a, double x, int n)
    {
        for (int k = 0; k < n; k++)
        {
            double last = a[^1];
            a[..^1].CopyTo(a[1..]);
            a[0] = Math.Sin(last) * x;
        }

        return a[0] * a[2] + a[4];
    }

    [Differentiable, At("random 5", 0.7)]
    public static double CopyToALocalAndBack(double[] a, double x)
    {
        double[] saved = new double[a.Length];
        a.CopyTo(saved, 0);
        for (int i = 0; i < a.Length; i++)
            a[i] *= x;
        double s = a[0] * a[1];
        saved.AsSpan().CopyTo(a);
        return s * a[2];
    }

    [Differentiable, At("random 4")]
    public static double Cloned(double[] a)
    {
        double[] b = a.AsSpan().ToArray();
        b[0] *= b[1];
        return b[0] * a[0] + b[2];
    }

    [Differentiable, At("random 4", 3)]
    public static double ScratchClearedEveryTime(double[] a, int n)
    {
        Span<double> scratch = stackalloc double[a.Length];
        double s = 0;
        for (int k = 1; k <= n; k++)
        {
            scratch.Clear();
            for (int i = 0; i < a.Length; i++)
                scratch[i * k % a.Length] += a[i] * k;
            for (int i = 0; i < a.Length; i++)
                s += scratch[i] * scratch[i] * scratch[i];
        }

        return s;
    }

    [Differentiable, At("random 2x2", 0.7)]
    public static double MatrixCleared(double[,] m, double x)
    {
        double s = m[0, 0] * m[1, 1];
        Array.Clear(m);
        m[0, 1] = x;
        return s + m[0, 1] * m[0, 1] + m[1, 0];
    }

    // What a called method returns is an array that there is: the parts overlap, and are copied from the end.
    [Differentiable(Gradient | Lifted), At("[1.5, 0.7, -0.4, 2]"), At("[1.5]")]
    public static double CopiedWithinWhatACallReturns(double[] x)
    {
        double[] a = (double[])x.Clone();
        double[] same = Same(a);
        Array.Copy(a, 0, same, 1, a.Length - 1);
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s = s * 1.3 + a[i] * a[i];
        return s;
    }

    private static double[] Same(double[] a) => a;

    [Differentiable(Gradient | Lifted), At("[1.5, 0.7, -0.4, 2]"), At("[1.5]")]
    public static double CopiedWithinAPartThatACallReturns(double[] x)
    {
        double[] a = (double[])x.Clone();
        Span<double> rest = Rest(a);
        a.AsSpan(0, a.Length - 1).CopyTo(rest);
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s = s * 1.3 + a[i] * a[i];
        return s;
    }

    private static Span<double> Rest(Span<double> a) => a[1..];

    [Differentiable, At("[1.5, 0.7, -0.4, 2]"), At("[1.5]")]
    public static double CopiedWithinWhatAPatternNames(double[] x)
    {
        double[] a = (double[])x.Clone();
        if (a is var same && same.Length > 1)
            Array.Copy(a, 0, same, 1, a.Length - 1);
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s = s * 1.3 + a[i] * a[i];
        return s;
    }
}
