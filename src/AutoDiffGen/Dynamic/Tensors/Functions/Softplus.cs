using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>log(1 + exp(x)), a smooth larger of x and 0.</summary>
internal readonly struct Softplus<T> : IUnaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Softplus";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y)
    {
        // max(x, 0) + log(1 + e) with e = exp(−|x|): nothing overflows.
        T[] small = Buffers<T>.Rent(x.Length);
        TensorPrimitives.Abs(x, small);
        TensorPrimitives.Negate<T>(small, small);
        TensorPrimitives.Exp<T>(small, small);
        TensorPrimitives.Add(small, T.One, y);
        TensorPrimitives.Log(y, y);
        Lanes.Map(default(LogOfOnePlus), small, y, y);
        Buffers<T>.Return(small);
        Lanes.Map(default(AddPositive), x, y, y);
    }

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
    {
        TensorPrimitives.Sigmoid(x, dx);
        TensorPrimitives.Multiply(dy, dx, dx);
    }

    /// <summary>
    /// log(1 + e) from the logarithm of the rounded 1 + e: the rounding is made good by the factor e / ((1 + e) − 1), which is exact where
    /// it matters.
    /// </summary>
    private readonly struct LogOfOnePlus : ILanes2<T>
    {
        public Vector<T> Invoke(Vector<T> e, Vector<T> log)
        {
            Vector<T> rounded = e + Vector<T>.One - Vector<T>.One;
            return Lanes.Select(Vector.Equals(rounded, Vector<T>.Zero), e, log * (e / rounded));
        }
    }

    private readonly struct AddPositive : ILanes2<T>
    {
        // Not Vector.Max, which may pass over a NaN.
        public Vector<T> Invoke(Vector<T> x, Vector<T> y) =>
            Lanes.Select(Vector.GreaterThan(x, Vector<T>.Zero), x + y, y);
    }
}
