using System.Globalization;
using Digits.Images;
using Digits.Report;
using Digits.Training;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    string data = Path.Combine(AppContext.BaseDirectory, "data");
    DigitSet training = DigitSet.Read(Path.Combine(data, "optdigits.tra")), test = DigitSet.Read(Path.Combine(data, "optdigits.tes"));
    string pictures = args.Length > 0 ? args[0] : "digits-charts";
    Directory.CreateDirectory(pictures);

    IAnsiConsole console = Output.Open();
    var settings = new TrainingSettings();
    var progress = new TrainingProgress(console);
    IDigitNetwork[] networks = [new TensorNetwork(settings)];
    TrainingRun[] runs = [.. networks.Select(network => progress.Train(network, training, test, settings))];

    Charts.SaveCurves(runs[0], Path.Combine(pictures, "curves.png"));
    Charts.SaveConfusion(Confusion.Of(test.Labels, networks[0].Classify(test)), Path.Combine(pictures, "confusion.png"));
    console.Write(TimeTable.Of(runs, console.Profile.Capabilities.Unicode));
    console.WriteLine($"Curves and confusion matrix: {Path.GetFullPath(pictures)}");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Right on the {test.Count} test images: {100 * runs[0].Epochs[^1].TestAccuracy:F2} %"));
    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
