using System.Reflection;
using System.Runtime.ExceptionServices;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

/// <summary>
/// Programs over arrays and spans, each run twice: compiled, and lowered and interpreted. The results agree to the last bit, the arrays
/// have the same content after, and what is thrown is the same. Then they are differentiated, and run against differences.
/// </summary>
public class StorageRunTests
{
    // F takes double[] a (5 elements), double[] b (4), int[] p (3, 0 to 3), double[,] m (2 by 3), double[][] w (rows of 2, 3 and 1), double x, int n.
    private const string Parameters = "double[] a, double[] b, int[] p, double[,] m, double[][] w, double x, int n";

    public static readonly TheoryData<string, string> Programs = new()
    {
        { "Elements", "a[0] = x; a[1] += a[0] * 2; b[n] = a[p[0]]++; x = --a[2]; return a[0] + b[0] + x + a.Length + m.Length + p.Length;" },
        { "The place before the value", "a[n] = n = 1; a[n++] += n; a[p[0]] = p[0] = 2; b[p[1]++] += p[1]; return n + a[n];" },
        { "The array before the value", "double[] c = a; c[0] = (c = b)[1]; c[n] += (c = a)[0]; c[1] = c[2] = (c = b)[3]; return c[0];" },
        { "The index is read again", "int[] q = { 1, 0, 2 }; int r = q[q[0]] = 2; q[q[1]] += 1; int s = q[q[2]]++; return q[0] + 10 * q[1] + 100 * q[2] + r + s;" },
        { "Values before later stores", "return a[n] + (a[n] = 2) * a[n] + G(a) + a[0] * (a[0] = x) - a[0];" },
        { "An index that is out of range", "x = a[n * 3]; b[n + 2] = x; return a[p[2] + n];" },
        { "Indices of other types", "long l = n; uint u = (uint)n; byte c = (byte)p[0]; ulong v = (ulong)(n - 1); return a[l] + a[u] + a[c] + a[l * 3000000000] + a[v];" },
        { "Indices from the end", "a[^1] = x; a[^n] += 2; Span<double> s = a; s[^2] = b[^(n + 1)]; return s[^1] + w[^1][^1] + a[^(n - n)];" },
        { "Ranges of arrays", "double[] c = a[1..3]; c[0] = 9; double[] d = a[n..^1], e = a[..n], f = a[..]; f[0] = 4; return c[0] + a[1] + d.Length + e.Length + f[0] + a[^3..][n];" },
        { "A range that is not there", "double[] c = a[(n + 1)..2]; return c.Length + a[..(2 * n)].Length + a[^n..n].Length + a[(n - 1)..].Length;" },
        { "Ranges of spans", "Span<double> s = a; Span<double> t = s[1..^1]; t[0] = x; t[^1] = 3; ReadOnlySpan<double> u = s[n..]; return u.Length + u[0] + s[..n].Length + t[1..][0];" },
        { "Slices", "Span<double> s = a.AsSpan(1); s.Slice(n)[0] = x; s.Slice(1, n)[0] += 1; return a.AsSpan(n, 2)[1] + a.AsSpan(1..3)[1] + a.AsSpan().Slice(n++, n).Length + new Span<double>(a, n, 1)[0];" },
        { "Slices that are not there", "ReadOnlySpan<double> s = a.AsSpan(n + 2); s = s.Slice(n); return s[0] + a.AsSpan(n, n + 1)[0];" },
        { "New arrays", "double[] c = new double[n + 2]; c[n] = x; double[] d = { 1, x, a[0]++ }; var e = new[] { a[0], 2.0 }; double[,] k = { { 1, x }, { 3, n } }; var l = new double[n, 2]; bool[] o = new bool[3]; o[n % 3] = x > 0; return c[n] + c[0] + d[2] + e[0] + k[1, 1] * 100 + k[0, 1] + l.Length + (o[1] ? 1 : 0) + new float[] { 0.1f }[0];" },
        { "A new array is all zero in every round", "double s = 0; for (int i = 0; i < 3; i++) { var c = new double[3]; s += c[i]; c[i] = x; c[1]++; s = s * 2 + c[0] + c[1]; } return s;" },
        { "A negative length", "var c = new double[n - 2]; return c.Length;" },
        { "The stack", "Span<double> s = stackalloc double[n + 1]; s[n] = x; Span<double> t = stackalloc double[] { 1, x, s[n] }; ReadOnlySpan<double> u = stackalloc[] { x, 2.0 }; return s[0] + s[n] + t[2] + u[0] + u.Length + t.Length;" },
        { "Collection expressions", "double[] c = [x, 1, .. a, n, .. p, G(a)]; Span<double> s = [1, 2, x]; s[0] = c[2]; ReadOnlySpan<double> r = [.. s, .. b[1..]]; double[] e = []; return c.Length * 100 + c[0] + c[3] + c[^1] + c[^2] + s[0] + r[3] + e.Length;" },
        { "Order in collection expressions", "double[] c = [a[0], .. a, a[0] = 7, x++, x]; return c[0] + 10 * c[1] + c[^1] + c[^2];" },
        { "Fill and Clear", "a.AsSpan(1, n + 1).Fill(x); Array.Fill(b, a[1]++); Array.Clear(p); Array.Clear(a, n, 2); Array.Clear(m); b.AsSpan()[1..].Clear(); return a[0] + b[0];" },
        { "Clear outside", "Array.Clear(a, n, 3); return 1;" },
        { "Copies", "a.CopyTo(new double[5], 0); b.CopyTo(a, 1); Array.Copy(a, b, n); Array.Copy(a, 1, b, 0, 2); b.AsSpan().CopyTo(a); double[] c = (double[])a.Clone(); c[0] = 5; double[] d = a.AsSpan(1).ToArray(); d[0] = 3; double[,] k = (double[,])m.Clone(); k[0, 0] = 7; return a[0] + a[1] + m[0, 0] + k[0, 0] + c[1] + d.Length;" },
        { "Copies within an array", "Array.Copy(a, 0, a, 1, 4); Array.Copy(a, 1, a, 0, n + 1); Array.Copy(a, 0, a, 2, n); Array.Copy(a, n, a, 1, 2); return a[0];" },
        { "Copies within spans of an array", "Span<double> s = a; s[..4].CopyTo(s[1..]); s[n..].CopyTo(s); s.Slice(0, 2).CopyTo(s.Slice(n, 2)); Span<double> t = s.Slice(1); s = s.Slice(1); t[..2].CopyTo(s[1..]); return s[0];" },
        { "Copies through a helper", "Shift(a.AsSpan(0, 4), a.AsSpan(1)); Shift(a.AsSpan(n), a); Whole(a, n, a, 0); Whole(a, 0, a, n - 1); return a[1];" },
        { "Copies that do not fit", "a.AsSpan(n).CopyTo(b); a.AsSpan().CopyTo(b.AsSpan(n)); return 1;" },
        { "Copies that do not fit (Array.Copy)", "if (n == 0) Array.Copy(a, 3, b, 0, 3); if (n == 1) Array.Copy(a, 0, b, 2, 3); if (n == 2) Array.Copy(a, b, -1); if (n == 3) Array.Copy(a, b, 5); if (n == 4) Array.Copy(a, -1, b, 0, 2); if (n == 5) Array.Copy(a, 1, b, -1, 2); if (n == 6) a.CopyTo(b, 0); return 1;" },
        { "foreach", "double s = 0; foreach (double v in a) { if (v < 0) continue; if (v > 4) break; s += v; } foreach (int i in p) s += a[i]; foreach (double v in p) s += v / 2; foreach (var v in m) { if (v > 100) break; s = 2 * s + v; } foreach (double[] r in w) foreach (double v in r) s += v * x; return s;" },
        { "foreach over what changes", "double s = 0; double[] c = a; foreach (double v in c) { s += v; c = b; a[n % 5]++; c[0] = v; n++; } foreach (double v in a.AsSpan(1)) s -= v; foreach (double v in n > 3 ? a : b) { s += v; n = 0; } return s;" },
        { "foreach by reference", "foreach (ref double v in a.AsSpan(1)) { v *= x; if (v > 3) v = 3; } foreach (ref readonly double v in b.AsSpan()) x += v; return x;" },
        { "foreach that returns", "foreach (double v in a) if (v > x) return v; return -1;" },
        { "ref locals", "ref double r = ref a[n]; n++; r = 2; r += r++; ref double q = ref x; q *= 3; ref int k = ref n; k = 1; ref readonly double o = ref b[k]; k = 0; r = o; return x + a[1] + n + o + r;" },
        { "ref locals of an array that changes", "double[] c = a; ref double r = ref c[n]; c = b; r = 9; return c[1] + a[1] + r;" },
        { "ref locals are bound again", "ref double r = ref a[0]; r = 1; r = ref b[n]; n = 0; r = 2; for (int i = 0; i < 3; i++) { ref double s = ref a[i]; s += 1; s = ref b[i]; s += r; } return r + a[0];" },
        { "ref conditionals", "ref double r = ref (n > 1 ? ref a[n] : ref b[n + 1]); n = 0; r = x; r++; r += r; (x > 0 ? ref a[n] : ref x) = 7; double v = (n > 1 ? ref a[n * 2] : ref b[n]); return r + v + x;" },
        { "ref conditionals compute one index", "ref double r = ref (n < 4 ? ref a[p[0] + n] : ref b[4 / (n - n)]); r = x; return r;" },
        { "Elements by reference", "Scale(ref a[n], 2); Both(ref a[0], ref a[n]); Next(ref a[n], ref n); Set(out b[p[0]++], p[0]); ref double r = ref a[2]; Scale(ref r, In(a[1], a)); return In(in a[1], a) + n + In(r, a) + In(a[n], a);" },
        { "Elements of spans by reference", "Span<double> s = a; Scale(ref s[n], 2); Scale(ref s[^1], 3); Scale(ref s[1..][0], 3); return s[n];" },
        { "Helpers that write arrays", "Add(a, b, a); Add(b, a, b); double[] c = Twice(a); c[0]++; return Sum(a) + Sum(c) + Sum(stackalloc[] { x, 1.0 }) + Sum([x, 2]) + Many(1, x, n) + Many() + Many(a) + First(a)[0]++ + a[0];" },
        { "Helpers that return their argument", "double[] c = Longer(a, b); c[0] = x; double[] d = Longer(b, a); d[1] = n; Tail(a)[0] = 2; return a[0] + a[1] + Longer(a, a).Length;" },
        { "Swaps", "(a[0], a[1]) = (a[1], a[0]); (n, a[n]) = (1, n + x); (x, b[p[0]]) = (b[0], x); double[] c = a, d = b; for (int i = 0; i < 3; i++) { c[0] += d[1]; (c, d) = (d, c); } return c[0] + d[0];" },
        { "Deconstructions", "var (u, v) = (x, a[0]); (double s, int i) = (n, n); double t; (t, _) = (u++, u); (u, t, x) = (t, x, u); (x, var q) = (a[n] = 3, a[n]); (a[0], a[n]) = Math.SinCos(x); return u + v + s + i + t + x + q;" },
        { "Jagged arrays", "w[1][2] = x; w[n][0] += w[0][1]; double[] r = w[1]; r[1] = 4; w[p[0]][p[1]]++; ref double q = ref w[1][n]; n = 0; q *= 2; Add(w[0], w[0], w[0]); double s = 0; for (int i = 0; i < w.Length; i++) for (int j = 0; j < w[i].Length; j++) s = s * 3 + w[i][j]; return s;" },
        { "Matrices", "m[1, n] = x; m[0, 0] += m[n, 2]; for (int i = 0; i < m.GetLength(0); i++) for (int j = 0; j <= m.GetUpperBound(1); j++) m[i, j] *= i + j; ref double r = ref m[1, 1]; r++; return m[1, 1] + m.GetLength(1) + m.Rank + a.GetLength(0);" },
        { "Matrices out of range", "return m[n, 2] + m[0, n + 1];" },
        { "Choices of arrays", "double[] c = x > 0 ? a : b; c[n] = 1; double[] d; if (n > 1) d = a; else d = new double[] { x, 2, 3 }; d[0]++; Span<double> s = n > 2 ? stackalloc double[3] : d; s[1] = 9; double[] e = x switch { > 1 => a, < -1 => Twice(b), _ => b }; return c[0] + d[1] + e[0];" },
        { "goto case", "switch (n) { case 0: x = 1; goto case 2; case 1: x *= 2; if (x > 51) break; goto default; case 2: x += 3; goto case 1; case > 5 when x > 0: return -1; default: x += 5; if (x < 30) goto case 2; x++; break; } return x;" },
        { "goto case out of loops and switches", "double s = 0; switch (n % 3) { case 0: for (int i = 0; i < 9; i++) { s += i; if (s > 4) goto case 1; } break; case 1: double q = s + 1; switch (n) { case 0: n = 5; goto case 7; case 7: s += q; break; default: goto case 7; } s++; goto default; default: q = 2; s += q; break; } return s;" },
        { "Loops in loops that are left", "double s = 0; for (int i = 0; i < 4; i++) { int j = 0; while (true) { if (j > i) break; if (a[i] < 0) goto_(ref s); j++; if (j == 2) continue; if (s > 20) return s; s += a[j] * i; } do { s++; } while (s < n); } return s;" },
        { "Lengths of spans", "ReadOnlySpan<double> s = a; Span<int> k = p; return s.Length + k.Length + (s.IsEmpty ? 1 : 0) + (s[..0].IsEmpty ? 10 : 0) + a.LongLength + Array.Empty<double>().Length;" },
        { "A sort", "for (int i = 1; i < a.Length; i++) { double v = a[i]; int j = i; while (j > 0 && a[j - 1] > v) { a[j] = a[--j]; } a[j] = v; } return a[0] + 2 * a[n];" },
        { "Prefix sums in place", "for (int i = 1; i < a.Length; i++) a[i] += a[i - 1] * x; for (int i = a.Length - 2; i >= 0; i--) a[i] *= a[i + 1]; return a[0] + a[^1];" },
        { "A stencil with two buffers", "double[] u = (double[])a.Clone(), v = new double[a.Length]; for (int t = 0; t < 3; t++) { for (int i = 1; i < u.Length - 1; i++) v[i] = u[i] + x * (u[i - 1] - 2 * u[i] + u[i + 1]); v[0] = u[0]; v[^1] = u[^1]; (u, v) = (v, u); } return Sum(u);" },
        { "A layer", "double s = 0; Span<double> h = stackalloc double[3]; for (int j = 0; j < 3; j++) { double z = b[j]; for (int i = 0; i < m.GetLength(0); i++) z += m[i, j] * a[i]; h[j] = Math.Tanh(z * 0.1); } foreach (ref double e in h) { e = e * e; s += e; } return s * x;" },
        { "Log-sum-exp with a buffer", "double[] t = new double[4]; double r = 0; for (int k = 0; k < 3; k++) { double top = double.NegativeInfinity; for (int i = 0; i < t.Length; i++) { t[i] = a[k] * b[i] * 0.1 + x; top = Math.Max(top, t[i]); } double s = 0; foreach (double v in t) s += Math.Exp(v - top); r += top + Math.Log(s); } return r;" },
        { "A factorization", "double[,] l = new double[3, 3]; for (int i = 0; i < 3; i++) for (int j = 0; j <= i; j++) { double s = (i == j ? 9 : 1) + a[i] * a[j] * 0.1; for (int k = 0; k < j; k++) s -= l[i, k] * l[j, k]; l[i, j] = i == j ? Math.Sqrt(s) : s / l[j, j]; } return l[0, 0] * l[1, 1] * l[2, 2] + l[2, 1] * x;" },
        { "A loop that depends on what it changes", "int i = 0; while (a[i % 5] * x < 12 && i < 20) { a[i % 5] = a[i % 5] * 1.5 + b[i % 4]; x += 0.1; i++; } return a[0] + a[1] + x * i;" },
        { "Indices from other arrays", "for (int k = 0; k < 3; k++) { int i = p[k]; a[i] += b[p[i % 3]] * a[p[(k + 1) % 3]]; p[k] = (i + n) % 4; a[p[k]] *= 2; } return a[p[0]] + a[3];" },
        { "One buffer in and out", "Add(a, a, a); Add(a, b, a.AsSpan(1)); Add(b, a.AsSpan(2), b); Scale(ref a[p[0]], a[1]); return a[0] * a[1] + b[1];" },
        { "Helpers with buffers in a loop", "double[] t = new double[4]; double s = 0; for (int k = 0; k < 4; k++) { Array.Clear(t); Add(a, b, t); Shift(t.AsSpan(0, 3), t.AsSpan(1)); s += Sum(t) * a[k] + Many(t); b[k] += x; } return s;" },
        { "Butterflies", "for (int h = 1; h < 4; h *= 2) for (int i = 0; i < 4; i += 2 * h) for (int j = i; j < i + h; j++) { double u = b[j], v = b[j + h] * x; (b[j], b[j + h]) = (u + v, u - v); } return b[0] * b[3] + b[1];" },
        { "Rows that change hands", "double[] r = w[0]; double[] q = w[1]; for (int k = 0; k < 4; k++) { r[k % 2] += q[(k + 1) % 2] * x; (r, q) = (q, r); } return w[0][0] * w[1][1] + r[0];" },
        { "Slices in a loop", "double s = 0; for (int i = 0; i + 2 <= a.Length; i++) { Span<double> t = a.AsSpan(i, 2); t[1] += t[0] * 0.5; s += Sum(t) * Sum(a.AsSpan()[i..]); } return s;" },
        { "Newton with an early way out", "double y = 1; for (int i = 0; i < 50; i++) { double d = (y * y * y - Math.Abs(b[0]) - 1) / (3 * y * y); y -= d; b[1] += y * 0.01; if (Math.Abs(d) < 1e-3) break; if (i > 6) return y * x; } return y * b[1];" },
        { "Nested loops with every jump", "double s = 0; for (int i = 0; i < 4; i++) { for (int j = 0; ; j++) { if (j > i) break; if ((i + j) % 3 == 1) continue; if (a[j] * x > 15) return s * a[j]; s += a[j] * b[i]; do { s *= 0.5; } while (Math.Abs(s) > 8); } if (i == n) continue; s += x; } return s;" },
        { "References into what is swapped", "double[] c = a, d = b; ref double r = ref c[1]; (c, d) = (d, c); r *= x; c[1] += r; ref double q = ref d[p[0]]; p[0] = 0; q += c[1]; return a[1] * b[1] + q;" },
        { "Integers beside", "int[] count = new int[4]; for (int i = 0; i < a.Length; i++) count[(i * i + n) % 4]++; double s = 0; for (int i = 0; i < 4; i++) s += count[i] * b[i]; bool[] seen = new bool[4]; foreach (int i in p) { if (seen[i]) continue; seen[i] = true; s *= 1 + a[i] * 0.1; } return s * x;" },
        { "Flags that are flipped", "bool[] f = new bool[4]; f[n % 4] = true; double s = 1; for (int k = 0; k < 4; k++) { if (f[k]) { f[k] = false; f[(k + 1) % 4] = true; s *= a[k]; } else s += b[k] * x; } return s;" },
        { "Conditions on what is overwritten", "int[] c = { n, 1 }; if (c[0] > 1) { c[0] = 0; x *= a[0]; } else { c[0] = 5; x += a[1] * x; } x *= a[c[0] % 3 + c[1]]; c[1] = 0; return x;" },
        { "Conditions on real elements that are overwritten", "double s = 1; for (int k = 0; k < 4; k++) { if (a[k] > 0.5) { a[k] = b[k] * x; s *= a[k]; } else { a[k] = 2 + x; s += a[k] * a[k + 1]; } } return s;" },
        { "Trip counts that are overwritten", "int[] c = { n, 2, 1 }; double s = x; for (int k = 0; k < 3; k++) { while (c[k] > 0) { c[k]--; s += s * a[c[k]] * 0.1; } c[k] = 4; } return s;" },
        { "Indices that are overwritten", "int[] c = { 0, 1, 2 }; double s = 1; for (int k = 0; k < 3; k++) { s *= a[c[k]]; c[k] = 4 - c[k]; s += b[c[k] % 4] * s; c[(k + 1) % 3] = k; } return s * x;" },
        { "Bounds that are overwritten", "int[] c = { 1, 3, n % 3 }; double s = x; for (int i = c[0]; i < c[1]; i++) { s *= a[i]; c[0] = 2; } c[1] = 1; double[] t = new double[c[1]]; c[1] = 2; t[0] = s; for (int i = 0; i < c[2]; i++) { t[0] += t[0] * b[i]; if (i == 0) c[2]++; } return t[0]; " },
        { "Overwritten before they are read", "double[] t = new double[5]; t.AsSpan().Fill(x); for (int i = 0; i < 5; i++) { t[i] = a[i]; t[i] = t[i] * t[i]; if (i > 0) t[i - 1] = t[i]; } a[0] = t[3]; a[0] = a[0] * x; return a[0] + t[4];" },
        { "Chosen arrays", "double[] c = n > 2 ? Twice(a) : w[n % 3]; int[] q = new int[2]; q[n % 2] = 1; c[q[0]] += c[q[1]] / q[1]; return c[0];" },
    };

