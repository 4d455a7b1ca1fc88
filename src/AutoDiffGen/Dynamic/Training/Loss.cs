using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <summary>What training makes small. Each is a scalar, a mean.</summary>
public static class Loss
{
    /// <summary>The mean of (prediction − target)² over all entries.</summary>
    /// <param name="prediction">What the network says.</param>
    /// <param name="target">What is right. Of the same shape: broadcasting here is nearly always a mistake.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static GradTensor<T> MeanSquaredError<T>(GradTensor<T> prediction, GradTensor<T> target)
        where T : IFloatingPointIeee754<T>
    {
        RequireSameShape("MeanSquaredError", prediction, target);
        return (prediction - target).Pow(T.CreateChecked(2)).Mean();
    }

    /// <summary>The mean over a batch of −log softmax(logits)[class], for whole classes.</summary>
    /// <param name="logits">A row for each example, an entry for each class; or one example as a vector.</param>
    /// <param name="classes">The right class of each example.</param>
    /// <exception cref="ArgumentException">There are not as many classes as examples, or there is no such class.</exception>
    public static GradTensor<T> CrossEntropy<T>(GradTensor<T> logits, params int[] classes)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(classes);
        int[] shape = logits.RawShape;
        if (shape.Length is 0 or > 2 || (shape.Length == 2 ? shape[0] : 1) != classes.Length)
            throw Shapes.Mismatch("CrossEntropy", shape, [classes.Length], "do not fit: those of the logits and of the classes");
        int width = shape[^1];
        var right = (int[])classes.Clone();
        foreach (int c in right)
        {
            if ((uint)c >= (uint)width) throw new ArgumentException($"CrossEntropy: there is no class {c} in logits of shape {Shapes.Text(shape)}.", nameof(classes));
        }

        GradTensor<T> logarithms = GradTensor<T>.New(shape);
        SoftmaxKernel.LogSoftmax(logits.Data, logarithms.Entries, width);
        T sum = T.Zero, count = T.CreateChecked(right.Length);
        for (int i = 0; i < right.Length; i++) sum -= logarithms.Data[i * width + right[i]];
        GradTensor<T> result = GradTensor<T>.New([]);
        result.Entries[0] = sum / count;
        if (logits.RequiresGrad && Ad.IsRecording)
        {
            // dx = (softmax − 1 at the right class) / n. The logarithms are this operation's alone.
            result.Record("CrossEntropy", [logits], [], adjoints =>
            {
                T scale = adjoints.Seed[0] / count;
                Span<T> dx = adjoints.New(0);
                if (dx.IsEmpty) return;
                TensorPrimitives.Exp(logarithms.Data, dx);
                TensorPrimitives.Multiply(dx, scale, dx);
                for (int i = 0; i < right.Length; i++) dx[i * width + right[i]] -= scale;
            });
        }

        return result;
    }

    /// <summary>The mean over a batch of −Σ target · log softmax(logits), for probabilities of classes.</summary>
    /// <param name="logits">A row for each example, an entry for each class; or one example as a vector.</param>
    /// <param name="target">The probability of each class.</param>
    /// <exception cref="ArgumentException">The shapes differ, or are that of a scalar.</exception>
    public static GradTensor<T> CrossEntropy<T>(GradTensor<T> logits, GradTensor<T> target)
        where T : IFloatingPointIeee754<T>
    {
        RequireSameShape("CrossEntropy", logits, target);
        return -(target * logits.LogSoftmax(-1)).Sum(-1).Mean();
    }

    /// <summary>
    /// The mean of −(target · log p + (1 − target) · log(1 − p)). Logarithms are held above −100, as in PyTorch; where one is, its derivative is
    /// 0. <see cref="BinaryCrossEntropyWithLogits"/> needs no such bound.
    /// </summary>
    /// <param name="probability">What the network says, between 0 and 1.</param>
    /// <param name="target">What is right, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static GradTensor<T> BinaryCrossEntropy<T>(GradTensor<T> probability, GradTensor<T> target)
        where T : IFloatingPointIeee754<T>
    {
        RequireSameShape("BinaryCrossEntropy", probability, target);
        T lowest = T.CreateChecked(-100);
        return -(target * probability.Log().Clamp(lowest, T.Zero) + (T.One - target) * (T.One - probability).Log().Clamp(lowest, T.Zero)).Mean();
    }

    /// <summary><see cref="BinaryCrossEntropy"/> of sigmoid(logits), exact also where that is close to 0 or 1.</summary>
    /// <param name="logits">What the network says.</param>
    /// <param name="target">What is right, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static GradTensor<T> BinaryCrossEntropyWithLogits<T>(GradTensor<T> logits, GradTensor<T> target)
        where T : IFloatingPointIeee754<T>
    {
        RequireSameShape("BinaryCrossEntropyWithLogits", logits, target);
        return (logits.Softplus() - target * logits).Mean();
    }

    private static void RequireSameShape<T>(string operation, GradTensor<T> left, GradTensor<T> right)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!left.RawShape.AsSpan().SequenceEqual(right.RawShape)) throw Shapes.Mismatch(operation, left.RawShape, right.RawShape, "differ");
    }
}
