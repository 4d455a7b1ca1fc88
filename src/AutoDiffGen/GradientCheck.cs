namespace AutoDiffGen;

/// <summary>Compares a gradient with what the function's values say it should be.</summary>
public static class GradientCheck
{
    /// <summary>Compares a gradient with central differences, extrapolated by Ridders' method (<see cref="Differences"/>).</summary>
    /// <param name="f">
    /// The function of n numbers. It is given a copy of the point, which it may overwrite. It must be differentiable around
    /// <paramref name="at"/>: at a kink the differences mean nothing.
    /// </param>
    /// <param name="at">The point, n finite numbers; not modified.</param>
    /// <param name="gradient">The gradient to check, n numbers.</param>
    /// <param name="tolerance">The largest error, as <see cref="GradientCheckResult.Error"/> measures it, that passes.</param>
    /// <returns>Whether every entry passed, and the entry with the largest error. A NaN in any entry, given or estimated, fails.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="f"/> or <paramref name="at"/> is null.</exception>
    /// <exception cref="ArgumentException">The gradient's length is not that of the point, or the point is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is negative or NaN.</exception>
    public static GradientCheckResult Run(Func<double[], double> f, double[] at, ReadOnlySpan<double> gradient, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(at);
        if (gradient.Length != at.Length)
            throw new ArgumentException($"The gradient has {gradient.Length} entries where the point has {at.Length}.", nameof(gradient));
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must not be negative or NaN.");
        for (int i = 0; i < at.Length; i++)
        {
            if (!double.IsFinite(at[i])) throw new ArgumentException($"Entry {i} of the point is not finite.", nameof(at));
        }

        var worst = new GradientCheckResult(Passed: true, WorstIndex: -1, Expected: 0, Actual: 0, Error: 0);
        var argument = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            int entry = i;
            double Along(double x)
            {
                at.CopyTo(argument, 0); // f may have overwritten its argument
                argument[entry] = x;
                return f(argument);
            }

            double expected = Differences.Derivative(Along, at[i]).Derivative;
            double actual = gradient[i];
            double error = Math.Abs(actual - expected) / Math.Max(1, Math.Max(Math.Abs(actual), Math.Abs(expected)));

            bool isWorse = worst.WorstIndex < 0 || (!double.IsNaN(worst.Error) && !(error <= worst.Error)); // NaN is the worst of all
            if (isWorse) worst = new GradientCheckResult(error <= tolerance, i, expected, actual, error);
        }

        return worst;
    }
}
