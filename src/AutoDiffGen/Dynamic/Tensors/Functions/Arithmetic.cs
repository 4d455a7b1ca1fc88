using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

internal readonly struct Add<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Add";

    public Reads LeftReads => Reads.Nothing;

    public Reads RightReads => Reads.Nothing;

    public bool PassesLeft => true;

    public bool PassesRight => true;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Add(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Add(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Add(y, x, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        dz.CopyTo(dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        dz.CopyTo(dy);
}

internal readonly struct Subtract<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Subtract";

    public Reads LeftReads => Reads.Nothing;

    public Reads RightReads => Reads.Nothing;

    public bool PassesLeft => true;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Subtract(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Subtract(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Subtract(x, y, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        dz.CopyTo(dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        TensorPrimitives.Negate(dz, dy);
}

internal readonly struct Multiply<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Multiply";

    public Reads LeftReads => Reads.Right;

    public Reads RightReads => Reads.Left;

    public bool PassesLeft => false;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Multiply(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Multiply(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Multiply(y, x, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        TensorPrimitives.Multiply(dz, y, dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        TensorPrimitives.Multiply(dz, x, dy);
}

internal readonly struct Divide<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Divide";

    public Reads LeftReads => Reads.Right;

    public Reads RightReads => Reads.Right | Reads.Result;

    public bool PassesLeft => false;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Divide(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Divide(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Divide(x, y, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx) =>
        Lanes.Map(default(ByDividend), dz, y, dx);

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy) =>
        Lanes.Map(default(ByDivisor), dz, y, z, dy);

    private readonly struct ByDividend : ILanes2<T>
    {
        public Vector<T> Invoke(Vector<T> dz, Vector<T> y) => Lanes.Guarded(dz, dz / y);
    }

    private readonly struct ByDivisor : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> dz, Vector<T> y, Vector<T> z) => Lanes.Guarded(dz, -dz * z / y);
    }
}
