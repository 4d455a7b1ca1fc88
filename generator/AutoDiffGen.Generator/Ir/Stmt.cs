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

/// <summary>Calls a method with a body, or one that only a rule can differentiate; may write what it is passed by reference.</summary>
/// <param name="Result">Assigned the result; null for <c>void</c>, or where the result is not used.</param>
internal sealed record Invoke(FunctionRef Function, EquatableArray<Argument> Arguments, Var? Result, Origin? Origin = null) : Stmt(Origin);

/// <summary>An argument: a value, or the place that is passed by <c>in</c>, <c>ref</c> or <c>out</c>.</summary>
internal sealed record Argument(Expr? Value, Place? Place);

/// <summary>A call for its effect alone: a guard such as <c>ArgumentOutOfRangeException.ThrowIfNegative(x)</c>.</summary>
internal sealed record Effect(Call Call, Origin? Origin = null) : Stmt(Origin);

/// <summary>Ends the function.</summary>
internal sealed record Return(Expr? Value, Origin? Origin = null) : Stmt(Origin);

/// <summary>Throws.</summary>
internal sealed record Throw(Expr Exception, Origin? Origin = null) : Stmt(Origin);

/// <summary>Names the sine and the cosine of one angle, computed together.</summary>
internal sealed record LetSinCos(Var Sin, Var Cos, Expr Angle, Origin? Origin = null) : Stmt(Origin);
