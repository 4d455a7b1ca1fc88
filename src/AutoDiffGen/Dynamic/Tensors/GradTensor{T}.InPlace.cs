using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Functions;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>
/// Changes in place. They are recorded as the operations they stand for. Operands are broadcast to this tensor's shape, which stays as it is.
/// What was saved for a backward pass and is changed here makes that pass throw.
/// </content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>Adds a tensor to this one, which becomes the sum.</summary>
    /// <param name="other">What is added.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">The shape of <paramref name="other"/> does not fit into this one's.</exception>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> AddInPlace(GradTensor<TNumber> other) => ZipInPlace("AddInPlace", default(Add<TNumber>), other);

    /// <summary>Adds a number to each entry.</summary>
    /// <param name="number">What is added.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> AddInPlace(TNumber number) => AddInPlace(GradTensor.Scalar(number));

    /// <summary>Subtracts a tensor from this one, which becomes the difference.</summary>
    /// <param name="other">What is subtracted.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">The shape of <paramref name="other"/> does not fit into this one's.</exception>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> SubtractInPlace(GradTensor<TNumber> other) => ZipInPlace("SubtractInPlace", default(Subtract<TNumber>), other);

    /// <summary>Subtracts a number from each entry.</summary>
    /// <param name="number">What is subtracted.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> SubtractInPlace(TNumber number) => SubtractInPlace(GradTensor.Scalar(number));

    /// <summary>Multiplies this tensor, entry by entry, by another, and becomes the product.</summary>
    /// <param name="other">The factors.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">The shape of <paramref name="other"/> does not fit into this one's.</exception>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> MultiplyInPlace(GradTensor<TNumber> other) => ZipInPlace("MultiplyInPlace", default(Multiply<TNumber>), other);

    /// <summary>Multiplies each entry by a number.</summary>
    /// <param name="number">The factor.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> MultiplyInPlace(TNumber number) => MultiplyInPlace(GradTensor.Scalar(number));

    /// <summary>Takes over the entries of another tensor, and with them how they were computed.</summary>
    /// <param name="source">Where the entries come from.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">The shape of <paramref name="source"/> does not fit into this one's.</exception>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> CopyFrom(GradTensor<TNumber> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckInPlace("CopyFrom", source);
        if (ReferenceEquals(source, this)) return this;
        if (source.Length == Length) source.Data.CopyTo(storage.Data);
        else Strided.Gather(source.Data, 0, shape, Shapes.StridesWithin(source.shape, shape), storage.Data);
        storage.Version++;

        if (IsRecorded || source.IsRecorded)
        {
            int[] from = source.shape, to = shape;
            bool isSame = source.Length == Length;
            Record("CopyFrom", [source], [], adjoints =>
            {
                if (!adjoints.Wants(0)) return;
                if (isSame) adjoints.Pass(0);
                else Broadcasting.Reduce(adjoints.Seed, to, adjoints.New(0), from);
            });
        }

        return this;
    }

    /// <summary>Takes over the numbers of a span, as constants.</summary>
    /// <param name="source">As many numbers as there are entries, in row-major order.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    /// <exception cref="InvalidOperationException">This is a leaf that requires a gradient, outside of <see cref="Ad.NoGrad"/>.</exception>
    public GradTensor<TNumber> CopyFrom(ReadOnlySpan<TNumber> source)
    {
        if (source.Length != Length) throw Shapes.Mismatch("CopyFrom", [source.Length], shape, "do not have the same number of entries");
        return CopyFrom(New(shape, source));
    }

    private GradTensor<TNumber> ZipInPlace<TFunction>(string operation, TFunction function, GradTensor<TNumber> other)
        where TFunction : struct, IBinaryFunction<TNumber>
    {
        ArgumentNullException.ThrowIfNull(other);
        CheckInPlace(operation, other);
        bool isRecorded = IsRecorded || other.IsRecorded;
        Node<TNumber>? own = GraphNode, others = other.GraphNode;
        bool readsOther = isRecorded && own is not null && function.LeftReads.HasFlag(Reads.Right);
        bool readsOwn = isRecorded && others is not null && function.RightReads.HasFlag(Reads.Left);

        // What the adjoint reads is not there any more after the change: it is kept as a copy.
        bool sharesMemory = ReferenceEquals(other.storage, storage);
        Saved<TNumber> x = readsOwn ? New(shape, Data).Save() : default;
        Saved<TNumber> y = readsOther ? (sharesMemory ? New(other.shape, other.Data) : other).Save() : default;

        Broadcasting.Evaluate(function, Data, shape, other.Data, other.shape, storage.Data, shape);
        storage.Version++;
        if (isRecorded) RecordZip(function, this, (own, shape), x, (others, other.shape), y, default);
        return this;
    }

    private void CheckInPlace(string operation, GradTensor<TNumber> other)
    {
        if (!Shapes.Broadcast(operation, shape, other.shape).AsSpan().SequenceEqual(shape))
            throw Shapes.Mismatch(operation, shape, other.shape, "do not fit: the first cannot become larger in place");
        if (IsLeaf && IsRecorded)
        {
            throw new InvalidOperationException(
                $"{operation}: a leaf that requires a gradient cannot be changed in place while operations are recorded. "
                + "Do it inside using (Ad.NoGrad()), or on a copy.");
        }
    }
}
