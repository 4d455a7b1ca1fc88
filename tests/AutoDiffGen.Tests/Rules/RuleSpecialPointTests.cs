using AutoDiffGen.Rules;

namespace AutoDiffGen.Tests.Rules;

/// <summary>What a derivative means where calculus leaves it open, and accuracy where a formula could lose it.</summary>
public class RuleSpecialPointTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<string, double[], double> Meanings => new()
    {
        { "Abs", [0], 0 },
        { "Abs", [-0.0], 0 },
        { "Floor", [2], 0 },
        { "Ceiling", [2], 0 },
        { "Truncate", [2], 0 },
        { "Round", [2.5], 0 },
        { "MaxByVal1", [3, 3], 0.5 },
        { "MaxByVal2", [3, 3], 0.5 },
        { "MinByVal1", [3, 3], 0.5 },
        { "MinByVal2", [3, 3], 0.5 },
        { "MaxByVal1", [0.0, -0.0], 0.5 },
        { "MaxMagnitudeByX", [3, 3], 0.5 },
        { "MaxMagnitudeByY", [3, 3], 0.5 },
        { "MinMagnitudeByX", [3, 3], 0.5 },
        { "MinMagnitudeByY", [3, 3], 0.5 },
        { "MaxMagnitudeByX", [-3, 3], 0 }, // the value is y, 3
        { "MaxMagnitudeByY", [-3, 3], 1 },
        { "MinMagnitudeByX", [-3, 3], 1 }, // the value is x, -3
        { "MinMagnitudeByY", [-3, 3], 0 },
        { "MaxNumberByX", [3, 3], 0.5 },
        { "MaxNumberByY", [3, 3], 0.5 },
        { "MinNumberByX", [3, 3], 0.5 },
        { "MinNumberByY", [3, 3], 0.5 },
        { "MaxNumberByX", [double.NaN, 3], 0 },
        { "MaxNumberByY", [double.NaN, 3], 1 },
        { "MinNumberByX", [3, double.NaN], 1 },
        { "MinNumberByY", [3, double.NaN], 0 },
        { "MaxMagnitudeNumberByX", [3, 3], 0.5 },
        { "MaxMagnitudeNumberByY", [3, 3], 0.5 },
        { "MaxMagnitudeNumberByX", [double.NaN, 3], 0 },
        { "MaxMagnitudeNumberByY", [double.NaN, 3], 1 },
        { "MinMagnitudeNumberByX", [3, 3], 0.5 },
        { "MinMagnitudeNumberByY", [3, 3], 0.5 },
        { "MinMagnitudeNumberByX", [3, double.NaN], 1 },
        { "MinMagnitudeNumberByY", [3, double.NaN], 0 },
        { "ClampByValue", [1, 1, 2], 1 },
        { "ClampByMin", [1, 1, 2], 0 },
        { "ClampByMax", [1, 1, 2], 0 },
        { "ClampByValue", [2, 1, 2], 1 },
        { "ClampByMin", [2, 1, 2], 0 },
        { "ClampByMax", [2, 1, 2], 0 },
        { "ClampByValue", [1, 1, 1], 1 },
        { "ClampByValue", [0, 1, 2], 0 },
        { "ClampByMin", [0, 1, 2], 1 },
        { "ClampByMax", [3, 1, 2], 1 },
        { "HypotByX", [0, 0], 0 },
        { "HypotByY", [0, 0], 0 },
        { "CopySignByX", [0, -1], 0 },
        { "CopySignByX", [-2, 3], -1 },
        { "CopySignByX", [-2, -3], 1 },
        { "CopySignByX", [2, -0.0], -1 },
        { "PowByX", [3, 0], 0 },
        { "PowByX", [-3, 0], 0 },
        { "PowByX", [0, 0], 0 },
        { "PowByX", [1e-310, 0], 0 },
        { "PowByX", [Infinity, 0], 0 },
        { "PowByX", [double.NaN, 0], 0 },
        { "PowByX", [0, 1], 1 },
        { "PowByX", [0, 2], 0 },
        { "PowByX", [0, 0.5], Infinity },
        { "PowByX", [-2, 3], 12 },
        { "PowByX", [-2, 2], -4 },
        { "PowByX", [-2, 1], 1 },
        { "PowByX", [-2, -1], -0.25 },
        { "PowByX", [-2, -2], 0.25 },
        { "PowByY", [0, 0], 0 },
        { "PowByY", [0, 1], 0 },
        { "PowByY", [0, 0.5], 0 },
        { "PowByY", [-2, 3], double.NaN },
        { "Sqrt", [0], Infinity },
        { "Cbrt", [0], Infinity },
        { "Log", [0], Infinity },
        { "Asin", [1], Infinity },
        { "Asin", [-1], Infinity },
        { "Acos", [1], -Infinity },
        { "Acosh", [1], Infinity },
        { "Acosh", [-2], double.NaN },
        { "Atanh", [1], Infinity },
        { "IEEERemainderByY", [7, 2], -4 }, // 3.5, the even neighbour
        { "IEEERemainderByY", [5, 2], -2 }, // 2.5, the even neighbour
        { "IEEERemainderByY", [-7, 2], 4 },
        { "Ieee754RemainderByRight", [7, 2], -4 },
        { "Ieee754RemainderByRight", [5, 2], -2 },
    };

    public static TheoryData<string, double[], double> Accuracies => new()
    {
        // For each, the derivative to 17 digits, by 40-digit arithmetic on the argument as it is represented.
        { "ExpM1", [-40], 4.2483542552915890e-18 },
        { "Exp2M1", [-60], 6.0120934321223593e-19 },
        { "Exp10M1", [-20], 2.3025850929940457e-20 },
        { "Asin", [1 - 1.0 / (1L << 50)], 23726566.406062895 },
        { "Acosh", [1 + 1.0 / (1L << 50)], 23726566.406062884 },
        { "Atanh", [1 - 1.0 / (1L << 50)], 562949953421312.25 },
        { "Atan2ByY", [1e-200, 1e-200], 5e199 },
        { "Atan2ByX", [1e-200, 1e-200], -5e199 },
        { "Atan2ByY", [1e200, 1e200], 5e-201 },
        { "Atan2PiByY", [1e-200, 1e-200], 1.5915494309189535e199 },
        { "Atan2PiByX", [1e200, 1e200], -1.5915494309189535e-201 },
        { "Asinh", [1e200], 1e-200 },
        { "HypotByX", [3e200, 4e200], 0.6 },
        { "HypotByY", [3e-200, 4e-200], 0.8 },
        { "LogP1", [1e-20], 1 },
        { "PowByX", [2, 1e-20], 5e-21 },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Special_point(string rule, double[] at, double expected) => Assert.Equal(expected, Evaluate(rule, at));

    [Theory]
    [MemberData(nameof(Accuracies))]
    public void Accurate_where_a_formula_could_lose_digits(string rule, double[] at, double expected) =>
        Approximately.EqualRelatively(expected, Evaluate(rule, at), 4e-15, rule);

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, Infinity)]
    [InlineData(3, Infinity)]
    [InlineData(-1, -Infinity)]
    public void Roots_at_zero(int n, double expected) => Assert.Equal(expected, DerivativeRules.RootN(0, n, double.RootN(0, n)));

    private static double Evaluate(string name, double[] at) =>
        Rule.All.Single(r => r.Partial.Name == name && r.Function.GetParameters().Length == at.Length).Derivative([.. at.Select(x => (object)x)]);
}
