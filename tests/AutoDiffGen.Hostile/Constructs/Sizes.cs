using System.Text;
using AutoDiffGen.Hostile.Inputs;

namespace AutoDiffGen.Hostile.Constructs;

/// <summary>Methods that are long, wide or deep.</summary>
internal static class Sizes
{
    public static IReadOnlyList<Input> All { get; } =
    [
        // Around the limit of 4,000 statements.
        Body("300 statements", Repeat(100, i => $"x = x * y + {i}; y = Math.Sin(x); x += y;")),
        Body("3,000 statements", Repeat(1_000, i => $"x = x * y + {i}; y = Math.Sin(x); x += y;")),
        Body("20,000 statements", Repeat(20_000, i => $"x = x * y + {i};")),
        Body("2,000 locals", Repeat(2_000, i => $"double v{i} = {(i == 0 ? "x" : $"v{i - 1}")} * y;") + "x = v1999;"),
        Body("2,000 integers", Repeat(2_000, i => $"int v{i} = {(i == 0 ? "n" : $"v{i - 1}")} ^ {i};") + "x *= v1999;"),
        Body("500 loops", Repeat(500, i => $"for (int i = 0; i < n; i++) x = Math.Sin(x * a[i]);")),
        Body("500 branches", Repeat(500, i => $"if (x > {i}) x = Math.Sin(x); else x *= y;")),
        Body("1,000 early returns", Repeat(1_000, i => $"if (x > {i}) return x * {i};")),
        Body("1,000 stores", Repeat(1_000, i => $"a[{i}] = Math.Sin(a[{i + 1}]) * x;")),
        Body("700 stores in a loop", "for (int j = 0; j < n; j++) {" + Repeat(700, i => $"a[{i}] = Math.Sin(a[{i + 1}]) * x;") + "}"),
        Body("300 arrays", Repeat(300, i => $"double[] v{i} = new double[n]; v{i}[0] = x; x = v{i}[0] * y;")),
        Body("a switch of 1,000 cases", "switch (n) {" + Repeat(1_000, i => $"case {i}: x *= {i}; break;") + "}"),
        Body("a switch of 1,000 labels", "switch (n) {" + Repeat(1_000, i => $"case {i}:") + " x = y; break; }"),
        Body("an array of 2,000 elements", "double[] v = {" + Repeat(2_000, i => $"x * {i},") + "}; x = v[n];"),
        Body("1,000 calls of a helper", Repeat(1_000, i => "x = Helper(x);"), "static double Helper(double v) => v * v;"),
        Body("a chain of 200 helpers", "x = H0(x);", Repeat(200, i => $"static double H{i}(double v) => {(i == 199 ? "v" : $"H{i + 1}(v)")} * v;\n")),
        Body("a chain of 3,000 helpers", "x = H0(x);", Repeat(3_000, i => $"static double H{i}(double v) => {(i == 2999 ? "v" : $"H{i + 1}(v)")} * v;\n")),
        Body("helpers that double, 30 times", "x = H0(x);", Repeat(30, i => $"static double H{i}(double v) => {(i == 29 ? "v" : $"H{i + 1}(v) * H{i + 1}(v)")};\n")),
        Body("helpers that recurse, 30 of them", "x = H0(x, n);", Repeat(30, i => $"static double H{i}(double v, int k) => k <= 0 ? v : H{(i + 1) % 30}(v, k - 1) * H{(i + 7) % 30}(v, k - 2);\n")),
        new("1,000 parameters", [In($"[Differentiable] public static double F({string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"double p{i}"))}) => {string.Join(" * ", Enumerable.Range(0, 1_000).Select(i => $"p{i}"))};")]),
        new("500 methods", [In(Repeat(500, i => $"[Differentiable] public static double F{i}(double x) => Math.Sin(x) * x;\n"))]),
        new("500 overloads", [In("public class P0 {}" + Repeat(500, i => $"[Differentiable] public static double F(double x, E{i} e) => Math.Sin(x) * x; public enum E{i} {{ }}\n"))]),

        // Expressions.
        Value("a sum of 4,000", "x" + Repeat(4_000, _ => " + x")), Value("a product of 3,000", "x" + Repeat(3_000, _ => " * y")), Value("powers, 3,000 terms", "0" + Repeat(3_000, i => $" + x * y / {i + 1}.0")),
        Value("1,000 parentheses", Nested(1_000, "(", "x", ")")), Value("200 products in parentheses", Nested(200, "(x * ", "x", ")")), Value("products in 400 parentheses on the left", Nested(400, "(", "x", " * y)")),
        Value("150 sines", Nested(150, "Math.Sin(", "x", ")")), Value("150 helpers", Nested(150, "Helper(", "x", ")"), "static double Helper(double v) => v * v;"), Value("300 minuses", Nested(300, "- ", "x", "")), Value("200 casts", Nested(200, "(double)", "x", "")),
        Value("300 conditionals", Nested(300, "x > 1 ? y : ", "x", "")), Value("200 conditionals in parentheses", Nested(200, "(x > 1 ? ", "x", " : y)")), Value("100 switches", Nested(100, "n switch { 1 => x, _ => ", "x", " }")), Value("300 switches", Nested(300, "n switch { 1 => x, _ => ", "x", " }")), Value("a switch of 1,000 arms", "n switch {" + Repeat(1_000, i => $"{i} => x * {i},") + "_ => y }"),
        Value("200 assignments", Nested(200, "x = ", "y", "")), Value("16 assignments in parentheses", Nested(16, "(x = x * ", "y", ")")), Value("150 elements", Nested(150, "a[(int)", "x", "]")), Value("3,000 conditions", "x > 0" + Repeat(3_000, i => $" && x > {i}") + " ? x : y"), Value("150 conditions in parentheses", Nested(150, "(x > 0 && ", "b", ")") + " ? x : y"), Value("1,000 patterns", "n is 0" + Repeat(1_000, i => $" or {i + 1}") + " ? x : y"), Value("150 patterns in parentheses", "x is " + Nested(150, "not (", "1", ")") + " ? x : y"),
        Value("1,000 increments", "x++" + Repeat(1_000, _ => " + x++")), Value("100 arrays", Nested(100, "new[] { ", "x", " }[0]")), Value("2,000 interpolations", "n > 1 ? x : throw new Exception($\"" + Repeat(2_000, _ => "{x}") + "\")"), Value("a constant sum of 5,000", "x * (1" + Repeat(5_000, _ => " + 1") + ")"), Value("50 lambdas", Nested(50, "((Func<double>)(() => ", "x", "))()")), Value("1,000 strings", "(\"a\"" + Repeat(1_000, _ => " + s") + ").Length * x"), Value("10 tuples", Nested(10, "(", "x", ", 1).Item1")),

        // Statements.
        Body("100 ifs", Nested(100, "if (x > 1) { x *= y; ", "x++;", "}")), Body("300 ifs", Nested(300, "if (x > 1) { x *= y; ", "x++;", "}")), Body("300 else-ifs", Repeat(300, i => $"if (x < {i}) x *= {i}; else ") + "x = y;"), Body("450 else-ifs", Repeat(450, i => $"if (x < {i}) {{ x *= {i}; }} else ") + "x = y;"),
        Body("1,000 blocks", Nested(1_000, "{ x *= y; ", "x++;", "}")), Body("400 checked blocks", Nested(400, "checked { ", "x++;", "}")), Body("12 loops", Nested(12, "for (int i# = 0; i# < 2; i#++) { x = Math.Sin(x * y); ", "x++;", "}")), Body("60 loops", Nested(60, "for (int i# = 0; i# < 2; i#++) { x = Math.Sin(x * y); ", "x++;", "}")), Body("100 loops", Nested(100, "while (x > #) { x = Math.Sin(x * y); ", "x++;", "}")), Body("240 loops", Nested(240, "while (x > #) { ", "x++;", "}")), Body("100 switches", Nested(100, "switch (n) { case 1: x *= y; ", "x++;", "break; }")), Body("200 loops in branches", Nested(200, "if (x > #) while (x > 1) { x /= y; ", "x++;", "}")), Body("300 tries", Nested(300, "try { ", "x++;", "} finally { }")), Body("300 local functions", Nested(300, "void L#() { ", "x++;", "} ")), Body("1,000 labels", Repeat(1_000, i => $"l{i}: ") + "x++;"),
    ];

    public static Input Body(string name, string statements, string members = "") =>
        new(name, [In($"[Differentiable(Derivatives.All)] public static double F(double x, double y, double[] a, int n)\n{{\n{statements}\nreturn x * y;\n}}\n{members}")]);

    private static Input Value(string name, string expression, string members = "") =>
        new("value: " + name, [In($"[Differentiable(Derivatives.All)] public static double F(double x, double y, double[] a, int n, bool b, string s) => {expression};\n{members}")]);

    public static string In(string members) => "using System; using AutoDiffGen;\nnamespace N;\npublic static partial class C\n{\n" + members + "\n}";

    public static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    // `#` is the depth.
    private static string Nested(int depth, string open, string inner, string close)
    {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++)
            text.Append(open.Replace("#", i.ToString()));
        text.Append(inner);
        for (int i = 0; i < depth; i++)
            text.Append(close);
        return text.ToString();
    }
}
