namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>Methods over arrays and spans, and the loops that go through them.</summary>
internal static class BufferCases
{
    private static readonly double[] Three = [0.7, -1.3, 2.4];

    private static readonly double[] Others = [1.1, 0.6, -0.8];

    private static readonly double[] Five = [0.7, -1.3, 2.4, 0.31, 1.9];

    private static readonly double[,] Matrix = { { 0.7, -1.3, 2.4 }, { 0.31, 1.9, -0.6 } };

    private static readonly double[][] Jagged = [[0.7, -1.3], [2.4], [0.31, 1.9, -0.6]];

    public static IEnumerable<BufferCase> Loops =>
    [
        new("for over an array", "public static double Foo(double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) s += a[i] * a[i] * i; return s; }", [[Three], [Array.Empty<double>()]]),
        new("for over a span", "public static double Foo(ReadOnlySpan<double> a, Span<double> b) { double s = 1; for (int i = a.Length - 1; i >= 0; i--) { s *= a[i]; b[i] += s; } return s; }", [[Three, Others]]),
        new("foreach over an array", "public static double Foo(double[] a) { double s = 0; foreach (double v in a) s += v * v; foreach (var v in a) { if (v < 0) continue; s *= v; } return s; }", [[Three]]),
        new("foreach over spans", "public static double Foo(ReadOnlySpan<double> a, Span<double> b) { double s = 0; foreach (double v in a) s += v * v; foreach (var v in b) s *= v; foreach (ref readonly double v in a) s += v; return s; }", [[Three, Five]]),
        new("foreach by reference", "public static void Foo(Span<double> b, double k) { foreach (ref double v in b) v *= k + v; foreach (ref var v in b) { v += 1; if (v > 3) break; v = v * v; } }", [[Five, 1.7]]),
        new("foreach over integers and text", "public static double Foo(double[] a, int[] index, string s) { double x = 1; foreach (int i in index) x += a[i] * a[i]; foreach (char c in s) x *= c - 'a' + a[0]; foreach (double d in index) x += d * a[0]; return x; }", [[Three, new[] { 2, 0, 2 }, "abc"]]),
        new("foreach over a matrix", "public static double Foo(double[,] m) { double s = 0, k = 1; foreach (double v in m) s += v * k++; return s; }", [[Matrix]]),
        new("foreach over rows", "public static double Foo(double[][] m) { double s = 1; foreach (double[] row in m) foreach (var v in row) { s = s * v + 1; row[0] += v; } return s; }", [[Jagged]]),
        new("foreach sees writes", "public static double Foo(double[] a) { double s = 0; int i = 0; foreach (double v in a) { s += v; if (++i < a.Length) a[i] *= v; } return s; }", [[Five]]),
        new("foreach keeps its array", "public static double Foo(double[] a, double[] b) { double s = 0; foreach (double v in a) { a = b; s += v * a[0]; } return s; }", [[Three, Five]]),
        new("while with an assignment in its condition", "public static double Foo(double[] a) { int i = 0; double v, s = 0; while (i < a.Length && (v = a[i++]) < 2) s += v * v; return s; }", [[Five]]),
        new("while over a real", "public static double Foo(double[] a, double x) { while ((x -= a[0]) > 0) a[1] += x; return x; }", [[Three, 3.3]]),
        new("do", "public static double Foo(double[] a) { int i = 0; double s = 1; do { s *= a[i]; if (s < -2) break; } while (++i < a.Length); return s; }", [[Five]]),
        new("nested with break, continue and return", "public static double Foo(double[,] m, double stop) { double s = 0; for (int i = 0; i < m.GetLength(0); i++) { for (int j = 0; j < m.GetLength(1); j++) { if (m[i, j] < -1) continue; if (s > stop) return s * m[i, j]; if (j == 2) break; s += m[i, j] * m[i, j]; } s *= 1.5; } return s; }", [[Matrix, 0.5], [Matrix, 100.0]]),
        new("goto", "public static double Foo(double[] a) { int i = 0; double s = 1; again: if (i < a.Length) { s *= a[i++]; goto again; } for (;;) { for (;;) { s += 1; goto done; } } done: return s; }", [[Three]]),
        new("goto case", "public static double Foo(double[] a, int n) { double s = 0; switch (n) { case 0: s += a[0]; goto case 2; case 1: s += a[1]; goto default; case 2: s *= a[2]; break; default: s *= 3; break; } return s; }", [[Three, 0], [Three, 1], [Three, 2], [Three, 3]]),
        new("two counters", "public static double Foo(double[] a) { double s = 0; for (int i = 0, j = a.Length - 1; i < j; i++, j--) s += a[i] * a[j]; return s; }", [[Five]]),
        new("linear recurrence", "public static double Foo(double[] a, double x) { double h = 0; for (int t = 0; t < a.Length; t++) h = Math.Tanh(a[t] * h + x); return h; }", [[Five, 0.4]]),
        new("triangular", "public static void Foo(double[,] l, double[] b) { for (int i = 0; i < b.Length; i++) { for (int j = 0; j < i; j++) b[i] -= l[i, j] * b[j]; b[i] /= l[i, i]; } }", [[new double[,] { { 2, 0 }, { 0.5, 3 } }, new[] { 0.7, 1.9 }]]),
        new("a loop over a real", "public static double Foo(double[] a) { double s = 0; for (double t = a[0]; t < 3; t += a[4]) s += t * t; return s; }", [[Five]]),
    ];

