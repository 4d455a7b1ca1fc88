using Digits.Images;

namespace Digits.Report;

/// <summary>Which digits are taken for which.</summary>
internal static class Confusion
{
    /// <summary>Counts, for each digit, how often it was taken for each.</summary>
    public static int[,] Of(int[] labels, int[] answers)
    {
        var counts = new int[DigitSet.Classes, DigitSet.Classes];
        foreach ((int label, int answer) in labels.Zip(answers)) counts[label, answer]++;
        return counts;
    }
}
