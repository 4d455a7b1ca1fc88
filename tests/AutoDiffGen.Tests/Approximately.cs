namespace AutoDiffGen.Tests;

/// <summary>Comparison of numbers that rounding may have parted.</summary>
internal static class Approximately
{
    /// <summary>Asserts |actual − expected| ≤ tolerance · max(1, |expected|). NaN equals nothing.</summary>
    public static void Equal(double expected, double actual, double tolerance, string what = "")
    {
        double error = Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected));
        Assert.True(error <= tolerance, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, error {error:R}"));
    }

    /// <summary>Asserts |actual − expected| ≤ tolerance · |expected|, however small the numbers are.</summary>
    public static void EqualRelatively(double expected, double actual, double tolerance, string what = "")
    {
        double error = Math.Abs(actual - expected) / Math.Abs(expected);
        Assert.True(error <= tolerance, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, relative error {error:R}"));
    }
}
