using System.Reflection;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

/// <summary>
/// Small programs full of side effects, run: the gradient method returns the method's own value to the last bit and throws what it throws,
/// with the optimiser and without, and its derivatives agree with differences.
/// </summary>
public class RunTests
{
    private delegate double Gradient(double x, double y, out double dx, out double dy);

    public static readonly TheoryData<string, string> Programs = new()
    {
        {
            "Side effects between operands",
            """
            [Differentiable] public static double F(double x, double y) => x++ * G(x) + Math.Sin(x) * (x = y * x) + x--;
            static double G(double a) => a * a;
            """
        },
        {
            "Chained and compound assignments",
            """
            [Differentiable] public static double F(double x, double y) { double a = x, b; b = a += y *= 2; a -= b++ * --b;
                return a * b + y; }
            """
        },
        {
            "Arguments out of order",
            """
            [Differentiable] public static double F(double x, double y) => H(b: x++, a: x) + H(x) * H(a: y += x, b: y);
            static double H(double a, in double b = 4) => a * b - b;
            """
        },
        {
            "Variables declared in conditions",
            """
            [Differentiable] public static double F(double x, double y) { if (x > 0 && Try(x, out double q) || Try(y, out q)) return q * x;
                if (x is > -1 and var k && k < y) y = k * k; return x * y; }
            static bool Try(double x, out double y) { y = x * x; return x > 1; }
            """
        },
        {
            "A switch expression with guards",
            """
            [Differentiable] public static double F(double x, double y) => x switch { < -1 => -x * y, > 3 when Bump(ref y) > 1 => y * x,
                0 => y, > 1 and < 2 or > 2.5 => x * x, var z when z > y => z * y, _ => G(x) + y };
            static double Bump(ref double y) => y += 1;
            static double G(double a) { if (a > 0) return a * a; return -a; }
            """
        },
        {
            "A tuple as the subject",
            """
            [Differentiable] public static double F(double x, double y) => (x > 0, y > 0) switch { (true, true) => x * y, (false, _) => -x,
                (_, false) when x > 1 => y, _ => throw new InvalidOperationException($"none {x:F2} {{}} {y}") };
            """
        },
        {
            "A switch expression that may not match",
            """
            [Differentiable] public static double F(double x, double y) => x switch { < 0 => y, > 1 => x * y };
            """
        },
        {
            "A switch statement",
            """
            [Differentiable] public static double F(double x, double y) { switch ((int)x) { case 0: return y;
                case 1: case 2 when y > 0: if (y > 2) break; x *= y; goto_(ref x); break; case > 2: double q = x * x; y = q; break;
                case -1: q = 2 * x; y *= q; break; default: ArgumentOutOfRangeException.ThrowIfLessThan(x, -2); break; } return x * y; }
            static void goto_(ref double z) { z = z * z; }
            """
        },
        {
            "Locals shared by sections",
            """
            [Differentiable] public static double F(double x, double y) { switch ((int)x) { case 0: O(x, out double q); y += q; break;
                case 1: q = 2 * x; y *= q; break; } return x * y; }
            static void O(double a, out double b) => b = a * 3;
            """
        },
        {
            "Labels",
            """
            [Differentiable] public static double F(double x, double y) { int k = 0; double s = 0; if (y < 0) goto skip; s = x; first: k++; double t = s * x; s += t + y;
                for (int i = 0; i < k; i++) { if (s > 50) goto end; if (i == 2) goto second; s -= 0.25; } if (k < 3) goto first; second: k++; s *= 0.5; if (k < 6) goto first;
                if (k < 9) goto second; s += t; skip: s -= y; if (s < -3) goto end; s *= x; end: return s * y + k; }
            """
        },
        {
            "Labels that are jumped to from everywhere",
            """
            [Differentiable] public static double F(double x, double y) { int k = 0; double s = x; if (y > 0) goto middle; top: s = s * y + x; double u = s + k; if (k > 5) goto end; low: k++; s += u;
                if (k == 2) goto middle; if (k < 4) goto top; goto end; middle: u = x * y; k++; if (k < 3) goto low; for (;;) { if (k++ > 4) goto end; if (s > 1) goto top; s += 0.5; } end: return s * u; }
            """
        },
        {
            "Labels that are never reached",
            """
            [Differentiable] public static double F(double x, double y) { return x * y; int j = 0; if (x > 0) goto middle; top: j++; middle: x += j; if (j < 2) goto top; return x; }
            """
        },
        {
            "Quotients and remainders",
            """
            [Differentiable] public static double F(double x, double y) { int n = (int)(x * 10), m = (int)(y * 10) | 1; int q = Math.DivRem(n++, m, out int r);
                (n, long l) = Math.DivRem(n, m -= 2); (long u, l) = long.DivRem(l * 7, 3); return x * q + y * r + x * n + y * l - u; }
            """
        },
        {
            "Functions of integers",
            """
            [Differentiable] public static double F(double x, double y) { int n = int.Clamp((int)(x * 10), -5, 7); char c = (char)('0' + (n & 15)); long l = Math.Max(n, Convert.ToInt64(y * 4));
                if (char.IsDigit(c) && int.IsEvenInteger(n)) x += System.Numerics.BitOperations.PopCount((uint)n) * y; return x * int.Sign(n) + y * l + Convert.ToDouble(n); }
            """
        },
        {
            "Sine and cosine together",
            """
            [Differentiable] public static double F(double x, double y) { var (s, c) = Math.SinCos(x * y); (x, y) = Math.SinCos(x);
                return s * c + x * y + double.SinCosPi(x).CosPi; }
            """
        },
        {
            "Integer arithmetic",
            """
            [Differentiable] public static double F(double x, double y) { int n = (int)x; n = unchecked(n * 1000000007); byte b = (byte)n;
                b++; b <<= 1; b += 200; long l = n; l >>= 3; uint u = (uint)n; u >>>= 2; n ^= 5; n = ~n;
                return x * (n % 7) + y * b + l % 3 * x + u % 5 * y; }
            """
        },
        {
            "Checked arithmetic",
            """
            [Differentiable] public static double F(double x, double y) { checked { int n = (int)x; n *= 100000; n += (int)(y * 100000);
                n = n * 3000; return x * y + n * 0; } }
            """
        },
        {
            "Throw expressions",
            """
            [Differentiable] public static double F(double x, double y) => x > 0 ? y > 0 ? G(x, y) : throw new ArgumentException("y",
                nameof(y)) : x < -1 ? throw new ArgumentOutOfRangeException(nameof(x), x, null) : y;
            static double G(double a, double b) => a switch { > 1 => b, _ => a } * b;
            """
        },
        {
            "Names of sibling scopes",
            """
            [Differentiable] public static double F(double x, double y) { double r = 0; { double t = x; r += t; } { double t = y; r *= t;
                } if (r is double d && d > 0) { double t = d * x; r = t; } else { bool t = r > 1; if (!t) r = -r * y; } return r; }
            """
        },
        {
            "References and aliases",
            """
            [Differentiable] public static double F(double x, double y) { Swap(ref x, ref y); A(ref x, x = 2 * y, ref y); return x * y; }
            static void Swap(ref double a, ref double b) { double t = a; a = b; b = t; }
            static void A(ref double a, double v, ref double b) { a += v; b *= a; }
            """
        },
        {
            "Flags, strings and enums",
            """
            [Differentiable] public static double F(double x, double y) { bool b; if ((b = x > 0) & (y *= x) > 0 | !b) x += y;
                string s = x > 1 ? "a" : "b"; E e = x > 0 ? E.A : (E)7; char c = e == E.A ? '\'' : '\n';
                return s == "a" && s is not "q" ? x * y : c is '\'' ? e switch { E.A => x, _ => y } * 3 : y; }
            enum E { A }
            """
        },
        {
            "Functions of the framework",
            """
            [Differentiable] public static double F(double x, double y) => Math.Max(x, y) + Math.Clamp(x, -1, 1) * Math.Round(y, 1,
                MidpointRounding.AwayFromZero) + Math.Sign(x) * y + Math.Abs((int)y) * x + (double.IsNegative(y) ? x : y) + Math.ScaleB(x,
                2) + double.Lerp(x, y, 0.3) + (x is double.NaN ? 1 : 0) + Ad.StopGradient(0.0);
            """
        },
        {
            "Text in exceptions",
            """
            [Differentiable] public static double F(double x, double y) { double a; if (x > 0) a = y;
                else if (x < -1) throw new Exception("" + x + 1 + 'c' + (x > 0) + null); else a = x; _ = a++; _ = G(ref a); G(ref a);
                return a * x; }
            static double G(ref double a) => a *= 2;
            """
        },
        {
            "Subjects with side effects",
            """
            [Differentiable] public static double F(double x, double y) { if (G(x) is > 1 and < 5 and var g) return g * y;
                return G(y) is var h and not (> 2) ? h * x : x; }
            static double G(double v) { switch (v) { case > 0: return v * v; case double.NaN: return 0; default: return -v; } }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task The_value_keeps_its_bits(string name, string members)
    {
        await Expect.Clean(Expect.InClass(members));
        foreach (bool optimize in new[] { true, false })
        {
            Type type = Load(members, optimize);
            var f = type.GetMethod("F")!.CreateDelegate<Func<double, double, double>>();
            var gradient = type.GetMethod("F_Grad")!.CreateDelegate<Gradient>();
            var random = new Random(5);
            for (int i = 0; i < 300; i++)
            {
                // Whole numbers first: the edges of conditions and patterns.
                (double x, double y) = ((random.NextDouble() - 0.4) * 6, (random.NextDouble() - 0.4) * 6);
                (x, y) = i < 40 ? (Math.Round(x), Math.Round(y)) : (x, y);
                double dx = 0, dy = 0;
                string expected = Outcome(() => f(x, y));
                Assert.True(expected == Outcome(() => gradient(x, y, out dx, out dy)), $"{name} at {x}, {y}");
                if (i < 40 || Difference(t => f(t, y), x) is not { } byX || Difference(t => f(x, t), y) is not { } byY)
                    continue;
                Assert.True(Math.Abs(byX - dx) <= 1e-4 * (1 + Math.Abs(byX)), $"{name} by x at {x}, {y}: {dx}, not {byX}");
                Assert.True(Math.Abs(byY - dy) <= 1e-4 * (1 + Math.Abs(byY)), $"{name} by y at {x}, {y}: {dy}, not {byY}");
            }
        }
    }

    private static Type Load(string members, bool optimize)
    {
        Compilation compilation = Compile.Generate(Compile.Of(Expect.InClass(members)), out _, optimize);
        using var assembly = new MemoryStream();
        Assert.True(compilation.Emit(assembly).Success);
        return Assembly.Load(assembly.ToArray()).GetType("N.C")!;
    }

    private static string Outcome(Func<double> run)
    {
        try
        {
            return BitConverter.DoubleToInt64Bits(run()).ToString("x");
        }
        catch (Exception e)
        {
            return $"{e.GetType()}: {e.Message}";
        }
    }

    // Central, where both sides exist.
    private static double? Difference(Func<double, double> f, double at)
    {
        try
        {
            return (f(at + 1e-6) - f(at - 1e-6)) / 2e-6;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
