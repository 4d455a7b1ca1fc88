using CurveFitting.Fitting;
using CurveFitting.Models;
using CurveFitting.Nist;

namespace CurveFitting.Scoring;

/// <summary>A problem fitted from one of its starts, and how close the fit came to what NIST certifies.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Start">The start, counted from 1 as NIST counts.</param>
/// <param name="Fit">What the fit found.</param>
/// <param name="ParameterError">The log relative error of the worst parameter.</param>
/// <param name="ResidualError">The log relative error of the residual sum of squares.</param>
/// <param name="Cost">What an evaluation of residuals and Jacobian costs at the solution found.</param>
public sealed record NistRun(
    NistProblem Problem, int Start, FitResult Fit, double ParameterError, double ResidualError, EvaluationCost Cost)
{
    /// <summary>Fits a problem and scores the fit.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">The start, counted from 1.</param>
    /// <param name="method">The method to fit with.</param>
    /// <param name="progress">Called while the fit goes on, as <see cref="LevenbergMarquardt.Fit"/> calls it.</param>
    public static NistRun Execute(NistProblem problem, int start, LevenbergMarquardt method, Action<int, double>? progress = null)
    {
        var leastSquares = new LeastSquaresProblem(ModelCatalogue.Find(problem.Name), problem.Predictors, problem.Responses);
        FitResult fit = method.Fit(leastSquares, problem.Starts[start - 1], progress);

        // What NIST certifies comes in only here, when the fit is over.
        NistCertificate certified = problem.Certified;
        return new NistRun(
            problem,
            start,
            fit,
            LogRelativeError.Smallest(fit.Parameters, certified.Parameters),
            LogRelativeError.Of(fit.ResidualSumOfSquares, certified.ResidualSumOfSquares),
            EvaluationCost.Measure(leastSquares, fit.Parameters));
    }
}
