namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>Whether the three forms of a program compute the same.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-10;

    // A sum that cancels is as exact as its summands, which are about as large as the derivative's largest element.
    private const double Rounding = 1e-13;

    /// <summary>What is not the same: bits of the value, or elements of the gradients.</summary>
    /// <param name="subject">The program.</param>
    /// <returns>A sentence for each difference.</returns>
    public static IEnumerable<string> Differences(Subject subject)
    {
        // What is not written must not pass for zero, nor must what was there before be added to.
        foreach (Derivative derivative in subject.Derivatives)
        {
            Array.Fill(derivative.HandWritten, double.NaN);
            Array.Fill(derivative.Generated, double.NaN);
        }

        double value = subject.Value(), handWritten = subject.HandWritten(), generated = subject.Generated();
        if (!double.IsFinite(value))
            yield return $"the value is {value:R}";
        if (!AreSameBits(value, handWritten))
            yield return $"the value is {value:R}, that of the hand-written gradient {handWritten:R}";
        if (!AreSameBits(value, generated))
            yield return $"the value is {value:R}, that of the generated gradient {generated:R}";

        foreach (Derivative derivative in subject.Derivatives)
        {
            double largest = derivative.HandWritten.Max(Math.Abs);
            int[] different = [.. Enumerable.Range(0, derivative.Length)
                .Where(i => !IsClose(derivative.Generated[i], derivative.HandWritten[i], largest))];
            if (largest == 0)
                yield return $"the derivative by {derivative.Parameter} is zero, which proves nothing";
            if (different is [int first, ..])
            {
                yield return $"{different.Length} of {derivative.Length} derivatives by {derivative.Parameter} differ, the first at {first}: "
                    + $"generated {derivative.Generated[first]:R}, hand-written {derivative.HandWritten[first]:R}";
            }
        }
    }

    private static bool AreSameBits(double x, double y) => BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y);

    private static bool IsClose(double x, double y, double largest) =>
        double.IsFinite(y) && Math.Abs(x - y) <= (Tolerance * Math.Abs(y)) + (Rounding * largest);
}