    private const string Helpers = """
        static double G(double[] v) => v[0]++ + 1;
        static void Scale(ref double v, double f) { v *= f; v += f; }
        static void Both(ref double v, ref double u) { v += 1; u *= 2; v += u; }
        static void Next(ref double v, ref int i) { i = (i + 1) % 4; v += i; i = 0; v *= 3; }
        static void Set(out double v, double u) { v = u; }
        static double In(in double v, double[] all) { all[1] += 1; all[0] = v; return v * 2; }
        static void Add(double[] u, ReadOnlySpan<double> v, Span<double> r) { for (int i = 0; i < r.Length && i < v.Length; i++) r[i] = u[i % u.Length] + v[i] * 2; }
        static double[] Twice(in double[] v) { var r = new double[v.Length]; for (int i = 0; i < r.Length; i++) r[i] = 2 * v[i]; return r; }
        static double Sum(ReadOnlySpan<double> v) { double s = 0; foreach (double e in v) s += e; return s; }
        static double Many(params double[] v) => v.Length == 0 ? -1 : v[0] * 3 + v.Length;
        static double[] First(double[] v) { v = (double[])v.Clone(); return v; }
        static double[] Longer(double[] u, double[] v) => u.Length > v.Length ? u : v;
        static Span<double> Tail(Span<double> v) => v[1..];
        static void Shift(ReadOnlySpan<double> u, Span<double> v) => u.CopyTo(v);
        static void Whole(double[] u, int i, double[] v, int j) => Array.Copy(u, i, v, j, 2);
        static void goto_(ref double s) { s += 1; }
        """;

