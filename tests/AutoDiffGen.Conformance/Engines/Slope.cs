namespace AutoDiffGen.Conformance.Engines;

/// <summary>A derivative beside differences of the function, at a point that nobody has looked at before.</summary>
/// <param name="Verdict">How they compare.</param>
/// <param name="Estimate">The differences.</param>
internal sealed record Slope(SlopeVerdict Verdict, Ridders.Estimate Estimate)
{
    /// <param name="along">The function.</param>
    /// <param name="at">Where.</param>
    /// <param name="derivative">What is to be judged.</param>
    /// <param name="isSingle">Whether values are rounded to <c>float</c>.</param>
    /// <param name="tolerance">How near derivative and differences have to be, relatively, in <c>double</c>.</param>
    public static Slope Judge(Func<double, double> along, double at, double derivative, bool isSingle, double tolerance = 1e-8)
    {
        double rounding = isSingle ? MathF.BitIncrement(1) - 1 : double.BitIncrement(1) - 1;
        Slope slope = Judge(along, at, derivative, isSingle, rounding, tolerance);
        if (slope.Verdict != SlopeVerdict.Off)
            return slope;

        // Where values cancel, or come from iterations, they are off by more than one rounding, and so are differences.
        double noise = Noise.Of(along, at);
        return noise > rounding ? Judge(along, at, derivative, isSingle, noise, tolerance) : slope;
    }

    private static Slope Judge(Func<double, double> along, double at, double derivative, bool isSingle, double noise, double tolerance)
    {
        if (!double.IsFinite(along(at)))
            return new(SlopeVerdict.ValueNotFinite, default);
        Ridders.Estimate estimate;
        try
        {
            estimate = Ridders.Differentiate(along, at, noise);
        }
        catch (Exception)
        {
            return new(SlopeVerdict.ThrowsNearby, default);
        }

        if (!double.IsFinite(derivative))
        {
            bool hasSlope = estimate.Error <= 1e-6 * Math.Max(1, Math.Abs(estimate.Derivative));
            return new(hasSlope ? SlopeVerdict.NotFiniteWhereDifferencesAre : SlopeVerdict.NotFinite, estimate);
        }

        double scale = Math.Max(1, Math.Max(Math.Abs(derivative), Math.Abs(estimate.Derivative)));
        bool isUsable = estimate.Error <= (isSingle ? 2e-3 : 1e-6) * scale;
        bool isNear = Math.Abs(derivative - estimate.Derivative) <= ((isSingle ? 1e-3 : tolerance) * scale) + (4 * estimate.Error);
        return new(
            !isUsable ? SlopeVerdict.TooCoarse : isNear ? SlopeVerdict.Near : !IsStraight(along, at, isSingle, estimate.Derivative, derivative) ? SlopeVerdict.KinkNearby : SlopeVerdict.Off,
            estimate);
    }

    /// <summary>
    /// Whether the function has this slope on either side, close to the point too, and not the other. Coarse steps may agree with each
    /// other and say nothing of the point, where they reach beyond both ends of a branch.
    /// </summary>
    private static bool IsStraight(Func<double, double> f, double at, bool isSingle, double slope, double other)
    {
        double unit = Math.Max(1, Math.Abs(at));
        double allowed = (isSingle ? 0.1 : 1e-3) * Math.Max(1, Math.Abs(slope));
        double here = f(at);
        foreach (double step in isSingle ? new[] { 0.03, 0.01 } : [1e-4, 1e-5, 1e-6, 1e-7])
        {
            double above = (f(at + (step * unit)) - here) / (step * unit), below = (here - f(at - (step * unit))) / (step * unit);
            if (!(Math.Abs(above - slope) <= allowed && Math.Abs(below - slope) <= allowed))
                return false;
            // Smaller steps drown in rounding.
            double between = (above + below) / 2;
            if (step >= 1e-5 && Math.Abs(between - other) < Math.Abs(between - slope))
                return false;
        }

        return true;
    }
}

/// <summary>How a derivative compares with differences.</summary>
internal enum SlopeVerdict
{
    Near,

    /// <summary>The differences are not good enough to tell.</summary>
    TooCoarse,
    KinkNearby,
    ThrowsNearby,
    ValueNotFinite,
    NotFinite,

    /// <summary>The derivative is infinite or no number, and the function has a slope.</summary>
    NotFiniteWhereDifferencesAre,

    /// <summary>The function is smooth, and has another slope.</summary>
    Off,
}
