using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>
/// Reductions: over all entries, to a tensor of rank 0, or along an axis, which may be counted from the back as −1. The axis goes, or is kept
/// with length 1.
/// </content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>The sum of all entries; 0 where there are none.</summary>
    public GradTensor<TNumber> Sum() => Sum(Reduction.Whole(shape));

    /// <summary>The sums along an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Sum(int axis, bool keepDims = false) => Sum(Reduction.Along("Sum", shape, axis, keepDims));

    /// <summary>The mean of all entries; NaN where there are none.</summary>
    public GradTensor<TNumber> Mean() => Mean(Reduction.Whole(shape));

    /// <summary>The means along an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Mean(int axis, bool keepDims = false) => Mean(Reduction.Along("Mean", shape, axis, keepDims));

    /// <summary>The largest entry. Entries that tie for it share the derivative equally.</summary>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public GradTensor<TNumber> Max() => Extreme("Max", Reduction.Whole(shape), isMax: true);

    /// <summary>The largest entries along an axis. Entries that tie for it share the derivative equally.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public GradTensor<TNumber> Max(int axis, bool keepDims = false) => Extreme("Max", Reduction.Along("Max", shape, axis, keepDims), isMax: true);

    /// <summary>The smallest entry. Entries that tie for it share the derivative equally.</summary>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public GradTensor<TNumber> Min() => Extreme("Min", Reduction.Whole(shape), isMax: false);

    /// <summary>The smallest entries along an axis. Entries that tie for it share the derivative equally.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public GradTensor<TNumber> Min(int axis, bool keepDims = false) => Extreme("Min", Reduction.Along("Min", shape, axis, keepDims), isMax: false);

    /// <summary>The variance of all n entries, with the divisor n − 1; NaN for fewer than two.</summary>
    public GradTensor<TNumber> Var() => Spread("Var", Reduction.Whole(shape), isDeviation: false);

    /// <summary>The variances of n entries along an axis, with the divisor n − 1.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Var(int axis, bool keepDims = false) => Spread("Var", Reduction.Along("Var", shape, axis, keepDims), isDeviation: false);

    /// <summary>The standard deviation of all n entries, with the divisor n − 1; NaN for fewer than two. Where it is 0, so is its derivative.</summary>
    public GradTensor<TNumber> Std() => Spread("Std", Reduction.Whole(shape), isDeviation: true);

    /// <summary>The standard deviations of n entries along an axis, with the divisor n − 1. Where one is 0, so is its derivative.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="keepDims">Whether the axis stays, with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public GradTensor<TNumber> Std(int axis, bool keepDims = false) => Spread("Std", Reduction.Along("Std", shape, axis, keepDims), isDeviation: true);

    /// <summary>Where along an axis the largest entry is, the first of those that tie.</summary>
    /// <param name="axis">The axis.</param>
    /// <returns>A place for each entry of the other axes, in their order.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public int[] ArgMax(int axis)
    {
        Reduction over = Reduction.Along("ArgMax", shape, axis, keepDims: false);
        over.RequireEntries("ArgMax", shape);
        var places = new int[over.Outer * over.Inner];
        over.ArgMax(Data, places);
        return places;
    }

    private GradTensor<TNumber> Sum(Reduction over)
    {
        GradTensor<TNumber> result = New(over.Shape);
        over.Sum(Data, result.storage.Data);
        if (IsRecorded) result.Record("Sum", [this], [], adjoints => over.Spread(adjoints.Seed, adjoints.New(0)));
        return result;
    }

    private GradTensor<TNumber> Mean(Reduction over)
    {
        GradTensor<TNumber> result = New(over.Shape);
        TNumber count = TNumber.CreateChecked(over.Count);
        over.Mean(Data, result.storage.Data);
        if (IsRecorded)
        {
            result.Record("Mean", [this], [], adjoints =>
            {
                Span<TNumber> dx = adjoints.New(0);
                over.Spread(adjoints.Seed, dx);
                System.Numerics.Tensors.TensorPrimitives.Divide(dx, count, dx);
            });
        }

        return result;
    }

    private GradTensor<TNumber> Extreme(string name, Reduction over, bool isMax)
    {
        over.RequireEntries(name, shape);
        GradTensor<TNumber> result = New(over.Shape);
        over.Extreme(Data, result.storage.Data, isMax);
        if (IsRecorded)
        {
            Saved<TNumber> x = Save(), y = result.Save();
            result.Record(name, [this], [x, y], adjoints => over.ShareAmongEqual(adjoints.Seed, x.Data, y.Data, adjoints.New(0)));
        }

        return result;
    }

    private GradTensor<TNumber> Spread(string name, Reduction over, bool isDeviation)
    {
        GradTensor<TNumber> result = New(over.Shape);
        over.Variance(Data, result.storage.Data);
        if (isDeviation) System.Numerics.Tensors.TensorPrimitives.Sqrt(result.Data, result.storage.Data);
        if (IsRecorded)
        {
            Saved<TNumber> x = Save(), y = isDeviation ? result.Save() : default;
            result.Record(name, [this], [x, y], adjoints => over.VarianceAdjoint(adjoints.Seed, x.Data, y.Data, adjoints.New(0)));
        }

        return result;
    }
}
