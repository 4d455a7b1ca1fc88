using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>Storage that can be read and written.</summary>
internal abstract record Place(IrType Type);

/// <summary>A local, or a parameter passed by value.</summary>
internal sealed record LocalPlace(Var Var) : Place(Var.Type)
{
    public override string ToString() => Var.Name;
}

/// <summary>What a <c>ref</c>, <c>in</c> or <c>out</c> parameter refers to.</summary>
internal sealed record ReferencePlace(Var Parameter) : Place(Parameter.Type)
{
    public override string ToString() => "*" + Parameter.Name;
}

/// <summary>A <c>static readonly</c> field: it never changes while differentiated code runs.</summary>
/// <param name="Text">The field's full C# name.</param>
internal sealed record StaticPlace(string Text, IrType Type) : Place(Type)
{
    public override string ToString() => Text;
}

/// <summary>An element of an array or span.</summary>
/// <param name="Indices">Variables and constants in normal form: an index is computed once.</param>
internal sealed record ElementPlace(Place Array, EquatableArray<Expr> Indices, IrType Type) : Place(Type);

/// <summary>A field of a structure.</summary>
internal sealed record FieldPlace(Place Owner, string Field, IrType Type) : Place(Type);
