using System.Numerics;
using System.Numerics.Tensors;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic.Functions;

/// <summary>x to a power that is a number. Small whole powers are products; others take a logarithm and an exponential for each entry.</summary>
internal readonly struct PowerOf<T>(T exponent) : IUnaryFunction<T>, ILanes2<T>
    where T : IFloatingPointIeee754<T>
{
    private static readonly T Two = T.CreateChecked(2), Three = T.CreateChecked(3);

    public string Name => "Pow";

    public Reads Reads => Reads.Argument;

    public void Evaluate(ReadOnlySpan<T> x, Span<T> y) => Raise(x, exponent, y);

    public void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx)
    {
        // x to the power 0 is 1 everywhere, so its derivative is 0, at 0 too.
        if (exponent == T.Zero)
        {
            dx.Clear();
            return;
        }

        Raise(x, exponent - T.One, dx);
        Lanes.Map(this, dy, dx, dx);
    }

    public Vector<T> Invoke(Vector<T> dy, Vector<T> power) => Lanes.Guarded(dy, dy * power * new Vector<T>(exponent));

    private static void Raise(ReadOnlySpan<T> x, T exponent, Span<T> y)
    {
        if (exponent == T.Zero)
        {
            y.Fill(T.One);
        }
        else if (exponent == T.One)
        {
            x.CopyTo(y);
        }
        else if (exponent == Two)
        {
            TensorPrimitives.Multiply(x, x, y);
        }
        else if (exponent == Three)
        {
            TensorPrimitives.Multiply(x, x, y);
            TensorPrimitives.Multiply(y, x, y);
        }
        else
        {
            TensorPrimitives.Pow(x, exponent, y);
        }
    }
}

/// <summary>x to the power y, entry by entry.</summary>
internal readonly struct Power<T> : IBinaryFunction<T>
    where T : IFloatingPointIeee754<T>
{
    public string Name => "Pow";

    public Reads LeftReads => Reads.Left | Reads.Right;

    public Reads RightReads => Reads.Left | Reads.Right | Reads.Result;

    public bool PassesLeft => false;

    public bool PassesRight => false;

    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Pow(x, y, z);

    public void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z) => TensorPrimitives.Pow(x, y, z);

    public void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z) => TensorPrimitives.Pow(x, y, z);

    public void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx)
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] = dz[i] == T.Zero || y[i] == T.Zero ? T.Zero : dz[i] * y[i] * T.Pow(x[i], y[i] - T.One);
    }

    public void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy)
    {
        for (int i = 0; i < dy.Length; i++)
            dy[i] = dz[i] == T.Zero || (x[i] == T.Zero && y[i] >= T.Zero) ? T.Zero : dz[i] * z[i] * T.Log(x[i]);
    }
}
