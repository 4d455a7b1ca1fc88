namespace AutoDiffGen.Corpus;

/// <summary>Operators, and the shapes of expressions.</summary>
public static partial class Arithmetic
{
    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double Identity(double x) => x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double Add(double x, double y) => x + y;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double Subtract(double x, double y) => x - y;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-2.0, 3.0), At(0.0, 0.0)]
    public static double Multiply(double x, double y) => x * y;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(-2.0, -3.0), At(0.0, 2.0)]
    public static double Divide(double x, double y) => x / y;

    [Differentiable(Gradient | Lifted), At(7.5, 2.0), At(-7.5, 2.25), At(7.5, -2.25), At(0.5, 3.0)]
    public static double Remainder(double x, double y) => x % y;

    [Differentiable(Gradient | Lifted), At(0.5), At(0.0)]
    public static double Negate(double x) => -x;

    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double UnaryPlus(double x) => +x * 3;

    [Differentiable(Gradient | Lifted), At(0.5)]
    public static double DoubleNegation(double x) => -(-x) - -x;

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double Square(double x) => x * x;

    [Differentiable(Gradient | Lifted), At(1.25), At(-0.5)]
    public static double SharedFactor(double x) => (x + 1) * (x + 1) * (x + 1);

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double SelfDifference([ZeroDerivative] double x) => x - x;

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double SelfQuotient([ZeroDerivative] double x) => x / x;

    [Differentiable(Gradient | Lifted), At(0.5), At(-1.5), At(3.0)]
    public static double Polynomial(double x) => 2 * x * x * x - 3 * x * x + 5 * x - 7;

    [Differentiable(Gradient | Lifted), At(0.5), At(-1.5), At(3.0)]
    public static double Horner(double x) => ((2 * x - 3) * x + 5) * x - 7;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 2.5), At(-0.5, 1.5, -2.5)]
    public static double RationalFunction(double x, double y, double z) => (x * y - z) / (x * x + y * y + z * z + 1);

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(2.0, -0.25)]
    public static double QuotientOfQuotients(double x, double y) => x / y / (y / (x * x + 1)) / 3;

    [Differentiable(Gradient | Lifted), At(0.1, 0.2, 0.3, 0.4)]
    public static double LeftAssociated(double a, double b, double c, double d) => a * b - c * d + a * c - b * d + a * d - b * c;

    [Differentiable(Gradient | Lifted), At(0.1, 0.2, 0.3, 0.4)]
    public static double RightAssociated(double a, double b, double c, double d) => a - (b - (c - (d - a * (b * (c * d)))));

    // The order of additions decides the last bits of the value: it must not be rearranged.
    [Differentiable(Gradient | Lifted), At(0.1, 1e16, 0.3, Gradient = new[] { 3.0, 0.0, 2.0 }), At(1e-3, 1e12, 7.0, Gradient = new[] { 3.0, 0.0, 2.0 })]
    public static double CancellingSum(double a, [ZeroDerivative] double big, double b) => a * 3 + big - big + b * 2;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantOnEitherSide(double x) => 2 - x + (x - 2) * 3 + 4 / x + x / 4 + 5 * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ReciprocalPowers(double x) => 1 / x + 1 / (x * x) - 1 / (x * x * x);

    [Differentiable(Gradient | Lifted), At(0.3)]
    public static double DeepNest(double x) => 1 / (1 + 1 / (2 + 1 / (3 + 1 / (4 + 1 / (5 + x)))));

    [Differentiable(Gradient | Lifted), At(0.3, -0.7)]
    public static double CommonSubexpressions(double x, double y) =>
        Math.Sin(x * y) * Math.Cos(x * y) + Math.Exp(x * y) / (1 + Math.Exp(x * y));

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double UnusedParameter(double x, [ZeroDerivative] double y) => x * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double ConstantResult([ZeroDerivative] double x) => 42;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double TimesZero([ZeroDerivative] double x, double y) => 0 * x + y;

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Parentheses(double x) => ((((x)) * (((x) + (1)))));

    [Differentiable(Gradient | Lifted), At(7.0, 3), At(-7.0, -3)]
    public static double IntegerArithmetic(double x, int n) => x * (n / 2) + x / (n % 2) + (n << 2) * x - (n & 5) + (n ^ 1) * x;

    [Differentiable(Gradient | Lifted), At(7.0, 3)]
    public static double IntegerDivisionBeforeReal(double x, int n) => 7 / n * x + 7.0 / n * x + x / n * 7;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5), At(1.5, 0.5)]
    public static double Comparisons(double x, double y)
    {
        bool less = x < y;
        bool same = x == y;
        return (less ? x * y : x + y) + (!same ? x : y);
    }

    // What is unchecked inside what is checked overflows without a word.
    [Differentiable(Gradient | Lifted), At(1.5, 7), At(0.3, -3)]
    public static double UncheckedInsideChecked(double x, int n) =>
        checked(unchecked(n * 1000000007) % 100 + -unchecked((short)(n * 10000)) + (long)unchecked((uint)-n)) * x;

    // Likewise where a called method is unchecked.
    [Differentiable(Gradient | Lifted), At(1.5, 7), At(0.3, -3), Throws(typeof(OverflowException), 0.3, int.MaxValue)]
    public static double UncheckedMethodInsideChecked(double x, int n) => checked(Scattered(n) % 100 + (n + 1)) * x;

    private static int Scattered(int n) => n * 1000000007;
}
