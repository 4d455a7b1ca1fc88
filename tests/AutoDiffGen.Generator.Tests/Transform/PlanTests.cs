using System.Reflection;
using AutoDiffGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>A pass that can be left out changes no derivative: with each left out in turn, the gradients agree with differences.</summary>
public class PlanTests
{
    private delegate double Gradient(double x, double[] a, out double dx, Span<double> da);

    // Each takes (double x, double[] a) and leaves a as it is.
    private static readonly (string Name, string Body)[] Programs =
    [
        ("Sum", "double s = 0; for (int i = 0; i < a.Length; i++) s += Math.Sin(x * a[i]); return s * s;"),
        ("LogSumExp", "double m = a[0]; for (int i = 1; i < a.Length; i++) m = Math.Max(m, a[i]); double s = 0; foreach (double v in a) s += Math.Exp(x * (v - m)); return m + Math.Log(s);"),
        ("Pendulum", "double v = a[0]; for (int i = 0; i < 9; i++) { v -= 0.1 * Math.Sin(x) + 0.01 * v * v; x += 0.1 * v; } return x * a[1];"),
        ("Scratch", "double s = 0; for (int i = 0; i < a.Length; i++) { var t = new double[3]; for (int k = 0; k < t.Length; k++) t[k] = a[i] * x + k; s += Math.Exp(-t[2] * t[1]); } return s;"),
        ("Buffers", "var p = (double[])a.Clone(); var q = new double[a.Length]; for (int t = 0; t < 3; t++) { for (int i = 0; i < p.Length; i++) q[i] = p[i] + x * p[(i + 1) % p.Length] * p[i]; (p, q) = (q, p); } return p[0] + q[1];"),
        ("Branches", "double s = 1; for (int i = 0; i < a.Length; i++) { if (a[i] > 0.5) { double r = Math.Sqrt(a[i]); s = s * r + x; } else if (a[i] < -3) break; else s += Math.Cos(x) * Math.Sin(x); } return s / (1 + s * s);"),
        ("ViewsThatMove", "var c = (double[])a.Clone(); for (int i = 0; i < 3; i++) { Span<double> s = c.AsSpan(2 - i); s[i] = s[i] * s[i]; } return x * c[2] + c[1];"),
        ("ViewsOfTheNext", "var c = (double[])a.Clone(); for (int i = 2; i >= 0; i--) { Span<double> s = c.AsSpan(i); s[1] = s[0] * s[0]; } return x * c[1] + c[2] * c[3];"),
        ("NoRounds", "double s = x; for (int i = 0; i < a.Length - 5; i++) { var t = new double[a.Length - 5]; t[0] = s; s = t[0] * a[0]; } return s * a[1];"),
        ("NotReached", "int m = a.Length - 4; double s = x; for (int i = 0; i < a.Length; i++) { if (m > 0) { var t = new double[100 / m]; t[0] = s; s = t[0] * a[0]; } else s = s * a[i]; } return s;"),
        ("Extrema", "double s = 0; for (int i = 1; i < 4; i++) { double m = x, l = a[0]; int k = 0; for (int j = 0; j < a.Length; j++) { double v = a[j] * i; if (v > m) { m = v; k = j; } if (a[j] * x < l) l = a[j] * x; } s += m * m * a[k] + l; } return s;"),
        ("RunningExtremum", "double t = x, m = -9; for (int i = 0; i < a.Length; i++) { t += a[i] * t; if (t > m) m = t; } return m * m;"),
        ("ExtremumOfWhatChanges", "var c = (double[])a.Clone(); double m = c[0]; for (int i = 1; i < c.Length; i++) { if (c[i] > m) m = c[i]; c[i - 1] = c[i] * x; } c[2] = m * c[1]; return m * c[2] + c[0];"),
        ("ArraysThatEscape", "double[] last = a; for (int i = 0; i < 3; i++) { var t = new double[2]; t[0] = last[0] * x + last[1]; t[1] = last[1] * t[0]; last = t; } return last[0] * last[1];"),
        ("Matrix", "var m = new double[3, 3]; for (int i = 0; i < 3; i++) { for (int j = 0; j <= i; j++) m[i, j] = a[i] * a[j] + (i == j ? x : 0); } for (int j = 0; j < 3; j++) { for (int k = 0; k < j; k++) m[j, j] -= m[j, k] * m[j, k]; m[j, j] = Math.Sqrt(Math.Abs(m[j, j])); for (int i = j + 1; i < 3; i++) m[i, j] /= m[j, j] + 1; } return m[2, 2] + m[1, 0] * m[2, 1];"),
        ("Indices", "var p = new int[] { 2, 0, 3, 2 }; var c = (double[])a.Clone(); for (int i = 0; i < p.Length; i++) { c[p[i]] = c[p[i]] * c[i] + x; p[i] = (p[i] + 1) % 4; } return c[p[0]] * c[p[3]] + c[2];"),
        ("Overlap", "var c = (double[])a.Clone(); for (int r = 0; r < 2; r++) { Span<double> u = c.AsSpan(r, 3), v = c.AsSpan(1 - r, 3); for (int i = 0; i < 3; i++) u[i] = v[i] * u[i] + x * v[2 - i]; } return c[0] * c[1] + c[2] * c[3];"),
        ("Recursion", "return Tree(x, a, 0, a.Length);"),
    ];

    private const string Helpers =
        "private static double Tree(double x, ReadOnlySpan<double> a, int from, int to) => to - from == 1 ? x * a[from] : Math.Sin(Tree(x, a, from, (from + to) / 2) * Tree(x, a, (from + to) / 2, to));";

    public static TheoryData<string> Names => [.. Plan.All, "", string.Join(",", Plan.All)];

    [Theory, MemberData(nameof(Names))]
    public void Leaving_a_pass_out_changes_no_derivative(string without)
    {
        string members = string.Concat(Programs.Select(p => $"[Differentiable] public static double {p.Name}(double x, double[] a) {{ {p.Body} }}\n")) + Helpers;
        var compilation = (CSharpCompilation)Compile.Generate(Compile.Of(Expect.InClass(members)), out _, without: without);
        Type type = CompositionTests.Load(compilation, "").GetType("N.C")!;
        var wrong = new List<string>();
        foreach ((string name, _) in Programs)
        {
            var f = type.GetMethod(name)!.CreateDelegate<Func<double, double[], double>>();
            var gradient = type.GetMethod(name + "_Grad", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Gradient>();
            double x = 0.7, dx;
            double[] a = [0.9, -0.4, 1.3, 0.2];
            var da = new double[a.Length];
            try
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(f(x, [.. a])), BitConverter.DoubleToInt64Bits(gradient(x, a, out dx, da)));
            }
            catch (Exception e)
            {
                wrong.Add($"{name}: {e.Message}");
                continue;
            }

            Compare($"{name} by x", t => f(t, [.. a]), x, dx);
            for (int i = 0; i < a.Length; i++)
            {
                double At(double t)
                {
                    double[] moved = [.. a];
                    moved[i] = t;
                    return f(x, moved);
                }

                Compare($"{name} by a[{i}]", At, a[i], da[i]);
            }
        }

        Assert.Empty(wrong);

        void Compare(string what, Func<double, double> f, double at, double actual)
        {
            double expected = Differences.Derivative(f, at).Derivative;
            if (!(Math.Abs(expected - actual) <= 1e-7 * (1 + Math.Abs(expected))))
                wrong.Add($"{what}: {actual}, not {expected}");
        }
    }
}