    [Theory]
    [MemberData(nameof(Programs))]
    public void Lowered_code_does_what_the_method_does(string name, string body)
    {
        string source = Expect.InClass($"[Differentiable] public static double F({Parameters}) {{ {body} }} {Helpers}");
        CSharpCompilation compilation = Compile.Of(source);
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        MethodInfo f = Assembly.Load(assembly.ToArray()).GetType("N.C")!.GetMethod("F")!;
        ReadResult read = Compile.Read(compilation);
        Assert.Empty(read.Problems.Select(p => p.ToDiagnostic(compilation).GetMessage()));
        Assert.NotNull(read.Model);
        for (int n = 0; n < 8; n++)
        {
            foreach (double x in new[] { 0.5, -1.25, 3.75 })
            {
                string expected = Outcome(a => Invoke(f, a), n, x);
                string actual = Outcome(new IrInterpreter(read.Model).Run, n, x);
                if (expected != actual)
                    Assert.Fail($"{name} at n = {n}, x = {x}:\n{expected}\nbut lowered\n{actual}\n{IrText.Of(read.Model)}");
            }
        }
    }

    // What these do is refused after lowering: an array that a branch chooses.
    private static readonly string[] Refused = ["Choices of arrays", "Chosen arrays"];

    public static TheoryData<string, string> Differentiated
    {
        get
        {
            var accepted = new TheoryData<string, string>();
            foreach (object[] program in Programs.Where(p => !Refused.Contains(p[0])))
                accepted.Add((string)program[0], (string)program[1]);
            return accepted;
        }
    }

