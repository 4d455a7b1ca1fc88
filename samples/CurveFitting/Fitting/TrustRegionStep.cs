using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CurveFitting.Fitting;

/// <summary>The linear least squares problem at one point, and its solution inside a trust region.</summary>
/// <remarks>
/// Minimises |Jp + r| over the steps p with |Dp| ≤ Δ, by QR of the scaled Jacobian and, for each damping λ, of [R; √λ·I]
/// (Moré 1978). The normal equations would square the condition number, which some of these problems cannot afford.
/// Lengths here are scaled lengths |Dp|.
/// </remarks>
internal sealed class TrustRegionStep
{
    /// <summary>How far a step's length may be from the radius, as a share of it.</summary>
    private const double RadiusTolerance = 0.1;

    /// <summary>The dampings tried for one radius; two or three nearly always do.</summary>
    private const int MaxDampings = 20;

    private readonly ParameterScales _scales;
    private readonly Matrix<double> _orthogonal;
    private readonly Matrix<double> _upper;
    private readonly Vector<double> _target;
    private readonly Vector<double>? _gaussNewton;
    private DampedFactors? _damped;

    /// <summary>Factors the problem.</summary>
    /// <param name="point">The point; its Jacobian and residuals must be finite.</param>
    /// <param name="scales">The diagonal D. It may change later: only what it is now counts.</param>
    public TrustRegionStep(EvaluatedPoint point, ParameterScales scales)
    {
        _scales = scales;
        int n = point.Parameters.Length;
        QR<double> factors = Matrix<double>.Build
            .Dense(point.Residuals.Length, n, (i, j) => point.Jacobian[i * n + j] / scales[j])
            .QR(QRMethod.Thin);
        _orthogonal = factors.Q;
        _upper = factors.R;
        _target = -_orthogonal.TransposeThisAndMultiply(Vector<double>.Build.Dense(point.Residuals));

        Vector<double> full = Triangular.SolveUpper(_upper, _target);
        _gaussNewton = full.ForAll(double.IsFinite) ? full : null;
    }

    /// <summary>Whether the Jacobian determines the undamped step of Gauss and Newton.</summary>
    public bool HasGaussNewton => _gaussNewton is not null;

    /// <summary>The reduction of the sum of squares that the linear model promises for a step without any bound.</summary>
    public double LargestReduction => Squared(_target.L2Norm());

    /// <summary>The length of the step found last.</summary>
    public double Length { get; private set; }

    /// <summary>The reduction of the sum of squares that the linear model promises for the step found last.</summary>
    public double PredictedReduction { get; private set; }

    /// <summary>Finds the best step inside a trust region.</summary>
    /// <param name="radius">The radius Δ; infinite for the undamped step, which must exist then.</param>
    /// <param name="step">Receives the step p.</param>
    public void Solve(double radius, Span<double> step)
    {
        Vector<double> scaled = FindScaled(radius, out double damping);
        Length = scaled.L2Norm();

        // |r|² − |Jp + r|², without its cancellation: the normal equations turn it into two sums of squares.
        PredictedReduction = Squared((_upper * scaled).L2Norm()) + 2 * damping * Squared(Length);
        Unscale(scaled, step);
    }

    /// <summary>Solves for other residuals, with the damping of the step found last.</summary>
    /// <param name="residuals">What takes the place of r.</param>
    /// <param name="solution">Receives the solution p.</param>
    /// <returns>Its length.</returns>
    public double SolveAgain(Vector<double> residuals, Span<double> solution)
    {
        Vector<double> target = -_orthogonal.TransposeThisAndMultiply(residuals);
        Vector<double> scaled = _damped is null ? Triangular.SolveUpper(_upper, target) : _damped.Solve(target);
        Unscale(scaled, solution);
        return scaled.L2Norm();
    }

    private static double Squared(double x) => x * x;

    private void Unscale(Vector<double> scaled, Span<double> step)
    {
        for (int j = 0; j < step.Length; j++)
            step[j] = scaled[j] / _scales[j];
    }

    private Vector<double> FindScaled(double radius, out double damping)
    {
        damping = 0;
        _damped = null;
        if (_gaussNewton is not null && _gaussNewton.L2Norm() <= (1 + RadiusTolerance) * radius)
            return _gaussNewton;

        // The damping that makes the step as long as the radius lies between these bounds.
        double lower = 0;
        double upper = _upper.TransposeThisAndMultiply(_target).L2Norm() / radius;
        if (upper == 0)
            return Vector<double>.Build.Dense(_target.Count);
        if (_gaussNewton is not null)
        {
            double length = _gaussNewton.L2Norm();
            lower = (length - radius) / (length * Squared(Triangular.SolveUpperTransposed(_upper, _gaussNewton / length).L2Norm()));
        }

        // Newton's method for 1/|p(λ)| = 1/Δ, which is nearly linear in λ.
        damping = lower;
        Vector<double> step = _target;
        for (int attempt = 0; attempt < MaxDampings; attempt++)
        {
            if (!(damping > 0 && damping >= lower && damping <= upper))
                damping = Math.Max(1e-3 * upper, Math.Sqrt(lower * upper));
            _damped = new DampedFactors(_upper, damping);
            step = _damped.Solve(_target);
            double length = step.L2Norm();
            double excess = length - radius;
            if (Math.Abs(excess) <= RadiusTolerance * radius || attempt == MaxDampings - 1)
                break;

            if (excess > 0)
                lower = damping;
            else
                upper = damping;
            damping += excess / (radius * Squared(_damped.SolveTransposed(step / length).L2Norm()));
        }

        return step;
    }
}
