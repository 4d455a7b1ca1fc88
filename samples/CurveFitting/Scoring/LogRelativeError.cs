namespace CurveFitting.Scoring;

/// <summary>The log relative error, by which NIST compares results: about the number of correct digits.</summary>
public static class LogRelativeError
{
    /// <summary>The digits of the certified values, and so the most that can be told.</summary>
    public const double Most = 11;

    /// <summary>The log relative error of one value, held to 0…<see cref="Most"/>.</summary>
    /// <param name="estimate">What was found; not a number counts as no digit.</param>
    /// <param name="certified">The value certified. Where it is 0 the error is absolute, as NIST has it.</param>
    public static double Of(double estimate, double certified)
    {
        double error = Math.Abs(estimate - certified) / (certified == 0 ? 1 : Math.Abs(certified));
        return double.IsNaN(error) ? 0 : Math.Clamp(-Math.Log10(error), 0, Most);
    }

    /// <summary>The smallest log relative error over several values.</summary>
    /// <param name="estimates">What was found.</param>
    /// <param name="certified">The values certified.</param>
    public static double Smallest(IReadOnlyList<double> estimates, IReadOnlyList<double> certified) =>
        estimates.Count == certified.Count
            ? estimates.Zip(certified, Of).Min()
            : throw new ArgumentException($"{estimates.Count} estimates for {certified.Count} certified values.", nameof(estimates));
}
