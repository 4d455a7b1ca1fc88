using System.Globalization;
using Digits.Images;
using Digits.Training;
using Spectre.Console;

namespace Digits.Report;

/// <summary>Trains networks and shows how they get on.</summary>
/// <param name="console">Where to show it.</param>
internal sealed class TrainingProgress(IAnsiConsole console)
{
    /// <summary>Trains the networks.</summary>
    public TrainingRun[] Train(IReadOnlyList<IDigitNetwork> networks, DigitSet training, DigitSet test, TrainingSettings settings)
    {
        int done = 0, all = networks.Count * settings.Epochs;
        if (!Output.IsLive(console))
        {
            return Trainer.Train(networks, training, test, settings, (network, epoch) => console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"[{++done,3}/{all}] {State(network, epoch)}")));
        }

        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("Training", maxValue: all);
            return Trainer.Train(networks, training, test, settings, (network, epoch) =>
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
