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
        foreach ((string name, _) in Programs)
        {
            var f = type.GetMethod(name)!.CreateDelegate<Func<double, double[], double>>();
            var gradient = type.GetMethod(name + "_Grad", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Gradient>();
            double x = 0.7;
            double[] a = [0.9, -0.4, 1.3, 0.2];
            var da = new double[a.Length];
            double value = gradient(x, a, out double dx, da);
            Assert.Equal(BitConverter.DoubleToInt64Bits(f(x, [.. a])), BitConverter.DoubleToInt64Bits(value));
            Near($"{name} by x", Differences.Derivative(t => f(t, [.. a]), x).Derivative, dx);
            for (int i = 0; i < a.Length; i++)
            {
                double At(double t)
                {
                    double[] moved = [.. a];
                    moved[i] = t;
                    return f(x, moved);
                }

                Near($"{name} by a[{i}]", Differences.Derivative(At, a[i]).Derivative, da[i]);
            }
        }
    }

    private static void Near(string what, double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-7 * (1 + Math.Abs(expected)), $"{what}: {actual}, not {expected}");
}
