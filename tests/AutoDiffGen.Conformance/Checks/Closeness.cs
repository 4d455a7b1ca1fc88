using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>When two numbers count as the same.</summary>
internal static class Closeness
{
    /// <summary>The same bits; any NaN is any other.</summary>
    public static bool SameBits(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    /// <summary>Equal, or apart by no more than a rounding error of numbers of this size. Infinities must be equal; NaN is never right.</summary>
    public static bool SameToRounding(Subject subject, double expected, double actual, double size) =>
        expected == actual || Math.Abs(expected - actual) <= RoundingOf(subject) * size;

    /// <summary>The size of the numbers in a row of derivatives, of which a small one may be the difference of large ones.</summary>
    public static double Size(IEnumerable<double> row) => row.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();

    private static double RoundingOf(Subject subject) => subject.IsSingle ? 1e-5 : 1e-12;
}
