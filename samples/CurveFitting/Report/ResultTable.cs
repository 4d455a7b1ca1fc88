using System.Globalization;
using CurveFitting.Scoring;
using Spectre.Console;

namespace CurveFitting.Report;

/// <summary>The table of all runs.</summary>
internal static class ResultTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="runs">The runs, in the order to show them in.</param>
    /// <param name="unicode">Whether the output can draw lines.</param>
    public static Table Of(IEnumerable<NistRun> runs, bool unicode)
    {
        Table table = new Table()
            .Border(unicode ? TableBorder.Rounded : TableBorder.Ascii)
            .AddColumn("Problem")
            .AddColumn("Difficulty");
        foreach (string number in (string[])["Start", "Iterations", "LRE b", "LRE RSS", "µs", "Bytes"])
            table.AddColumn(new TableColumn(number).RightAligned().NoWrap());

        foreach (NistRun run in runs)
        {
            table.AddRow(
                run.Problem.Name,
                run.Problem.Difficulty,
                Text($"{run.Start}"),
                Text($"{run.Fit.Iterations}"),
                Text($"{run.ParameterError:F2}"),
                Text($"{run.ResidualError:F2}"),
                Text($"{run.Cost.Microseconds:F2}"),
                Text($"{run.Cost.Bytes}"));
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
