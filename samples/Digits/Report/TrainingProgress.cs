using System.Globalization;
using Digits.Images;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>Trains a network and shows how it gets on.</summary>
/// <param name="console">Where to show it.</param>
internal sealed class TrainingProgress(IAnsiConsole console)
{
    /// <summary>Trains the network.</summary>
    public TrainingRun Train(IDigitNetwork network, DigitSet training, DigitSet test, TrainingSettings settings)
    {
        int done = 0;
        if (!Output.IsLive(console))
        {
            return Trainer.Train(network, training, test, settings, epoch => console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"[{++done,2}/{settings.Epochs}] {State(network, epoch)}")));
        }

        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("Training", maxValue: settings.Epochs);
            return Trainer.Train(network, training, test, settings, epoch =>
            {
                bar.Description = State(network, epoch);
                bar.Increment(1);
            });
        });
    }

    private static string State(IDigitNetwork network, Epoch epoch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{network.Name}: loss {epoch.Loss:F4}, training images {epoch.TrainAccuracy:P2}, test images {epoch.TestAccuracy:P2}");
}
