using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <content>The constants, and what generic mathematics asks about a number. All of it is constant.</content>
public readonly partial struct Value : IFloatingPointIeee754<Value>, IMinMaxValue<Value>
{
    /// <summary>0.</summary>
    public static Value Zero => 0.0;

    /// <summary>1.</summary>
    public static Value One => 1.0;

    /// <summary>−1.</summary>
    public static Value NegativeOne => -1.0;

    /// <summary>−0, the zero with a sign.</summary>
    public static Value NegativeZero => -0.0;

    /// <summary>e, the base of the natural logarithm.</summary>
    public static Value E => Math.E;

    /// <summary>π, half a turn in radians.</summary>
    public static Value Pi => Math.PI;

    /// <summary>τ, a turn in radians.</summary>
    public static Value Tau => Math.Tau;

    /// <summary>The smallest number above 0.</summary>
    public static Value Epsilon => double.Epsilon;

    /// <summary>What is not a number.</summary>
    public static Value NaN => double.NaN;

    /// <summary>+∞.</summary>
    public static Value PositiveInfinity => double.PositiveInfinity;

    /// <summary>−∞.</summary>
    public static Value NegativeInfinity => double.NegativeInfinity;

    /// <summary>The largest finite number.</summary>
    public static Value MaxValue => double.MaxValue;

    /// <summary>The smallest finite number, far below zero.</summary>
    public static Value MinValue => double.MinValue;

    static int INumberBase<Value>.Radix => 2;

    static Value IAdditiveIdentity<Value, Value>.AdditiveIdentity => 0.0;

    static Value IMultiplicativeIdentity<Value, Value>.MultiplicativeIdentity => 1.0;

    /// <summary>Whether <paramref name="value"/> is a whole even number.</summary>
    public static bool IsEvenInteger(Value value) => double.IsEvenInteger(value.Data);

    /// <summary>Whether <paramref name="value"/> is neither infinite nor NaN.</summary>
    public static bool IsFinite(Value value) => double.IsFinite(value.Data);

    /// <summary>Whether <paramref name="value"/> is +∞ or −∞.</summary>
    public static bool IsInfinity(Value value) => double.IsInfinity(value.Data);

    /// <summary>Whether <paramref name="value"/> is a whole number.</summary>
    public static bool IsInteger(Value value) => double.IsInteger(value.Data);

    /// <summary>Whether <paramref name="value"/> is NaN.</summary>
    public static bool IsNaN(Value value) => double.IsNaN(value.Data);

    /// <summary>Whether <paramref name="value"/> has a minus sign, as −0 has.</summary>
    public static bool IsNegative(Value value) => double.IsNegative(value.Data);

    /// <summary>Whether <paramref name="value"/> is −∞.</summary>
    public static bool IsNegativeInfinity(Value value) => double.IsNegativeInfinity(value.Data);

    /// <summary>Whether <paramref name="value"/> is finite, not 0, and represented with full precision.</summary>
    public static bool IsNormal(Value value) => double.IsNormal(value.Data);

    /// <summary>Whether <paramref name="value"/> is a whole odd number.</summary>
    public static bool IsOddInteger(Value value) => double.IsOddInteger(value.Data);

    /// <summary>Whether <paramref name="value"/> has no minus sign.</summary>
    public static bool IsPositive(Value value) => double.IsPositive(value.Data);

    /// <summary>Whether <paramref name="value"/> is +∞.</summary>
    public static bool IsPositiveInfinity(Value value) => double.IsPositiveInfinity(value.Data);

    /// <summary>Whether <paramref name="value"/> is a power of 2.</summary>
    public static bool IsPow2(Value value) => double.IsPow2(value.Data);

    /// <summary>Whether <paramref name="value"/> is not NaN.</summary>
    public static bool IsRealNumber(Value value) => double.IsRealNumber(value.Data);

    /// <summary>Whether <paramref name="value"/> is so close to 0, without being 0, that it has lost precision.</summary>
    public static bool IsSubnormal(Value value) => double.IsSubnormal(value.Data);

    static bool INumberBase<Value>.IsCanonical(Value value) => true;

    static bool INumberBase<Value>.IsComplexNumber(Value value) => false;

    static bool INumberBase<Value>.IsImaginaryNumber(Value value) => false;

    static bool INumberBase<Value>.IsZero(Value value) => value.Data == 0;
}
