using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <content>
/// Conversion from and to other numbers, as generic code does it (<c>T.CreateChecked</c> and its like). What comes from another type is
/// constant. Integers are made of any value; a derivative cannot follow into another real type, so only a constant goes there.
/// </content>
public readonly partial struct Value
{
    static bool INumberBase<Value>.TryConvertFromChecked<TOther>(TOther value, out Value result)
    {
        bool success = TryCreate<TOther, double>(value, Range.Checked, out double data);
        result = data;
        return success;
    }

    static bool INumberBase<Value>.TryConvertFromSaturating<TOther>(TOther value, out Value result)
    {
        bool success = TryCreate<TOther, double>(value, Range.Saturating, out double data);
        result = data;
        return success;
    }

    static bool INumberBase<Value>.TryConvertFromTruncating<TOther>(TOther value, out Value result)
    {
        bool success = TryCreate<TOther, double>(value, Range.Truncating, out double data);
        result = data;
        return success;
    }

    static bool INumberBase<Value>.TryConvertToChecked<TOther>(Value value, [MaybeNullWhen(false)] out TOther result) =>
        TryCreate(value.DataFor<TOther>(), Range.Checked, out result);

    static bool INumberBase<Value>.TryConvertToSaturating<TOther>(Value value, [MaybeNullWhen(false)] out TOther result) =>
        TryCreate(value.DataFor<TOther>(), Range.Saturating, out result);

    static bool INumberBase<Value>.TryConvertToTruncating<TOther>(Value value, [MaybeNullWhen(false)] out TOther result) =>
        TryCreate(value.DataFor<TOther>(), Range.Truncating, out result);

    /// <summary>What becomes of a number outside the range of the type it is converted to.</summary>
    private enum Range
    {
        Checked,
        Saturating,
        Truncating,
    }

    private static bool TryCreate<TFrom, TTo>(TFrom value, Range range, [MaybeNullWhen(false)] out TTo result)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        try
        {
            result = range switch
            {
                Range.Checked => TTo.CreateChecked(value),
                Range.Saturating => TTo.CreateSaturating(value),
                _ => TTo.CreateTruncating(value),
            };
            return true;
        }
        catch (NotSupportedException)
        {
            // Neither type knows the other; it may yet know Value itself, and the caller asks it next.
            result = default;
            return false;
        }
    }

    private double DataFor<TOther>()
        where TOther : INumberBase<TOther>
    {
        bool isInteger = TOther.IsZero(TOther.One / (TOther.One + TOther.One));
        if (Tape is not null && !isInteger && Ad.IsRecording)
        {
            throw new InvalidOperationException(
                $"Converting a recorded value to {typeof(TOther)} would lose its derivative without a word. "
                + "Keep it a Value, or say that it is a constant: Ad.StopGradient(x).");
        }

        return Data;
    }
}