    public static IEnumerable<BufferCase> Creations =>
    [
        new("new arrays are zero", "public static double Foo(double x, int n) { double[] a = new double[n]; double s = 0; foreach (double v in a) s += v; a[n - 1] = x; return s + a[n - 1] * a[n - 1] + a[0]; }", [[0.7, 3], [0.7, 1]]),
        new("matrices", "public static double Foo(double x, int n) { var m = new double[n, n + 1]; for (int i = 0; i < n; i++) for (int j = 0; j <= n; j++) m[i, j] = i * x + j; m[1, 1] += m[0, 1] * m[1, 0]; return m[1, 1] * m[1, 2] + m.Length * m.Rank * x; }", [[0.7, 2]]),
        new("jagged arrays", "public static double Foo(double x, int n) { double[][] m = new double[n][]; for (int i = 0; i < n; i++) { m[i] = new double[i + 1]; m[i][i] = x * i; } m[1][0] = m[2][2] * x; return m[1][0] + m[2].Length * m[1][1]; }", [[0.7, 3]]),
        new("three dimensions and arrays of matrices", "public static double Foo(double x) { var c = new double[2, 2, 2]; c[1, 0, 1] = x * x; double[][,] d = new double[2][,]; d[1] = new double[,] { { x, 1 }, { 2, c[1, 0, 1] } }; return c[1, 0, 1] * d[1][1, 1] + d[1][0, 0] + d[1].GetLength(1); }", [[0.7]]),
        new("initialisers", "public static double Foo(double x) { double[] a = { 1, x }; double[] b = new double[] { x, 2, x * x }; var c = new[] { 1, x, 3 }; double[] d = new double[2] { x, x }; double[,] m = { { 1, x }, { x * x, 4 } }; var e = new double[][] { a, new[] { x, 2.5 }, new double[0] }; a[0] = x; return a[1] * b[2] + c[1] * d[0] + m[1, 0] * e[0][0] + e[1][1] * e[2].Length + e[1][0]; }", [[0.7]]),
        new("initialisers of constants", "public static double Foo(double x, int n) { double[] a = { 1, 2.5, n, n / 2 }; var b = new[] { 1.0, 2 }; double[] c = { }; return a[1] * x + a[3] * a[2] * b[1] * x * x + c.Length; }", [[0.7, 5]]),
        new("integer arrays stay", "public static double Foo(double[] a) { int[] index = { 2, 0, 1 }; int[,] grid = { { 1, 2 }, { 3, 4 } }; var seen = new bool[3]; int[][] rows = new int[2][]; rows[1] = new[] { 1, 2 }; index[0]--; index[1] += 2; double s = 0; for (int i = 0; i < index.Length; i++) { if (seen[index[i]]) continue; seen[index[i]] = true; s += a[index[i]] * grid[1, 0] / 2 * rows[1][1]; } return s; }", [[Three]]),
        new("a stack of values", "public static double Foo(double x, int n) { Span<double> s = stackalloc double[n]; s[1] = x; ReadOnlySpan<double> r = stackalloc[] { 1.0, x, x * x }; Span<double> t = stackalloc double[] { x, 2 }; Span<double> u = stackalloc double[2] { 3, x }; Span<int> k = stackalloc int[n]; k[0] = 2; Span<int> l = stackalloc[] { 1, 2 }; return s[0] + s[1] * r[2] + t[0] * u[1] * k[0] * l[1] + Sum(stackalloc double[] { x, x }) + Sum(stackalloc double[3]); } static double Sum(ReadOnlySpan<double> a) { double s = 0; foreach (double v in a) s += v; return s; }", [[0.7, 3]]),
        new("a stack or an array", "public static double Foo(double[] a, int n) { Span<double> s = n < 3 ? stackalloc double[n] : new double[n]; scoped Span<double> t = n > 3 ? a : stackalloc double[2]; for (int i = 0; i < 2; i++) { s[i] = a[i] * a[i]; t[i] += s[i]; } return s[0] * s[1] + t[1]; }", [[Three, 2], [Three, 4]]),
        new("collection expressions", "public static double Foo(double[] a, double x) { double[] b = [x, 1, ..a, 2 * x]; Span<double> s = [x, x * x]; ReadOnlySpan<double> r = [1, .. b, x]; double[] e = []; ReadOnlySpan<double> f = []; double[][] j = [a, [x, 2], []]; int[] k = [1, 2]; double[] m = [..k, .. r[..2], 3]; s[1] += 1; j[0][0] *= 2; return b[2] * b[1] * s[1] + r[1] * r[^1] + e.Length + f.Length + j[1][0] * a[0] + m[3] * m[1] + Sum([x, 3]) + Total([x, x]); } static double Sum(ReadOnlySpan<double> a) => a[0] * a[1]; static double Total(double[] a) => a[0] * a[1];", [[Three, 1.9]]),
        new("spreads of integers", "public static double Foo(double x, int n) { int[] k = [1, n]; double[] a = [.. k, x, n / 2, 'a', 1.5f, default]; ReadOnlySpan<double> r = [.. k, .. k[1..]]; double[] b = { n, 2L, 'a', default, x }; return a[1] * a[2] * a[3] + a[4] * x + r[2] * x * x + b[2] * b[4] + b[3]; }", [[0.7, 5]]),
        new("spans of the stack", "public static double Foo(double x, double[] a) { double y = x * x; Span<double> s = stackalloc double[2]; s[0] = 2; s = new Span<double>(ref y); Span<double> t = [x, 1]; t = s; ReadOnlySpan<double> r = [x, 2]; r = t; ReadOnlySpan<double> u = x > 0 ? stackalloc double[] { x } : default; u = r; Take(s); return t[0] * r[0] * u[0] + Constants()[1] * x + a[0]; } static void Take(scoped Span<double> s) { Span<double> t = stackalloc double[1]; t = s; t[0] *= 2; } static ReadOnlySpan<double> Constants() { ReadOnlySpan<double> c = [1, 2]; return c; }", [[0.7, Three]]),
        new("spans of the stack that blocks swap", "public static double Foo(double[] a, double x) { Span<double> s = stackalloc double[2]; s[0] = x; foreach (double e in a) { Span<double> t = stackalloc[] { e * x, 1.0 }; t[1] += s[0]; { Span<double> u = t; t = s; s = u; } if (e > 0.5) { ReadOnlySpan<double> v = e > 1 ? stackalloc double[1] : t; v = s; Span<double> w = [v[0], e]; w = t; s[0] += w[0] * v[1]; } } return s[0] * s[1]; }", [[Three, 0.7]]),
        new("defaults", "public static double Foo(double x) { double[]? a = null, b = default; Span<double> s = default; ReadOnlySpan<double> r = default(ReadOnlySpan<double>); var e = Array.Empty<double>(); Span<double> t = Span<double>.Empty; if (a == null && b is null && s.IsEmpty && r.Length == 0 && e.Length == 0 && t.IsEmpty) x *= x; a ??= new[] { x, 2 }; b = b ?? a; return a[0] * (b == a ? 3 : 4) + (a is not null && a is { Length: 2 } ? x : 0) + (b != null ? x : 1); }", [[0.7]]),
        new("spans of arrays", "public static double Foo(double[] a) { Span<double> s = a; ReadOnlySpan<double> r = s; var t = new Span<double>(a, 1, 2); var u = new ReadOnlySpan<double>(a); Span<double> v = new(a); s[0] += 1; t[0] *= r[0]; v[2] *= u[1]; return r[0] * r[1] * u[2]; }", [[Three]]),
        new("a span of one variable", "public static double Foo(double x) { double y = x * 2; Span<double> s = new Span<double>(ref y); s[0] *= x; return y + new ReadOnlySpan<double>(in y)[0]; }", [[0.7]]),
        new("copies", "public static double Foo(double[] a, double[,] m) { double[] b = (double[])a.Clone(); var c = (double[,])m.Clone(); double[] d = a.AsSpan().ToArray(); int[] k = (int[])new[] { 1, 2 }.Clone(); a[0] = 5; m[0, 1] = 7; k[0]++; return a[0] * b[0] * b[0] + c[0, 1] * m[0, 0] + d[0] * d[1] * k[0] + m[0, 1]; }", [[Three, Matrix]]),
        new("clone of a jagged array is shallow", "public static double Foo(double[][] m) { var c = (double[][])m.Clone(); c[0][0] *= 2; c[1] = new[] { 3.0 }; return m[0][0] * m[0][0] * c[1][0] + m[1][0]; }", [[Jagged]]),
        new("tuples with arrays", "public static double Foo(double[] a, double x) { (double[] v, int n) t = (a, 2); var (p, q) = Pair(a, x); t.v[0] *= x; var u = (new double[] { x }, x); return p[0] * q + t.v[t.n] * u.Item1[0] * u.Item2; } static (double[] All, double Last) Pair(double[] a, double x) { double[] b = [x, .. a]; return (b, b[^1]); }", [[Three, 1.9]]),
        new("array results of helpers", "public static double Foo(double[] a, int n) { double[] b = Zeros(n), c = Scaled(a, 2), d = Same(c); d[0] += 1; Span<double> s = Tail(a); s[0] *= 3; b[0] = c[0] * c[0]; return b[0] + b[1] + c[1] * a[1]; } static double[] Zeros(int n) => new double[n]; static double[] Scaled(double[] a, double k) { var b = new double[a.Length]; for (int i = 0; i < b.Length; i++) b[i] = a[i] * k; return b; } static double[] Same(double[] a) => a; static Span<double> Tail(Span<double> a) => a[1..];", [[Three, 3]]),
        new("an array result", "public static double[] Foo(double[] a, double x) { if (x < 0) return a; double[] b = new double[a.Length]; for (int i = 0; i < b.Length; i++) b[i] = Math.Sin(a[i]) * x; return b; }", [[Three, 1.9], [Three, -1.9]]),
        new("other results", "public static int Foo(double[] a) { int n = 0; for (int i = 0; i < a.Length; i++) if (a[i] > 0) { a[i] *= a[i]; n++; } return n; }", [[Three]]),
        new("a span result", "public static Span<double> Foo(Span<double> a) { a[0] *= a[1]; return a.Slice(1); }", [[Three]]),
    ];

