namespace AutoDiffGen.Corpus;

/// <summary>The functions optimisers are tried on.</summary>
public static partial class TestFunctions
{
    [Differentiable(Gradient | Lifted), At(-1.2, 1.0), At(1.0, 1.0), At(0.5, 1.5)]
    public static double Rosenbrock(double x, double y)
    {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }

    [Differentiable(Gradient | Lifted), At(1.0, 1.0), At(-2.8, 3.1)]
    public static double Himmelblau(double x, double y) => Math.Pow(x * x + y - 11, 2) + Math.Pow(x + y * y - 7, 2);

    [Differentiable(Gradient | Lifted), At(1.0, -0.5), At(0.3, 2.2)]
    public static double Ackley(double x, double y) =>
        -20 * Math.Exp(-0.2 * Math.Sqrt(0.5 * (x * x + y * y)))
        - Math.Exp(0.5 * (Math.Cos(2 * Math.PI * x) + Math.Cos(2 * Math.PI * y))) + Math.E + 20;

    [Differentiable(Gradient | Lifted), At(1.0, 0.25), At(2.5, 0.4)]
    public static double Beale(double x, double y)
    {
        double a = 1.5 - x + x * y;
        double b = 2.25 - x + x * y * y;
        double c = 2.625 - x + x * y * y * y;
        return a * a + b * b + c * c;
    }

    [Differentiable(Gradient | Lifted), At(0.5, -0.75)]
    public static double GoldsteinPrice(double x, double y)
    {
        double s = x + y + 1;
        double d = 2 * x - 3 * y;
        double first = 1 + s * s * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y);
        double second = 30 + d * d * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y);
        return first * second;
    }

    [Differentiable(Gradient | Lifted), At(0.5, -0.75)]
    public static double ThreeHumpCamel(double x, double y) => 2 * x * x - 1.05 * Math.Pow(x, 4) + Math.Pow(x, 6) / 6 + x * y + y * y;

    [Differentiable(Gradient | Lifted), At(3.0, 3.3)]
    public static double Easom(double x, double y)
    {
        double a = x - Math.PI, b = y - Math.PI;
        return -Math.Cos(x) * Math.Cos(y) * Math.Exp(-(a * a + b * b));
    }

    [Differentiable(Gradient | Lifted), At(-0.5, -1.25)]
    public static double McCormick(double x, double y) => Math.Sin(x + y) + (x - y) * (x - y) - 1.5 * x + 2.5 * y + 1;

    [Differentiable(Gradient | Lifted), At(0.7, 1.4)]
    public static double Levy13(double x, double y)
    {
        double s = Math.Sin(3 * Math.PI * x), t = Math.Sin(3 * Math.PI * y), u = Math.Sin(2 * Math.PI * y);
        return s * s + (x - 1) * (x - 1) * (1 + t * t) + (y - 1) * (y - 1) * (1 + u * u);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.4, -0.3)]
    public static double Rastrigin(double x, double y, double z) => 30 + Wave(x) + Wave(y) + Wave(z);

    [Differentiable(Gradient | Lifted), At(0.7, 1.4, -0.3)]
    public static double StyblinskiTang(double x, double y, double z) => (Quartic(x) + Quartic(y) + Quartic(z)) / 2;

    [Differentiable(Gradient | Lifted), At(2.0, 3.0)]
    public static double Branin(double x, double y)
    {
        const double B = 5.1 / (4 * Math.PI * Math.PI);
        const double C = 5 / Math.PI;
        double bowl = y - B * x * x + C * x - 6;
        return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.4)]
    public static double Schaffer2(double x, double y)
    {
        double s = Math.Sin(x * x - y * y);
        double d = 1 + 0.001 * (x * x + y * y);
        return 0.5 + (s * s - 0.5) / (d * d);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.4)]
    public static double CrossInTray(double x, double y)
    {
        double bowl = Math.Abs(100 - Math.Sqrt(x * x + y * y) / Math.PI);
        return -0.0001 * Math.Pow(Math.Abs(Math.Sin(x) * Math.Sin(y) * Math.Exp(bowl)) + 1, 0.1);
    }

    [Differentiable(Gradient | Lifted), At(100.0, 300.0)]
    public static double Eggholder(double x, double y) =>
        -(y + 47) * Math.Sin(Math.Sqrt(Math.Abs(x / 2 + y + 47))) - x * Math.Sin(Math.Sqrt(Math.Abs(x - (y + 47))));

    [Differentiable(Gradient | Lifted), At(1.0, 2.0, 3.0, 4.0)]
    public static double PowellSingular(double a, double b, double c, double d)
    {
        double r = a + 10 * b, s = c - d, t = b - 2 * c, u = a - d;
        return r * r + 5 * s * s + t * t * t * t + 10 * u * u * u * u;
    }

    [Differentiable(Gradient | Lifted), At(-1.0, 0.5, 0.7), At(1.0, 0.5, 0.7)]
    public static double HelicalValley(double x, double y, double z)
    {
        double theta = Math.Atan(y / x) / (2 * Math.PI);
        if (x < 0)
            theta += 0.5;
        double r = Math.Sqrt(x * x + y * y) - 1;
        double h = z - 10 * theta;
        return 100 * (h * h + r * r) + z * z;
    }

    private static double Wave(double x) => x * x - 10 * Math.Cos(2 * Math.PI * x);

    private static double Quartic(double x) => x * x * x * x - 16 * x * x + 5 * x;
}
