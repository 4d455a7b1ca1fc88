namespace AutoDiffGen;

/// <summary>What <see cref="GradientCheck.Run"/> found.</summary>
/// <param name="Passed">Whether the error of every entry is within the tolerance.</param>
/// <param name="WorstIndex">The entry with the largest error; −1 for a function of no arguments.</param>
/// <param name="Expected">That entry as differences give it.</param>
/// <param name="Actual">That entry as it was given.</param>
/// <param name="Error">|Actual − Expected| / max(1, |Actual|, |Expected|); NaN where either is NaN or both are infinite.</param>
public readonly record struct GradientCheckResult(bool Passed, int WorstIndex, double Expected, double Actual, double Error);
