namespace AutoDiffGen.Corpus;

/// <summary>Helpers that change what they are given, or are given one thing twice.</summary>
public static partial class AliasingHelpers
{
    [Differentiable, At("random 3", 0.7)]
    public static double MutatesItsArgument(double[] a, double k)
    {
        double before = a[0] * a[1];
        ScaleInto(a, k, a);
        return before + a[0] * a[2];
    }

    [Differentiable, At("random 3", "random 3", 0.7)]
    public static double InputAndOutputApart(double[] a, [ZeroDerivative] double[] b, double k)
    {
        ScaleInto(a, k, b);
        return a[0] * b[1] + b[2];
    }

    [Differentiable, At("random 4", 0.7, 3)]
    public static double OneBufferInALoop(Span<double> a, double k, int n)
    {
        for (int i = 0; i < n; i++)
            ScaleInto(a, k + a[i], a);
        return a[0] * a[3];
    }

    [Differentiable(Gradient | Lifted), At("random 3"), At("[]")]
    public static double SameArrayTwice(double[] a) => Dot(a, a);

    [Differentiable, At("random 4")]
    public static double OverlappingParts(double[] a)
    {
        Recur(a.AsSpan(0, 3), a.AsSpan(1, 3));
        return a[3] * a[1];
    }

    [Differentiable, At("random 3", "random 3")]
    public static double SameAndNotSame(double[] a, double[] b)
    {
        Recur(a, a);
        Recur(a, b);
        Recur(b, a);
        return a[2] * b[2];
    }

    [Differentiable, At("random 3", 1), At("random 3", 0)]
    public static double RefToAnEntry(double[] a, int i)
    {
        Raise(ref a[i], a[2]);
        Raise(ref a[2], a[i]);
        return a[0] * a[1] * a[2];
    }

    [Differentiable, At("random 3")]
    public static double SameEntryTwiceByRef(double[] a)
    {
        Mix(ref a[1], ref a[1]);
        Mix(ref a[0], ref a[1]);
        return a[0] * a[1] + a[2];
    }

    [Differentiable, At("random 3", 0.7)]
    public static double EntryAndItsArray(double[] a, double x)
    {
        Spread(ref a[0], a, x);
        return a[0] * a[1] + a[2];
    }

    [Differentiable, At("random 3", 0.7)]
    public static double OutIntoAnEntry(double[] a, double x)
    {
        Split(x * a[1], out a[0], out a[1]);
        return a[0] * a[2] + a[1];
    }

    [Differentiable, At("random 4", 0.7)]
    public static double HelperOfAHelper(double[] a, double x)
    {
        Twice(a, x);
        return a[0] + a[3] * a[1];
    }

    [Differentiable, At("random 4", 0.7, 3)]
    public static double HelperWithScratchOfTheCaller(double[] a, double x, int n)
    {
        Span<double> scratch = stackalloc double[a.Length];
        double s = 0;
        for (int k = 0; k < n; k++)
        {
            ScaleInto(a, x + k, scratch);
            s += Dot(scratch, a) * scratch[k];
        }

        return s;
    }

    [Differentiable, At("random 4")]
    public static double HelperReturnsItsArray(double[] a)
    {
        double[] b = Squared(a);
        b[0] *= b[1];
        return Dot(b, a) + a[0];
    }

    [Differentiable, At("random 4")]
    public static double HelperReturnsItsArgument(double[] a)
    {
        double[] b = Halved(a);
        b[0] *= b[1];
        return a[0] * b[2];
    }

    [Differentiable, At("random 4", "random 4")]
    public static double HelpersResultNotUsed(double[] a, double[] b)
    {
        Dot(a, b);
        double unused = Dot(b, b);
        return a[0] * b[1] + a[2] * a[3];
    }

    [Differentiable, At("random 4")]
    public static double HelperReturnsASpan(double[] a)
    {
        Span<double> tail = Tail(a);
        tail[0] *= a[0];
        return a[1] * tail[1];
    }

    private static void ScaleInto(ReadOnlySpan<double> source, double k, Span<double> target)
    {
        for (int i = 0; i < source.Length; i++)
            target[i] = source[i] * k;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }

    private static void Recur(ReadOnlySpan<double> source, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
            target[i] = Math.Sin(source[i]) + target[i] * source[(i + 1) % source.Length];
    }

    private static void Raise(ref double x, double by) => x = x * x + by;

    private static void Mix(ref double a, ref double b)
    {
        a = a * b;
        b = a + b * b;
    }

    private static void Spread(ref double from, double[] to, double x)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += from * x;
            from *= 0.5;
        }
    }

    private static void Split(double x, out double sine, out double square)
    {
        sine = Math.Sin(x);
        square = x * x;
    }

    private static void Twice(double[] a, double x)
    {
        Once(a, x);
        Once(a, a[0]);
    }

    private static void Once(double[] a, double x)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] = a[i] * x + a[(i + 1) % a.Length];
    }

    private static double[] Squared(double[] a)
    {
        double[] b = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            b[i] = a[i] * a[i];
        return b;
    }

    private static double[] Halved(double[] a)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] /= 2;
        return a;
    }

    private static Span<double> Tail(double[] a) => a.AsSpan(1);
}