    public static IEnumerable<BufferCase> Elements =>
    [
        new("from the end", "public static double Foo(double[] a, ReadOnlySpan<double> b, int n) { Index i = ^2; a[^1] *= b[^n]; return a[^1] * a[i] + b[^1] * b[n]; }", [[Three, Five, 2]]),
        new("ranges of arrays are copies", "public static double Foo(double[] a) { var b = a[1..^1]; Range r = ..2; double[] c = a[r]; b[0] *= 2; c[1] += 1; var d = a[..]; d[0] = 0; return a[1] * b[0] * c[1] + a[0]; }", [[Five]]),
        new("ranges of spans are views", "public static double Foo(Span<double> a, int n) { Span<double> b = a[1..^1]; b[0] *= 2; a.Slice(n)[0] *= 3; a.Slice(1, 2)[1] += 1; ReadOnlySpan<double> c = a[(n - 1)..(n + 1)]; return a[1] * a[n] * c[0] + a[2]; }", [[Five, 2]]),
        new("compound assignments", "public static void Foo(double[] a, double x) { a[0] += x; a[1] -= a[0]; a[2] *= a[1] + 1; a[3] /= a[2]; a[4] %= 0.5; a[0]++; --a[1]; double b = a[2]-- * ++a[3]; a[4] = a[0] = b * x; }", [[Five, 1.7]]),
        new("order of evaluation", "public static double Foo(double[] a, double x) { int i = 0; a[i++] = a[i] + i; a[i] += a[i++] * i; a[Next(ref i)] *= Set(a, 3, x) + a[3]; a[i = 1] = i * x; return a[0] * a[1] + a[2] * a[3]; } static int Next(ref int i) => --i; static double Set(double[] a, int i, double x) { a[i] = x * x; return a[i - 1]; }", [[Five, 1.7]]),
        new("the old element is read first", "public static double Foo(double[] a) { a[0] += Clear(a); a[1] = a[1] * 2 + Clear(a) + a[1]; return a[0] * a[1]; } static double Clear(double[] a) { double s = a[0] * a[1]; a[0] = 0.5; a[1] = 3; return s; }", [[Three]]),
        new("swapped elements", "public static void Foo(double[] a, Span<double> b, double[,] m) { (a[0], a[1]) = (a[1] * 2, a[0]); (b[0], b[2], a[2]) = (a[2], b[0] * b[1], b[2]); (m[0, 0], m[1, 1]) = (m[1, 1], m[0, 0] * m[0, 1]); int i = 0; (a[i], i, a[i + 1]) = (a[1], 2, a[i]); }", [[Three, Others, Matrix]]),
        new("swapped arrays", "public static double Foo(double[] a, double[] b, int n) { for (int k = 0; k < n; k++) { for (int i = 0; i < a.Length; i++) b[i] = a[i] * a[(i + 1) % a.Length]; (a, b) = (b, a); } a[0] += 1; return a[0] * b[1]; }", [[Three, new[] { 1.0, 2, 3 }, 3], [Three, new[] { 1.0, 2, 3 }, 2]]),
        new("swapped rows", "public static double Foo(double[][] m) { (m[0], m[2]) = (m[2], m[0]); double[] t = m[1]; m[1] = m[0]; m[1][0] *= 2; t[0] += 1; return m[0][0] * m[0][0] + t[0] * m[2][1]; }", [[Jagged]]),
        new("aliases", "public static double Foo(double[] a) { double[] b = a; Span<double> s = b; b[0] *= 2; s[0] += a[1]; ReadOnlySpan<double> r = a.AsSpan(1); a[1] *= s[0]; return a[0] * r[0] * b[1]; }", [[Three]]),
        new("the same array twice", "public static double Foo(double[] a) => Mix(a, a) + Mix(a, (double[])a.Clone()); static double Mix(double[] a, double[] b) { a[0] = b[0] * 2; b[1] += a[0]; return a[1] * b[0]; }", [[Three]]),
        new("one array for two parameters", "public static double Foo(double[] a, double[] b, Span<double> c) { a[0] *= b[1]; c[1] += a[0]; b[2] = c[1] * a[2]; return (a == b ? 2 : 3) * a[1] * b[0]; }", [[Three, Three, Three], [Others, Three, Others]]),
        new("a row twice", "public static double Foo(double x) { double[] r = { x, 2 }; double[][] m = { r, r, new double[2] }; m[0][1] *= x; m[1][0] += m[0][1]; m[2] = m[0]; m[2][0] *= 2; return m[0][0] * m[1][1]; }", [[0.7]]),
        new("overlapping spans", "public static double Foo(Span<double> a) { Add(a[1..], a[..^1]); return a[^1]; } static void Add(Span<double> a, ReadOnlySpan<double> b) { for (int i = 0; i < a.Length; i++) a[i] += 0.5 * b[i] * b[i]; }", [[Five]]),
        new("conditional arrays", "public static double Foo(double[] a, double[] b) { double[] c = a[0] > b[0] ? a : b; (a[1] > 0.5 ? a : b)[0] += 2; double[] d = a.Length switch { 3 => a, 5 => b, _ => c }; c[1] *= 3; return c[1] * b[0] + d[0] * d[0]; }", [[new[] { 0.8, -1.3, 2.4 }, Five], [new[] { 3.0, 1, 2, 4 }, Five]]),
        new("patterns on elements", "public static double Foo(double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) { s += a[i] switch { < 0 => a[i] * 2, > 1 and var big => big * big, _ => 3 * a[i] }; if (a[i] is > 0 and var v && v < 1) s *= v; } return a.Length is > 2 ? s : -s; }", [[Five]]),
        new("casts of elements", "public static double Foo(double[] a) { int i = (int)a[2]; return a[i - 1] * (int)(a[4] * 2.3) + (double)a[0] / 2; }", [[Five]]),
        new("constant tables", "private static readonly double[] Table = { 0.5, 2, -1 }; private static readonly double[,] Grid = { { 1, 2 }, { 3, 4 } }; private static readonly int[] Index = { 2, 0 }; public static double Foo(double[] a) { double s = 0; for (int i = 0; i < Table.Length; i++) s += Table[i] * a[i] * a[i]; foreach (double t in Table) s *= t + a[0]; foreach (int i in Index) s += a[i]; return s + Grid[1, 0] * a[1] + Grid.GetLength(0) + Table[^1]; }", [[Three]]),
        new("constant tables as read-only spans", "private static ReadOnlySpan<double> Weights => new double[] { 0.5, 2, -1 }; private static readonly double[] Table = { 1, 3 }; public static double Foo(double[] a) { double s = Dot(a, Weights) * Dot(a.AsSpan(1), Table) + Dot(a, Weights[1..]) + Weights[0] * Weights.Length; ReadOnlySpan<double> w = Table; foreach (ref readonly double v in Weights) s += v * a[0]; return s * w[1] + Weights.Slice(1)[0]; } static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) { double s = 0; for (int i = 0; i < b.Length; i++) s += a[i] * b[i]; return s; }", [[Three]]),
        new("text by index", "public static double Foo(double[] a, string s) => a[s[1] - 'a'] * a[0] * s[^1];", [[Three, "abc"]]),
        new("null arrays", "public static double Foo(double[]? a, double x) => a == null ? x : a.Length * x * a![0];", [[null!, 0.7], [Three, 0.7]]),
    ];

