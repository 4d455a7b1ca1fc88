using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>A step. Statements run in order; <see cref="Exit"/>, <see cref="Return"/> and <see cref="Throw"/> leave.</summary>
/// <param name="Origin">The source statement this comes from; null for code that has none.</param>
internal abstract record Stmt(Origin? Origin);

/// <summary>Names a value for good: the variable is never assigned again.</summary>
internal sealed record Let(Var Var, Expr Value, Origin? Origin = null) : Stmt(Origin);

/// <summary>Brings a variable into being that <see cref="Assign"/> may change; without a value, every path assigns before it reads.</summary>
internal sealed record Declare(Var Var, Expr? Value = null, Origin? Origin = null) : Stmt(Origin);

/// <summary>Stores a value.</summary>
internal sealed record Assign(Place Target, Expr Value, Origin? Origin = null) : Stmt(Origin);

/// <summary>Runs one of two blocks.</summary>
internal sealed record If(Expr Condition, EquatableArray<Stmt> Then, EquatableArray<Stmt> Else, Origin? Origin = null) : Stmt(Origin);

/// <summary>A block that <see cref="Exit"/> with its label leaves; labels are unique within a function.</summary>
internal sealed record Labelled(string Label, EquatableArray<Stmt> Body, Origin? Origin = null) : Stmt(Origin);

/// <summary>Leaves the enclosing <see cref="Labelled"/> block of that label: a C# <c>break</c> out of a switch.</summary>
internal sealed record Exit(string Label, Origin? Origin = null) : Stmt(Origin);

/// <summary>
/// Calls a method with a body, or one that only a rule can differentiate; may write what it is passed by reference. Only calls of methods
/// that call themselves are left after inlining.
/// </summary>
/// <param name="Result">Assigned the result; null for <c>void</c>, or where the result is not used.</param>
internal sealed record Invoke(FunctionRef Function, EquatableArray<Argument> Arguments, Var? Result, Origin? Origin = null) : Stmt(Origin);

/// <summary>
/// An argument: a value, or the place that is passed by <c>in</c>, <c>ref</c> or <c>out</c>. Once every value has a name it is both, the
/// content before the call and the variable that has it afterwards; of an array, the place says that the call may store elements.
/// </summary>
/// <param name="Through">
/// The by-reference parameter that has the content before the call, and that is passed instead of the variable, so that it has the content
/// of that moment should the call throw; the variable is given it afterwards.
/// </param>
/// <param name="IsConstant">The method takes the array's elements as constants: <c>[NoGrad]</c>.</param>
internal sealed record Argument(Expr? Value, Place? Place, ReferencePlace? Through = null, bool IsConstant = false);

/// <summary>A call for its effect alone: a guard such as <c>ArgumentOutOfRangeException.ThrowIfNegative(x)</c>.</summary>
internal sealed record Effect(Call Call, Origin? Origin = null) : Stmt(Origin);

/// <summary>Ends the function.</summary>
internal sealed record Return(Expr? Value, Origin? Origin = null) : Stmt(Origin);

/// <summary>Throws.</summary>
internal sealed record Throw(Expr Exception, Origin? Origin = null) : Stmt(Origin);

/// <summary>Names the sine and the cosine of one angle, computed together.</summary>
internal sealed record LetSinCos(Var Sin, Var Cos, Expr Angle, Origin? Origin = null) : Stmt(Origin);

/// <summary>
/// Runs its body until an <see cref="Exit"/>, <see cref="Return"/> or <see cref="Throw"/> leaves it. What lowering makes of every C# loop;
/// <see cref="Transform.SingleExit"/> turns it into a <see cref="While"/>.
/// </summary>
internal sealed record Loop(EquatableArray<Stmt> Body, Origin? Origin = null) : Stmt(Origin);

/// <summary>Runs its body as long as the condition holds.</summary>
internal sealed record While(Expr Condition, EquatableArray<Stmt> Body, Origin? Origin = null) : Stmt(Origin);

/// <summary>
/// Counts: the index runs from <paramref name="Start"/> in steps, as long as it is before <paramref name="End"/> (after it, for a negative
/// step) and <paramref name="Go"/> holds. The index is never assigned in the body, the bounds keep their values.
/// </summary>
/// <param name="Inclusive">The index may equal <paramref name="End"/>.</param>
/// <param name="Go">Tested before the index, in each round; null for always.</param>
internal sealed record For(
    Var Index, Expr Start, Expr End, bool Inclusive, int Step, Expr? Go, EquatableArray<Stmt> Body, Origin? Origin = null) : Stmt(Origin);

/// <summary>Brings storage into being, all zero: <c>new double[n]</c>, <c>stackalloc double[n]</c>.</summary>
/// <param name="Handle">Given a number by which <see cref="Taken"/> finds the storage again; null where nobody asks. The next one's is one higher.</param>
internal sealed record Allocate(Var Var, EquatableArray<Expr> Lengths, Origin? Origin = null, Var? Handle = null) : Stmt(Origin);

/// <summary>
/// Says where the code that follows comes from: with the index −1, that a block's forward sweep begins here; otherwise, that what follows
/// reverses the block's statement of that index. Only between <see cref="Transform.Reverse"/> and <see cref="Transform.Keep"/>.
/// </summary>
internal sealed record Mark(int Block, int Index) : Stmt((Origin?)null);

/// <summary>The content of an element that is about to be overwritten, put aside for the <see cref="Restore"/> of the same number.</summary>
internal sealed record Save(int Number, ElementPlace Element, Origin? Origin = null) : Stmt(Origin);

/// <summary>Puts back what the <see cref="Save"/> of the same number put aside, in the reverse sweep.</summary>
internal sealed record Restore(int Number, ElementPlace Element, Origin? Origin = null) : Stmt(Origin);

/// <summary>Puts a value on the stack of its type, for the reverse sweep; of an array, all its elements.</summary>
internal sealed record Push(Expr Value, Origin? Origin = null) : Stmt(Origin);

/// <summary>Takes the last value from the stack of its type: names it, or stores it in an element; of an array, all its elements.</summary>
internal sealed record Pop(Place Target, Origin? Origin = null) : Stmt(Origin);

/// <summary>Makes room on the stack of a type for that many more values; no or a negative number makes none.</summary>
internal sealed record Reserve(IrType Of, Expr Count, Origin? Origin = null) : Stmt(Origin);
