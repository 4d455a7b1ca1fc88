namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Methods over all that can be lifted.</summary>
internal static class LiftCases
{
    private static readonly object[][] One = [[0.7], [-1.3], [2.4]];

    private static readonly object[][] Two = [[0.7, 1.9], [-1.3, 0.4], [2.4, -0.6]];

    private static readonly object[][] Edges = [[0.0], [-0.0], [1.0], [double.NaN], [double.PositiveInfinity], [double.NegativeInfinity]];

    private static readonly object[][] EdgePairs =
        [[0.0, 0.0], [-0.0, 0.0], [1.0, 1.0], [double.NaN, 1.0], [1.0, double.NaN], [double.PositiveInfinity, 2.0], [2.0, double.NegativeInfinity]];

    public static IEnumerable<LiftCase> Bodies =>
    [
        new("expression body", "public static double Foo(double x, double y) => Math.Sin(x) * y + x / 3;", Two, EdgePairs),
        new("block body", "public static double Foo(double x) { double a = x * x; var b = a + 1; return a * b; }", One, Edges),
        new("several declarators", "public static double Foo(double x) { double a = x, b = 2, c; c = a * b; return c + b; }", One),
        new("const local", "public static double Foo(double x) { const double k = 0.5; const int n = 3; return k * x * n; }", One),
        new("reassign", "public static double Foo(double x) { double a = 1; a = a + x; a = a * x; x = x - a; return a + x; }", One),
        new("compound", "public static double Foo(double x, double y) { double a = x; a += y; a -= 2 * x; a *= y; a /= 3; a %= 7; return a; }", Two),
        new("compound with integers", "public static double Foo(double x, int n) { double a = x; a *= n; a += 1; a -= n / 2; a /= 2L; return a; }", [[0.7, 3], [-1.1, 4]]),
        new("increments", "public static double Foo(double x) { double a = x; a++; ++a; double b = a++ * --a; a--; return a * b; }", One, Edges),
        new("increments as values", "public static double Foo(double x) => x++ * x + --x * x--;", One),
        new("assignments as values", "public static double Foo(double x, double y) { double a, b; a = b = x * y; return a * (b = a + 1) * b + (x = y); }", Two),
        new("conditional", "public static double Foo(double x, double y) => x > y ? x * x : y;", Two, EdgePairs),
        new("conditional with constants", "public static double Foo(double x) => (x > 0 ? x : 1) * (x < 0 ? 2.5 : 1) + (x > 1 ? 1 : x);", One),
        new("conditional of integers", "public static double Foo(double x, bool c) { double a = c ? 1 : 2; return a * x + (c ? 1 : 2) / 2; }", [[0.7, true], [0.7, false]]),
        new("target typed conditional", "public static double Foo(double x, int n, uint u) { double a = x > 0 ? n : u; return a * x; }", [[0.7, 3, 5u], [-0.7, 3, 5u]]),
        new("short circuits", "public static double Foo(double x, double y) => x > 0 && (y > 1 || x < -y) && !(x == y) ? x * y : x - y;", Two, EdgePairs),
        new("comparisons", "public static double Foo(double x, double y) => (x < y ? x : 1) + (x <= y ? 2 * x : 1) + (x >= 1 ? y : 3) + (x != y ? y : 4) + (1 < x ? x : y);", Two, EdgePairs),
        new("if else chain", "public static double Foo(double x) { if (x > 2) return x * 3; else if (x > 0) { x *= 2; } else x = -x; return x; }", One, Edges),
        new("early returns", "public static double Foo(double x) { if (double.IsNaN(x)) return 0; if (x < 0) return -x * x; return 1; }", One, Edges),
        new("for", "public static double Foo(double x, int n) { double s = 0; for (int i = 0; i < n; i++) s += x * i; return s; }", [[0.7, 4], [0.7, 0]]),
        new("for over a real", "public static double Foo(double x) { double s = 0; for (double t = 0.1; t < 1; t += 0.25) s += t * x; for (;;) break; return s; }", One),
        new("while and do", "public static double Foo(double x) { int i = 0; while (true) { i++; if (i == 2) continue; if (i > 4) break; x *= 1.1; } do { x += x; i--; } while (i > 2); return x; }", One),
        new("checked", "public static double Foo(double x, int n) { checked { n = n + 1; } unchecked { n *= int.MaxValue; } return x * checked((int)(x * 10)) + x * unchecked(n * n); }", [[0.72, 3]]),
        new("nested blocks and empty statements", "public static double Foo(double x) { ; { double a = x; { x = a * a; } } { double a = x; x = a + 1; } return x; }", One),
        new("minus minus", "public static double Foo(double x, int n) => - -x * (+ +x) - -x + - - n;", [[0.7, 2]]),
        new("keyword names", "public static double Foo(double @double, double @in) { double @class = @double * @in; return @class + @double; }", Two),
    ];

