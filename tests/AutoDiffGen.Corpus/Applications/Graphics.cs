namespace AutoDiffGen.Corpus;

/// <summary>Shading and shapes, in single precision as graphics is.</summary>
public static partial class Graphics
{
    [Differentiable, At(0.5f, 0.04f), At(0.9f, 0.5f)]
    public static float Schlick(float cosine, float f0) => f0 + (1 - f0) * MathF.Pow(1 - cosine, 5);

    [Differentiable, At(0.6f, 0.8f, 0.5f), At(-0.6f, 0.8f, 0.5f)]
    public static float BlinnPhong(float diffuse, float specular, float roughness)
    {
        float d = MathF.Max(diffuse, 0);
        float s = diffuse > 0 ? MathF.Pow(specular, 2 / (roughness * roughness)) : 0;
        return 0.7f * d + 0.3f * s + 0.01f * specular;
    }

    [Differentiable, At(0.001f), At(0.5f)]
    public static float SrgbEncode(float linear) => linear <= 0.0031308f ? 12.92f * linear : 1.055f * MathF.Pow(linear, 1 / 2.4f) - 0.055f;

    [Differentiable, At(0.5f), At(2.0f)]
    public static float FilmicToneMap(float x) => x * (2.51f * x + 0.03f) / (x * (2.43f * x + 0.59f) + 0.14f);

    [Differentiable, At(0.0f, 1.0f, 0.3f)]
    public static float SmoothStep(float edge0, float edge1, float x)
    {
        float t = Math.Clamp((x - edge0) / (edge1 - edge0), 0f, 1f);
        return t * t * (3 - 2 * t);
    }

    [Differentiable, At(0.5f, 1.5f, 0.25f), At(2.0f, 1.5f, 0.25f)]
    public static float CircleDistance(float x, float y, float radius) => MathF.Sqrt(x * x + y * y) - radius;

    [Differentiable, At(2.0f, 0.5f, 1.0f, 1.0f), At(2.0f, 3.0f, 1.0f, 1.0f), At(0.25f, 0.5f, 1.0f, 1.0f)]
    public static float BoxDistance(float x, float y, float width, float height)
    {
        float qx = MathF.Abs(x) - width;
        float qy = MathF.Abs(y) - height;
        if (qx > 0 && qy > 0)
            return MathF.Sqrt(qx * qx + qy * qy);
        return MathF.Max(qx, qy);
    }

    [Differentiable, At(0.5f, 0.75f, 0.5f), At(0.5f, 2.0f, 0.5f)]
    public static float SmoothMinimum(float a, float b, float k)
    {
        float h = MathF.Max(k - MathF.Abs(a - b), 0) / k;
        return MathF.Min(a, b) - h * h * k * 0.25f;
    }

    [Differentiable, At(0.25f)]
    public static float PerlinFade(float t) => t * t * t * (t * (t * 6 - 15) + 10);

    [Differentiable, At(0.5f, 0.25f, 0.75f, 0.3f)]
    public static float Bezier(float a, float b, float c, float t)
    {
        float u = 1 - t;
        return u * u * a + 2 * u * t * b + t * t * c;
    }

    [Differentiable, At(0.6f, 0.3f)]
    public static float GgxDistribution(float cosine, float roughness)
    {
        float a = roughness * roughness;
        float a2 = a * a;
        float d = cosine * cosine * (a2 - 1) + 1;
        return a2 / (MathF.PI * d * d);
    }
}
