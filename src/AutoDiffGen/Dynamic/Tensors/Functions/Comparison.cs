using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>The magnitude. Its derivative at 0 is 0.</summary>
internal readonly struct Abs<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Abs";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Abs(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, x, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> x)
    {
        Vector<T> flat = Lanes.Guarded(x, x * dy); // 0 at 0, NaN at NaN
        return Lanes.Select(
            Vector.GreaterThan(x, Vector<T>.Zero), dy, Lanes.Select(Vector.LessThan(x, Vector<T>.Zero), -dy, flat));
    }
}

/// <summary>x between two bounds. At a bound the derivative is 1.</summary>
internal readonly struct Clamp<T>(T min, T max) : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Clamp";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y)
    {
        TensorPrimitives.Max(x, min, y);
        TensorPrimitives.Min(y, max, y);
    }

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, x, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> x)
    {
        Vector<T> outside = Vector.BitwiseOr(Vector.LessThan(x, new Vector<T>(min)), Vector.GreaterThan(x, new Vector<T>(max)));
        return Lanes.Select(outside, Vector<T>.Zero, dy);
    }
}
