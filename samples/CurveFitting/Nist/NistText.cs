using System.Globalization;
using System.Text.RegularExpressions;

namespace CurveFitting.Nist;

/// <summary>The lines of a NIST file, with the searches its layout asks for.</summary>
/// <param name="lines">All lines, from the first.</param>
/// <param name="source">What to call the file in an error.</param>
internal sealed class NistText(IReadOnlyList<string> lines, string source)
{
    /// <summary>What the first group captures, on the first line that matches.</summary>
    public string Find(Regex pattern) =>
        lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value
        ?? throw Bad($"no line matches '{pattern}'");

    /// <summary>The positive count the pattern captures.</summary>
    public int FindCount(Regex pattern) =>
        int.TryParse(Find(pattern), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw Bad($"'{pattern}' does not give a positive count");

    /// <summary>The numbers of a table, at the lines that the head of the file gives for it.</summary>
    /// <param name="title">The table's name in the head, as in <c>Data (lines 61 to 214)</c>.</param>
    /// <param name="rowCount">The rows it must have.</param>
    /// <param name="columnCount">The numbers each row must have.</param>
    /// <param name="label">What stands before a row's numbers and captures the row's number from 1, or null.</param>
    public double[][] ReadTable(string title, int rowCount, int columnCount, Regex? label)
    {
        (int first, int last) = FindLines(title);
        if (last - first + 1 != rowCount)
            throw Bad($"'{title}' stands on lines {first} to {last}, but {rowCount} rows are announced");
        if (last > lines.Count)
            throw Bad($"'{title}' should end on line {last}, but the file has {lines.Count}");

        var rows = new double[rowCount][];
        for (int i = 0; i < rowCount; i++)
            rows[i] = ReadRow(first + i, i + 1, columnCount, label);
        return rows;
    }

    /// <summary>Reads a finite number.</summary>
    public double ParseNumber(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Bad($"'{word}' is not a number");

    private double[] ReadRow(int lineNumber, int rowNumber, int columnCount, Regex? label)
    {
        string line = lines[lineNumber - 1];
        if (label is not null)
        {
            Match match = label.Match(line);
            if (!match.Success || match.Groups[1].Value != rowNumber.ToString(CultureInfo.InvariantCulture))
                throw Bad($"line {lineNumber} should be row {rowNumber}, '{label}'");
            line = line[match.Length..];
        }

        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == columnCount
            ? Array.ConvertAll(words, ParseNumber)
            : throw Bad($"line {lineNumber} should have {columnCount} numbers and has {words.Length} words");
    }

    private (int First, int Last) FindLines(string title)
    {
        var pattern = new Regex($@"{Regex.Escape(title)}\s+\(lines\s+(\d+)\s+to\s+(\d+)\s*\)");
        Match match = lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success)
            ?? throw Bad($"the head does not say on which lines '{title}' stands");
        return (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private InvalidDataException Bad(string what) => new($"{source}: {what}.");
}
