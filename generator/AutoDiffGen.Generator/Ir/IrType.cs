using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Ir;

/// <summary>The type of a value. Only <see cref="RealType"/> data can be active.</summary>
internal abstract record IrType
{
    public static readonly RealType Double = new(RealKind.Double);
    public static readonly RealType Single = new(RealKind.Single);
    public static readonly InertType Bool = new("bool");
    public static readonly InertType Int32 = new("int");
    public static readonly VoidType Void = new();

    /// <summary>How C# spells the type, with <c>global::</c> where it has a namespace.</summary>
    public abstract string CSharp { get; }

    public sealed override string ToString() => CSharp;
}

internal enum RealKind
{
    Double,
    Single,
}

/// <summary><c>double</c> or <c>float</c>: data that carries derivatives.</summary>
internal sealed record RealType(RealKind Kind) : IrType
{
    public override string CSharp => Kind == RealKind.Double ? "double" : "float";
}

/// <summary>An array of <paramref name="Element"/>.</summary>
internal sealed record ArrayType(IrType Element, int Rank) : IrType
{
    public override string CSharp => $"{Element.CSharp}[{new string(',', Rank - 1)}]";
}

/// <summary>A type whose values are constants of the path taken: integers, booleans, enums, strings, exceptions.</summary>
internal sealed record InertType(string Name) : IrType
{
    public override string CSharp => Name;
}

/// <summary>The result of a method that returns nothing.</summary>
internal sealed record VoidType : IrType
{
    public override string CSharp => "void";
}
