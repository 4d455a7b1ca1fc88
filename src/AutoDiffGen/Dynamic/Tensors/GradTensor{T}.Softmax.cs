using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>Softmax, along an axis.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>exp(x) divided by its sum along an axis: positive numbers that sum to 1. Nothing overflows.</summary>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Softmax(int axis)
    {
        int at = Shapes.Axis("Softmax", axis, shape);
        if (at != Rank - 1) return Transpose(at, -1).Softmax(-1).Transpose(at, -1);

        int width = shape[at];
        GradTensor<TNumber> result = New(shape);
        SoftmaxKernel.Softmax(Data, result.storage.Data, width);
        if (IsRecorded)
        {
            Saved<TNumber> y = result.Save();
            result.Record("Softmax", [this], [y], adjoints => SoftmaxKernel.SoftmaxAdjoint(adjoints.Seed, y.Data, adjoints.New(0), width));
        }

        return result;
    }

    /// <summary>The logarithm of <see cref="Softmax"/>, exact also where that is close to 0.</summary>
    /// <param name="axis">The axis.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> LogSoftmax(int axis)
    {
        int at = Shapes.Axis("LogSoftmax", axis, shape);
        if (at != Rank - 1) return Transpose(at, -1).LogSoftmax(-1).Transpose(at, -1);

        int width = shape[at];
        GradTensor<TNumber> result = New(shape);
        SoftmaxKernel.LogSoftmax(Data, result.storage.Data, width);
        if (IsRecorded)
        {
            Saved<TNumber> y = result.Save();
            result.Record("LogSoftmax", [this], [y], adjoints => SoftmaxKernel.LogSoftmaxAdjoint(adjoints.Seed, y.Data, adjoints.New(0), width));
        }

        return result;
    }
}
