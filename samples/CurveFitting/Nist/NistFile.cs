using System.Globalization;
using System.Text.RegularExpressions;

namespace CurveFitting.Nist;

/// <summary>Reads the text format in which NIST publishes its nonlinear regression problems.</summary>
/// <remarks>
/// The head of a file says on which lines its tables stand, and how many rows they have. Both are checked against what is
/// there, so that a truncated or edited file is an error and not another problem.
/// </remarks>
public static partial class NistFile
{
    /// <summary>The starting points that a file gives.</summary>
    private const int StartCount = 2;

    /// <summary>Reads a problem from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not what its format says.</exception>
    public static NistProblem Load(string path) => Parse(File.ReadAllLines(path), Path.GetFileName(path));

    /// <summary>Reads a problem from the lines of a file.</summary>
    /// <param name="lines">All lines, from the first.</param>
    /// <param name="source">What to call the file in an error.</param>
    /// <exception cref="InvalidDataException">The lines are not what the format says.</exception>
    public static NistProblem Parse(IReadOnlyList<string> lines, string source)
    {
        var text = new NistText(lines, source);
        int parameterCount = text.FindCount(ParameterCount());
        int predictorCount = text.FindCount(PredictorCount());
        int observationCount = text.FindCount(ObservationCount());

        // A row of this table: `b1 =   500   250   2.3894212918E+02   2.7070075241E+00`.
        double[][] parameters = text.ReadTable("Starting Values", parameterCount, StartCount + 2, ParameterLabel());
        double[][] data = text.ReadTable("Data", observationCount, 1 + predictorCount, label: null);

        return new NistProblem
        {
            Name = text.Find(DatasetName()),
            Difficulty = text.Find(DifficultyGrade()),
            Responses = [.. data.Select(row => row[0])],
            Predictors = [.. data.Select(row => row[1..])],
            Starts = [.. Enumerable.Range(0, StartCount).Select(start => parameters.Select(row => row[start]).ToArray())],
            Certified = new NistCertificate(
                [.. parameters.Select(row => row[StartCount])],
                text.ParseNumber(text.Find(ResidualSumOfSquares()))),
        };
    }

    [GeneratedRegex(@"^Dataset Name:\s*(\S+)")]
    private static partial Regex DatasetName();

    [GeneratedRegex(@"^\s*(\w+) Level of Difficulty")]
    private static partial Regex DifficultyGrade();

    [GeneratedRegex(@"^\s*(\d+) Parameters?\b")]
    private static partial Regex ParameterCount();

    [GeneratedRegex(@"^\s*(\d+) Predictors?\b")]
    private static partial Regex PredictorCount();

    [GeneratedRegex(@"^\s*(\d+) Observations\b")]
    private static partial Regex ObservationCount();

    [GeneratedRegex(@"^Residual Sum of Squares:\s*(\S+)")]
    private static partial Regex ResidualSumOfSquares();

    [GeneratedRegex(@"^\s*b(\d+)\s*=")]
    private static partial Regex ParameterLabel();
}
