using System.Numerics;

namespace AutoDiffGen.Corpus;

/// <summary>The framework's functions of integers and characters, which have no derivative and decide what is calculated.</summary>
public static partial class IntegerFunctions
{
    [Differentiable(Gradient | Lifted), At(0.7, -3, 5), At(0.7, 6, 5)]
    public static double Extrema(double x, int a, int b) => Math.Pow(x, int.Max(a, b)) + x * int.Min(a, b) + x * x * int.Sign(a);

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 1.1 }, 0.4, -2), At(new[] { 0.3, 0.7, 1.1 }, 0.4, 7)]
    public static double Clamped(double[] a, double x, int i) => a[int.Clamp(i, 0, a.Length - 1)] * x;

    [Differentiable(Gradient | Lifted), At(0.7, -3), At(0.7, 4)]
    [Throws(typeof(OverflowException), 0.7, int.MinValue)]
    public static double Magnitude(double x, int n)
    {
        double s = 1;
        for (int i = int.Abs(n) & 7; i > 0; i--)
            s = s * x + i;
        return s;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 11U), At(0.7, 0U)]
    public static double Bits(double x, uint mask)
    {
        double s = x;
        for (int k = 0; k < BitOperations.PopCount(mask); k++)
            s = Math.Sin(s) + k;
        return s * BitOperations.TrailingZeroCount(mask | 16U);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 13)]
    public static double SquareAndMultiply(double x, int n)
    {
        double power = 1, square = x;
        for (; n > 0; n >>= 1)
        {
            if (int.IsOddInteger(n))
                power *= square;
            square *= square;
        }

        return power;
    }

    [Differentiable(Gradient | Lifted), At(0.7, '3'), At(0.7, 'a'), At(0.7, '-')]
    public static double Characters(double x, char c) => char.IsDigit(c) ? x * (c - '0') : char.IsLetter(c) ? x * x : -x;

    [Differentiable(Gradient | Lifted), At(0.7, 1.3, 5)]
    public static double Converted(double x, [ZeroDerivative] double y, int n) => Convert.ToDouble(n) * x + Convert.ToInt32(y) * x * x;

    [Differentiable(Gradient | Lifted), At(new[] { 0.3, 0.7, 1.1, 0.2, 0.9, 1.4 }, 3), At(new[] { 0.3, 0.7, 1.1, 0.2, 0.9, 1.4 }, 2)]
    [Throws(typeof(DivideByZeroException), new[] { 0.3 }, 0)]
    public static double RowsOfAVector(double[] a, int columns)
    {
        double s = 0;
        for (int k = 0; k < a.Length; k++)
        {
            int row = Math.DivRem(k, columns, out int column);
            s += (row + 1) * a[k] * a[k] - column * a[k];
        }

        return s;
    }

    [Differentiable, At(new[] { 0.3, 0.7, 1.1, 0.2, 0.9, 1.4 }, 4L)]
    public static double PartsOfATuple(double[] a, long columns)
    {
        double s = 0;
        for (int k = 0; k < a.Length; k++)
        {
            (long row, long column) = Math.DivRem(k, columns);
            s += (row + 1) * a[k] * a[k] - column * a[k];
        }

        return s;
    }

    // The operands are what they were, whatever becomes of the variables that held them.
    [Differentiable, At(0.7, 17, 5), At(0.7, -17, 5)]
    public static double TakenApartInPlace(double x, int a, int b)
    {
        (a, b) = int.DivRem(a, b);
        int c = Math.DivRem(a * 7, 3, out a) + Math.DivRem(a = 20, b + 8, out b);
        return a * x + b * x * x + c * x * x * x;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 17)]
    public static double OnlyTheRemainder(double x, int n)
    {
        Math.DivRem(n, 5, out n);
        return x * x * n;
    }
}
