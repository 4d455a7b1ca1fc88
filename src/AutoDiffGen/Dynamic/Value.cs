using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <summary>A number whose arithmetic a <see cref="Tape"/> records; or, of no tape, a constant.</summary>
/// <remarks>
/// <para>
/// A value behaves as the <see cref="double"/> it holds: every operator and function gives the same data, to the last bit, and equality,
/// order, formatting and parsing are <see cref="double"/>'s, in the invariant culture where none is named. So
/// <c>T : INumber&lt;T&gt;</c> code, or <c>T : IFloatingPointIeee754&lt;T&gt;</c> code, is differentiated by running it on values.
/// </para>
/// <para>
/// Derivatives at kinks: <c>Abs</c> at 0, rounding and signs give 0; <c>Max</c> and <c>Min</c> give one half to each argument at a tie;
/// <c>Clamp</c> gives 1 to the value at an edge; <c>Hypot</c> gives 0 at the origin. Where a partial derivative is infinite or NaN, an
/// adjoint of exactly zero still contributes zero.
/// </para>
/// <para>
/// In every operation: values of two tapes, or a value whose tape was reset or disposed of since, throw
/// <see cref="InvalidOperationException"/>. <see cref="Data"/>, comparisons and formatting need no tape and always work.
/// </para>
/// </remarks>
[DebuggerDisplay("{Data} (gradient {DebuggerGradient})")]
public readonly partial struct Value
{
    /// <summary>Makes a constant.</summary>
    /// <param name="data">Its data.</param>
    public Value(double data) => Data = data;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value(double data, Tape tape, int index, int generation)
    {
        Data = data;
        Tape = tape;
        Index = index;
        Generation = generation;
    }

    /// <summary>The number.</summary>
    public double Data { get; }

    /// <summary>
    /// What the results that called <see cref="Backward"/> add up to when differentiated by this value, since the last
    /// <see cref="Dynamic.Tape.ZeroGrad"/>. Zero for a constant.
    /// </summary>
    /// <exception cref="InvalidOperationException">The value's tape was reset or disposed of since.</exception>
    public double Grad
    {
        get
        {
            if (Tape is null) return 0;
            Tape.Check(this);
            return Tape.Gradient(Index);
        }
    }

    /// <summary>Whether this is a constant: a value of no tape.</summary>
    public bool IsConstant => Tape is null;

    internal Tape? Tape { get; }

    /// <summary>Where the tape recorded this value; <see cref="Dynamic.Tape.None"/> for a constant.</summary>
    internal int Index { get; }

    internal int Generation { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private double DebuggerGradient => Tape is not null && Tape.Generation == Generation ? Tape.Gradient(Index) : double.NaN;

    /// <summary>Makes a constant of a number.</summary>
    /// <param name="data">The number.</param>
    public static implicit operator Value(double data) => new(data);

    /// <summary>Adds to the <see cref="Grad"/> of everything this value was computed from the derivative of this value by it.</summary>
    /// <remarks>
    /// Gradients add up: over calls, and over different results. A constant depends on nothing and adds nothing.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The value's tape was reset or disposed of since.</exception>
    public void Backward()
    {
        if (Tape is null) return;
        Tape.Check(this);
        Tape.Backward(Index);
    }

    /// <summary>The same number as a constant: no derivative flows through it.</summary>
    /// <returns>A constant with the same <see cref="Data"/>.</returns>
    public Value Detach() => new(Data);

    /// <summary>Draws what this value was computed from, in the DOT language of Graphviz.</summary>
    /// <returns>
    /// A directed graph: a node for each variable and operation with its data and gradient, and an edge for each operand with the partial
    /// derivative by it. Constants are not drawn: the tape does not keep them.
    /// </returns>
    /// <exception cref="InvalidOperationException">The value's tape was reset or disposed of since.</exception>
    public string ToDot() => DotWriter.Write(this);
}
