namespace AutoDiffGen;

/// <summary>Derivatives from values alone: central differences, extrapolated to a vanishing step by Ridders' method.</summary>
/// <remarks>
/// C. J. F. Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Advances in Engineering Software 4 (1982), 75–76.
/// About ten digits for a smooth function. It shares nothing with the engines, and so can bear witness against them.
/// </remarks>
public static class Differences
{
    /// <summary>How much each step is shorter than the one before. The error of a central difference is a series in its square.</summary>
    private const double Shrink = 1.4;

    private const int Rows = 12;

    /// <summary>Estimates the derivative of a function, finding for itself a step at which it is smooth.</summary>
    /// <param name="f">The function. Where it is evaluated outside its domain it may return NaN, but not throw.</param>
    /// <param name="x">Where; finite.</param>
    /// <returns>
    /// The estimate and its estimated error. Both are NaN where no step gives finite values on both sides of <paramref name="x"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is infinite or NaN.</exception>
    public static DifferenceEstimate Derivative(Func<double, double> f, double x)
    {
        ArgumentNullException.ThrowIfNull(f);
        ThrowIfNotFinite(x);

        double scale = Math.Abs(x);
        double smallest = scale > 0 ? 1e-6 * scale : 1e-7;
        DifferenceEstimate plain = Plain(f, x, smallest);
        DifferenceEstimate best = new(double.NaN, double.NaN);
        DifferenceEstimate previous = best;

        for (double step = 0.1 * Math.Max(1, scale); step >= smallest; step /= 10)
        {
            DifferenceEstimate estimate = Derivative(f, x, step);

            // Long steps alone can be fooled, by a peak narrower than any of them for instance: a short one must not contradict them.
            if (Math.Abs(estimate.Derivative - plain.Derivative) <= 1e-3 * Math.Max(1, Math.Abs(estimate.Derivative)) + plain.Error)
            {
                if (!(estimate.Error >= best.Error)) best = estimate; // also true of the first, as best is NaN
                if (Agree(estimate, previous)) return best;
            }

            previous = estimate;
        }

        return double.IsNaN(best.Derivative) ? previous : best;
    }

    /// <summary>Estimates the derivative of a function from values no further than a step away.</summary>
    /// <param name="f">
    /// The function; evaluated only on [<paramref name="x"/> − <paramref name="step"/>, <paramref name="x"/> + <paramref name="step"/>].
    /// </param>
    /// <param name="x">Where; finite.</param>
    /// <param name="step">
    /// The longest step, in the units of <paramref name="x"/>: positive, and best the scale on which the function changes.
    /// </param>
    /// <returns>The estimate and its estimated error. Both are NaN where the function gives no finite values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="x"/> is not finite, or <paramref name="step"/> not finite and positive.
    /// </exception>
    public static DifferenceEstimate Derivative(Func<double, double> f, double x, double step)
    {
        ArgumentNullException.ThrowIfNull(f);
        ThrowIfNotFinite(x);
        if (!(step > 0 && double.IsFinite(step))) throw new ArgumentOutOfRangeException(nameof(step), step, "The step must be finite and positive.");

        // above[j] is the extrapolation of order j that ends at the step before; row[j], that which ends at this one.
        Span<double> above = stackalloc double[Rows];
        Span<double> row = stackalloc double[Rows];
        DifferenceEstimate best = new(double.NaN, double.NaN);

        for (int i = 0; i < Rows; i++, step /= Shrink)
        {
            row[0] = Central(f, x, step);
            double factor = 1;
            for (int j = 1; j <= i; j++)
            {
                factor *= Shrink * Shrink;
                row[j] = row[j - 1] + (row[j - 1] - above[j - 1]) / (factor - 1);
                double error = Math.Max(Math.Abs(row[j] - row[j - 1]), Math.Abs(row[j] - above[j - 1]));
                if (double.IsFinite(error) && !(error >= best.Error)) best = new(row[j], error);
            }

            // Once rounding outweighs what extrapolation gains, shorter steps only make it worse.
            if (i > 0 && Math.Abs(row[i] - above[i - 1]) >= 2 * best.Error && best.Error < 1e-8 * Math.Max(1, Math.Abs(best.Derivative))) break;
            row.CopyTo(above);
        }

        return best;
    }

    /// <summary>One central difference, and what rounding of the values alone may have done to it.</summary>
    private static DifferenceEstimate Plain(Func<double, double> f, double x, double step)
    {
        double rounding = Math.BitIncrement(1) - 1;
        double size = Math.Max(Math.Abs(f(x - step)), Math.Abs(f(x + step)));
        return new DifferenceEstimate(Central(f, x, step), 16 * rounding * size / step);
    }

    private static double Central(Func<double, double> f, double x, double step)
    {
        // The distance between the two points as they are represented, not as they were meant to be.
        double right = x + step;
        double left = x - step;
        return (f(right) - f(left)) / (right - left);
    }

    private static bool Agree(DifferenceEstimate a, DifferenceEstimate b) =>
        Math.Abs(a.Derivative - b.Derivative) <= 1e-9 * Math.Max(1, Math.Abs(a.Derivative));

    private static void ThrowIfNotFinite(double x)
    {
        if (!double.IsFinite(x)) throw new ArgumentOutOfRangeException(nameof(x), x, "The point must be finite.");
    }
}
