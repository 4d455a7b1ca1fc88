using System.Globalization;
using AutoDiffGen.Corpus;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>Arguments for a method: an entry for each parameter that is not <c>out</c>.</summary>
internal sealed record Point(object?[] Arguments, double[]? Gradient, double Tolerance, Type? Exception)
{
    public static Point Of(AtAttribute at) => new(at.Arguments, at.Gradient, at.Tolerance, null);

    public static Point Of(ThrowsAttribute throws) => new(throws.Arguments, null, 0, throws.Exception);

    /// <summary>The point as it would be written in source, so that <c>3</c> and <c>3.0</c> differ.</summary>
    public override string ToString() => "(" + string.Join(", ", Arguments.Select(Literal)) + ")";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        double d => Real(d),
        float f => Real(f) + "f",
        bool b => b ? "true" : "false",
        string s => "\"" + s + "\"",
        char c => "'" + c + "'",
        Enum e => e.ToString(),
        Array a => "[" + string.Join(", ", a.Cast<object>().Select(Literal)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Real<T>(T value)
        where T : IFormattable
    {
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().IndexOfAnyExceptInRange('0', '9') is var other && (other < 0 || (digits[0] == '-' && !digits.AsSpan(1).ContainsAnyExceptInRange('0', '9')))
            ? digits + ".0"
            : digits;
    }
}
