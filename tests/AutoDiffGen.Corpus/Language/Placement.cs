namespace AutoDiffGen.Corpus;

/// <summary>Where a method may stand, and how accessible it may be: its derivatives stand beside it.</summary>
public static partial class Placement
{
    [Differentiable(Gradient | Lifted), At(1.5)]
    internal static double Internal(double x) => x * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    private static double Private(double x) => x * x + CallsPrivate(x);

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double CallsPrivate(double x) => PrivateHelper(x) * 2;

    // An extension method keeps its `this`.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double Extension(this double x, double y) => x * x * y;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ExtensionByRef(ref this double x, double y)
    {
        x *= y;
        return x * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5, 3, "s", Curve.Wave)]
    public static double DefaultValues(double x, double y = 2, int n = 3, string? text = "s", Curve curve = Curve.Wave) => x * y * n;

    [Differentiable(Gradient | Lifted), At(1.5), Obsolete("an attribute that is not the derivative's business", DiagnosticId = "CORPUS001")]
    public static double Attributed(double x) => x * x;

    private static double PrivateHelper(double x) => Math.Sin(x);

    public static partial class Inner
    {
        [Differentiable(Gradient | Lifted), At(1.5)]
        public static double Nested(double x) => PrivateHelper(x) * x;

        internal static partial class Innermost
        {
            [Differentiable(Gradient | Lifted), At(1.5)]
            public static double DeeplyNested(double x) => Nested(x) * x;
        }
    }
}

/// <summary>Static methods of an ordinary class, and of lesser accessibility.</summary>
public partial class PlacementInClass
{
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Static(double x) => x * x;

    [Differentiable(Gradient | Lifted), At(1.5)]
    protected static double Protected(double x) => x * Static(x);

    [Differentiable(Gradient | Lifted), At(1.5)]
    protected internal static double ProtectedInternal(double x) => x * Protected(x);

    [Differentiable(Gradient | Lifted), At(1.5)]
    private protected static double PrivateProtected(double x) => x * ProtectedInternal(x);
}

/// <summary>Static methods of a struct.</summary>
public readonly partial struct PlacementInStruct
{
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Static(double x) => x * x;
}

/// <summary>Static methods of a record.</summary>
public sealed partial record PlacementInRecord
{
    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Static(double x) => x * x;
}

/// <summary>A helper with private fields, in a type of which the generated code can be a part.</summary>
internal static partial class Tables
{
    private static readonly double[] Coefficients = [0.5, -1.5, 0.25];
    private static readonly double[][] Rows = [[1, 2], [3, 0.5]];
    private static readonly double Scale = 0.75;
    private static readonly int Degree = 2;

    public static double Polynomial(double x)
    {
        double sum = 0;
        for (int i = Degree; i >= 0; i--)
            sum = sum * x + Coefficients[i];
        return sum + Scale * x * Rows[1][0];
    }

    public static double Odd(double x) => x < 0 ? -Odd(-x) : Math.Sin(x * Coefficients[1]) + Rows[0][1];
}