    public static IEnumerable<BufferCase> References =>
    [
        new("ref locals", "public static double Foo(double[] a, Span<double> s) { ref double r = ref a[1]; r *= 2; r = ref s[0]; r += a[1]; ref var q = ref r; q *= q; ref readonly double k = ref a[0]; double y = 3; ref double z = ref y; z = k * y; int n = 1; ref int m = ref n; m++; return y * s[0] + a[1] * n; }", [[Three, Five]]),
        new("a ref local keeps its element", "public static double Foo(double[] a) { int i = 0; ref double r = ref a[i++]; i = 2; r = a[i] * 2; double[] b = a; a = new double[] { 1, 2, 3 }; r += a[1]; return b[0] * b[0]; }", [[Three]]),
        new("ref conditionals", "public static double Foo(double[] a, double x) { ref double r = ref (x > 0 ? ref a[0] : ref a[1]); r *= x; (a[2] > 0 ? ref a[2] : ref r) = x * x; Twice(ref (x < 0 ? ref a[1] : ref r)); return a[0] * a[1] * a[2]; } static void Twice(ref double v) => v *= 2;", [[Three, 1.9], [Three, -1.9]]),
        new("elements by reference", "public static double Foo(double[] a, double[,] m, double[][] j) { Twice(ref a[1]); Split(a[0], out a[2], out m[0, 1]); Swap(ref a[0], ref a[1]); Swap(ref a[0], ref a[0]); Twice(ref j[2][1]); return Get(in a[1]) * m[0, 1] + a[2] * j[2][1] + Get(a[0]); } static void Twice(ref double v) => v *= 2; static void Split(double v, out double a, out double b) { a = v * v; b = v / 3; } static void Swap(ref double a, ref double b) => (a, b) = (b, a); static double Get(in double v) => v * v;", [[Three, Matrix, Jagged]]),
        new("arguments by reference that overlap", "public static double Foo(double[] a) { Add(ref a[0], a); Follow(in a[1], a); return a[0] * a[1]; } static void Add(ref double v, double[] a) { v += a[1]; a[0] *= 2; v *= v; } static void Follow(in double v, double[] a) { a[1] *= 3; a[2] = v * v; a[0] += a[2]; }", [[Three]]),
        new("arrays by reference", "public static double Foo(double[] a, double x) { double[] b = a; Grow(ref b, x); Make(out var c, out double[] d, 2, x); c[1] *= x; Twice(in a); return b[^1] * b[0] * a[0] + c[1] * d[0]; } static void Grow(ref double[] a, double x) { a[0] *= 2; double[] b = new double[a.Length + 1]; a.CopyTo(b, 0); b[^1] = x * x; a = b; } static void Make(out double[] a, out double[] b, int n, double x) { a = new double[n]; b = new double[n]; a[1] = x; b[0] = x * 3; } static void Twice(in double[] a) => a[0] *= 2;", [[Three, 1.9]]),
        new("parameters by reference", "public static void Foo(ref double[] a, out double[] b, ref double x, double[] c) { b = a; a = c; b[0] *= x; x += a[1]; a[0] = x; }", [[Three, null!, 1.9, Five]]),
        new("spans by reference", "public static double Foo(Span<double> a) { Pop(ref a, out double x); Pop(ref a, out double y); a[0] *= 2; return x * y * a[0]; } static void Pop(ref Span<double> a, out double v) { v = a[0]; a = a[1..]; }", [[Five]]),
        new("integers by reference", "public static double Foo(double[] a) { int[] n = { 0, 1 }; Step(ref n[0]); ref int k = ref n[1]; k++; int.TryParse(\"0\", out n[1]); return a[n[0]] * a[n[1]] * a[n[0]]; } static void Step(ref int n) => n += 2;", [[Three]]),
        new("a ref local in a loop", "public static void Foo(double[] a, double[,] m) { for (int i = 0; i < 2; i++) { ref double d = ref m[i, i]; for (int j = 0; j < 3; j++) { if (i == j) continue; d += m[i, j] * a[j]; } a[i] = d; } for (ref double r = ref a[0]; r < 3; r += 1.3) a[1] += r; }", [[Three, Matrix]]),
    ];

