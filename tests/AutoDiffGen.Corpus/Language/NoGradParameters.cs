namespace AutoDiffGen.Corpus;

/// <summary><see cref="NoGradAttribute"/> parameters: no derivative parameter, and a constant initial content.</summary>
public static partial class NoGradParameters
{
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double Constant(double x, [NoGrad] double scale) => x * x * scale;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5, 2.5)]
    public static double InTheMiddle(double x, [NoGrad] double scale, double y) => x * scale * y + scale;

    [Differentiable(Gradient | Lifted), At(0.5, 1.5)]
    public static double First([NoGrad] double scale, double x) => Math.Pow(x, scale);

    // What the method writes into it is active.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double WrittenTo(double x, [NoGrad] double buffer)
    {
        buffer = buffer * x;
        return buffer * buffer;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double ByRef(double x, [NoGrad] ref double state)
    {
        state = state * x + 1;
        return state * x;
    }

    [Differentiable(Gradient | Lifted), At(1.5)]
    public static double Out(double x, [NoGrad] out double half)
    {
        half = x / 2;
        return half * half;
    }

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double In(double x, [NoGrad] in double scale) => Math.Sin(x * scale);

    [Differentiable, At(0.5f, 1.5f)]
    public static float Float(float x, [NoGrad] float scale) => x * x * scale;

    [Differentiable(Gradient | Lifted), At(1.5, 0.5)]
    public static double PassedToActive(double x, [NoGrad] double scale) => Product(x, scale) * Product(scale, scale);

    // What flows into a helper's [NoGrad] parameter is constant there: that path to x carries no derivative.
    [Differentiable(Gradient | Lifted), At(1.5, 0.5, Gradient = new[] { 0.5 * 1.5, 1.5 * 1.5 })]
    public static double ActiveIntoNoGrad(double x, double y) => Constant1(x, y) * x;

    [Differentiable(Gradient | Lifted), At(1.5, 3)]
    public static double OnInteger(double x, [NoGrad] int n) => x * n;

    // The value passed beside the reference is active all the same.
    [Differentiable(Gradient | Lifted), At(1.5, Gradient = new[] { 1.5 })]
    public static double ByRefAndByValue(double x)
    {
        double t = x;
        return ScaledBy(ref t, t);
    }

    private static double ScaledBy([NoGrad] ref double scale, double x) => scale * x;

    private static double Product(double a, double b) => a * b;

    private static double Constant1([NoGrad] double scale, double y) => scale * y;
}
