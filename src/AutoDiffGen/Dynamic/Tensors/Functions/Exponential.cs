using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

internal readonly struct Exp<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Exp";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Exp(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => Lanes.Guarded(dy, dy * y);
}

internal readonly struct Log<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Log";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Log(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, x, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> x) => Lanes.Guarded(dy, dy / x);
}

internal readonly struct Sqrt<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Sqrt";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sqrt(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => Lanes.Guarded(dy, dy / (y + y));
}