    public static IEnumerable<BufferCase> Functions =>
    [
        new("copy", "public static double Foo(double[] a, double[] b, int n) { Array.Copy(a, b, n); Array.Copy(a, 1, b, 2, n); Array.Copy(b, 0, b, 1, 3); Array.Copy(sourceArray: b, destinationArray: a, length: 2); b[0] *= 2; return a[0] * b[1] * b[2] + b[3] * a[1]; }", [[Three, Five, 2]]),
        new("copy of matrices and rows", "public static double Foo(double[,] m, double[,] k, double[][] j) { Array.Copy(m, k, 4); double[][] l = new double[3][]; Array.Copy(j, l, 2); l[0][0] *= 2; return k[1, 0] * k[0, 1] * j[0][0]; }", [[Matrix, new double[3, 2], Jagged]]),
        new("copies of spans", "public static double Foo(ReadOnlySpan<double> a, Span<double> b, double[] c) { a.CopyTo(b); a[1..].CopyTo(c); b.Slice(2).CopyTo(b[1..]); bool done = a.TryCopyTo(c.AsSpan(1)) && !b.TryCopyTo(c.AsSpan(1)); c.CopyTo(b, 0); c.CopyTo(b.Slice(1)); b[0] *= 2; return b[0] * b[1] * c[1] + (done ? c[2] : 1); }".Replace("c.CopyTo(b, 0); ", ""), [[Three, Five, new[] { 1.0, 2, 3, 4 }]]),
        new("fill and clear", "public static void Foo(double[] a, Span<double> b, double x) { Array.Fill(a, x); Array.Fill(a, 1, 1, 1); b.Fill(x * x); b[1..].Clear(); b.Slice(2, 1).Fill(2); Array.Clear(a, 2, 1); double[] c = { x, x }; Array.Clear(c); a[0] += c[0]; Array.Fill<double>(c, a[0]); b[1] = c[1]; }", [[Three, Five, 0.7]]),
        new("views of arrays", "public static double Foo(double[] a, int n) { a.AsSpan()[0] *= 2; a.AsSpan(1)[0] *= 3; a.AsSpan(1, 2)[1] += 1; a.AsSpan(1..^1)[0] *= 2; a.AsSpan(^1)[0] *= a[0]; Span<double> s = MemoryExtensions.AsSpan(a, n); ReadOnlySpan<double> r = a.AsSpan(start: n, length: 2); s[0] *= s[1]; return Sum(a) + Sum(a.AsSpan(2)) * r[0]; } static double Sum(ReadOnlySpan<double> a) { double s = 0; foreach (double v in a) s += v * v; return s; }", [[Five, 2]]),
        new("reverse and resize", "public static double Foo(double[] a, Span<double> b, double x) { Array.Reverse(a); Array.Reverse(a, 1, 2); b.Reverse(); b[1..].Reverse(); double[] c = a; Array.Resize(ref c, 5); c[4] = x; c[0] *= 2; Array.Resize<double>(ref c, 2); return a[0] * a[1] * b[0] + c[0] * c.Length + b[1]; }", [[Three, Five, 1.9]]),
        new("lengths", "public static double Foo(double[] a, ReadOnlySpan<double> s, double[,] m, int[] k) => a[0] * a.Length + a[0] * a.LongLength * s.Length + a.Rank * m[0, 0] + m.GetLength(1) * m[0, 1] * m.Length + (s.IsEmpty ? 1 : s[0]) + k.Length * a[1] + m.GetUpperBound(0) * m.GetLowerBound(1) + k.GetLength(0);", [[Three, Five, Matrix, new[] { 1, 2 }]]),
        new("functions on integers", "public static double Foo(double[] a, int[] k) { int[] index = { 2, 0, 1 }; Array.Sort(index); Array.Fill(k, 1); Array.Copy(index, k, 2); Span<int> s = k.AsSpan(1); s[0]++; s.Reverse(); int[] t = s.ToArray(); double x = a[k[0]] * a[t[1]] * Array.IndexOf(index, 2) + index[^1]; foreach (int i in index.AsSpan()) x += a[i]; return x * index[1..].Length; }", [[Three, new[] { 5, 6, 7 }]]),
        new("guards", "public static double Foo(double[]? a) { ArgumentNullException.ThrowIfNull(a); if (a.Length < 2) throw new ArgumentException($\"length {a.Length} of {nameof(a)} with {a[0]}\", nameof(a)); double[] b = a ?? throw new InvalidOperationException(); return b[0] * b[1]; }", [[Three]]),
    ];

