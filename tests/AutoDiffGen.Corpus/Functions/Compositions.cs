namespace AutoDiffGen.Corpus;

/// <summary>Functions of functions: where one function's partial needs another's result.</summary>
public static partial class Compositions
{
    [Differentiable(Gradient | Lifted), At(0.3), At(-0.8)]
    public static double Tower(double x) => Math.Exp(Math.Sin(Math.Exp(Math.Cos(x))));

    [Differentiable(Gradient | Lifted), At(0.3, 0.8)]
    public static double InverseOfItself(double x, double y) => Math.Log(Math.Exp(x)) + Math.Tan(Math.Atan(y)) + Math.Sqrt(x * x * y * y);

    [Differentiable(Gradient | Lifted), At(0.3), At(1.3)]
    public static double SineAndCosineOfTheSame(double x) => Math.Sin(x) * Math.Cos(x) - Math.Cos(x) * x;

    [Differentiable(Gradient | Lifted), At(0.3), At(-1.3)]
    public static double LogisticFromTanh(double x) => 0.5 * (1 + Math.Tanh(x / 2));

    [Differentiable(Gradient | Lifted), At(1.3, 0.4)]
    public static double PowerOfPower(double x, double y) => Math.Pow(Math.Pow(x, y), Math.Pow(y, x));

    [Differentiable(Gradient | Lifted), At(1.3)]
    public static double SelfPower(double x) => Math.Pow(x, x);

    [Differentiable(Gradient | Lifted), At(1.3), At(-0.7)]
    public static double ConstantExponents(double x) => Math.Pow(x, 2) - 2 * Math.Pow(x, 3) + Math.Pow(x, 4) + Math.Pow(x * x + 1, -1.5) + Math.Pow(2, x);

    [Differentiable(Gradient | Lifted), At(1.3, 2), At(-1.3, 3), At(1.3, -1), At(1.3, 0)]
    public static double IntegerExponent(double x, int n) => Math.Pow(x, n) + x;

    [Differentiable(Gradient | Lifted), At(0.3, 0.8), At(0.8, 0.3)]
    public static double MaxOfMins(double x, double y) => Math.Max(Math.Min(x, y * y), Math.Min(x * x, y)) * Math.Max(x, y);

    [Differentiable(Gradient | Lifted), At(0.3), At(2.6)]
    public static double FractionalPart(double x) => (x - Math.Floor(x)) * x;

    [Differentiable(Gradient | Lifted), At(0.3, 0.8)]
    public static double NormalizedDot(double x, double y) => (x * y + y) / (Math.Sqrt(x * x + y * y) * Math.Sqrt(1 + y * y));

    [Differentiable(Gradient | Lifted), At(0.7)]
    public static double TripleRoot(double x) => Math.Sqrt(1 + Math.Sqrt(2 + Math.Sqrt(3 + x)));

    [Differentiable(Gradient | Lifted), At(0.3, 0.8)]
    public static double AtanOfRatio(double x, double y) => Math.Atan(y / x) - Math.Atan2(y, x) + Math.Atan2(x * x, y);

    [Differentiable(Gradient | Lifted), At(0.3)]
    public static double BothTypesOfClass(double x) => double.Exp(Math.Log(x)) + Math.Sin(double.Cos(x));

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double DeconstructedIntoExisting(double x)
    {
        double s, c;
        (s, c) = Math.SinCos(x);
        s *= c;
        return s + c;
    }

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double DeconstructedOnce(double x)
    {
        var (s, _) = Math.SinCos(x * x);
        (double s2, double c2) = Math.SinCos(s);
        return s2 * c2 + s;
    }

    [Differentiable(Gradient | Lifted), At(1.25)]
    public static double PartOfTheTuple(double x) => Math.SinCos(x).Cos * Math.SinCos(x * x).Sin;
}
