namespace AutoDiffGen.Conformance.Engines;

/// <summary>
/// Central differences extrapolated to a step of zero (C. J. F. Ridders, 1982), with an estimate of their error. It shares nothing
/// with the library's own.
/// </summary>
internal static class Ridders
{
    private const int Rows = 10;

    /// <summary>A derivative, and how far it may be off.</summary>
    public readonly record struct Estimate(double Derivative, double Error);

    /// <param name="f">The function.</param>
    /// <param name="x">Where.</param>
    /// <param name="epsilon">The relative rounding error of a value of <paramref name="f"/>.</param>
    public static Estimate Differentiate(Func<double, double> f, double x, double epsilon)
    {
        // Steps are powers of two, so that x ± h is exact, in float too. Several first steps are tried: a large one may
        // reach beyond a branch or a pole, a small one drowns in rounding.
        double unit = Math.ScaleB(1, x == 0 ? 0 : Math.Max(-20, Math.ILogB(x)));
        var best = new Estimate(double.NaN, double.PositiveInfinity);
        for (int shift = 2; shift <= 14; shift += 3)
        {
            Estimate estimate = Extrapolate(f, x, Math.ScaleB(unit, -shift), epsilon);
            if (estimate.Error < best.Error)
                best = estimate;
        }

        return best;
    }

    private static Estimate Extrapolate(Func<double, double> f, double x, double step, double epsilon)
    {
        Span<double> previous = stackalloc double[Rows];
        Span<double> current = stackalloc double[Rows];
        var best = new Estimate(double.NaN, double.PositiveInfinity);
        for (int row = 0; row < Rows; row++, step /= 2)
        {
            double above = f(x + step), below = f(x - step);
            double rounding = epsilon * Math.Max(Math.Abs(above), Math.Abs(below)) / step;
            current[0] = (above - below) / (2 * step);
            double factor = 4;
            for (int column = 1; column <= row; column++, factor *= 4)
            {
                current[column] = (current[column - 1] * factor - previous[column - 1]) / (factor - 1);
                double error = rounding + Math.Max(
                    Math.Abs(current[column] - current[column - 1]), Math.Abs(current[column] - previous[column - 1]));
                if (error < best.Error)
                    best = new(current[column], error);
            }

            current.CopyTo(previous);
        }

        return best;
    }
}
