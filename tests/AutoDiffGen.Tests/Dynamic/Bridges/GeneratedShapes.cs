namespace AutoDiffGen.Tests.Dynamic.Bridges;

/// <summary>Functions and adjoints as the generator shapes them, written by hand.</summary>
internal static class GeneratedShapes
{
    public static double Square(double x) => x * x;

    public static void Square_Vjp(double x, double seed, ref double dx) => dx += seed * 2 * x;

    public static double Product(double x, double y) => x * y;

    public static void Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)
    {
        dx += seed * y;
        dy += seed * x;
    }

    public static double Volume(double x, double y, double z) => x * y * z;

    public static void Volume_Vjp(double x, double y, double z, double seed, ref double dx, ref double dy, ref double dz)
    {
        dx += seed * y * z;
        dy += seed * x * z;
        dz += seed * x * y;
    }

    public static double SumOfCubes(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double e in x) sum += e * e * e;
        return sum;
    }

    public static void SumOfCubes_Vjp(ReadOnlySpan<double> x, double seed, Span<double> dx)
    {
        for (int i = 0; i < x.Length; i++) dx[i] += seed * 3 * x[i] * x[i];
    }

    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    public static void Dot_Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double seed, Span<double> dx, Span<double> dy)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] += seed * y[i];
            dy[i] += seed * x[i];
        }
    }

    public static double Triple(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z) => x[0] * y[0] * z[0];

    public static void Triple_Vjp(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, double seed, Span<double> dx, Span<double> dy, Span<double> dz)
    {
        dx[0] += seed * y[0] * z[0];
        dy[0] += seed * x[0] * z[0];
        dz[0] += seed * x[0] * y[0];
    }

    /// <summary>Running sums.</summary>
    public static void Accumulate(ReadOnlySpan<double> x, Span<double> sums)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++) sums[i] += sum += x[i];
    }

    public static void Accumulate_Vjp(ReadOnlySpan<double> x, Span<double> sums, Span<double> dx, Span<double> dSums)
    {
        Accumulate(x, sums);
        double sum = 0;
        for (int i = x.Length - 1; i >= 0; i--) dx[i] += sum += dSums[i];
    }

    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        for (int i = 0; i < x.Length; i++) z[i] = x[i] * y[i];
    }

    public static void Multiply_Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z, Span<double> dx, Span<double> dy, Span<double> dz)
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] += dz[i] * y[i];
            dy[i] += dz[i] * x[i];
            dz[i] = 0;
        }
    }
}
