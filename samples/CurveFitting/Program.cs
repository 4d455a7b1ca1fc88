using System.Globalization;
using CurveFitting.Fitting;
using CurveFitting.Models;
using CurveFitting.Nist;
using CurveFitting.Report;
using CurveFitting.Scoring;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The matrices are a few columns wide: handing them to other threads would cost more than the work.
MathNet.Numerics.Control.UseSingleThread();

try
{
    IReadOnlyList<NistProblem> problems = NistCollection.Load(Path.Combine(AppContext.BaseDirectory, "data"), ModelCatalogue.Names);
    IAnsiConsole console = Output.Open();
    var method = new LevenbergMarquardt(new LevenbergMarquardtSettings());
    IReadOnlyList<NistRun> runs = new FitProgress(console, method).RunAll(problems);

    console.Write(ResultTable.Of(runs, console.Profile.Capabilities.Unicode));
    console.WriteLine("LRE: log relative error, about the correct digits, of the worst parameter (b) and of the residual sum of squares (RSS).");
    console.WriteLine("µs and bytes: one evaluation of all residuals and their Jacobian.");
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Average log relative error: {runs.Average(run => run.ParameterError):F2} over {runs.Count} runs"));
    return 0;
}
catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
