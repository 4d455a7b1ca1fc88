using System.Globalization;
using System.Numerics;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Tests.Dynamic;

/// <summary><see cref="Value"/> as generic mathematics sees it: as <see cref="double"/>, differentiated.</summary>
public class ValueGenericTests
{
    [Fact]
    public void A_generic_algorithm_is_differentiated_by_running_it()
    {
        // Newton's method for the cube root, over nothing but INumber.
        static T CubeRoot<T>(T a)
            where T : INumber<T>
        {
            T three = T.CreateChecked(3);
            T x = T.One;
            for (int i = 0; i < 40; i++) x -= (x * x * x - a) / (three * x * x);
            return x;
        }

        using var tape = new Tape();
        Value a = tape.Variable(5);
        Value root = CubeRoot(a);
        root.Backward();

        Assert.Equal(CubeRoot(5.0), root.Data);
        Approximately.Equal(Math.Cbrt(5) / 15, a.Grad, 1e-14);
    }

    [Fact]
    public void A_generic_algorithm_over_every_function_interface()
    {
        static T Everything<T>(T x, T y)
            where T : IFloatingPointIeee754<T>
        {
            T sum = T.Zero;
            foreach (T t in (ReadOnlySpan<T>)[x, y, x * y])
            {
                sum += T.Sin(t) * T.Exp(-t) + T.Log(T.One + t) / T.Sqrt(t) + T.Pow(t, x) - T.Tanh(t) * T.Pi;
                sum += T.Atan2(t, x) + T.Lerp(x, y, t) + T.FusedMultiplyAdd(t, t, x) + T.Clamp(t, T.Zero, T.One) + T.Max(t, y);
                sum += T.Hypot(t, y) + T.RootN(t, 5) + T.ScaleB(t, 2) + T.ReciprocalEstimate(t) * T.Zero + T.CopySign(t, -y) + T.Floor(t);
                if (T.IsNegative(sum) && T.Sign(t) > 0) sum *= T.CreateChecked(2);
            }

            return sum;
        }

        using var tape = new Tape();
        Value x = tape.Variable(0.4);
        Value y = tape.Variable(1.3);
        Value f = Everything(x, y);
        f.Backward();

        Assert.Equal(Everything(0.4, 1.3), f.Data);
        Assert.True(GradientCheck.Run(p => Everything(p[0], p[1]), [0.4, 1.3], [x.Grad, y.Grad]).Passed);
    }

    [Fact]
    public void Constants_are_doubles()
    {
        Assert.Equal(Constants<double>(), Constants<Value>().Select(v => v.Data));

        static T[] Constants<T>()
            where T : IFloatingPointIeee754<T>, IMinMaxValue<T> =>
        [
            T.Zero, T.One, T.NegativeOne, T.NegativeZero, T.E, T.Pi, T.Tau, T.Epsilon, T.NaN, T.PositiveInfinity, T.NegativeInfinity,
            T.MaxValue, T.MinValue, T.AdditiveIdentity, T.MultiplicativeIdentity, T.CreateChecked(T.Radix),
        ];
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(3.0)]
    [InlineData(-4.0)]
    [InlineData(0.3)]
    [InlineData(1e-310)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Questions_have_doubles_answers(double x)
    {
        Assert.Equal(Answers(x), Answers<Value>(x));
        Assert.Equal(Answers(-x), Answers<Value>(-x)); // −0 too

        static bool[] Answers<T>(T x)
            where T : INumberBase<T> =>
        [
            T.IsCanonical(x), T.IsComplexNumber(x), T.IsEvenInteger(x), T.IsFinite(x), T.IsImaginaryNumber(x), T.IsInfinity(x), T.IsInteger(x),
            T.IsNaN(x), T.IsNegative(x), T.IsNegativeInfinity(x), T.IsNormal(x), T.IsOddInteger(x), T.IsPositive(x), T.IsPositiveInfinity(x),
            T.IsRealNumber(x), T.IsSubnormal(x), T.IsZero(x),
        ];
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-3.75)]
    [InlineData(1e300)]
    public void Bits_are_doubles(double x)
    {
        Assert.Equal(Bits(x), Bits<Value>(x));

        static string Bits<T>(T x)
            where T : IFloatingPoint<T>
        {
            Span<byte> bytes = stackalloc byte[64];
            int at = 0;
            at += x.WriteExponentBigEndian(bytes[at..]);
            at += x.WriteExponentLittleEndian(bytes[at..]);
            at += x.WriteSignificandBigEndian(bytes[at..]);
            at += x.WriteSignificandLittleEndian(bytes[at..]);
            return $"{x.GetExponentByteCount()} {x.GetExponentShortestBitLength()} {x.GetSignificandBitLength()} {x.GetSignificandByteCount()} "
                + Convert.ToHexString(bytes[..at]);
        }
    }