    public static IEnumerable<BufferCase> Calls =>
    [
        new("recursion", "public static double Foo(double[] a) => Sum(a, 0, a.Length) + Half(a); static double Sum(double[] a, int from, int to) { if (to - from == 1) return a[from] * a[from]; int mid = (from + to) / 2; a[from] *= 1.5; return Sum(a, from, mid) * Sum(a, mid, to); } static double Half(ReadOnlySpan<double> a) => a.Length == 0 ? 1 : a[0] + 2 * Half(a[1..]) * a[^1];", [[Five]]),
        new("recursion of itself", "public static double Foo(Span<double> a, int n) { if (n == 0) return a[0]; a[n % 3] *= a[0] + n; return Foo(a, n - 1) + a[1]; }", [[Three, 4]]),
        new("mutual recursion with new arrays", "public static double Foo(double[] a) => Even(a); static double Even(double[] a) => a.Length < 2 ? a[0] : Odd(a[1..]) * a[0]; static double Odd(double[] a) { double[] b = new double[a.Length - 1]; for (int i = 0; i < b.Length; i++) b[i] = a[i] * a[i + 1]; return b.Length == 0 ? a[0] : Even(b) + a[0]; }", [[Five]]),
        new("parameter arrays", "public static double Foo(params double[] a) => Sum(a[0], 1, a[1]) + Sum() + Sum(a) * Sum(1, 2) + At(2, a, 1, 0) + (a.Length > 2 ? Foo(a[0], a[1]) : Foo()); static double Sum(params double[] v) { double s = 0; foreach (double x in v) s += x * x; return s; } static double At(int n, double[] a, params int[] index) { double s = n; foreach (int i in index) s *= a[i]; return s; }".Replace(" : Foo())", " : 0)"), [[Three]]),
        new("extension methods", "public static double Foo(double[] a) => a.Norm() * a.AsSpan().Scale(2) + Ext.Norm(a);", [[Three]],
            Beside: "public static class Ext { public static double Norm(this double[] a) { double s = 0; foreach (var v in a) s += v * v; return Math.Sqrt(s); } public static double Scale(this Span<double> a, double k) { for (int i = 0; i < a.Length; i++) a[i] *= k; return a[0]; } }"),
        new("named and optional arguments", "public static double Foo(double[] a, double[] b) => F(b: b, a: a) + F(a) + G(n: 1) * a[0]; static double F(double[] a, double[]? b = null, ReadOnlySpan<double> c = default, int[]? k = null) { if (b is not null) a[0] *= b[0]; return a[0] * (b?.Length ?? 2) + c.Length; } static double G(Span<double> s = default, int n = 0) => s.Length + n;".Replace("(b?.Length ?? 2)", "(b is null ? 2 : b.Length)"), [[Three, Five]]),
        new("scoped spans", "public static double Foo(Span<double> a) { Span<double> t = stackalloc double[2]; t[0] = a[0]; Fill(t, a[1]); Span<double> keep = a; Put(ref keep, t); return t[1] * t[0] * keep[0]; } static void Put(ref Span<double> keep, scoped ReadOnlySpan<double> t) { keep[0] = t[1]; keep = keep[..1]; } static void Fill(scoped Span<double> t, double x) { scoped Span<double> u = t; u[1] = x * x; }", [[Three]]),
        new("inert helpers of arrays", "public static double Foo(double[] a) { int n = Count(a), m = Largest(new[] { 1, 2 }); return a[n] * a[m] * Mean(new[] { 1, 2 }); } static int Count(double[] a) { int n = 0; foreach (double v in a) if (v > 0) n++; return n; } static int Largest(int[] k) => k[^1]; static double Mean(int[] k) => (k[0] + k[1]) / 2.0;", [[Five]]),
        new("rules on elements", "public static double Foo(double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) s += F(a[i]) * a[i]; return s; } static double F(double v) => Math.Sin(v); [PartialOf(typeof(Models), nameof(F))] static double FByV(double v, double result) => Math.Cos(v);", [[Three]]),
        new("matrix product", "public static void Foo(double[,] a, double[,] b, double[,] c) { for (int i = 0; i < a.GetLength(0); i++) for (int j = 0; j < b.GetLength(1); j++) { double s = 0; for (int k = 0; k < b.GetLength(0); k++) s += a[i, k] * b[k, j]; c[i, j] = s; } }", [[Matrix, new double[,] { { 1, 2 }, { -1, 0.5 }, { 3, 0.1 } }, new double[2, 2]]]),
        new("sorting by hand", "public static double Foo(double[] a) { for (int i = 1; i < a.Length; i++) { double v = a[i]; int j = i - 1; while (j >= 0 && a[j] > v) { a[j + 1] = a[j]; j--; } a[j + 1] = v; } return a[0] * a[a.Length / 2]; }", [[Five]]),
        new("stop gradient of an element", "public static double Foo(double[] a) => a[0] * a[1] + 0 * Ad.StopGradient(a[0] * a[0]);", [[Three]]),
    ];

