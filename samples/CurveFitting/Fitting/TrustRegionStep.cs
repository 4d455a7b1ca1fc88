using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CurveFitting.Fitting;

/// <summary>The linear least squares problem at one point, and its solutions inside trust regions.</summary>
/// <remarks>
/// Minimises |Jp + r| over the steps p with |Dp| ≤ Δ, by QR of the scaled Jacobian and, for each damping λ, of [R; √λ·I]
/// (Moré 1978). The normal equations would square the condition number, which these problems cannot afford.
/// All lengths here are scaled: of q = Dp.
/// </remarks>
internal sealed class TrustRegionStep
{
    /// <summary>How far a step's length may be from the radius, as a share of it.</summary>
    private const double RadiusTolerance = 0.1;

    /// <summary>The dampings tried for one radius; two or three nearly always do.</summary>
    private const int MaxDampings = 20;

    private readonly double[] _scales;
    private readonly Matrix<double> _upper;
    private readonly Vector<double> _target;
    private readonly Vector<double>? _gaussNewton;

    /// <summary>Factors the problem.</summary>
    /// <param name="point">The point; its Jacobian and residuals must be finite.</param>
    /// <param name="scales">The diagonal of D, all positive.</param>
    public TrustRegionStep(EvaluatedPoint point, double[] scales)
    {
        int m = point.Residuals.Length;
        int n = scales.Length;
        _scales = scales;

        // MathNet stores columns one after the other; the Jacobian comes in rows.
        Matrix<double> scaled = Matrix<double>.Build.Dense(m, n, (i, j) => point.Jacobian[i * n + j] / scales[j]);
        QR<double> factors = scaled.QR(QRMethod.Thin);
        _upper = factors.R;
        _target = -factors.Q.TransposeThisAndMultiply(Vector<double>.Build.Dense(point.Residuals));

        Vector<double> full = Triangular.SolveUpper(_upper, _target);
        _gaussNewton = full.ForAll(double.IsFinite) ? full : null;
    }

    /// <summary>The scaled length of the step found last.</summary>
    public double Length { get; private set; }

    /// <summary>The reduction of the sum of squares that the linear model promises for the step found last.</summary>
    public double PredictedReduction { get; private set; }

    /// <summary>Whether the step found last is the full, undamped step of Gauss and Newton.</summary>
    public bool IsGaussNewton { get; private set; }

    /// <summary>Finds the best step inside a trust region.</summary>
    /// <param name="radius">The scaled radius Δ.</param>
    /// <param name="step">Receives the step p.</param>
    public void Solve(double radius, double[] step)
    {
        Vector<double> scaledStep = FindScaled(radius, out double damping);
        Length = scaledStep.L2Norm();
        IsGaussNewton = damping == 0;

        // |r|² − |Jp + r|², without the cancellation: the normal equations turn it into two sums of squares.
        PredictedReduction = Squared((_upper * scaledStep).L2Norm()) + 2 * damping * Squared(Length);
        for (int j = 0; j < step.Length; j++)
            step[j] = scaledStep[j] / _scales[j];
    }

    private static double Squared(double x) => x * x;

    private Vector<double> FindScaled(double radius, out double damping)
    {
        damping = 0;
        if (_gaussNewton is not null && _gaussNewton.L2Norm() <= (1 + RadiusTolerance) * radius)
            return _gaussNewton;

        // The damping solves |q(λ)| = Δ. Newton's method on 1/Δ − 1/|q(λ)|, nearly linear in λ, kept between bounds.
        double lower = 0;
        double upper = _upper.TransposeThisAndMultiply(_target).L2Norm() / radius;
        if (_gaussNewton is not null)
        {
            double length = _gaussNewton.L2Norm();
            lower = (length - radius) / (length * Squared(Triangular.SolveUpperTransposed(_upper, _gaussNewton / length).L2Norm()));
            damping = lower;
        }

        Vector<double> step = _target;
        for (int attempt = 0; attempt < MaxDampings; attempt++)
        {
            if (!(damping > lower && damping < upper) && !(attempt == 0 && damping > 0))
                damping = Math.Max(1e-3 * upper, Math.Sqrt(lower * upper));
            step = SolveDamped(damping, out Matrix<double> factor);
            double length = step.L2Norm();
            double excess = length - radius;
            if (Math.Abs(excess) <= RadiusTolerance * radius)
                break;

            if (excess > 0)
                lower = Math.Max(lower, damping);
            else
                upper = Math.Min(upper, damping);
            double slope = Squared(Triangular.SolveUpperTransposed(factor, step / length).L2Norm());
            damping += excess / (radius * slope);
        }

        return step;
    }

    private Vector<double> SolveDamped(double damping, out Matrix<double> factor)
    {
        int n = _upper.ColumnCount;
        Matrix<double> stacked = _upper.Stack(Matrix<double>.Build.DenseDiagonal(n, Math.Sqrt(damping)));
        QR<double> factors = stacked.QR(QRMethod.Thin);
        factor = factors.R;
        Vector<double> target = Vector<double>.Build.Dense(2 * n);
        target.SetSubVector(0, n, _target);
        return Triangular.SolveUpper(factor, factors.Q.TransposeThisAndMultiply(target));
    }
}