    public static IEnumerable<LiftCase> Conversions =>
    [
        new("integers stay integers", "public static double Foo(double x, int n) => x * (1 / 2) + x * (n / 2) + n % 3 + x * 1 / 2;", [[0.7, 5]]),
        new("casts to integers", "public static double Foo(double x) => x * (int)(x * 4.3) + (long)(x + 0.2) * x + (byte)Math.Abs(x) + x;", One),
        new("casts to double", "public static double Foo(double x, int n) => (double)n / 2 * (double)x - (double)-x + (double)(n / 2);", [[0.7, 5]]),
        new("every integer type", "public static double Foo(double x, byte a, sbyte b, short c, ushort d, uint e, long f, ulong g, char h, nint i) { double s = a; s += b; s = s * c + x * d; s -= e; return x + s * f + g * x + h - i * x; }",
            [[0.7, (byte)1, (sbyte)-2, (short)3, (ushort)4, 5u, 6L, 7UL, 'h', (nint)8], [0.7, (byte)1, (sbyte)-2, (short)3, (ushort)4, 5u, long.MaxValue - 1, ulong.MaxValue - 1, 'h', (nint)8]]),
        new("integer compound", "public static double Foo(double x) { int n = 7; n += (int)(x * 3.3); n *= 2; n = (int)(n * x); return n * x; }", [[0.7], [2.4]]),
        new("integer compound with a real", "public static double Foo(double x) { int n = 7; n *= (int)x + 2; int m = 5; m = (int)(m * x); return n * x + m; }", [[0.7], [2.5]]),
        new("default", "public static double Foo(double x) { double a = default; a += x * default(double) + x; double b = x > 0 ? default : x; return a * x + b; }", One),
        new("no gradient", "public static double Foo(double x, [NoGrad] double y) => x * y * y + Math.Sin(y) + Math.Max(x, y);", Two),
        new("no gradient, assigned", "public static double Foo(double x, [NoGrad] double y) { y = y * x; y++; return x * y; }", Two),
        new("no gradient, name taken", "public static double Foo(double x, [NoGrad] double y) { double yValue = x; y += yValue; return yValue * y * x; }", Two),
        new("no gradient, assigned in an expression body", "public static double Foo(double x, [NoGrad] double y) => (y = y * x) * y;", Two),
        new("ref", "public static double Foo(double x, ref double r) { r = r * x; return x + r; }", Two),
        new("void", "public static void Foo(double x, ref double r, out double o) { o = x * r; r += o; }", [[0.7, 1.9, 0.0]]),
        new("inert result", "public static bool Foo(double x, out double root) { root = x > 0 ? Math.Sqrt(x) : 0; return x > 0; }", [[0.7, 0.0], [-0.7, 0.0]]),
        new("in", "public static double Foo(in double x, in int n) => x * x * n;", [[0.7, 3]]),
        new("inert parameters", "public static double Foo(double x, int n, bool b, Mode m, string s, string? t, decimal d, int? k) => b && m == Mode.Slow && s.Length > n && t is null && d > 0 && k is null ? x * x : x;",
            [[0.7, 1, true, null!, "abc", null!, 1m, null!]], Beside: "public enum Mode { Slow, Fast }"),
        new("default values", "public static double Foo(double x, double y = 2, int n = 3) => x * y * n;", [[0.7, 1.9, 3]]),
        new("stop gradient", "public static double Foo(double x, int n) => x * Ad.StopGradient(x / 1e300) + x * Ad.StopGradient(n) / 2 + x * Ad.StopGradient<double>(n) / 2;", [[0.7, 3]]),
    ];

