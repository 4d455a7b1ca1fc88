using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>
/// <see cref="TensorPrimitives.Tanh{T}"/> calculates 1 − 2 / (exp(2x) + 1), which keeps fewer digits the closer x is to 0, and none at
/// 1e-17. There the result is x + x³ · P(x²) / Q(x²) instead, the rational approximation of W. Cody and W. Waite, <i>Software manual for the
/// elementary functions</i>, 1980.
/// </remarks>
internal readonly struct Tanh<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Tanh";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y)
    {
        TensorPrimitives.Tanh(x, y);
        Lanes.Map(default(NearZero), x, y, y);
    }

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => dy * (Vector<T>.One - y * y);

    private readonly struct NearZero : ILanes2<T>
    {
        public Vector<T> Invoke(Vector<T> x, Vector<T> y)
        {
            Vector<T> square = x * x;
            Vector<T> p = (Lanes.All<T>(-0.96437492777225469787) * square + Lanes.All<T>(-99.225929672236083313)) * square
                + Lanes.All<T>(-1613.4119023996228053);
            Vector<T> q = ((square + Lanes.All<T>(112.74474380534949335)) * square + Lanes.All<T>(2233.7720718962312926)) * square
                + Lanes.All<T>(4840.2357071988688686);
            Vector<T> near = x + x * square * (p / q);
            return Lanes.Select(Vector.LessThan(Vector.Abs(x), Lanes.All<T>(0.625)), near, y);
        }
    }
}
