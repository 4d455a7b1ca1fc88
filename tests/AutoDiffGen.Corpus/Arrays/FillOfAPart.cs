namespace AutoDiffGen.Corpus;

/// <summary><c>Array.Fill</c> of a part.</summary>
public static partial class ArrayFillOfAPart
{
    [Differentiable, At("random 4", 0.7, 3)]
    public static double FilledEveryTime(double[] a, double x, int n)
    {
        double s = x;
        for (int k = 0; k < n; k++)
        {
            Array.Fill(a, s, 0, 2);
            a[2] += a[0] * a[1];
            s = Math.Sin(a[2]) + a[3];
        }

        return s;
    }

    [Differentiable, At("random 4", 0.7, 1, 2), Throws(typeof(ArgumentOutOfRangeException), "random 4", 0.7, 5, 1), Throws(typeof(ArgumentOutOfRangeException), "random 4", 0.7, 2, 3), Throws(typeof(ArgumentOutOfRangeException), "random 4", 0.7, 2, -1)]
    public static double Anywhere(double[] a, double x, int start, int count)
    {
        Array.Fill(a, x * a[3], start, count);
        return a[1] * a[2] * a[0];
    }

    [Differentiable(Gradient | Lifted), At("random 5", 0.7)]
    public static double OfASpan(Span<double> a, double x)
    {
        a[1..3].Fill(x * a[0]);
        a[^2..].Fill(a[1]);
        return a[2] * a[3] * a[4];
    }
}