    public static IEnumerable<LiftCase> Names =>
    [
        new("using static and aliases", "public static double Foo(double x) => Sin(x) * M.Cos(x) * PI + System.Math.Exp(x) + M.E;", One),
        new("static fields and constants", "private const double K = 1.5; private static readonly double L = 0.25, P = L * 2; private static double Q => 3; public static double Foo(double x) => K * x + Models.L + N.Other.Z * x - P * Q * x * double.Epsilon + Math.Tau + Other.Deep.W * x;",
            One, Beside: "public static class Other { public const double Z = 2; public static class Deep { public static readonly int W = 3; } }"),
        new("private constants elsewhere", "public static double Foo(double x) => Other.F(x);", One,
            Beside: "public static class Other { private const double Z = -2.5e-300, NaN = double.NaN, Inf = -1 / 0.0; private const string S = \"a\\nb\"; private const Kind Q = Kind.B; private enum Kind { A, B } internal static double F(double x) => x - Z + (Inf < 0 ? x : NaN) + S.Length * x; }"),
        new("shadowing locals", "public static double Foo(double Math) { double Value = System.Math.Sin(Math); double Square = Square2(Value); return Square * Value; } private static double Square2(double Square2) => Square2 * Square2;", One),
        new("enumerations", "public static double Foo(double x, int n) { Mode mode = (Mode)n; return mode == Mode.Fast || mode.HasFlag(Mode.@new) ? x * x : mode switch { Mode.Slow => x, _ => -x }; }",
            [[0.7, 0], [0.7, 1], [0.7, 2], [0.7, 4]], Beside: "[Flags] public enum Mode { Slow, Fast, @new = 4 }"),
        new("nested generic", "public static double Foo(double x) => Outer<int>.K * x + sizeof(int) * x + (typeof(Outer<int>) == typeof(Outer<long>) ? 1 : 2) * x;", One,
            Beside: "public static class Outer<T> { public static readonly double K = 2; }"),
        new("properties of inert things", "public static double Foo(double x, string s, DayOfWeek d) => x * s.Length + s.Trim().IndexOf('b') * x + (int)d * x + string.Concat(s, \"c\").Length;", [[0.7, " ab ", DayOfWeek.Friday]]),
        new("predicates", "public static double Foo(double x) => double.IsNaN(x) || double.IsInfinity(x * 2) || !double.IsFinite(x) ? 1 : Math.Sign(x) * x + Math.ILogB(x) * x + x.CompareTo(0.3) * x + (x.Equals(x) ? x : 0);", One, [[double.NaN], [double.PositiveInfinity]]),
    ];

