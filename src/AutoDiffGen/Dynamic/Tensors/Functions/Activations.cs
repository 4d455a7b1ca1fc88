using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

internal readonly struct Sigmoid<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Sigmoid";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sigmoid(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => dy * y * (Vector<T>.One - y);
}

/// <summary>The larger of x and 0. Its derivative at 0 is 0.</summary>
internal readonly struct Relu<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Relu";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Max(x, T.Zero, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => Lanes.Select(Vector.GreaterThan(y, Vector<T>.Zero), dy, Vector<T>.Zero);
}
