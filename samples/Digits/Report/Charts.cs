using Digits.Images;
using Digits.Training;
using ScottPlot;

namespace Digits.Report;

/// <summary>The pictures that are saved.</summary>
internal static class Charts
{
    private const int Width = 900;
    private const int Height = 600;

    /// <summary>Saves the loss and the accuracies over the epochs.</summary>
    public static void SaveCurves(TrainingRun run, string path)
    {
        double[] epochs = [.. Enumerable.Range(1, run.Epochs.Count).Select(i => (double)i)];
        var multiplot = new Multiplot();
        multiplot.AddPlots(2);
        Plot loss = multiplot.GetPlot(0), accuracy = multiplot.GetPlot(1);
        loss.Add.Scatter(epochs, run.Epochs.Select(e => e.Loss).ToArray()).LegendText = "training loss";
        loss.Axes.SetLimitsY(0, 1.05 * run.Epochs.Max(e => e.Loss));
        loss.YLabel("Cross entropy");
        loss.ShowLegend(Alignment.UpperRight);

        accuracy.Add.Scatter(epochs, run.Epochs.Select(e => 100 * e.TrainAccuracy).ToArray()).LegendText = "training images";
        accuracy.Add.Scatter(epochs, run.Epochs.Select(e => 100 * e.TestAccuracy).ToArray()).LegendText = "test images";
        accuracy.YLabel("Right, %");
        accuracy.XLabel("Epoch");
        accuracy.ShowLegend(Alignment.LowerRight);
        multiplot.SavePng(path, Width, Height);
    }

    /// <summary>Saves how often each digit was taken for each.</summary>
    public static void SaveConfusion(int[,] counts, string path)
    {
        using var plot = new Plot();
        var shades = new double[DigitSet.Classes, DigitSet.Classes];
        for (int right = 0; right < DigitSet.Classes; right++)
        {
            for (int said = 0; said < DigitSet.Classes; said++)
            {
                // Mistakes are few: on a logarithmic scale they are seen beside what is right.
                shades[right, said] = Math.Log(1 + counts[right, said]);
                if (counts[right, said] == 0) continue;
                var text = plot.Add.Text($"{counts[right, said]}", said, DigitSet.Classes - 1 - right);
                text.Alignment = Alignment.MiddleCenter;
                text.LabelFontColor = counts[right, said] > 20 ? Colors.White : Colors.Black;
            }
        }

        var map = plot.Add.Heatmap(shades);
        map.Colormap = new ScottPlot.Colormaps.Blues().Reversed();
        plot.MoveToBack(map);
        string[] digits = [.. Enumerable.Range(0, DigitSet.Classes).Select(d => $"{d}")];
        double[] places = [.. Enumerable.Range(0, DigitSet.Classes).Select(d => (double)d)];
        plot.Axes.Bottom.SetTicks(places, digits);
        plot.Axes.Left.SetTicks(places, [.. digits.Reverse()]);
        plot.XLabel("Taken for");
        plot.YLabel("Digit");
        plot.Axes.Margins(0, 0);
        plot.SavePng(path, Height, Height);
    }
}