    public static IEnumerable<LiftCase> Calls =>
    [
        new("functions", "public static double Foo(double x, double y) => Math.Exp(-x * x) + Math.Pow(Math.Abs(x), y) + Math.Log(Math.Abs(y), 3) + double.Hypot(x, y) + Math.Atan2(y: x, x: y) + double.Lerp(x, y, 0.3) + Math.FusedMultiplyAdd(x, y, 2) + Math.Cbrt(x) + Math.Max(x, 1) + Math.Min(2, y) + Math.Clamp(x, -1, 1) + double.Tanh(x) + Math.CopySign(x, y) + Math.ScaleB(x, 3) + Math.IEEERemainder(x, 5) + double.SinPi(x) + double.RootN(Math.Abs(x), 3);", Two),
        new("both clamps", "public static double Foo(double x, double a, double b) => Math.Clamp(x, a, b) + 3 * double.Clamp(value: x * 2, max: b, min: a) + Clamp(x); static double Clamp(double v) => v / 3;",
            [[0.7, -1.0, 2.0], [5.0, -1.0, 2.0]], [[double.PositiveInfinity, 1.0, double.NaN], [5e-324, double.NaN, 1.0], [0.0, -0.0, -0.0], [-0.0, 0.0, 0.0]]),
        new("functions of integers", "public static double Foo(double x, int n) => Math.Sqrt(n) * x + Math.Max(n, 2) / 2 * x + Math.Pow(x, n) + Math.Abs(-n) * x + Math.Sin(1.0);", [[0.7, 3]]),
        new("rounding", "public static double Foo(double x) => x * Math.Floor(x) + Math.Ceiling(x) + Math.Round(x * 10) + Math.Round(x * 3.3, 1) * x + Math.Round(x * 3, MidpointRounding.ToZero) + Math.Truncate(x) + double.Round(x * 7, 2, MidpointRounding.AwayFromZero);", [[0.72], [-1.31]], Edges),
        new("sine and cosine", "public static double Foo(double x) { var (s, c) = Math.SinCos(x); (double s2, double c2) = Math.SinCos(2 * x); double s3; (s3, _) = double.SinCosPi(x); return s * c + s2 - c2 * s3 + Math.SinCos(x).Cos; }", One),
        new("tuple locals", "public static double Foo(double x) { var t = Math.SinCos(x); (double a, int n) u = (t.Sin * 2, 3); (double, double) k = Math.SinCos(0.5); return u.a * u.n + t.Cos * k.Item1 + u.Item1; }", One),
        new("deconstruction", "public static double Foo(double x, double y) { (x, y) = (y, x * 2); var (a, (b, n)) = (x, (1.5, 3)); (double c, var d, int m) = (y, 2.0, n); d += c * x; return a * b + c * d * m; }", Two),
        new("helper", "public static double Foo(double x, double y) => Square(x) + Square(y) * Twice(x); static double Square(double v) => v * v; private static double Twice(double v) { v += v; return Square(v) / 2; }", Two),
        new("helper elsewhere", "public static double Foo(double x) => Other.Deep.Cube(x) + N.Other.Deep.Cube(2) * x;", One,
            Beside: "public static class Other { private static readonly double Unit = 1; public static class Deep { private const double K = 3; public static double Cube(double v) => v * v * v * K; } public static double One => Unit; }"),
        new("helper overloads", "public static double Foo(double x) => F(x) + F(x, 2) + F(1) + F(x, 0.5); static double F(double v) => v * 2; static double F(double v, int n) => v * n / 3; static double F(int n) => n; static double F(double v, double w) => v * w + G.F(v); static class G { internal static double F(double v) => v * v; }", One),
        new("named and optional arguments", "public static double Foo(double x, double y) { double t = x; return F(b: t *= 2, a: t + y) + F(x) + F(x, mode: Mode.B) + F(y, n: -3, b: 1); } enum Mode { A, B } static double F(double a, double b = 1.25, int n = 2, Mode mode = Mode.A, string? s = null, float f = 1.5f, char c = '\\n', bool t = true, long l = -5) => a * b * n + (mode == Mode.B ? a : b) + (s is null ? a * f : 0) + c * a + (t ? l : 0) * b;", Two),
        new("by reference", "public static double Foo(double x, double y) { double a = x; Add(ref a, y); Split(a, out double p, out var q); Split(q, out _, out p); Split(y, out var _, out double r); Swap(ref x, ref y); return p * q + x - y * y + Get(in a) * Get(2) * Get(r); } static void Add(ref double t, double v) => t += v * v; static void Split(double v, out double h, out double g) { h = v / 3; g = v - h * v; } static void Swap(ref double a, ref double b) => (a, b) = (b, a); static double Get(in double v) => v * 3;", Two),
        new("by reference, aliased", "public static double Foo(double x) { Mix(in x, ref x); return x; } static void Mix(in double a, ref double b) { b = 3 * b; b += a; }", One),
        new("no gradient helper parameters", "public static double Foo(double x, double y) { double a = x * y; double k = 2; F(x, 1.5, ref k); return a * k; } static void F(double v, [NoGrad] double w, ref double r) { r += v * w; }", Two),
        new("recursion", "public static double Foo(double x, int n) => n == 0 ? 1 : x * Foo(x, n - 1) + Odd(x, n); static double Odd(double x, int n) => n <= 0 ? x : Even(x * x, n - 1); static double Even(double x, int n) => n <= 0 ? 1 : Odd(x, n - 1);", [[0.7, 3]]),
        new("extension methods", "public static double Foo(double x) { double a = x.Square(); a.Halve(); return a * 3.0.Square() + \"abc\".Twice() * x; }", One,
            Beside: "public static class Extensions { public static double Square(this double v) => v * v; public static void Halve(this ref double v) => v /= 2; public static int Twice(this string s) => 2 * s.Length; }"),
        new("tuples from helpers", "public static double Foo(double x) { (double a, double b) = Pair(x); var t = Pair(a); return a * b + t.Low * t.High; } static (double Low, double High) Pair(double v) => v > 0 ? (v, v * v) : (1, v);", One),
        new("inert helpers", "public static double Foo(double x, int n) => x * Factorial(n) + Half(n) * x + (Inside(x) ? x * x : x) + Count(x) * x; static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1); static double Half(int n) { double[] a = { n / 2.0 }; return a[0]; } static bool Inside(double v) => v is > 0 and < 1; static int Count(double v) => (int)v + 2;", [[0.7, 3], [2.4, 2]]),
        new("private inert helper elsewhere", "public static double Foo(double x) => Other.F(x);", One,
            Beside: "public static class Other { public static double F(double v) => v * G(3) * H(); private static int G(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; } private static double H() => 2; }"),
        new("null forgiving", "public static double Foo(double x, string? s) => x * s!.Length;", [[0.7, "abc"]]),
        new("out of an inert parser", "public static double Foo(double x, string s) { if (!int.TryParse(s, out int n)) return x; return n * x; }", [[0.7, "12"], [0.7, "z"]]),
        new("float constants", "private const float K = 0.1f; public static double Foo(double x, [NoGrad] float f) { float g = f * 2; return x * K + g * x; }", [[0.7, 0.3f]]),
    ];

