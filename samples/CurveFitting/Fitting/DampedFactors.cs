using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CurveFitting.Fitting;

/// <summary>The factors of [R; √λ·I], with which the damped problem |Rq − c|² + λ|q|² is solved for any c.</summary>
internal sealed class DampedFactors
{
    private readonly Matrix<double> _orthogonal;
    private readonly Matrix<double> _upper;

    /// <summary>Factors the problem.</summary>
    /// <param name="upper">R, upper triangular.</param>
    /// <param name="damping">λ, positive.</param>
    public DampedFactors(Matrix<double> upper, double damping)
    {
        int n = upper.ColumnCount;
        QR<double> factors = upper.Stack(Matrix<double>.Build.DenseDiagonal(n, Math.Sqrt(damping))).QR(QRMethod.Thin);
        _orthogonal = factors.Q.SubMatrix(0, n, 0, n);
        _upper = factors.R;
    }

    /// <summary>The q that solves the damped problem.</summary>
    /// <param name="target">c.</param>
    public Vector<double> Solve(Vector<double> target) =>
        Triangular.SolveUpper(_upper, _orthogonal.TransposeThisAndMultiply(target));

    /// <summary>Solves Sᵀx = b, where SᵀS = RᵀR + λ·I.</summary>
    /// <param name="right">b.</param>
    public Vector<double> SolveTransposed(Vector<double> right) => Triangular.SolveUpperTransposed(_upper, right);
}
