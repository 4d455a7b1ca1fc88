using AutoDiffGen.Dynamic.Functions;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <content>Functions of each entry by itself, and how operations on entries come to be recorded.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>e to the power of each entry.</summary>
    public GradTensor<TNumber> Exp() => Map(default(Exp<TNumber>));

    /// <summary>The natural logarithm of each entry; NaN below 0.</summary>
    public GradTensor<TNumber> Log() => Map(default(Log<TNumber>));

    /// <summary>The square root of each entry; NaN below 0. At 0 its derivative is infinite, and 0 times an adjoint of exactly 0.</summary>
    public GradTensor<TNumber> Sqrt() => Map(default(Sqrt<TNumber>));

    /// <summary>The magnitude of each entry. Its derivative at 0 is 0.</summary>
    public GradTensor<TNumber> Abs() => Map(default(Abs<TNumber>));

    /// <summary>The sine of each entry, in radians.</summary>
    public GradTensor<TNumber> Sin() => Map(default(Sin<TNumber>));

    /// <summary>The cosine of each entry, in radians.</summary>
    public GradTensor<TNumber> Cos() => Map(default(Cos<TNumber>));

    /// <summary>The hyperbolic tangent of each entry.</summary>
    public GradTensor<TNumber> Tanh() => Map(default(Tanh<TNumber>));

    /// <summary>The logistic function of each entry, 1 / (1 + exp(−x)).</summary>
    public GradTensor<TNumber> Sigmoid() => Map(default(Sigmoid<TNumber>));

    /// <summary>Each entry where it is positive, otherwise 0. Its derivative at 0 is 0.</summary>
    public GradTensor<TNumber> Relu() => Map(default(Relu<TNumber>));

    /// <summary>log(1 + exp(x)) of each entry x, a smooth form of <see cref="Relu"/>.</summary>
    public GradTensor<TNumber> Softplus() => Map(default(Softplus<TNumber>));

    /// <summary>Each entry to a power.</summary>
    /// <param name="exponent">The power.</param>
    public GradTensor<TNumber> Pow(TNumber exponent) => Map(new PowerOf<TNumber>(exponent));

    /// <summary>Each entry to the power in the same place of another tensor. Shapes are broadcast.</summary>
    /// <param name="exponent">The powers.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public GradTensor<TNumber> Pow(GradTensor<TNumber> exponent) => Zip(default(Power<TNumber>), this, exponent);

    /// <summary>Each entry, or the bound it is beyond. At a bound the derivative is 1.</summary>
    /// <param name="min">The lower bound.</param>
    /// <param name="max">The upper bound.</param>
    /// <exception cref="ArgumentException"><paramref name="min"/> is greater than <paramref name="max"/>.</exception>
    public GradTensor<TNumber> Clamp(TNumber min, TNumber max) => min <= max || TNumber.IsNaN(min) || TNumber.IsNaN(max)
        ? Map(new Clamp<TNumber>(min, max))
        : throw new ArgumentException($"Clamp: the lower bound {min} is greater than the upper one, {max}.", nameof(min));

    internal GradTensor<TNumber> Map<TFunction>(TFunction function)
        where TFunction : struct, IUnaryFunction<TNumber>
    {
        GradTensor<TNumber> result = New(shape);
        if (Length > 0) function.Evaluate(Data, result.storage.Data); // some of TensorPrimitives refuse spans of nothing
        if (IsRecorded) RecordMap(function, this, result);
        return result;
    }

    internal static GradTensor<TNumber> Zip<TFunction>(TFunction function, GradTensor<TNumber> left, GradTensor<TNumber> right)
        where TFunction : struct, IBinaryFunction<TNumber>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        GradTensor<TNumber> result = New(Shapes.Broadcast(function.Name, left.shape, right.shape));
        Broadcasting.Evaluate(function, left.Data, left.shape, right.Data, right.shape, result.storage.Data, result.shape);
        if (left.IsRecorded || right.IsRecorded)
        {
            Reads reads = (left.requiresGrad ? function.LeftReads : Reads.Nothing) | (right.requiresGrad ? function.RightReads : Reads.Nothing);
            RecordZip(
                function, result, (left.GraphNode, left.shape), left.SaveIf(reads.HasFlag(Reads.Left)),
                (right.GraphNode, right.shape), right.SaveIf(reads.HasFlag(Reads.Right)), result.SaveIf(reads.HasFlag(Reads.Result)));
        }

        return result;
    }

    private static void RecordMap<TFunction>(TFunction function, GradTensor<TNumber> argument, GradTensor<TNumber> result)
        where TFunction : struct, IUnaryFunction<TNumber>
    {
        Saved<TNumber> x = argument.SaveIf(function.Reads.HasFlag(Reads.Argument)), y = result.SaveIf(function.Reads.HasFlag(Reads.Result));
        result.Record(function.Name, [argument], [x, y], adjoints =>
        {
            Span<TNumber> dx = adjoints.New(0);
            if (!dx.IsEmpty) function.Adjoint(adjoints.Seed, x.Data, y.Data, dx);
        });
    }

    private static void RecordZip<TFunction>(
        TFunction function, GradTensor<TNumber> result, (Node<TNumber>? Node, int[] Shape) left, Saved<TNumber> x, (Node<TNumber>? Node, int[] Shape) right, Saved<TNumber> y,
        Saved<TNumber> z)
        where TFunction : struct, IBinaryFunction<TNumber>
    {
        int[] shape = result.shape;
        result.Record(function.Name, [left.Node, right.Node], [x, y, z], adjoints =>
        {
            ReadOnlySpan<TNumber> dz = adjoints.Seed;
            ReadOnlySpan<TNumber> xs = Broadcasting.Stretch(x.Data, left.Shape, shape, dz.Length, out TNumber[]? rentedX);
            ReadOnlySpan<TNumber> ys = Broadcasting.Stretch(y.Data, right.Shape, shape, dz.Length, out TNumber[]? rentedY);
            if (adjoints.Wants(0)) HandOn(0, left.Shape, function.PassesLeft, adjoints, xs, ys);
            if (adjoints.Wants(1)) HandOn(1, right.Shape, function.PassesRight, adjoints, xs, ys);
            if (rentedX is not null) Buffers<TNumber>.Return(rentedX);
            if (rentedY is not null) Buffers<TNumber>.Return(rentedY);
        });

        void HandOn(int operand, int[] to, bool passes, Adjoints<TNumber> adjoints, ReadOnlySpan<TNumber> xs, ReadOnlySpan<TNumber> ys)
        {
            ReadOnlySpan<TNumber> dz = adjoints.Seed;
            if (Shapes.Product(to) == dz.Length)
            {
                if (passes) adjoints.Pass(operand);
                else Adjoint(operand, dz, xs, ys, adjoints.New(operand));
                return;
            }

            if (passes)
            {
                Broadcasting.Reduce(dz, shape, adjoints.New(operand), to);
                return;
            }

            TNumber[] repeated = Buffers<TNumber>.Rent(dz.Length);
            Adjoint(operand, dz, xs, ys, repeated);
            Broadcasting.Reduce(repeated, shape, adjoints.New(operand), to);
            Buffers<TNumber>.Return(repeated);
        }

        void Adjoint(int operand, ReadOnlySpan<TNumber> dz, ReadOnlySpan<TNumber> xs, ReadOnlySpan<TNumber> ys, Span<TNumber> target)
        {
            if (operand == 0) function.AdjointLeft(dz, xs, ys, z.Data, target);
            else function.AdjointRight(dz, xs, ys, z.Data, target);
        }
    }
}
