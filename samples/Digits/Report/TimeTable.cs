using System.Globalization;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>The networks side by side.</summary>
internal static class TimeTable
{
    /// <summary>Makes the table. Times are compared with that of the first network.</summary>
    public static Table Of(IReadOnlyList<TrainingRun> runs, bool unicode)
    {
        Table table = new Table().Border(unicode ? TableBorder.Rounded : TableBorder.Ascii).AddColumn("Gradient by");
        foreach (string number in (string[])["ms an epoch", "ratio", "bytes an epoch", "Loss", "Training images", "Test images"])
            table.AddColumn(new TableColumn(number).RightAligned().NoWrap());
        foreach (TrainingRun run in runs)
        {
            Epoch last = run.Epochs[^1];
            table.AddRow(
                run.Network.Name,
                Text($"{run.MillisecondsOfAnEpoch:F1}"),
                Text($"{run.MillisecondsOfAnEpoch / runs[0].MillisecondsOfAnEpoch:F1}"),
                Text($"{run.BytesOfAnEpoch:N0}"),
                Text($"{last.Loss:F4}"),
                Text($"{last.TrainAccuracy:P2}"),
                Text($"{last.TestAccuracy:P2}"));
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