    public static IEnumerable<LiftCase> Patterns =>
    [
        new("is", "public static double Foo(double x) => x is > 0 and < 5 ? x * x : x is double.NaN ? 1 : x is 0 or -0.5 ? 2 : -x;", One, [.. Edges, [-0.5], [5.0]]),
        new("is not", "public static double Foo(double x, int n) => x is not (> 0 or < -1) ? x * x : n is > 3 and not 5 ? x : -x * 2;", [[0.7, 4], [-0.5, 5], [-1.3, 5]], [[double.NaN, 4]]),
        new("is var", "public static double Foo(double x) => x * x is var d && d > 1 ? d * x : d + x;", One, Edges),
        new("is double", "public static double Foo(double x) => x * 2 is double d and > 1 ? d * x : x;", One, Edges),
        new("is with a name and tests", "public static double Foo(double x) { if (x + 1 is > 0 and < 3 and var d && d != 2) return d * d; return x is { } e ? e * 3 : 0; }", One, Edges),
        new("is not with a name", "public static double Foo(double x) { if (x * 2 is not (> 1 and var d)) return x; return d * x; }", One, Edges),
        new("assigned name", "public static double Foo(double x, [NoGrad] double k) { if (k is var d && d > 0) { d *= x; return d; } return k is > 0 ? 1 : x * k; }", Two),
        new("switch statement", "public static double Foo(double x) { switch (x) { case 1: return 2 * x; case 0: case double.NaN: return 5; case > 2: return x * x; case < 0 when x > -1: x = 3; break; default: x *= 4; break; } return x; }", One, [.. Edges, [-0.5]]),
        new("switch statement with names", "public static double Foo(double x) { switch (x * 2) { case 2: return x; case < 0 and var d: return d * 3; case double d when d > 4: return d * d; case var e: return e / 2; } }", One, Edges),
        new("switch over integers", "public static double Foo(double x, int n) { switch (n) { case 1: x *= 2; break; case 2 or 3: return x; case > 5 when x > 0: return x * 6; case int m: return m * x; } return x; }", [[0.7, 1], [0.7, 3], [0.7, 7], [-0.7, 7]]),
        new("switch expression", "public static double Foo(double x) => 2 * (x switch { < 0 => -x, 0 => 1, > 2 and < 3 => x * x, double.NaN => 7, _ => x switch { > 1 => 0.5, _ => x } });", One, Edges),
        new("switch expression with names", "public static double Foo(double x) => (x - 1) switch { > 0 and var d => d * d, var d when d < -2 => d, double d => 3 * d };", One, Edges),
        new("switch expression of constants", "public static double Foo(double x, int n) => x * n switch { 0 => 1, 1 => 2, _ => n / 2 } + (n switch { 1 => x, 2 => 1, _ => 0.5 });", [[0.7, 1], [0.7, 2], [0.7, 5]]),
        new("switch on a tuple", "public static double Foo(double x, double y, int n) => (x, y, n) switch { ( > 0, > 1, 1) => x * y, (_, < 0, var m) when m > 1 => m * y, _ => x + y };", [[0.7, 1.9, 1], [-1.3, -0.4, 2], [-1.3, 0.4, 2]], [[double.NaN, -1.0, 2]]),
        new("switch on a tuple with names", "public static double Foo(double x, double y) => (x * y, 1.5, y) switch { ( > 1, _, var b) => b * b, (var a, var k, < 0) => a * k, var (a, _, b) => a + b * x };", Two, EdgePairs),
        new("switch statement on a tuple", "public static double Foo(double x, bool b) { switch (x, b) { case ( > 0, true): return x * x; case (var a, false) when a > 0: return a * 3; default: return x; } }", [[0.7, true], [0.7, false], [-0.7, false]]),
        new("is on a tuple", "public static double Foo(double x, double y) { var t = (x * 2, y); return t is ( > 0, var b) ? b * x : (x, y) is (_, > 0 and var c) ? c * c : x; }", Two, EdgePairs),
        new("enumeration patterns", "public static double Foo(double x, string s) => s is \"a\" or \"b\" ? x * x : s is { Length: > 2 and var n } ? n * x : s switch { null => 0, _ => x };", [[0.7, "a"], [0.7, "abcd"], [0.7, "z"]]),
    ];
}
