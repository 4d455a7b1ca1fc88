using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>The larger of two. At a tie each has one half of the derivative.</summary>
internal readonly struct Maximum<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Maximum";

    public Reads LeftReads => Reads.Left | Reads.Right;

    public Reads RightReads => Reads.Left | Reads.Right;

    public bool PassesLeft => false;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Max(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Max(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Max(y, x, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        Lanes.Map(new Share(Lanes.All<T>(0.5)), dz, x, y, dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        Lanes.Map(new Share(Lanes.All<T>(0.5)), dz, y, x, dy);

    private readonly struct Share(Vector<T> half) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> dz, Vector<T> own, Vector<T> other)
        {
            Vector<T> tie = Lanes.Select(Vector.LessThan(own, other), Vector<T>.Zero, dz * half);
            return Lanes.Select(Vector.GreaterThan(own, other), dz, tie);
        }
    }
}

/// <summary>The smaller of two. At a tie each has one half of the derivative.</summary>
internal readonly struct Minimum<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Minimum";

    public Reads LeftReads => Reads.Left | Reads.Right;

    public Reads RightReads => Reads.Left | Reads.Right;

    public bool PassesLeft => false;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Min(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Min(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Min(y, x, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        Lanes.Map(new Share(Lanes.All<T>(0.5)), dz, x, y, dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        Lanes.Map(new Share(Lanes.All<T>(0.5)), dz, y, x, dy);

    private readonly struct Share(Vector<T> half) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> dz, Vector<T> own, Vector<T> other)
        {
            Vector<T> tie = Lanes.Select(Vector.GreaterThan(own, other), Vector<T>.Zero, dz * half);
            return Lanes.Select(Vector.LessThan(own, other), dz, tie);
        }
    }
}
