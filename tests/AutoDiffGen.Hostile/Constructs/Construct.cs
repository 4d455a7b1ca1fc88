using AutoDiffGen.Hostile.Inputs;

namespace AutoDiffGen.Hostile.Constructs;

/// <summary>A small method with a construct of C# in it.</summary>
/// <param name="Language">The version of C# that has it.</param>
internal sealed record Construct(string Name, string Source, int Language = 12)
{
    /// <summary>What constructs may use.</summary>
    private const string Surroundings =
        """
        public enum E { A, B, C = 7 }
        [Flags] public enum Bits : byte { None, One, Two }
        public struct S
        {
            public double V; public double W { get; set; }
            public S(double v) { V = v; W = v; }
            public double this[int i] { get => V + i; set => V = value; }
            public double M(double v) => V * v;
            public void Deconstruct(out double v, out double w) { v = V; w = W; }
            public static S operator +(S l, S r) => new(l.V + r.V);
            public static S operator -(S l) => new(-l.V);
            public static S operator &(S l, S r) => l; public static S operator |(S l, S r) => r;
            public static S operator ++(S l) => new(l.V + 1);
            public static bool operator true(S l) => l.V > 0;
            public static bool operator false(S l) => l.V <= 0;
            public static bool operator ==(S l, S r) => l.V == r.V;
            public static bool operator !=(S l, S r) => l.V != r.V;
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 0;
            public static implicit operator double(S l) => l.V;
            public static implicit operator S(double v) => new(v);
            public static explicit operator int(S l) => (int)l.V;
        }
        public ref struct Scoped { public double V; public ref double R; public void Dispose() { } }
        public class K
        {
            public double V = 1; public double P { get; set; } = 2; public double Q { get; init; } public K? Next; public static double Z = 3;
            public static readonly double Fixed = 4; public const double Constant = 5; public static double Computed => 6; public event Action? Happened;
            public K(double q = 1) { Q = q; Happened?.Invoke(); }
            public double this[int i] { get => V * i; set => V = value; }
            public double this[double v, string w] => V * v;
            public double M(double v) => V * v;
            public virtual double Virtual(double v) => v;
            public static double Optional(double v, double w = 2, params double[] r) => v * w + r.Length;
            public void Deconstruct(out double v, out double w) { v = V; w = P; }
        }
        public class Rows { public double[] Values = new double[2]; } public delegate bool Parsing(string text, out double r);
        public class Needy { public required double V { get; init; } }
        public sealed class Child : K { public override double Virtual(double v) => base.Virtual(v); }
        public record Pair(double X, double Y); public readonly record struct Point(double X, double Y);
        public interface IShape { double Area(); static virtual double Scale(double v) => v; }
        public delegate double Function(double v);
        [System.Runtime.CompilerServices.InlineArray(4)] public struct Four { private double first; }
        public sealed class Resource : IDisposable, IAsyncDisposable { public double V = 1; public void Dispose() { } public ValueTask DisposeAsync() => default; }
        public static double Square(double v) => v * v;
        public static double Square(float v) => v * v;
        public static float Half(float v) => v / 2;
        public static void Set(double v, out double w) => w = v * v;
        public static void Add(ref double v, in double w) => v += w;
        public static void AddReadOnly(ref double v, ref readonly double w) => v += w;
        public static ref double First(double[] v) => ref v[0];
        public static T Same<T>(T v) => v;
        public static double Sum<T>(T v) where T : System.Numerics.INumber<T> => double.CreateChecked(v + v);
        public static double Vararg(__arglist) => 1;
        public static double Extended(this double v, double w) => v * w;
        public static IEnumerable<double> Sequence(double v) { yield return v; }
        public static async Task<double> Later(double v) { await Task.Yield(); return v; }
        public static double Recursive(double v, int k) => k <= 0 ? v : v * Recursive(v, k - 1);
        public static void Nothing() { }
        [System.Diagnostics.Conditional("DEBUG")] public static void Debugging(double v) { }
        public static double Changing; public static readonly double[] Table = { 1, 2, 3 }; public const double Two = 2; public static int Count;
        [ThreadStatic] public static double OfThread;
        public static volatile int Volatile;
        public static class Deep<T> { public static double Id(double v) => v * 2; public static double Static; }
        """;

    private const string Parameters = "double x, double y, double[] a, int n, bool b, string s, float f, E e, Span<double> p";
    private const string Arguments = "x, y, a, n, b, s, f, e, p";

    public override string ToString() => Name;

    /// <summary>Statements at the start of a method that is differentiated.</summary>
    public static Construct Statement(string code, int language = 12) =>
        new(code, InClass($"[Differentiable(Derivatives.All)] public static {Unsafe(code)}double F({Parameters})\n{{\n{code}\nreturn x * y;\n}}"), language);

    /// <summary>The same in a method that it calls.</summary>
    public static Construct CalledStatement(string code, int language = 12) =>
        new("called: " + code, InClass($"[Differentiable(Derivatives.All)] public static double F({Parameters}) => x * Called({Arguments});\nprivate static {Unsafe(code)}double Called({Parameters})\n{{\n{code}\nreturn x * y;\n}}"), language);

    /// <summary>The value of an expression-bodied method, times something.</summary>
    public static Construct Expression(string code, int language = 12) =>
        new(code, InClass($"[Differentiable(Derivatives.All)] public static {Unsafe(code)}double F({Parameters}) => {code};"), language);

    /// <summary>Members of a partial class.</summary>
    public static Construct Members(string code, int language = 12) => new(code, InClass(code), language);

    /// <summary>A file.</summary>
    public static Construct File(string code, int language = 12) => new(code, code, language);

    public Input Input => new(Name, [Source]);

    // What has pointers cannot wait.
    private static string Unsafe(string code) => code.Contains("await ", StringComparison.Ordinal) ? "" : "unsafe ";

    private static string InClass(string members) =>
        "using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using AutoDiffGen;\nnamespace N;\npublic static partial class C\n{\n"
        + members + "\n" + Surroundings + "\n}";
}
