namespace AutoDiffGen.Dynamic;

/// <content>The reverse sweep.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>Adds to the <see cref="Grad"/> of every leaf this tensor was computed from the derivative of its one entry by it.</summary>
    /// <param name="retainGraph">Whether the graph is to be used again; otherwise what it saved is let go.</param>
    /// <exception cref="InvalidOperationException">
    /// There is not exactly one entry, so that the call needs a seed; nothing requires a gradient; the graph was let go by an earlier call; or
    /// a tensor was changed in place after it was saved.
    /// </exception>
    public void Backward(bool retainGraph = false)
    {
        if (Length != 1)
        {
            throw new InvalidOperationException(
                $"Backward on a tensor of shape {Shapes.Text(shape)} needs a seed, the derivative of the final scalar by each entry: "
                + "call Backward(seed), or reduce to one entry first, with Sum() or Mean().");
        }

        TNumber[] seed = Buffers<TNumber>.Rent(1);
        seed[0] = TNumber.One;
        BackwardFrom(seed, retainGraph);
    }

    /// <summary>Adds to the <see cref="Grad"/> of every leaf this tensor was computed from the sum of the seed times the derivative by it.</summary>
    /// <param name="seed">The derivative of the final scalar by each entry of this tensor.</param>
    /// <param name="retainGraph">Whether the graph is to be used again; otherwise what it saved is let go.</param>
    /// <exception cref="ArgumentException">The seed has another shape.</exception>
    /// <exception cref="InvalidOperationException">
    /// Nothing requires a gradient; the graph was let go by an earlier call; or a tensor was changed in place after it was saved.
    /// </exception>
    public void Backward(GradTensor<TNumber> seed, bool retainGraph = false)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (!seed.shape.AsSpan().SequenceEqual(shape))
            throw Shapes.Mismatch("Backward", seed.shape, shape, "must be the same: those of the seed and of the tensor");

        TNumber[] copy = Buffers<TNumber>.Rent(Length);
        seed.Data.CopyTo(copy);
        BackwardFrom(copy, retainGraph);
    }

    private void BackwardFrom(TNumber[] seed, bool retainGraph)
    {
        if (GraphNode is not { } root)
        {
            throw new InvalidOperationException(
                "Backward: nothing this tensor was computed from requires a gradient. Create a leaf with requiresGrad: true, "
                + "and compute outside of Ad.NoGrad().");
        }

        BackwardPass.Run(root, seed, retainGraph);
    }
}
