namespace AutoDiffGen.Corpus;

/// <summary>Methods that call themselves, on scalars.</summary>
public static partial class RecursionScalars
{
    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0)]
    public static double Power(double x, int n) => n == 0 ? 1 + 0 * x : x * Power(x, n - 1);

    [Differentiable(Gradient | Lifted), At(0.7, 13), At(0.7, 8), At(0.7, 1)]
    public static double FastPower(double x, int n)
    {
        if (n == 1)
            return x;
        double half = FastPower(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.1, 6), At(0.7, 1.1, 1), At(0.7, 1.1, 0)]
    public static double Fibonacci(double a, double b, int n) => n switch
    {
        0 => a,
        1 => b,
        _ => Fibonacci(a, b, n - 1) * 0.5 + Fibonacci(a, b, n - 2),
    };

    [Differentiable(Gradient | Lifted), At(0.7, 5), At(0.7, 0)]
    public static double TailRecursive(double x, int n) => Tail(x, x, n);

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0)]
    public static double ThroughAHelperOnly(double x, int n)
    {
        double a = Nested(x, n);
        return a * Nested(a, 2);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double AfterTheCallToo(double x, int n)
    {
        if (n <= 0)
            return Math.Cos(x);
        double before = Math.Sin(x * n);
        double inner = AfterTheCallToo(before + x, n - 1);
        return inner * before + x;
    }

    // As deep as the value says.
    [Differentiable(Gradient | Lifted), At(9.3), At(0.4)]
    public static double UntilSmall(double x) => x < 1 ? x * x : 1 + UntilSmall(x * 0.4) * x;

    [Differentiable(Gradient | Lifted), At(0.7, 5)]
    public static double AccumulatorByRef(double x, int n)
    {
        double sum = x, product = 1;
        Accumulate(x, n, ref sum, ref product);
        return sum * product;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 4)]
    public static double ResultsByOut(double x, int n)
    {
        SineAndCosine(x, n, out double s, out double c);
        return s * c + s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double InALoop(double x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += Nested(x + s, i);
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3)]
    public static double LoopInEveryFrame(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s += Math.Sin(LoopInEveryFrame(x * 0.5, i)) * s;
        return s;
    }

    // McCarthy's, on real numbers: a call in the argument of a call.
    [Differentiable(Gradient | Lifted), At(7.3, 0.9), At(12.3, 0.9)]
    public static double CallInTheArgument(double x, double y) =>
        x > 10 ? x * 0.9 - y : CallInTheArgument(CallInTheArgument(x * 1.12 + 1.2 * y, y), y);

    [Differentiable(Gradient | Lifted), At(0.7, 5), Throws(typeof(ArgumentException), 0.7, -3)]
    public static double ThrowsAtTheBottom(double x, int n)
    {
        if (n < 0)
            throw new ArgumentException("below");
        return n % 5 == 0 ? x : Math.Sin(ThrowsAtTheBottom(x, n - 2)) * x;
    }

    [Differentiable(Gradient | Lifted), At(0.2, 1.3), At(0.0, 3.0)]
    public static double AdaptiveSimpson(double a, double b) => Simpson(a, b, 1e-3, 12);

    private static double Tail(double x, double accumulator, int n) =>
        n == 0 ? accumulator : Tail(x, Math.Sin(accumulator) + x, n - 1);

    private static double Nested(double x, int n) => n <= 0 ? x : Math.Sin(Nested(x, n - 1)) + x * n;

    private static void Accumulate(double x, int n, ref double sum, ref double product)
    {
        if (n == 0)
            return;
        sum += x * n;
        Accumulate(x * 0.9, n - 1, ref sum, ref product);
        product *= sum;
    }

    private static void SineAndCosine(double x, int halvings, out double sine, out double cosine)
    {
        if (halvings == 0)
        {
            sine = x;
            cosine = 1 - x * x / 2;
            return;
        }

        SineAndCosine(x / 2, halvings - 1, out double s, out double c);
        sine = 2 * s * c;
        cosine = c * c - s * s;
    }

    private static double Simpson(double a, double b, double tolerance, int depth)
    {
        double m = (a + b) / 2, h = (b - a) / 6;
        double whole = h * (F(a) + 4 * F(m) + F(b));
        double left = h / 2 * (F(a) + 4 * F((a + m) / 2) + F(m)), right = h / 2 * (F(m) + 4 * F((m + b) / 2) + F(b));
        double error = left + right - whole;
        if (depth == 0 || Math.Abs(error) < tolerance)
            return left + right + error / 15;
        return Simpson(a, m, tolerance / 2, depth - 1) + Simpson(m, b, tolerance / 2, depth - 1);
    }

    private static double F(double x) => Math.Exp(-x * x) * Math.Sin(3 * x);
}
