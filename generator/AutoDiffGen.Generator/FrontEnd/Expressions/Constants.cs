using System.Globalization;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Constants, folded by the compiler: <c>2 * 3.0</c> → <c>6</c>, <c>(float)0.1</c> → the <c>float</c> nearest to 0.1,
/// <c>Math.PI</c> → 3.14… under its name, <c>Color.Red</c> → <c>global::N.Color.Red</c>.
/// </summary>
internal static class Constants
{
    public static Expr Lower(BodyScope scope, IOperation operation)
    {
        object? value = operation.ConstantValue.Value;
        if (value is null && operation.Type is { IsReferenceType: true } reference)
            return Null(scope, operation, reference);
        return scope.TypeOf(operation.Type, operation.Syntax) is RealType real
            ? new RealConst(System.Convert.ToDouble(value, CultureInfo.InvariantCulture), real, Name(scope, operation))
            : Inert(operation.Type!, value);
    }

    /// <summary><c>default</c>, where the compiler gives it no constant value.</summary>
    public static Expr Default(BodyScope scope, IOperation operation) =>
        scope.TypeOf(operation.Type, operation.Syntax) switch
        {
            SpanType => throw scope.RefuseConstruct(operation.Syntax, "An empty span"),
            VoidType => throw scope.RefuseConstruct(operation),
            var type => Zero(type),
        };

    /// <summary>The value a variable of this type has before it has any.</summary>
    public static Expr Zero(IrType type) => type switch
    {
        RealType real => new RealConst(0, real),
        InertType { Name: "bool" } => False,
        InertType { Name: "int" } => new InertConst("0", type),
        InertType { Name: "string" or "string?" } => new InertConst("null", type),
        _ => new InertConst($"default({type.CSharp})", type),
    };

    public static InertConst True { get; } = new("true", IrType.Bool);

    public static InertConst False { get; } = new("false", IrType.Bool);

    public static InertConst Int(int value) => new(value.ToString(CultureInfo.InvariantCulture), IrType.Int32);

    /// <summary>The number one, of a type that arithmetic is done in.</summary>
    public static Expr One(IrType type) => type is RealType real ? new RealConst(1, real) : new InertConst(Integer(type.CSharp, "1"), type);

    /// <summary>A constant of an inert type, as source text.</summary>
    public static InertConst Inert(ITypeSymbol type, object? value)
    {
        IrType of = Types.Of(type)!;
        return type.TypeKind == TypeKind.Enum ? Enum(type, of, value!) : value switch
        {
            null => new InertConst("null", of),
            bool b => b ? True : False,
            char c => new InertConst(SymbolDisplay.FormatLiteral(c, quote: true), of),
            string s => new InertConst(SymbolDisplay.FormatLiteral(s, quote: true), of),
            _ => new InertConst(Integer(of.CSharp, Invariant(value)), of),
        };
    }

    // The suffix or cast that gives the literal its type wherever it stands.
    private static string Integer(string type, string digits) => type switch
    {
        "int" => digits,
        "uint" => digits + "U",
        "long" => digits + "L",
        "ulong" => digits + "UL",
        _ => Cast(type, digits),
    };

    private static InertConst Enum(ITypeSymbol type, IrType of, object value)
    {
        // Two names of one value are one constant, so the first stands for both.
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && f.ConstantValue!.Equals(value));
        return new InertConst(member is null ? Cast(of.CSharp, Invariant(value)) : of.CSharp + "." + Fields.Escaped(member.Name), of);
    }

    private static string Cast(string type, string digits) => digits[0] == '-' ? $"({type})({digits})" : $"({type}){digits}";

    private static string Invariant(object value) => System.Convert.ToString(value, CultureInfo.InvariantCulture);

    // A null among an exception's arguments keeps its type, which may be all that tells two constructors apart.
    private static InertConst Null(BodyScope scope, IOperation operation, ITypeSymbol type)
    {
        if (Types.IsStorage(type))
            throw scope.RefuseConstruct(operation.Syntax, "A null array");
        if (type.SpecialType == SpecialType.System_String && !scope.InMessage)
            return new InertConst("null", Types.Of(type)!);
        if (!scope.InMessage)
            throw scope.Refuse("ADG021", operation.Syntax, Types.Shown(type));
        return new InertConst($"({Types.Name(type)}?)null", new InertType(Types.Name(type)));
    }

    // The name of a constant the user wrote by name. In a helper only one that the whole assembly can use: its code is generated into
    // any type that calls it, and is the same in all.
    private static string? Name(BodyScope scope, IOperation operation)
    {
        if (operation is not IFieldReferenceOperation { Field: { IsConst: true } field })
            return null;
        bool reachable = scope.Helper is null ? scope.Calls.CanReach(field) : scope.Calls.CanReachAnywhere(field);
        return reachable ? Types.Name(field.ContainingType) + "." + Fields.Escaped(field.Name) : null;
    }
}
