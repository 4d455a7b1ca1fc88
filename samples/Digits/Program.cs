using System.Globalization;
using Digits;
using Digits.Images;
using Digits.Report;
using Digits.Training;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    Options options = Options.Parse(args);
    string data = Path.Combine(AppContext.BaseDirectory, "data");
    DigitSet training = DigitSet.Read(Path.Combine(data, "optdigits.tra")), test = DigitSet.Read(Path.Combine(data, "optdigits.tes"));
    Directory.CreateDirectory(options.Charts);

    IAnsiConsole console = Output.Open();
    var settings = new TrainingSettings();
    settings = settings with { Epochs = options.Epochs ?? settings.Epochs };
    IDigitNetwork[] networks = [new TensorNetwork(settings), new CompiledNetwork(settings)];
    TrainingRun[] runs = new TrainingProgress(console).Train(networks, training, test, settings);

    Charts.SaveCurves(runs[0], Path.Combine(options.Charts, "curves.png"));
    Charts.SaveConfusion(Confusion.Of(test.Labels, networks[0].Classify(test)), Path.Combine(options.Charts, "confusion.png"));
    console.Write(TimeTable.Of(runs, console.Profile.Capabilities.Unicode));
    console.WriteLine($"Curves and confusion matrix: {Path.GetFullPath(options.Charts)}");
    string right = string.Join(", ", runs.Select(run => string.Create(
        CultureInfo.InvariantCulture, $"{run.Network.Name} {100 * run.Epochs[^1].TestAccuracy:F2} %")));
    Console.WriteLine($"Right on the {test.Count} test images: {right}");
    return 0;
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    Console.Error.WriteLine();
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
