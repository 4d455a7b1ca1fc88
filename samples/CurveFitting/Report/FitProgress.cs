using System.Globalization;
using CurveFitting.Fitting;
using CurveFitting.Nist;
using CurveFitting.Scoring;
using Spectre.Console;

namespace CurveFitting.Report;

/// <summary>Runs the fits one after the other and shows how they get on.</summary>
/// <param name="console">Where to show it.</param>
/// <param name="method">The method to fit with.</param>
internal sealed class FitProgress(IAnsiConsole console, LevenbergMarquardt method)
{
    /// <summary>Fits each problem from each of its starts.</summary>
    public IReadOnlyList<NistRun> RunAll(IReadOnlyList<NistProblem> problems)
    {
        (NistProblem Problem, int Start)[] runs =
            [.. problems.SelectMany(problem => problem.Starts.Select((_, index) => (problem, index + 1)))];
        return Output.IsLive(console) ? RunLive(runs) : RunPlain(runs);
    }

    private IReadOnlyList<NistRun> RunLive((NistProblem Problem, int Start)[] runs) =>
        console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("Fitting", maxValue: runs.Length);
            var done = new List<NistRun>();
            foreach ((NistProblem problem, int start) in runs)
            {
                void Show(int evaluations, double sumOfSquares) => bar.Description = State(problem, start, evaluations, sumOfSquares);
                done.Add(NistRun.Execute(problem, start, method, Show));
                bar.Increment(1);
            }

            return done;
        });

    private List<NistRun> RunPlain((NistProblem Problem, int Start)[] runs)
    {
        var done = new List<NistRun>();
        foreach ((NistProblem problem, int start) in runs)
        {
            NistRun run = NistRun.Execute(problem, start, method);
            done.Add(run);
            string state = State(problem, start, run.Fit.Evaluations, run.Fit.ResidualSumOfSquares);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{done.Count,2}/{runs.Length}] {state}"));
        }

        return done;
    }

    private static string State(NistProblem problem, int start, int evaluations, double sumOfSquares) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Name} from start {start}: {evaluations} evaluations, sum of squares {sumOfSquares:E3}");
}
