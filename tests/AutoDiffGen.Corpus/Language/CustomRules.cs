namespace AutoDiffGen.Corpus;

/// <summary>The user's own rules, <see cref="PartialOfAttribute"/>, for functions whose body is out of reach or not to be differentiated.</summary>
public static partial class CustomRules
{
    [Differentiable(Gradient | Lifted), At(0.5), At(-1.5)]
    public static double ErrorFunction(double x) => Special.Erf(x) * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double TwoArguments(double x, double y) => Special.LogSum(x, y) + Special.LogSum(x * y, x);

    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double Twice(double x) => Special.Erf(Special.Erf(x));

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, 2)]
    public static double WithInteger(double x, int n) => Special.Monomial(x, n) * x;

    [Differentiable(Gradient | Lifted), At(0.5), At(1.5)]
    public static double InBranch(double x) => x > 1 ? Special.Erf(x) : x * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double ThroughHelper(double x, double y) => Normal(x) * Normal(y);

    [Differentiable, At(0.5f)]
    public static float SinglePrecision(float x) => Special.Logistic(x) * x;

    // The rule wins over the body: it deliberately says three where the body's derivative is two.
    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 3 * 1.5 + 2 * 1.5 })]
    public static double RuleOverBody(double x) => Special.Twofold(x) * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double NamedAndDefaultArguments(double x, double y) => Special.Blend(b: x, a: y) + Special.Blend(x, y, x * y);

    private static double Normal(double x) => 0.5 * (1 + Special.Erf(x / Math.Sqrt(2)));
}

/// <summary>Functions with user rules. The loops in them could not be differentiated in any case.</summary>
internal static class Special
{
    public static double Erf(double x)
    {
        // The Maclaurin series; differences need every digit of it.
        double term = x, sum = x;
        for (int n = 1; n < 200 && Math.Abs(term) > 1e-18; n++)
        {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    public static double LogSum(double x, double y) => Math.Log(Math.Exp(x) + Math.Exp(y));

    public static double Monomial(double x, int n)
    {
        double power = 1;
        for (int i = 0; i < n; i++)
            power *= x;
        return power;
    }

    public static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));

    public static double Twofold(double x) => 2 * x;

    public static double Blend(double a, double b, double t = 0.25) => a + (b - a) * t;

    [PartialOf(typeof(Special), nameof(Erf))]
    public static double ErfByX(double x, double y) => 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x);

    [PartialOf(typeof(Special), nameof(LogSum), Wrt = "x")]
    public static double LogSumByX(double x, double y, double result) => Math.Exp(x - result);

    [PartialOf(typeof(Special), nameof(LogSum), Wrt = "y")]
    public static double LogSumByY(double x, double y, double result) => Math.Exp(y - result);

    [PartialOf(typeof(Special), nameof(Monomial), Wrt = "x")]
    public static double MonomialByX(double x, int n, double y) => n * Math.Pow(x, n - 1);

    [PartialOf(typeof(Special), nameof(Logistic))]
    public static float LogisticByX(float x, float y) => y * (1 - y);

    [PartialOf(typeof(Special), nameof(Twofold))]
    public static double TwofoldByX(double x, double y) => 3;

    [PartialOf(typeof(Special), nameof(Blend), Wrt = "a")]
    public static double BlendByA(double a, double b, double t, double y) => 1 - t;

    [PartialOf(typeof(Special), nameof(Blend), Wrt = "b")]
    public static double BlendByB(double a, double b, double t, double y) => t;

    [PartialOf(typeof(Special), nameof(Blend), Wrt = "t")]
    public static double BlendByT(double a, double b, double t, double y) => b - a;
}