    public static IEnumerable<BufferCase> Algorithms =>
    [
        new("Cholesky factorisation", """
            public static double Foo(double[,] a, double[] b)
            {
                int n = b.Length;
                for (int j = 0; j < n; j++)
                {
                    ref double d = ref a[j, j];
                    for (int k = 0; k < j; k++)
                        d -= a[j, k] * a[j, k];
                    if (d <= 0)
                        throw new ArgumentException("not positive definite");
                    d = Math.Sqrt(d);
                    for (int i = j + 1; i < n; i++)
                    {
                        for (int k = 0; k < j; k++)
                            a[i, j] -= a[i, k] * a[j, k];
                        a[i, j] /= d;
                    }
                }

                double logDet = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int k = 0; k < i; k++)
                        b[i] -= a[i, k] * b[k];
                    b[i] /= a[i, i];
                    logDet += 2 * Math.Log(a[i, i]);
                }

                return logDet;
            }
            """, [[new double[,] { { 4, 1, 0.5 }, { 1, 3, -0.2 }, { 0.5, -0.2, 2 } }, Others]]),
        new("elimination with pivots", """
            public static double Foo(double[][] a)
            {
                double det = 1;
                int[] order = new int[a.Length];
                for (int i = 0; i < order.Length; i++)
                    order[i] = i;
                for (int k = 0; k < a.Length; k++)
                {
                    int pivot = k;
                    for (int i = k + 1; i < a.Length; i++)
                    {
                        if (Math.Abs(a[i][k]) > Math.Abs(a[pivot][k]))
                            pivot = i;
                    }

                    if (pivot != k)
                    {
                        (a[k], a[pivot]) = (a[pivot], a[k]);
                        (order[k], order[pivot]) = (order[pivot], order[k]);
                        det = -det;
                    }

                    Span<double> upper = a[k];
                    det *= upper[k];
                    for (int i = k + 1; i < a.Length; i++)
                        Subtract(a[i].AsSpan(k), upper[k..], a[i][k] / upper[k]);
                }

                return det + order[0];
            }
            static void Subtract(Span<double> to, ReadOnlySpan<double> from, double factor)
            {
                for (int i = 0; i < to.Length; i++)
                    to[i] -= factor * from[i];
            }
            """, [[new double[][] { [0.1, 2, 3], [4, 0.5, -1], [1, -2, 0.3] }]]),
        new("merge sort", """
            public static double Foo(double[] a)
            {
                Sort(a, stackalloc double[a.Length]);
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                    s += (i + 1) * a[i] * a[i];
                return s;
            }
            static void Sort(Span<double> a, Span<double> scratch)
            {
                if (a.Length < 2)
                    return;
                int mid = a.Length / 2;
                Sort(a[..mid], scratch[..mid]);
                Sort(a[mid..], scratch[mid..]);
                a.CopyTo(scratch);
                for (int i = 0, j = mid, k = 0; k < a.Length; k++)
                    a[k] = j == a.Length || (i < mid && scratch[i] <= scratch[j]) ? scratch[i++] : scratch[j++];
            }
            """, [[Five]]),
        new("Fourier transform", """
            public static double Foo(double[] re, double[] im)
            {
                var (a, b) = Transform(re, im);
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                    s += (i + 1) * (a[i] * a[i] + b[i] * b[i]);
                return s;
            }
            static (double[] Re, double[] Im) Transform(double[] re, double[] im)
            {
                int n = re.Length;
                if (n == 1)
                    return (re[..], im[..]);
                var even = Transform(Every(re, 0), Every(im, 0));
                var odd = Transform(Every(re, 1), Every(im, 1));
                (double[] a, double[] b) = (new double[n], new double[n]);
                for (int k = 0; k < n / 2; k++)
                {
                    var (sin, cos) = Math.SinCos(-2 * Math.PI * k / n);
                    double u = cos * odd.Re[k] - sin * odd.Im[k], v = sin * odd.Re[k] + cos * odd.Im[k];
                    (a[k], b[k], a[k + n / 2], b[k + n / 2]) = (even.Re[k] + u, even.Im[k] + v, even.Re[k] - u, even.Im[k] - v);
                }

                return (a, b);
            }
            static double[] Every(double[] a, int from)
            {
                var half = new double[a.Length / 2];
                for (int i = 0; i < half.Length; i++)
                    half[i] = a[2 * i + from];
                return half;
            }
            """, [[new[] { 0.7, -1.3, 2.4, 0.31 }, new[] { 1.9, 0.2, -0.4, 1.1 }]]),
        new("Runge and Kutta", """
            public static void Foo(Span<double> y, double k, double h, int steps)
            {
                Span<double> a = stackalloc double[2], b = stackalloc double[2], t = stackalloc double[2];
                for (int n = 0; n < steps; n++)
                {
                    Slope(y, a, k);
                    for (int i = 0; i < 2; i++)
                        t[i] = y[i] + h / 2 * a[i];
                    Slope(t, b, k);
                    foreach (ref double v in a)
                        v *= h;
                    for (int i = 0; i < 2; i++)
                        y[i] += (a[i] + h * b[i]) / 2;
                    if (y[0] < -1)
                        break;
                }
            }
            static void Slope(ReadOnlySpan<double> y, Span<double> d, double k)
            {
                d[0] = y[1];
                d[1] = -k * Math.Sin(y[0]);
            }
            """, [[new[] { 0.7, 0.1 }, 1.3, 0.1, 7], [new[] { 0.7, -3 }, 1.3, 0.3, 7]]),
        new("a layer and softmax", """
            public static double Foo(double[,] w, double[] b, ReadOnlySpan<double> x, int label)
            {
                double[] z = (double[])b.Clone();
                double largest = double.NegativeInfinity;
                for (int i = 0; i < z.Length; i++)
                {
                    for (int j = 0; j < x.Length; j++)
                        z[i] += w[i, j] * x[j];
                    z[i] = z[i] > 0 ? z[i] : 0.1 * z[i];
                    largest = Math.Max(largest, z[i]);
                }

                double sum = 0;
                foreach (ref double v in z.AsSpan())
                    sum += v = Math.Exp(v - largest);
                return Math.Log(sum) - Math.Log(z[label]);
            }
            """, [[Matrix, new[] { 0.3, -0.2 }, Others, 1]]),
        new("edit distance", """
            public static double Foo(double[] a, double[] b, double gap)
            {
                double[] last = new double[b.Length + 1], row = new double[b.Length + 1];
                for (int j = 1; j < last.Length; j++)
                    last[j] = j * gap;
                foreach (double x in a)
                {
                    row[0] = last[0] + gap;
                    for (int j = 1; j < row.Length; j++)
                    {
                        double change = last[j - 1] + (x - b[j - 1]) * (x - b[j - 1]);
                        row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + gap);
                    }

                    (last, row) = (row, last);
                }

                return last[^1];
            }
            """, [[Five, Three, 0.9]]),
        new("heap of the largest", """
            public static double Foo(double[] a, int count)
            {
                Span<double> heap = stackalloc double[count];
                heap.Fill(-10);
                for (int n = 0; n < a.Length; n++)
                {
                    if (a[n] <= heap[0])
                        continue;
                    int i = 0;
                    for (;;)
                    {
                        int child = 2 * i + 1;
                        if (child >= count)
                            break;
                        if (child + 1 < count && heap[child + 1] < heap[child])
                            child++;
                        if (heap[child] >= a[n])
                            break;
                        heap[i] = heap[child];
                        i = child;
                    }

                    heap[i] = a[n];
                }

                double s = 1;
                foreach (double v in heap)
                    s *= v;
                return s;
            }
            """, [[Five, 3]]),
    ];

