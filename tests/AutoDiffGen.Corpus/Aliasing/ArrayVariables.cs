namespace AutoDiffGen.Corpus;

/// <summary>Two variables for one array, and arrays that change places.</summary>
public static partial class AliasingArrays
{
    // Variables of one loop that never are the same array, nor of one type.
    [Differentiable(Gradient | Lifted), At(0.7, 1.3, 4), At(0.7, 1.3, 1), At(0.7, 1.3, 0)]
    public static double SwappedBesideOthers(double x, double y, int n)
    {
        double[] a = { x, y }, b = { y, x * y }, c = { 1, x };
        int[] first = { 0, 1 }, second = { 1, 0 };
        double sum = x;
        for (int k = 0; k < n; k++)
        {
            (a, b) = (b, a);
            (first, second) = (second, first);
            if (sum > 1)
                c = new[] { c[1], a[0] };
            sum += a[first[k % 2]] * c[0] + c[1];
        }

        return sum * a[0] * c[1];
    }

    [Differentiable(Gradient | Lifted), At(0.7, "[0.5, 2]", 3), At(0.7, "[0.5, 2]", 0)]
    public static double CopiedFromASpanBesideIt(double x, ReadOnlySpan<double> from, int n)
    {
        double[] a = { x, x * x };
        for (int k = 0; k < n; k++)
        {
            ReadOnlySpan<double> next = from;
            from = next;
            a = from.ToArray();
            a[0] *= x;
        }

        return a[0] * a[1];
    }

    [Differentiable, At("random 3")]
    public static double SecondName(double[] a)
    {
        double[] b = a;
        b[0] = a[1] * a[2];
        a[1] = b[0] + b[1];
        return a[0] * b[1] + b[2];
    }

    [Differentiable, At("random 3", 0.7)]
    public static double LocalWithTwoNames(double[] a, double x)
    {
        double[] b = [x, a[0], a[1]];
        double[] c = b;
        c[0] *= b[1];
        b[2] += c[0];
        b = a;
        return b[2] * c[2] + c[0];
    }

    [Differentiable, At("random 5", 3), At("random 5", 4), At("random 5", 0)]
    public static double DoubleBufferedStencil(double[] initial, int steps)
    {
        double[] current = new double[initial.Length], next = new double[initial.Length];
        initial.CopyTo(current, 0);
        for (int k = 0; k < steps; k++)
        {
            next[0] = current[0];
            next[^1] = current[^1];
            for (int i = 1; i < initial.Length - 1; i++)
                next[i] = current[i] + 0.2 * (current[i - 1] - 2 * current[i] + current[i + 1]) + 0.1 * current[i] * current[i];
            (current, next) = (next, current);
        }

        double s = 0;
        foreach (double x in current)
            s += x * x;
        return s;
    }

    [Differentiable, At("random 4", "random 4", 3), At("random 4", "random 4", 2)]
    public static double ParametersSwapped(double[] a, double[] b, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < a.Length; i++)
                b[i] = Math.Sin(a[i]) + 0.5 * b[i];
            double[] t = a;
            a = b;
            b = t;
        }

        return a[0] * b[1] + a[2];
    }

    [Differentiable, At("random 4", "random 4", 3)]
    public static double SpansSwapped(Span<double> a, Span<double> b, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < a.Length; i++)
                a[i] = a[i] * b[i] + 0.5;
            Span<double> t = a;
            a = b;
            b = t;
        }

        return a[0] - b[1] * a[3];
    }

    [Differentiable, At("random 3", "random 3", true), At("random 3", "random 3", false)]
    public static double OneOfTwo(double[] a, double[] b, bool first)
    {
        double[] target = first ? a : b;
        target[0] *= target[1];
        return a[0] * b[0] + target[2];
    }

    [Differentiable, At("random 5")]
    public static double SpanOverAnArray(double[] a)
    {
        Span<double> s = a;
        a[0] *= 2;
        s[1] += a[0];
        a[2] = s[1] * s[0];
        return s[2] + a[1];
    }

    [Differentiable, At("[2]"), At("random 3")]
    public static double ReplacedByALongerOneWhileItLasts(double[] a)
    {
        int n = 0;
        while (n < a.Length)
        {
            double x = -a[0];
            a = new[] { x, 3.0 };
            a[0] *= a[1];
            n++;
        }

        return a[0];
    }

    [Differentiable, At("random 3", 4)]
    public static double ThreeBuffersRotating(double[] initial, int n)
    {
        double[] a = new double[3], b = new double[3], c = new double[3];
        for (int i = 0; i < 3; i++)
        {
            a[i] = initial[i];
            b[i] = initial[i] * 0.5;
        }

        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < 3; i++)
                c[i] = 1.5 * b[i] - 0.5 * a[(i + 1) % 3] * b[i];
            double[] t = a;
            a = b;
            b = c;
            c = t;
        }

        return b[0] + b[1] * a[2];
    }
}
