using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AutoDiffGen.Dynamic;

/// <content>
/// Formatting and parsing: <see cref="double"/>'s, in the invariant culture where no provider is given. What is parsed is constant.
/// </content>
public readonly partial struct Value
{
    /// <summary>Writes the shortest text that reads back as the same data, in the invariant culture.</summary>
    public override string ToString() => Data.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.ToString(string, IFormatProvider)"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Data.ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.TryFormat(Span{char}, out int, ReadOnlySpan{char}, IFormatProvider)"/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Data.TryFormat(destination, out charsWritten, format, provider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.Parse(string, IFormatProvider)"/>
    public static Value Parse(string s, IFormatProvider? provider = null) => double.Parse(s, provider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.Parse(ReadOnlySpan{char}, IFormatProvider)"/>
    public static Value Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => double.Parse(s, provider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.Parse(string, NumberStyles, IFormatProvider)"/>
    public static Value Parse(string s, NumberStyles style, IFormatProvider? provider) =>
        double.Parse(s, style, provider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.Parse(ReadOnlySpan{char}, NumberStyles, IFormatProvider)"/>
    public static Value Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        double.Parse(s, style, provider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc cref="double.TryParse(string, IFormatProvider, out double)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Value result) =>
        Parsed(double.TryParse(s, provider ?? CultureInfo.InvariantCulture, out double data), data, out result);

    /// <inheritdoc cref="double.TryParse(ReadOnlySpan{char}, IFormatProvider, out double)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Value result) =>
        Parsed(double.TryParse(s, provider ?? CultureInfo.InvariantCulture, out double data), data, out result);

    /// <inheritdoc cref="double.TryParse(string, NumberStyles, IFormatProvider, out double)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Value result) =>
        Parsed(double.TryParse(s, style, provider ?? CultureInfo.InvariantCulture, out double data), data, out result);

    /// <inheritdoc cref="double.TryParse(ReadOnlySpan{char}, NumberStyles, IFormatProvider, out double)"/>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Value result) =>
        Parsed(double.TryParse(s, style, provider ?? CultureInfo.InvariantCulture, out double data), data, out result);

    private static bool Parsed(bool success, double data, out Value result)
    {
        result = data;
        return success;
    }
}
