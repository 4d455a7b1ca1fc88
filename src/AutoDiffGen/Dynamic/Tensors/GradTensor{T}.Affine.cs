using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>A layer of a network as one operation.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>this · weightᵀ + bias, where the last axis is multiplied and the others are a batch.</summary>
    internal GradTensor<TNumber> Affine(GradTensor<TNumber> weight, GradTensor<TNumber>? bias)
    {
        int outputs = weight.shape[0], inputs = weight.shape[1];
        if (Rank == 0 || shape[^1] != inputs)
            throw Shapes.Mismatch("Linear", shape, weight.shape, "do not fit: the last axes, of the input and of the weights, differ");

        GradTensor<TNumber> result = New(Shapes.With(shape, Rank - 1, outputs));
        int rows = Shapes.Product(shape.AsSpan(0, Rank - 1));
        TNumber[] y = result.storage.Data;
        for (int i = 0; bias is not null && i < rows; i++) bias.Data.CopyTo(y.AsSpan(i * outputs));
        Gemm.Multiply(false, true, rows, outputs, inputs, Data, weight.Data, y, accumulate: bias is not null);

        if (IsRecorded || weight.IsRecorded || bias is { IsRecorded: true })
        {
            bool hasBias = bias is not null;
            Saved<TNumber> x = SaveIf(weight.requiresGrad), w = weight.SaveIf(requiresGrad);
            result.Record("Linear", bias is null ? [this, weight] : [this, weight, bias], [x, w], adjoints =>
            {
                ReadOnlySpan<TNumber> dy = adjoints.Seed;
                if (adjoints.Wants(0)) Gemm.Multiply(false, false, rows, inputs, outputs, dy, w.Data, adjoints.New(0), accumulate: false);
                if (adjoints.Wants(1)) Gemm.Multiply(true, false, outputs, inputs, rows, dy, x.Data, adjoints.New(1), accumulate: false);
                if (hasBias && adjoints.Wants(2)) new Reduction(1, rows, outputs, []).Sum(dy, adjoints.New(2));
            });
        }

        return result;
    }
}
