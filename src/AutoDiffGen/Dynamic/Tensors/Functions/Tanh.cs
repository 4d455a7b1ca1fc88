using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>
/// Away from 0 it is ±(1 − 2e / (1 + e)) with e = exp(−2|x|). That keeps fewer digits the closer x is to 0, and none at 1e-17, which is what
/// <see cref="TensorPrimitives.Tanh{T}"/> does everywhere. There the result is x + x³ · P(x²) / Q(x²) instead, the rational approximation of
/// W. Cody and W. Waite, <i>Software manual for the elementary functions</i>, 1980.
/// </remarks>
internal readonly struct Tanh<T> : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>As many entries as stay in the level 1 cache between the steps.</summary>
    private const int Block = 1024;

    public string Name => "Tanh";

    public Reads Reads => Reads.Result;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y)
    {
        var finish = new FromExponential();
        T factor = -T.One - T.One;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            ReadOnlySpan<T> part = x.Slice(start, length);
            Span<T> result = y.Slice(start, length);
            TensorPrimitives.Abs(part, result);
            TensorPrimitives.Multiply(result, factor, result);
            TensorPrimitives.Exp(result, result);
            Lanes.Map(finish, part, result, result);
        }
    }

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx) => Lanes.Map(this, dy, y, dx);

    public Vector<T> Invoke(Vector<T> dy, Vector<T> y) => dy * (Vector<T>.One - y * y);

    private readonly struct FromExponential : ILanes2<T>
    {
        private readonly Vector<T> bound = Lanes.All<T>(0.625);
        private readonly Vector<T> p0 = Lanes.All<T>(-1613.4119023996228053);
        private readonly Vector<T> p1 = Lanes.All<T>(-99.225929672236083313);
        private readonly Vector<T> p2 = Lanes.All<T>(-0.96437492777225469787);
        private readonly Vector<T> q0 = Lanes.All<T>(4840.2357071988688686);
        private readonly Vector<T> q1 = Lanes.All<T>(2233.7720718962312926);
        private readonly Vector<T> q2 = Lanes.All<T>(112.74474380534949335);

        public FromExponential()
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector<T> Invoke(Vector<T> x, Vector<T> exponential)
        {
            Vector<T> one = Vector<T>.One;
            Vector<T> square = x * x;
            Vector<T> p = (p2 * square + p1) * square + p0;
            Vector<T> q = ((square + q2) * square + q1) * square + q0;

            // Both are a number and a quotient: what they are made of is chosen before the one division.
            Vector<T> isNear = Vector.LessThan(Vector.Abs(x), bound);
            Vector<T> sign = Lanes.Select(Vector.LessThan(x, Vector<T>.Zero), -one, one);
            Vector<T> first = Lanes.Select(isNear, x, sign);
            Vector<T> numerator = Lanes.Select(isNear, x * square * p, -sign * (exponential + exponential));
            Vector<T> denominator = Lanes.Select(isNear, q, one + exponential);
            return first + numerator / denominator;
        }
    }
}
