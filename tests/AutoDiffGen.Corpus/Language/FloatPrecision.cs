namespace AutoDiffGen.Corpus;

/// <summary><c>float</c> throughout: derivatives in the parameter's precision, and values rounded as the method rounds them.</summary>
public static partial class FloatPrecision
{
    [Differentiable, At(0.5f, 1.5f)]
    public static float Product(float x, float y) => x * y + x;

    [Differentiable, At(0.5f), At(-1.5f)]
    public static float Polynomial(float x) => 2 * x * x * x - 3f * x * x + 5 * x - 7;

    [Differentiable, At(0.5f, 1.5f)]
    public static float Quotient(float x, float y) => (x - y) / (x + y) / 3f;

    [Differentiable, At(0.5f)]
    public static float Locals(float x)
    {
        float t = x * x;
        t += 1;
        t *= x;
        float u = t++;
        return u * t;
    }

    [Differentiable, At(1.5f), At(-1.5f)]
    public static float Branch(float x)
    {
        if (x < 0)
            return -x * x;
        return MathF.Sqrt(x);
    }

    [Differentiable, At(0.5f, 0.75f)]
    public static float Helper(float x, float y) => Smooth(x) * Smooth(y);

    [Differentiable, At(0.1f, 0.2f, 0.3f)]
    public static float SumOrderMatters(float a, float b, float c) => a + b + c - (c + b + a) + a * b * c;

    [Differentiable, At(1.5f, 3), At(1.5f, 1)]
    public static float WithInteger(float x, int n) => n > 2 ? x * n : x / n;

    [Differentiable, At(0.75f), At(2.5f), At(1.5f)]
    public static float SwitchExpression(float x) => x switch
    {
        < 1 => x * x,
        >= 1 and < 2 => x,
        _ => MathF.Log(x),
    };

    [Differentiable, At(0.5f, 1.5f)]
    public static float RefParameter(ref float x, float y)
    {
        x *= y;
        return x * x;
    }

    [Differentiable, At(0.5f, 1.5f)]
    public static float OutParameter(float x, in float y, out float difference)
    {
        difference = x - y;
        return difference * x;
    }

    [Differentiable, At(0.25f)]
    public static float Constants(float x) => 0.1f * x + 1e-3f / x + MathF.PI * x * x;

    [Differentiable, At(0.5f, 0.25f)]
    public static float Phong(float cosine, float shininess) => MathF.Pow(MathF.Max(cosine, 0f), 1 + 10 * shininess) * 0.8f + 0.1f;

    private static float Smooth(float x) => x * x * (3 - 2 * x);
}
