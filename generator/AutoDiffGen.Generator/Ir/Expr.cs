using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Ir;

/// <summary>
/// A value. Expressions have no side effects: lowering turns assignments, increments and calls with effects into
/// statements that come before. What an expression reads may change between statements, so moving one is a pass's own duty.
/// The type is fixed when a node is made: to change it make a new node, a <c>with</c> would keep the old one.
/// </summary>
internal abstract record Expr(IrType Type);

/// <summary>A <c>double</c> or <c>float</c> constant; equal by its bits, so that −0.0 is not 0.0 and NaN is NaN.</summary>
/// <param name="Name">The constant's full C# name where the user wrote one (<c>global::System.Math.PI</c>).</param>
internal sealed record RealConst(double Value, RealType Real, string? Name = null) : Expr(Real)
{
    public bool Equals(RealConst? other) =>
        other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value)
        && Real == other.Real && Name == other.Name;

    public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();
}

/// <summary>A constant of any other type.</summary>
/// <param name="Text">The constant in C#: <c>3</c>, <c>true</c>, <c>"text"</c>, <c>global::N.Color.Red</c>, <c>null</c>.</param>
internal sealed record InertConst(string Text, IrType Of) : Expr(Of)
{
    /// <summary>A string.</summary>
    public static InertConst String(string value) => new(SymbolDisplay.FormatLiteral(value, quote: true), new InertType("string"));
}

/// <summary>The content of a place.</summary>
internal sealed record Read(Place Place) : Expr(Place.Type);

/// <summary>A unary operation; the operand already has the operator's type.</summary>
/// <param name="Checked">The C# <c>checked</c> context: integer overflow throws.</param>
internal sealed record Unary(UnaryOp Op, Expr Operand, IrType Of, bool Checked = false) : Expr(Of);

/// <summary>A binary operation; both operands already have the operator's type (shift counts are <c>int</c>).</summary>
internal sealed record Binary(BinaryOp Op, Expr Left, Expr Right, IrType Of, bool Checked = false) : Expr(Of);

/// <summary>A conversion that changes the type.</summary>
internal sealed record Convert(Expr Operand, IrType To, bool Checked = false) : Expr(To);

/// <summary><c>Condition ? WhenTrue : WhenFalse</c>; only the arm chosen is evaluated.</summary>
internal sealed record Conditional(Expr Condition, Expr WhenTrue, Expr WhenFalse) : Expr(WhenTrue.Type);

/// <summary>A call of a function without side effects: of the framework's mathematics, or one with a user's rule.</summary>
internal sealed record Call(FunctionRef Function, EquatableArray<Expr> Arguments) : Expr(Function.Result);

/// <summary><c>a.Length</c>, or <c>a.GetLength(d)</c> of one dimension.</summary>
/// <param name="OrNone">0 of an array that is null: asked for where the method may not.</param>
internal sealed record Length(Expr Array, int? Dimension = null, bool OrNone = false) : Expr(IrType.Int32);

/// <summary>Part of an array or span, as a span over the same elements: <c>a.Slice(start, count)</c>.</summary>
internal sealed record View(Expr Array, Expr Start, Expr Count, IrType Of) : Expr(Of);

/// <summary>The elements from one index up to another, as a span over them: those that there are, so that making it never throws.</summary>
internal sealed record Part(Expr Array, Expr Start, Expr End, IrType Of) : Expr(Of);

/// <summary>Storage that an <see cref="Allocate"/> has brought into being, by its handle.</summary>
/// <param name="Arrays">The variables for what it may be.</param>
internal sealed record Taken(Expr Handle, EquatableArray<Var> Arrays, IrType Of) : Expr(Of);

/// <summary>The operand, as a constant.</summary>
internal sealed record StopGradient(Expr Operand) : Expr(Operand.Type);

/// <summary><c>new T(…)</c>: the exception of a <see cref="Throw"/>.</summary>
internal sealed record Construct(EquatableArray<Expr> Arguments, IrType Of) : Expr(Of);

/// <summary>An interpolated string, in the message of an exception.</summary>
internal sealed record Interpolation(EquatableArray<InterpolationPart> Parts) : Expr(new InertType("string"));

/// <summary>Literal text (not escaped), or a value with its <c>,alignment</c> and <c>:format</c>.</summary>
internal sealed record InterpolationPart(string? Literal, Expr? Value, int? Alignment, string? Format);

internal enum UnaryOp
{
    Plus,
    Negate,
    Not,
    Complement,
}

internal enum BinaryOp
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>&amp;&amp;</c>: the right operand is evaluated only where the left is true.</summary>
    AndAlso,

    /// <summary><c>||</c>: the right operand is evaluated only where the left is false.</summary>
    OrElse,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    UnsignedShiftRight,
}
