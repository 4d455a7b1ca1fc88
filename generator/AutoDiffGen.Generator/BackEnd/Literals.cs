using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>Names and constants as C# text, whatever the machine's culture.</summary>
internal static class Literals
{
    /// <summary>The shortest literal that reads back as the same bits.</summary>
    public static string Real(Ir.RealConst constant)
    {
        if (constant.Name is not null)
            return constant.Name;
        bool single = constant.Real.Kind == Ir.RealKind.Single;
        string type = single ? "float" : "double";
        if (double.IsNaN(constant.Value))
            return type + ".NaN";
        if (double.IsInfinity(constant.Value))
            return type + (constant.Value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");

        string text = single
            ? ShortestSingle((float)constant.Value)
            : ShortestDouble(constant.Value);
        bool negativeZero = constant.Value == 0.0 && BitConverter.DoubleToInt64Bits(constant.Value) != 0;
        if (negativeZero)
            text = "-0";
        if (!text.Contains('.') && !text.Contains('E'))
            text += ".0";
        return text + (single ? "f" : "");
    }

    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    // The .NET Framework's "R" may fall short; seventeen digits always suffice for double, nine for float.
    private static string ShortestDouble(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(value)
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static string ShortestSingle(float value)
    {
        for (int digits = 6; digits < 9; digits++)
        {
            string text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float back) && back.Equals(value))
                return text;
        }

        return value.ToString("G9", CultureInfo.InvariantCulture);
    }
}
