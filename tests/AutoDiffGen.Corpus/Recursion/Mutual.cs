namespace AutoDiffGen.Corpus;

/// <summary>Methods that call each other.</summary>
public static partial class RecursionMutual
{
    [Differentiable(Gradient | Lifted), At(0.7, 6), At(0.7, 5), At(0.7, 0)]
    public static double EvenAndOdd(double x, int n) => Even(x, n);

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double CosineBySine(double x, int n)
    {
        if (n == 0)
            return 1 - x * x / 2;
        double s = SineByCosine(x / 2, n - 1);
        return 1 - 2 * s * s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double SineByCosine(double x, int n)
    {
        if (n == 0)
            return x;
        return 2 * SineByCosine(x / 2, n - 1) * CosineBySine(x / 2, n - 1);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 7)]
    public static double ThreeInARing(double x, int n) => First(x, n) * x;

    [Differentiable, At("random 5"), At("random 4"), At("[]")]
    public static double OverAnArray(double[] a) => Plus(a, 0);

    private static double Even(double x, int n) => n == 0 ? x : Math.Sin(Odd(x, n - 1)) + x;

    private static double Odd(double x, int n) => n == 0 ? -x : Even(x * x, n - 1) * 0.5;

    private static double First(double x, int n) => n == 0 ? x : Second(x + 0.1, n - 1) * x;

    private static double Second(double x, int n) => n == 0 ? x * x : Math.Sin(Third(x, n - 1));

    private static double Third(double x, int n) => n == 0 ? 1 / x : First(x, n - 1) + Math.Sin(x);

    private static double Plus(double[] a, int i) => i == a.Length ? 1 : a[i] + Times(a, i + 1);

    private static double Times(double[] a, int i) => i == a.Length ? 2 : a[i] * Plus(a, i + 1);
}
