namespace AutoDiffGen.Dynamic.Functions;

/// <summary>What of an operation its adjoint reads.</summary>
[Flags]
internal enum Reads
{
    Nothing = 0,
    Left = 1,
    Right = 2,
    Result = 4,

    /// <summary>The argument of a function of one.</summary>
    Argument = Left,
}

/// <summary>A function of one number, entry by entry, and its adjoint. To add one: a struct here, and a method that names it.</summary>
internal interface IUnaryFunction<T>
{
    string Name { get; }

    Reads Reads { get; }

    /// <summary>y = f(x).</summary>
    void Evaluate(ReadOnlySpan<T> x, Span<T> y);

    /// <summary>dx = dy · f′(x). What <see cref="Reads"/> does not name is empty.</summary>
    void Adjoint(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> dx);
}

/// <summary>A function of two numbers, entry by entry, and its adjoint.</summary>
internal interface IBinaryFunction<T>
{
    string Name { get; }

    /// <summary>What the adjoint by the left operand reads.</summary>
    Reads LeftReads { get; }

    /// <summary>What the adjoint by the right operand reads.</summary>
    Reads RightReads { get; }

    /// <summary>Whether the partial derivative by the left operand is 1 everywhere.</summary>
    bool PassesLeft { get; }

    /// <summary>Whether the partial derivative by the right operand is 1 everywhere.</summary>
    bool PassesRight { get; }

    /// <summary>z = f(x, y).</summary>
    void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z);

    /// <summary>z = f(x, y) with one y.</summary>
    void Evaluate(ReadOnlySpan<T> x, T y, Span<T> z);

    /// <summary>z = f(x, y) with one x.</summary>
    void Evaluate(T x, ReadOnlySpan<T> y, Span<T> z);

    /// <summary>dx = dz · ∂f/∂x. What <see cref="LeftReads"/> does not name is empty.</summary>
    void AdjointLeft(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dx);

    /// <summary>dy = dz · ∂f/∂y. What <see cref="RightReads"/> does not name is empty.</summary>
    void AdjointRight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> dy);
}
