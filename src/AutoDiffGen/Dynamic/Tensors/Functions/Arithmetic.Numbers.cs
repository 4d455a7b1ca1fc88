using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

internal readonly struct Negate<T> : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Negate";

    public Reads Reads => Reads.Nothing;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Negate(x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => TensorPrimitives.Negate(dy, dx);
}

internal readonly struct AddNumber<T>(T number) : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Add";

    public Reads Reads => Reads.Nothing;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Add(x, number, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => dy.CopyTo(dx);
}

internal readonly struct SubtractFrom<T>(T number) : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Subtract";

    public Reads Reads => Reads.Nothing;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Subtract(number, x, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => TensorPrimitives.Negate(dy, dx);
}

internal readonly struct Scale<T>(T number) : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Multiply";

    public Reads Reads => Reads.Nothing;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Multiply(x, number, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => TensorPrimitives.Multiply(dy, number, dx);
}

internal readonly struct DivideBy<T>(T number) : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Divide";

    public Reads Reads => Reads.Nothing;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Divide(x, number, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
    {
        if (number != T.Zero)
        {
            TensorPrimitives.Divide(dy, number, dx);
            return;
        }

        // The partial derivative is infinite: an adjoint of exactly zero contributes zero.
        for (int i = 0; i < dx.Length; i++) dx[i] = dy[i] == T.Zero ? T.Zero : dy[i] / number;
    }
}
