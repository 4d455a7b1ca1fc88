namespace AutoDiffGen.Conformance.Engines;

/// <summary>
/// How far a function's values are off a smooth one: what is left of its sixth differences, in which a polynomial of lower degree
/// vanishes (R. W. Hamming, 1973; J. J. Moré and S. M. Wild, "Estimating computational noise", 2011).
/// </summary>
internal static class Noise
{
    private const int Order = 6;
    private const int Points = 24;

    // The sum of the squares of the binomial coefficients: what sixth differences make of independent errors.
    private const double Gain = 924;

    /// <summary>Relative to the value; 0 where the function throws beside the point, or is not finite.</summary>
    /// <remarks>
    /// Looked for at several distances. Iterations that end sooner or later jump from one number to the next; where all but a few
    /// bits cancel, values are on a staircase, with steps that are wide.
    /// </remarks>
    public static double Of(Func<double, double> f, double x)
    {
        double here = Math.Abs(f(x));
        double unit = Math.ScaleB(1, x == 0 ? 0 : Math.Max(-20, Math.ILogB(x)));
        double most = 0;
        foreach (int shift in new[] { 48, 36, 24, 14 })
            most = Math.Max(most, Scatter(f, x, Math.ScaleB(unit, -shift)));
        return here > 0 ? most / here : 0;
    }

    private static double Scatter(Func<double, double> f, double x, double step)
    {
        Span<double> values = stackalloc double[Points];
        try
        {
            for (int i = 0; i < Points; i++)
                values[i] = f(x + ((i - (Points / 2)) * step));
        }
        catch (Exception)
        {
            // Differences will find the same.
            return 0;
        }

        int count = Points;
        for (int order = 0; order < Order; order++, count--)
        {
            for (int i = 0; i + 1 < count; i++)
                values[i] = values[i + 1] - values[i];
        }

        double squares = 0;
        foreach (double difference in values[..count])
            squares += difference * difference;
        double scatter = Math.Sqrt(squares / count / Gain);
        return double.IsFinite(scatter) ? scatter : 0;
    }
}
