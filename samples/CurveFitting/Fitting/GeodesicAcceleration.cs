using MathNet.Numerics.LinearAlgebra;

namespace CurveFitting.Fitting;

/// <summary>The second-order correction of a step: how the path bends that the linear model takes to be straight.</summary>
/// <remarks>
/// With v the step and r″ the second derivative of the residuals along it, the acceleration a solves the step's own damped
/// problem with r″ in the place of r, and the corrected step is v + a/2 (Transtrum and Sethna 2012). The Jacobian is exact,
/// so a single difference of it, over a short way along v, gives r″ to about three digits, which is plenty.
/// </remarks>
/// <param name="problem">The problem that is fitted.</param>
internal sealed class GeodesicAcceleration(LeastSquaresProblem problem)
{
    /// <summary>The part of the step over which the Jacobian is differenced.</summary>
    private const double Distance = 1e-3;

    private readonly EvaluatedPoint _probe = new(problem);
    private readonly double[] _acceleration = new double[problem.ParameterCount];

    /// <summary>Corrects a step. Takes one evaluation.</summary>
    /// <param name="from">The point the step starts from.</param>
    /// <param name="linear">The linear problem there, which found the step.</param>
    /// <param name="step">The step v, which becomes v + a/2.</param>
    /// <returns>The length of a as a multiple of the step's; not a number where that cannot be told.</returns>
    public double Correct(EvaluatedPoint from, TrustRegionStep linear, Span<double> step)
    {
        int n = step.Length;
        for (int j = 0; j < n; j++)
            _probe.Parameters[j] = from.Parameters[j] + Distance * step[j];
        _probe.Evaluate();
        if (!_probe.IsFinite)
            return double.NaN;

        Vector<double> secondDerivative = Vector<double>.Build.Dense(from.Residuals.Length);
        for (int i = 0; i < secondDerivative.Count; i++)
        {
            double difference = 0;
            for (int j = 0; j < n; j++)
                difference += (_probe.Jacobian[i * n + j] - from.Jacobian[i * n + j]) * step[j];
            secondDerivative[i] = difference / Distance;
        }

        double length = linear.SolveAgain(secondDerivative, _acceleration);
        for (int j = 0; j < n; j++)
            step[j] += 0.5 * _acceleration[j];
        return length / linear.Length;
    }
}