    public static IEnumerable<BufferCase> Constants =>
    [
        new("a constant array, read", "public static double Foo(double[] x, [NoGrad] double[] w) { double s = 0; for (int i = 0; i < x.Length; i++) s += x[i] * w[i]; return s * w.Length; }", [[Three, Five]]),
        new("constant spans, read", "public static double Foo(ReadOnlySpan<double> x, [NoGrad] ReadOnlySpan<double> w, [NoGrad] Span<double> v) { double s = 0; foreach (double k in w) s += k * x[0]; return s + Dot(w[1..], x) + Dot(v.Slice(1), w); } static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) { double s = 0; for (int i = 0; i < 2; i++) s += a[i] * b[i]; return s; }", [[Three, Five, Others]]),
        new("constant matrices, read", "public static double Foo(double x, [NoGrad] double[,] m, [NoGrad] double[][] j) { double s = x; foreach (double[] row in j) s += row[0] * x; return s * m[0, 1] * j[2][1] + m.GetLength(0); }", [[0.7, Matrix, Jagged]]),
        new("a constant array, written", "public static double Foo(double[] x, [NoGrad] double[] w) { w[1] = x[0] * w[0]; w[2] += x[1]; return w[0] * x[2] + w[1] * w[2]; }", [[Three, Five]]),
        new("constant spans and matrices, written", "public static void Foo(double x, [NoGrad] Span<double> w, [NoGrad] double[,] m, [NoGrad] double[][] j, [NoGrad] ref double[] r) { w[0] *= x; m[1, 1] = w[0] * m[0, 0]; double[] row = j[1]; row[0] += x; r[0] = x * r[1]; }", [[0.7, Three, Matrix, Jagged, Five]]),
        new("written in a helper", "public static double Foo(double x, [NoGrad] double[] w) { Scale(w, x); return w[0] + w[1]; } static void Scale(Span<double> w, double x) { foreach (ref double v in w[1..]) v *= x; }", [[0.7, Three]]),
        new("a constant in a helper stays the caller's variable", "public static double Foo(double[] a, double[][] j, Span<double> s) { double k = F(a, a) + F(a.AsSpan(1), s) + G(j) + H(a, 2) + 2 * P(a); return k * a[0] * s[1] * j[0][0] + Math.Sin(a[1]); } static double F([NoGrad] ReadOnlySpan<double> w, ReadOnlySpan<double> x) => x[0] * 2 + 0 * w[0]; static double G([NoGrad] double[][] w) { double s = 0; foreach (double[] row in w) { var r = row; s += r.Length; Span<double> t = r; s += t.Length + 0 * t[0]; } return s; } static double H([NoGrad] double[] w, int n) => n == 0 || w == null || w is not { Length: > 0 } ? nameof(w).Length : 0 * Q(w.AsSpan(), w[..1]) + H(w, n - 1) + 0 * R(w)[0]; static double Q(Span<double> w, double[] v) { v[0] = 3; return w[0] + v[0]; } static double[] R([NoGrad] double[] w) { double[] c = new double[w.Length]; w.CopyTo(c, 0); MemoryExtensions.CopyTo(w, c.AsSpan()); Array.Copy(w, c, 1); double[] d = [.. w]; (double p, double q) = (w[0], w[1]); c[1] = p * q + d[0] + w.AsSpan().ToArray()[0]; return c; } static double P([NoGrad] in double[] w) => 0 * w[^1];", [[Three, Jagged, Five]]),
        new("a constant in a helper that writes to it", "public static double Foo(double x) { double[] w = { 0.5, 2, 3 }; Scale(w, x); return w[0] * w[1] * x; } static void Scale([NoGrad] double[] w, double x) { for (int i = 1; i < w.Length; i++) w[i] *= x * w[i - 1]; }", [[0.7]]),
        new("null", "public static double Foo(double x, [NoGrad] double[]? w, [NoGrad] double[,]? m, [NoGrad] double[][]? j) => w == null || m == null || j == null ? x * x : w[0] * x;", [[0.7, null!, null!, null!]]),
        new("assigned", "public static double Foo(double[] x, [NoGrad] double[] w) { w = w.Length > 2 ? x : w; return w[0] * x[1]; }", [[Three, Five]]),
        new("name taken", "public static double Foo(double[] x, [NoGrad] double[] @in, double wData) { double inData = wData; return @in[0] * x[0] * inData; }", [[Three, Five, 0.7]]),
        new("with an expression body", "public static double Foo(double x, [NoGrad] double[] w) => w[0] * x * w[1];", [[0.7, Three]]),
        new("a constant by reference to", "public static double Foo(double[] x, [NoGrad] double k) { ref double r = ref k; r *= x[0]; return k * x[1]; }", [[Three, 0.7]]),
        new("a constant integer or float array", "public static double Foo(double[] x, [NoGrad] int[] k, [NoGrad] float[] f) { double s = 0; foreach (int i in k) s += x[i] * f[i]; return s; }", [[Three, new[] { 1, 2 }, new[] { 0.5f, 2, 0.1f }]]),
    ];
}