    [Theory]
    [MemberData(nameof(Differentiated))]
    public void Gradients_agree_with_differences(string name, string body)
    {
        string source = Expect.InClass(
            $$"""
            [Differentiable] public static double F({{Parameters}}) { {{body}} } {{Helpers}}
            public static double Run({{Parameters}}, double[] da, double[] db, double[,] dm, double[][] dw, out double dx) =>
                F_Grad(a, b, p, m, w, x, n, da, db, dm, dw, out dx);
            """);
        Compilation compilation = Compile.Generate(Compile.Of(source), out _);
        using var assembly = new MemoryStream();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        Type type = Assembly.Load(assembly.ToArray()).GetType("N.C")!;
        (MethodInfo f, MethodInfo gradient) = (type.GetMethod("F")!, type.GetMethod("Run")!);
        foreach (int n in new[] { 0, 2, 3 })
        {
            foreach (double x in new[] { 0.5, 3.75 })
            {
                double[] at = [1.5, -2, 3.25, 0.75, 5, 4, 3, -1, 0.5, 1, 2, 3, 4, 5, 0.3, 1, 2, 0.4, 4, 5, 6, x];
                object?[] arguments = [.. Arguments(at, n), new double[5], new double[4], new double[2, 3], new double[][] { [0, 0], [0, 0, 0], [0] }, 0.0];
                double value;
                try
                {
                    value = (double)Invoke(f, Arguments(at, n))!;
                }
                catch (Exception e)
                {
                    Assert.Throws(e.GetType(), () => Invoke(gradient, arguments));
                    continue;
                }

                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)Invoke(gradient, arguments)!));
                double[] found = Flat(arguments[7], arguments[8], arguments[9], arguments[10], arguments[11]);
                for (int i = 0; i < at.Length; i++)
                {
                    double Moved(double step) => (double)Invoke(f, Arguments(at.Select((v, k) => k == i ? v + step : v).ToArray(), n))!;
                    double expected = (Moved(1e-6) - Moved(-1e-6)) / 2e-6;
                    Assert.True(Math.Abs(expected - found[i]) <= 1e-4 * (1 + Math.Abs(expected)), $"{name} by {i} at n = {n}, x = {x}: {found[i]}, not {expected}");
                }
            }
        }
    }

    // All the real numbers, one after the other: a, b, m, w and x.
    private static object?[] Arguments(double[] v, int n) =>
    [
        v[..5], v[5..9], new[] { n % 4, (n + 1) % 3, 2 }, new[,] { { v[9], v[10], v[11] }, { v[12], v[13], v[14] } },
        new[] { v[15..17], v[17..20], v[20..21] }, v[21], n,
    ];

    private static double[] Flat(params object?[] parts) => parts.SelectMany(p => p switch
    {
        double[] array => array,
        double[,] matrix => matrix.Cast<double>(),
        double[][] rows => rows.SelectMany(r => r),
        _ => [(double)p!],
    }).ToArray();

    private static string Outcome(Func<object?[], object?> run, int n, double x)
    {
        double[] at = [1.5, -2, 3.25, 0.75, 5, 4, 3, -1, 0.5, 1, 2, 3, 4, 5, x, 1, 2, x, 4, 5, 6, x];
        object?[] arguments = Arguments(at, n);
        string result;
        try
        {
            result = BitConverter.DoubleToInt64Bits((double)run(arguments)!).ToString("x");
        }
        catch (Exception e) when (e is not NotSupportedException and not TimeoutException)
        {
            result = $"{e.GetType()}: {e.Message}";
        }

        return $"{result} {string.Join(" ", Flat(arguments[0], arguments[1], arguments[3], arguments[4]))} {string.Join(" ", (int[])arguments[2]!)}";
    }

    private static object? Invoke(MethodInfo f, object?[] arguments)
    {
        try
        {
            return f.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            throw;
        }
    }
}
