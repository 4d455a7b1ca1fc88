namespace AutoDiffGen.Corpus;

/// <summary>Methods whose result is an array: they have a <c>_Vjp</c>.</summary>
public static partial class ArrayResults
{
    [Differentiable, At("[1, -2, 3]"), At("[]")]
    public static double[] Squares(double[] a)
    {
        double[] result = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            result[i] = a[i] * a[i];
        return result;
    }

    [Differentiable, At(0.7, 1.2)]
    public static double[] Polar(double radius, double angle) => [radius * Math.Cos(angle), radius * Math.Sin(angle)];

    [Differentiable, At(0.7, 4), At(0.7, 0)]
    public static double[] Powers(double x, int n)
    {
        var powers = new double[n];
        double p = 1;
        for (int i = 0; i < n; i++)
        {
            powers[i] = p;
            p *= x;
        }

        return powers;
    }

    [Differentiable, At("random 3", 0.7)]
    public static double[] TheArgumentItself(double[] a, double x)
    {
        a[1] = a[0] * x;
        return a;
    }
}
