namespace Digits.Images;

/// <summary>Images as other hands might have written them: turned, slanted, larger or smaller, and moved, each by a little.</summary>
/// <remarks>The test images are by people who wrote none of the training images; this is what makes up for knowing so few.</remarks>
internal static class Distortion
{
    private const int Side = 8;
    private const float Middle = (Side - 1) / 2f;

    private const double LargestTurn = 0.25;
    private const double LargestSlant = 0.25;
    private const double LargestScale = 0.15;
    private const double LargestMove = 0.8;

    /// <summary>Distorts every image of a set, each in a way of its own.</summary>
    public static DigitSet Apply(DigitSet images, Random random)
    {
        var distorted = new float[images.Pixels.Length];
        for (int i = 0; i < images.Count; i++)
        {
            int start = i * DigitSet.Size;
            Apply(images.Pixels.AsSpan(start, DigitSet.Size), distorted.AsSpan(start, DigitSet.Size), random);
        }

        return images with { Pixels = distorted };
    }

    private static void Apply(ReadOnlySpan<float> image, Span<float> distorted, Random random)
    {
        (double sin, double cos) = Math.SinCos(Upto(LargestTurn));
        double slant = Upto(LargestSlant), wide = 1 + Upto(LargestScale), high = 1 + Upto(LargestScale);
        float xx = (float)(cos * wide), xy = (float)((cos * slant - sin) * wide), yx = (float)(sin * high), yy = (float)((sin * slant + cos) * high);
        float x0 = Middle + (float)Upto(LargestMove), y0 = Middle + (float)Upto(LargestMove);
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                float dx = column - Middle, dy = row - Middle;
                distorted[row * Side + column] = Between(image, x0 + xx * dx + xy * dy, y0 + yx * dx + yy * dy);
            }
        }

        double Upto(double largest) => largest * (2 * random.NextDouble() - 1);
    }

    /// <summary>The image at a place between pixels, by the four around it. Outside it is white.</summary>
    private static float Between(ReadOnlySpan<float> image, float x, float y)
    {
        int left = (int)MathF.Floor(x), top = (int)MathF.Floor(y);
        float right = x - left, down = y - top;
        return (1 - down) * ((1 - right) * Pixel(image, left, top) + right * Pixel(image, left + 1, top))
            + down * ((1 - right) * Pixel(image, left, top + 1) + right * Pixel(image, left + 1, top + 1));
    }

    private static float Pixel(ReadOnlySpan<float> image, int x, int y) => (uint)x < Side && (uint)y < Side ? image[y * Side + x] : 0;
}
