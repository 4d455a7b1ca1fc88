using MathNet.Numerics.LinearAlgebra;

namespace CurveFitting.Fitting;

/// <summary>Solves triangular systems.</summary>
internal static class Triangular
{
    /// <summary>Solves Rx = b. Where R is singular the result is not finite.</summary>
    /// <param name="upper">R, upper triangular.</param>
    /// <param name="right">b.</param>
    public static Vector<double> SolveUpper(Matrix<double> upper, Vector<double> right)
    {
        Vector<double> x = right.Clone();
        for (int i = x.Count - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int j = i + 1; j < x.Count; j++)
                sum -= upper[i, j] * x[j];
            x[i] = sum / upper[i, i];
        }

        return x;
    }

    /// <summary>Solves Rᵀx = b. Where R is singular the result is not finite.</summary>
    /// <param name="upper">R, upper triangular.</param>
    /// <param name="right">b.</param>
    public static Vector<double> SolveUpperTransposed(Matrix<double> upper, Vector<double> right)
    {
        Vector<double> x = right.Clone();
        for (int i = 0; i < x.Count; i++)
        {
            double sum = x[i];
            for (int j = 0; j < i; j++)
                sum -= upper[j, i] * x[j];
            x[i] = sum / upper[i, i];
        }

        return x;
    }
}
