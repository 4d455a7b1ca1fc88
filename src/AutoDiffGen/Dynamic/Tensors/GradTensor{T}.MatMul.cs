using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>The matrix product.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>The matrix product, as NumPy's <c>matmul</c>.</summary>
    /// <param name="right">The right operand.</param>
    /// <returns>
    /// For two matrices their product; for two vectors the sum of products of their entries. A vector on the left is a row, one on the right a
    /// column, and the axis goes again. With more axes, the last two are matrices, and the others are broadcast.
    /// </returns>
    /// <exception cref="ArgumentException">The shapes do not fit, or one is that of a scalar.</exception>
    public GradTensor<TNumber> MatMul(GradTensor<TNumber> right)
    {
        ArgumentNullException.ThrowIfNull(right);
        MatMulShape s = MatMulShape.Of(shape, right.shape);
        GradTensor<TNumber> result = New(s.Result);
        s.Multiply(Data, right.Data, result.storage.Data);
        if (IsRecorded || right.IsRecorded)
        {
            Saved<TNumber> x = SaveIf(right.requiresGrad), y = right.SaveIf(requiresGrad);
            result.Record("MatMul", [this, right], [x, y], adjoints =>
            {
                if (adjoints.Wants(0)) s.LeftAdjoint(adjoints.Seed, y.Data, adjoints.New(0));
                if (adjoints.Wants(1)) s.RightAdjoint(adjoints.Seed, x.Data, adjoints.New(1));
            });
        }

        return result;
    }
}
