using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Lift;

/// <summary>Names and constants in C#, as they may stand anywhere.</summary>
internal static class CSharpNames
{
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A constant that C# reads back as the same value of the same type, whatever stands around it.</summary>
    public static string Constant(object? value, ITypeSymbol type) => value switch
    {
        null => type.IsValueType ? $"default({LiftedTypes.Name(type)})" : "null",
        _ when type.TypeKind == TypeKind.Enum => EnumConstant(value, type),
        double number => Real(number, number.ToString("R", CultureInfo.InvariantCulture), "double", ""),
        float number => Real(number, number.ToString("R", CultureInfo.InvariantCulture), "float", "F"),
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool truth => truth ? "true" : "false",
        decimal number => Signed(number.ToString(CultureInfo.InvariantCulture) + "M"),
        int.MinValue => "int.MinValue",
        long.MinValue => "long.MinValue",
        int number => Signed(number.ToString(CultureInfo.InvariantCulture)),
        long number => Signed(number.ToString(CultureInfo.InvariantCulture) + "L"),
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        IFormattable small => $"(({LiftedTypes.Name(type)}){Signed(small.ToString(null, CultureInfo.InvariantCulture))})",
        _ => throw new InvalidOperationException($"A constant of type {value.GetType()}."),
    };

    private static string Real(double number, string digits, string type, string suffix)
    {
        if (double.IsNaN(number))
            return type + ".NaN";
        if (double.IsInfinity(number))
            return type + (number > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        if (number == 0)
            digits = double.IsNegativeInfinity(1 / number) ? "-0" : "0"; // older hosts print −0.0 without its sign
        bool isWhole = digits.All(c => char.IsDigit(c) || c == '-');
        return Signed(digits + (isWhole ? ".0" : "") + suffix);
    }

    private static string EnumConstant(object value, ITypeSymbol type)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        string name = LiftedTypes.Name(type);
        return member is not null
            ? $"{name}.{Escape(member.Name)}"
            : $"(({name})({((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}))";
    }

    private static string Signed(string number) => number[0] == '-' ? $"({number})" : number;
}
