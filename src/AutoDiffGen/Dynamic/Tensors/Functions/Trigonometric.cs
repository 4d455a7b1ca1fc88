using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>The sine. Its partial derivative is a function of its own, and written into the result before it is multiplied by the adjoint.</summary>
internal readonly struct Sin<T> : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Sin";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sin(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
    {
        TensorPrimitives.Cos(x, dx);
        TensorPrimitives.Multiply(dy, dx, dx);
    }
}

internal readonly struct Cos<T> : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Cos";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Cos(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
    {
        TensorPrimitives.Sin(x, dx);
        TensorPrimitives.Negate(dx, dx);
        TensorPrimitives.Multiply(dy, dx, dx);
    }
}
