namespace AutoDiffGen.Corpus;

/// <summary>The conditional operator.</summary>
public static partial class Ternaries
{
    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double LeakyRelu(double x) => x > 0 ? x : 0.01 * x;

    [Differentiable(Gradient | Lifted), At(-2.0), At(0.5), At(2.0)]
    public static double Chained(double x) => x < 0 ? x * x : x < 1 ? Math.Sin(x) : Math.Log(x) + x;

    [Differentiable(Gradient | Lifted), At(1.0, 2.0), At(2.0, 1.0), At(-1.0, -2.0), At(-2.0, -1.0)]
    public static double NestedBothSides(double x, double y) =>
        x > 0 ? (x > y ? x * y : x / y) : (x > y ? x - y * y : x * x + y);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(1.5, -0.5)]
    public static double InsideExpression(double x, double y) => 2 * (x > 0 ? x * y : x + y) * y + (y > 0 ? x : y);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(-1.5, 0.5), At(1.5, -0.5)]
    public static double AsArgument(double x, double y) => Math.Exp(x > 0 ? -x * y : x / y) * Math.Sin(y < 0 ? x : y);

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5), At(0.5), At(-0.5)]
    public static double InsideCondition(double x) => (x > 0 ? x : -x) > 1 ? x * x * x : x;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double ConstantBranch(double x) => (x > 0 ? 1 : x) * x;

    [Differentiable(Gradient | Lifted), At(1.5), At(-1.5)]
    public static double BothConstant(double x) => (x > 0 ? 2 : 3) * x;

    [Differentiable(Gradient | Lifted), At(2.0), At(-2.0)]
    public static double SafeLog(double x) => x > 0 ? Math.Log(x) : x;

    [Differentiable(Gradient | Lifted), At(2.0), At(-2.0)]
    public static double SafeDivision(double x) => x < 0 ? x : 1 / (x < 0 ? 0 : x);

    [Differentiable(Gradient | Lifted), At(1.5, 0.5), At(0.5, 1.5)]
    public static double AssignedFromTernary(double x, double y)
    {
        double larger = x > y ? x : y;
        double smaller = x > y ? y : x;
        return larger * larger / smaller;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, -3)]
    public static double IntegerTernary(double x, int n) => (n > 0 ? n : -n) * x;

    [Differentiable(Gradient | Lifted), At(1.5, 3), At(1.5, -3)]
    public static double MixedIntegerAndReal(double x, int n) => (n > 0 ? n : x) * x;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, 2.5), At(2.5, 1.5, 0.5), At(1.5, 2.5, 0.5), At(0.5, 2.5, 1.5), At(1.5, 0.5, 2.5), At(2.5, 0.5, 1.5)]
    public static double MedianOfThree(double a, double b, double c) =>
        a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);

    [Differentiable(Gradient | Lifted), At(0.5), At(-0.5)]
    public static double SignTimes(double x)
    {
        double sign = x < 0 ? -1 : 1;
        return sign * x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.5, 0.25), At(-0.5, 0.25), At(0.5, -0.25), At(-0.5, -0.25), At(-0.25, -0.5)]
    public static double ShortCircuitConditions(double x, double y) =>
        x > 0 && y > 0 ? x * y : x > 0 || y > 0 ? x - y : !(x > y) ? x * x : y * y;
}