    [Fact]
    public void Other_numbers_become_constants()
    {
        Assert.Equal(3, Checked<Value, int>(3).Data);
        Assert.Equal(0.5, Checked<Value, float>(0.5f).Data);
        Assert.Equal(0.1, Saturating<Value, decimal>(0.1m).Data);
        Assert.Equal(1e20, Truncating<Value, BigInteger>(BigInteger.Pow(10, 20)).Data);
        Assert.True(Checked<Value, int>(3).IsConstant);

        using var tape = new Tape();
        Value x = tape.Variable(2);
        Checked<Value, Value>(x).Backward(); // of its own type it is itself
        Assert.Equal(1, x.Grad);

        static TTo Checked<TTo, TFrom>(TFrom x)
            where TTo : INumberBase<TTo>
            where TFrom : INumberBase<TFrom> => TTo.CreateChecked(x);

        static TTo Saturating<TTo, TFrom>(TFrom x)
            where TTo : INumberBase<TTo>
            where TFrom : INumberBase<TFrom> => TTo.CreateSaturating(x);

        static TTo Truncating<TTo, TFrom>(TFrom x)
            where TTo : INumberBase<TTo>
            where TFrom : INumberBase<TFrom> => TTo.CreateTruncating(x);
    }

    [Fact]
    public void Integers_are_made_of_any_value()
    {
        using var tape = new Tape();
        Value x = tape.Variable(300.7);
        Assert.Equal(300, int.CreateChecked(x));
        Assert.Equal(255, byte.CreateSaturating(x));
        Assert.Equal(byte.CreateTruncating(300.7), byte.CreateTruncating(x));
        Assert.Equal(300, BigInteger.CreateChecked(x));
        Assert.Throws<OverflowException>(() => byte.CreateChecked(x));
    }

    [Fact]
    public void No_derivative_is_lost_in_a_conversion()
    {
        using var tape = new Tape();
        Value x = tape.Variable(0.5);
        Assert.Contains("StopGradient", Assert.Throws<InvalidOperationException>(() => double.CreateChecked(x)).Message);
        Assert.Throws<InvalidOperationException>(() => float.CreateSaturating(x));
        Assert.Throws<InvalidOperationException>(() => decimal.CreateTruncating(x));
        Assert.Throws<InvalidOperationException>(() => Complex.CreateChecked(x));

        Assert.Equal(0.5, double.CreateChecked(Ad.StopGradient(x)));
        Assert.Equal(0.5m, decimal.CreateChecked(x.Detach()));
        using (Ad.NoGrad()) Assert.Equal(0.5f, float.CreateChecked(x));
    }

    [Fact]
    public void Text_is_doubles_in_the_invariant_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        CultureInfo.CurrentCulture = comma;
        try
        {
            Value x = 1234.5;
            Assert.Equal("1234.5", x.ToString());
            Assert.Equal("1234.50", x.ToString("F2", null));
            Assert.Equal("1234,50", x.ToString("F2", comma));
            Assert.Equal("1234.50", FormattableString.Invariant($"{x:F2}"));
            Span<char> text = stackalloc char[16];
            Assert.True(x.TryFormat(text, out int written, "F1", null));
            Assert.Equal("1234.5", text[..written].ToString());
            Assert.False(x.TryFormat(text[..3], out _, default, null));

            Assert.Equal(1.5, Value.Parse("1.5").Data);
            Assert.Equal(1.5, Value.Parse("1.5".AsSpan()).Data);
            Assert.Equal(1.5, Value.Parse("1,5", comma).Data);
            Assert.Equal(-1.5, Value.Parse("(1.5)", NumberStyles.AllowParentheses | NumberStyles.Float, null).Data);
            Assert.Equal(-1.5, Value.Parse("(1.5)".AsSpan(), NumberStyles.AllowParentheses | NumberStyles.Float, null).Data);
            Assert.True(Value.TryParse("1.5", null, out Value parsed) && parsed == 1.5);
            Assert.True(Value.TryParse("2.5".AsSpan(), null, out parsed) && parsed == 2.5);
            Assert.True(Value.TryParse("3.5", NumberStyles.Float, null, out parsed) && parsed == 3.5);
            Assert.True(Value.TryParse("4.5".AsSpan(), NumberStyles.Float, null, out parsed) && parsed == 4.5);
            Assert.False(Value.TryParse("one", null, out parsed));
            Assert.Throws<FormatException>(() => Value.Parse("one"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
