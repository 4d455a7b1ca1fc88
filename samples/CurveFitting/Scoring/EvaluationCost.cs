using System.Diagnostics;
using CurveFitting.Fitting;

namespace CurveFitting.Scoring;

/// <summary>What one evaluation of all residuals and their Jacobian costs.</summary>
/// <param name="Microseconds">The time, in the best of several rounds: what else runs on the machine only ever adds to it.</param>
/// <param name="Bytes">The managed memory allocated, rounded up.</param>
public sealed record EvaluationCost(double Microseconds, long Bytes)
{
    private const int Rounds = 5;
    private const int WarmUps = 20;
    private static readonly TimeSpan _roundTime = TimeSpan.FromMilliseconds(1);

    /// <summary>Measures the evaluation.</summary>
    /// <param name="problem">What to evaluate.</param>
    /// <param name="parameters">Where.</param>
    public static EvaluationCost Measure(LeastSquaresProblem problem, IReadOnlyList<double> parameters)
    {
        double[] at = [.. parameters];
        var residuals = new double[problem.ResidualCount];
        var jacobian = new double[problem.ResidualCount * problem.ParameterCount];
        TimeSpan warmUp = Time(problem, at, residuals, jacobian, WarmUps);
        int repetitions = (int)Math.Clamp(WarmUps * (_roundTime / warmUp), WarmUps, 1_000_000);

        var best = TimeSpan.MaxValue;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan time = Time(problem, at, residuals, jacobian, repetitions);
            best = time < best ? time : best;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        long evaluations = (long)Rounds * repetitions;
        return new EvaluationCost(best.TotalMicroseconds / repetitions, (allocated + evaluations - 1) / evaluations);
    }

    private static TimeSpan Time(LeastSquaresProblem problem, double[] at, double[] residuals, double[] jacobian, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
            problem.Evaluate(at, residuals, jacobian);
        return Stopwatch.GetElapsedTime(start);
    }
}
