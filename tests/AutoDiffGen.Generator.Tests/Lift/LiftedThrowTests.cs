using Xunit;

namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Exceptions of lifted methods: of the same type, and with the same message, as the original's.</summary>
public class LiftedThrowTests
{
    [Theory]
    [InlineData("throw statement", "if (x < 0) throw new ArgumentException($\"bad {x} and {x * 2:F3} or {Math.PI} {{}}\", nameof(x)); return x;", -1.5)]
    [InlineData("throw expression", "return x > 0 ? x : throw new ArgumentOutOfRangeException(nameof(x), x, \"must be \" + x + '!' + 1);", -1.5)]
    [InlineData("target typed new", "if (x < 0) throw new(string.Format(\"{0:F2} {1}\", x, x - 1)); return x;", -1.5)]
    [InlineData("verbatim", "throw new InvalidOperationException($@\"a \"\"{x}\"\" \\ {{b}}\r\n  {(x > 0 ? 1 : 2),4}\" + @\"c\n  d\");", -1.5)]
    [InlineData("raw", "throw new InvalidOperationException($$\"\"\"\n  a {x} {{x + 1}} \"q\" \\\n    b\n  \"\"\" + \"\"\"\n  z\n   y\n  \"\"\");", -1.5)]
    [InlineData("guard", "ArgumentOutOfRangeException.ThrowIfNegative(x); return x;", -1.5)]
    [InlineData("guard on an expression", "ArgumentOutOfRangeException.ThrowIfGreaterThan(x * 2 + Math.PI, 1.0); return x;", 1.5)]
    [InlineData("guard with a name", "ArgumentOutOfRangeException.ThrowIfGreaterThan(other: 1.0, value: x, paramName: nameof(x)); return x;", 1.5)]
    [InlineData("own guard", "Require(x > 2 * Math.E, x); return x;", 1.5)]
    [InlineData("own exception factory", "throw Fail(x, nameof(Math.PI));", 1.5)]
    [InlineData("switch", "return x switch { < 0 => x, _ => throw new NotSupportedException($\"{x switch { > 1 => 1, _ => 2 }}{x}\") };", 1.5)]
    [InlineData("unmatched", "return x switch { < 0 => x, 1 => 2 };", 1.5)]
    [InlineData("exception local", "var e = new ArgumentException(\"m\" + x); if (x > 0) throw e; return x;", 1.5)]
    [InlineData("own exception", "throw new OwnException(x, code: 3);", 1.5)]
    public void Throws_as_the_original(string name, string body, double at)
    {
        const string helpers = """
            static void Require(bool condition, double v, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(condition))] string? text = null,
                [System.Runtime.CompilerServices.CallerMemberName] string member = "")
            { if (!condition) throw new ArgumentException(text + member + v); }
            static Exception Fail(double v, string s) => new ArgumentException($"{v}{s}");
            """;
        const string beside = "public class OwnException(double x, int code = 0) : Exception($\"own {x} {code}\");";
        string source = "#pragma warning disable CS8509\n" + LiftHarness.InModels($"public static double Foo(double x) {{ {body} }}\n{helpers}", beside);
        Assert.NotNull(LiftHarness.Build(source).CheckThrows(at));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void A_checked_cast_overflows_as_the_original()
    {
        LiftedPair pair = LiftHarness.Build(LiftHarness.InModels("public static double Foo(double x) => checked((int)x) * x + checked((byte)(x * 2));"));
        Assert.IsType<OverflowException>(pair.CheckThrows(1e10));
        Assert.IsType<OverflowException>(pair.CheckThrows(200.0));
    }
}
