namespace CurveFitting.Fitting;

/// <summary>A point in parameter space with the residuals and the Jacobian there; its memory is used again from step to step.</summary>
/// <param name="problem">The problem it is a point of.</param>
internal sealed class EvaluatedPoint(LeastSquaresProblem problem)
{
    /// <summary>The relative error of one rounded operation.</summary>
    private const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>How many roundings of its size an evaluated model value is allowed: a few operations, and calls good to about one.</summary>
    private const double RoundingsOfValue = 20;

    /// <summary>The parameters.</summary>
    public double[] Parameters { get; } = new double[problem.ParameterCount];

    /// <summary>The residuals.</summary>
    public double[] Residuals { get; } = new double[problem.ResidualCount];

    /// <summary>The Jacobian, a row for each residual.</summary>
    public double[] Jacobian { get; } = new double[problem.ResidualCount * problem.ParameterCount];

    /// <summary>The residual sum of squares.</summary>
    public double SumOfSquares { get; private set; }

    /// <summary>Whether the residuals and all their derivatives are finite here: no step may end where they are not.</summary>
    public bool IsFinite { get; private set; }

    /// <summary>Evaluates the problem at <see cref="Parameters"/>.</summary>
    public void Evaluate()
    {
        problem.Evaluate(Parameters, Residuals, Jacobian);
        double sum = 0;
        foreach (double residual in Residuals)
            sum += residual * residual;
        SumOfSquares = sum;
        IsFinite = double.IsFinite(sum) && Array.TrueForAll(Jacobian, double.IsFinite);
    }

    /// <summary>How much smaller the sum of squares is at <paramref name="other"/>.</summary>
    /// <remarks>
    /// Summed as (r − s)(r + s): near the solution the two sums agree in nearly all digits, and their difference would be mostly
    /// the rounding of the sums.
    /// </remarks>
    public double ReductionTo(EvaluatedPoint other)
    {
        double reduction = 0;
        for (int i = 0; i < Residuals.Length; i++)
            reduction += (Residuals[i] - other.Residuals[i]) * (Residuals[i] + other.Residuals[i]);
        return reduction;
    }

    /// <summary>A bound for what the rounding of the model's values alone can do to the sum of squares.</summary>
    public double RoundingOfSumOfSquares()
    {
        ReadOnlySpan<double> responses = problem.Responses;
        double sum = 0;
        for (int i = 0; i < Residuals.Length; i++)
        {
            double residual = Math.Abs(Residuals[i]);
            sum += 2 * residual * (Math.Abs(responses[i]) + residual);
        }

        return RoundingsOfValue * UnitRoundoff * sum;
    }
}
