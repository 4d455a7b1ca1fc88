namespace AutoDiffGen.Corpus;

/// <summary>Loops in <c>float</c>.</summary>
public static partial class LoopSinglePrecision
{
    [Differentiable, At(0.75f, 4), At(0.75f, 0)]
    public static float Sum(float x, int n)
    {
        float s = x;
        for (int i = 0; i < n; i++)
            s += MathF.Sin(x * i);
        return s;
    }

    [Differentiable, At(0.75f, 4)]
    public static float Carried(float x, int n)
    {
        float s = x;
        for (int i = 0; i < n; i++)
            s = s * s - x;
        return s;
    }

    [Differentiable, At(0.75f, 4)]
    public static double SumInDouble(float x, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
            s += x * x * i;
        return s;
    }

    [Differentiable, SinglePrecision, At(0.75, 4)]
    public static double RoundedEveryTime(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
            s = (float)(s * x) + x;
        return s;
    }
}
