namespace AutoDiffGen.Fuzz.Judging;

/// <summary>How two numbers that should be the same compare.</summary>
internal enum Nearness
{
    Same,

    /// <summary>Apart by more than a rounding error and less than an error of reasoning: the sum that makes them cancels.</summary>
    Doubtful,

    /// <summary>Infinite or NaN, at least one of them.</summary>
    NotFinite,
    Different,
}

internal static class Nearnesses
{
    public static Nearness Of(double expected, double actual, double size, bool isSingle)
    {
        if (expected == actual || (double.IsNaN(expected) && double.IsNaN(actual)))
            return Nearness.Same;
        if (!double.IsFinite(expected) || !double.IsFinite(actual))
            return Nearness.NotFinite;
        double difference = Math.Abs(expected - actual);
        return difference <= (isSingle ? 1e-5 : 1e-12) * size ? Nearness.Same
            : difference <= (isSingle ? 1e-2 : 1e-6) * size ? Nearness.Doubtful
            : Nearness.Different;
    }
}
