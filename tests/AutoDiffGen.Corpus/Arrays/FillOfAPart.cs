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
}
