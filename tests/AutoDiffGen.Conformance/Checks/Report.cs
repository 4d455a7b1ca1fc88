using System.Globalization;

namespace AutoDiffGen.Conformance.Checks;

/// <summary>Gathers what is wrong, so that one failure tells all of it.</summary>
internal sealed class Report(string subject)
{
    private readonly List<string> lines = [];

    public void Add(string what, double expected, double actual, string note = "") =>
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, actual {actual:R}{(note.Length > 0 ? ", " + note : "")}"));

    public void Add(string line) => lines.Add(line);

    /// <exception cref="ConformanceException">Something was added.</exception>
    public void Assert()
    {
        if (lines.Count > 0)
            throw new ConformanceException(subject + "\n  " + string.Join("\n  ", lines));
    }
}
