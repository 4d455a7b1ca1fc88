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

/// <summary>An array of <paramref name="Element"/>: a reference to storage.</summary>
internal sealed record ArrayType(IrType Element, int Rank) : IrType
{
    // C# writes the outer array's rank first: an array of matrices is double[][,].
    public override string CSharp
    {
        get
        {
            string ranks = "";
            IrType type = this;
            for (; type is ArrayType array; type = array.Element)
                ranks += $"[{new string(',', array.Rank - 1)}]";
            return type.CSharp + ranks;
        }
    }
}

/// <summary><c>Span&lt;T&gt;</c> or <c>ReadOnlySpan&lt;T&gt;</c>: a reference to part of a storage.</summary>
internal sealed record SpanType(IrType Element, bool IsReadOnly) : IrType
{
    public override string CSharp => $"global::System.{(IsReadOnly ? "ReadOnlySpan" : "Span")}<{Element.CSharp}>";
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

/// <summary>A matrix that the derivative takes from its own memory, in the place of a two-dimensional array.</summary>
internal sealed record GridType(IrType Element) : IrType
{
    public override string CSharp => $"global::AutoDiffGen.Runtime.Grid<{Element.CSharp}>";
}

internal static class IrTypes
{
    /// <summary>Whether values of the type refer to storage with elements.</summary>
    public static bool IsStorage(this IrType type) => type is ArrayType or SpanType or GridType;

    /// <summary>The type of the elements; of an array of arrays, those are arrays.</summary>
    public static IrType Element(this IrType type) => type switch
    {
        ArrayType array => array.Element,
        SpanType span => span.Element,
        GridType grid => grid.Element,
        _ => throw new InvalidOperationException($"{type} has no elements."),
    };

    /// <summary>The type of what is stored in the end, through arrays of arrays.</summary>
    public static IrType Content(this IrType type) => type.IsStorage() ? type.Element().Content() : type;
}
