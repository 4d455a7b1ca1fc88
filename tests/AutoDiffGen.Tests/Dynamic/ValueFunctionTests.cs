using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using AutoDiffGen.Dynamic;
using AutoDiffGen.Tests.Rules;

namespace AutoDiffGen.Tests.Dynamic;

/// <summary>Every function of .NET's real arithmetic as <see cref="Value"/> has it: the same name, the same bits, the right derivative.</summary>
public class ValueFunctionTests
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly double[] Awkward =
    [
        0.0, -0.0, 1, -1, 0.5, 2.5, -3.7, 1e-310, 1e300, 1234.5678, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    /// <summary>The functions of <see cref="Math"/> and <see cref="double"/> on real numbers that .NET 8 has, comparisons aside.</summary>
    public static TheoryData<string> Functions =>
    [
        .. from type in new[] { typeof(Math), typeof(double) }
           from method in type.GetMethods(Static)
           where !method.IsSpecialName && !method.IsGenericMethod && !IsNewer(method.Name)
           where (type, method.Name) != (typeof(double), "Clamp") // may choose the other zero than Math.Clamp; below
           where method.GetParameters().All(p => p.ParameterType == typeof(double) || p.ParameterType == typeof(int) || p.ParameterType.IsEnum)
           where method.GetParameters().Any(p => p.ParameterType == typeof(double))
           select Name(method),
    ];

    // The library is compiled for .NET 8: what is newer has a rule, but no counterpart on the tape.
    public static TheoryData<string> Rules => [.. Rule.All.Where(r => !IsNewer(r.Function.Name)).Select(r => Name(r.Function)).Distinct()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Has_the_function_with_the_same_bits(string name)
    {
        MethodInfo original = Find(name);
        MethodInfo lifted = Lifted(original);
        Assert.Equal(Lift(original.ReturnType), lifted.ReturnType);

        foreach (object[] at in AwkwardArguments(original.GetParameters()))
        {
            string what = FormattableString.Invariant($"{name} at {string.Join(", ", at)}");
            object? expected = Invoke(original, at);
            Assert.True(SameBits(expected, Invoke(lifted, [.. at.Select(Constant)])), what);

            using var tape = new Tape();
            object?[] variables = [.. at.Select(a => a is double d ? tape.Variable(d) : a)];
            Assert.True(SameBits(expected, Invoke(lifted, variables)), what + " (recorded)");
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Differentiates_the_function_by_any_of_its_arguments(string name)
    {
        Rule[] rules = [.. Rule.All.Where(r => Name(r.Function) == name)];
        MethodInfo lifted = Lifted(rules[0].Function);
        using var tape = new Tape();

        foreach (Rule rule in rules)
        {
            foreach ((object[] at, double room) in rule.Points(perCombination: 3))
            {
                double expected = rule.Difference(at, room);

                // The others are variables too, or constants: each choice takes another way through the tape.
                for (int choice = 0; choice < 1 << at.Length; choice++)
                {
                    if ((choice & 1 << rule.Wrt) == 0) continue;
                    tape.Reset();
                    object?[] values = [.. at.Select((a, i) => a is double d ? (choice & 1 << i) != 0 ? tape.Variable(d) : new Value(d) : a)];
                    var result = (Value)Invoke(lifted, values)!;
                    result.Backward();
                    string what = FormattableString.Invariant($"{rule} at {string.Join(", ", at)}");
                    Approximately.Equal(expected, ((Value)values[rule.Wrt]!).Grad, 1e-8, what);
                }
            }
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-1.7)]
    public void Pairs_differentiate_both_ways(double at)
    {
        using var tape = new Tape();
        Value x = tape.Variable(at);
        (Value sin, Value cos) = Value.SinCos(x);
        sin.Backward();
        Assert.Equal(Math.Cos(at), x.Grad);
        tape.ZeroGrad();
        cos.Backward();
        Assert.Equal(-Math.Sin(at), x.Grad);

        (Value sinPi, Value cosPi) = Value.SinCosPi(x);
        tape.ZeroGrad();
        sinPi.Backward();
        Assert.Equal(Math.PI * double.CosPi(at), x.Grad);
        tape.ZeroGrad();
        cosPi.Backward();
        Assert.Equal(-Math.PI * double.SinPi(at), x.Grad);
    }

    [Theory]
    [InlineData(2, 2, 1)]
    [InlineData(-2, 0, 0)]
    [InlineData(0, 0, 0)]
    public void Relu(double at, double value, double derivative)
    {
        using var tape = new Tape();
        Value x = tape.Variable(at);
        Value y = Value.Relu(x);
        y.Backward();
        Assert.Equal(value, y.Data);
        Assert.Equal(derivative, x.Grad);
        Assert.Equal(double.NaN, Value.Relu(double.NaN).Data);
    }

    [Theory]
    [InlineData(0, 0.5, 0.25)]
    [InlineData(2, 0.88079707797788243, 0.10499358540350652)]
    [InlineData(-2, 0.11920292202211757, 0.10499358540350652)]
    [InlineData(40, 1, 4.2483542552915889e-18)] // y (1 - y) would be 0
    [InlineData(-40, 4.2483542552915889e-18, 4.2483542552915889e-18)]
    [InlineData(800, 1, 0)]
    [InlineData(-800, 0, 0)]
    public void Sigmoid(double at, double value, double derivative)
    {
        using var tape = new Tape();
        Value x = tape.Variable(at);
        Value y = Value.Sigmoid(x);
        y.Backward();
        Assert.True(Math.Abs(y.Data - value) <= 1e-15 * value, $"{y}");
        Assert.True(Math.Abs(x.Grad - derivative) <= 1e-15 * derivative, $"{x.Grad}");
    }

    [Fact]
    public void Clamp_in_generic_code_is_that_of_the_type()
    {
        foreach (object[] at in AwkwardArguments(typeof(double).GetMethod("Clamp")!.GetParameters()))
        {
            (double value, double min, double max) = ((double)at[0], (double)at[1], (double)at[2]);
            if (min > max)
                Assert.Throws<ArgumentException>(() => Generic<Value>(value, min, max));
            else
                Assert.True(SameBits(double.Clamp(value, min, max), Generic<Value>(value, min, max)), $"{value} {min} {max}");
        }

        using var tape = new Tape();
        Value low = tape.Variable(2);
        Generic(1, low, tape.Variable(3)).Backward();
        Assert.Equal(1, low.Grad);

        static T Generic<T>(T value, T min, T max)
            where T : INumber<T> => T.Clamp(value, min, max);
    }

    [Fact]
    public void Clamp_refuses_an_empty_range() => Assert.Throws<ArgumentException>(() => Value.Clamp(1, 3, 2));

    [Fact]
    public void Sign_refuses_NaN() => Assert.Throws<ArithmeticException>(() => Value.Sign(double.NaN));

    private static bool IsNewer(string name) => name is "ClampNative" or "MaxNative" or "MinNative" or "MultiplyAddEstimate";

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";

    private static MethodInfo Find(string name) =>
        typeof(Math).GetMethods(Static).Concat(typeof(double).GetMethods(Static)).Single(m => Name(m) == name);

    private static MethodInfo Lifted(MethodInfo original)
    {
        Type[] types = [.. original.GetParameters().Select(p => Lift(p.ParameterType))];
        MethodInfo? lifted = typeof(Value).GetMethod(original.Name, Static, types);
        Assert.True(lifted is not null, $"Value has no {Name(original)}");
        return lifted;
    }

    private static Type Lift(Type type) =>
        type == typeof(double) ? typeof(Value) : type == typeof((double, double)) ? typeof((Value, Value)) : type;

    private static object? Constant(object argument) => argument is double d ? new Value(d) : argument;

    /// <summary>What the method returns, or the type of what it throws.</summary>
    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.GetType();
        }
    }

    private static bool SameBits(object? expected, object? actual) => (expected, actual) switch
    {
        (double e, Value a) => BitConverter.DoubleToInt64Bits(e) == BitConverter.DoubleToInt64Bits(a.Data),
        (ITuple e, ITuple a) => e.Length == a.Length && Enumerable.Range(0, e.Length).All(i => SameBits(e[i], a[i])),
        _ => Equals(expected, actual),
    };

    private static IEnumerable<object[]> AwkwardArguments(ReadOnlyMemory<ParameterInfo> parameters)
    {
        if (parameters.IsEmpty) return [[]];
        Type type = parameters.Span[0].ParameterType;
        IEnumerable<object> first = type == typeof(double) ? Awkward.Cast<object>()
            : type.IsEnum ? Enum.GetValues(type).Cast<object>()
            : [-3, 0, 1, 2, 3, 16, 1100];
        return from a in first from rest in AwkwardArguments(parameters[1..]) select (object[])[a, .. rest];
    }
}
