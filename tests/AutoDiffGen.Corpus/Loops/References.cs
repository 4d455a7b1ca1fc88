namespace AutoDiffGen.Corpus;

/// <summary><c>ref</c>, <c>out</c> and <c>in</c> parameters, and helpers, in loops.</summary>
public static partial class LoopReferences
{
    [Differentiable, At(0.7, 4), At(0.7, 0)]
    public static void Out(double x, int n, out double sum, out double product)
    {
        sum = 0;
        product = 1;
        for (int i = 1; i <= n; i++)
        {
            sum += Math.Sin(x * i);
            product *= x + i;
        }
    }

    [Differentiable, At(0.7, 4), At(0.7, 1)]
    public static double OutAndResult(double x, int n, out double last)
    {
        double s = x;
        do
        {
            last = Math.Cos(s);
            s = s * x + last;
        }
        while (--n > 0);
        return s;
    }

    [Differentiable, At(0.7, 1.5, 4), At(0.7, 1.5, 0)]
    public static void Ref(double x, ref double state, int n)
    {
        for (int i = 0; i < n; i++)
            state = Math.Sin(state) * x + i;
    }

    [Differentiable, At(0.7, 1.5, 4), At(0.7, 1.5, 0)]
    public static double RefAndResult(in double x, ref double state, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            state *= x;
            s += state;
        }

        return s;
    }

    [Differentiable, At(0.7, 1.5, 5)]
    public static void TwoRefsSwapped(ref double a, ref double b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            (a, b) = (b, a);
            a = a * b + i;
        }
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double HelperWithALoopInALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s = Cosine(s + x, i) + x;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double HelperTwice(double x, int n) => Cosine(x, n) * Cosine(Cosine(x, 2) + 1, n);

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double HelperWithRefInALoop(double x, int n)
    {
        double a = x, b = 1;
        for (int i = 0; i < n; i++)
        {
            Turn(ref a, ref b, x);
            Turn(ref b, ref a, i);
        }

        return a - b;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double HelperWithOutInALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            Split(x * i, out double fine, out double coarse);
            s += fine * coarse;
        }

        return s;
    }

    [Differentiable, At(0.7, 3, 5)]
    public static double CountedByRef(double x, int n, ref int calls)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            s = s * x + i;
            calls += i;
        }

        return s * calls;
    }

    private static double Cosine(double x, int n)
    {
        double s = 1, term = 1;
        for (int i = 1; i <= n; i++)
        {
            term *= -x * x / ((2 * i - 1) * (2 * i));
            s += term;
        }

        return s;
    }

    private static void Turn(ref double a, ref double b, double angle)
    {
        double t = a * Math.Cos(angle) - b;
        b = a + b * Math.Sin(angle);
        a = t;
    }

    private static void Split(double x, out double fine, out double coarse)
    {
        fine = Math.Sin(x);
        coarse = fine * fine + x;
    }
}
