using AutoDiffGen.Hostile.Inputs;

namespace AutoDiffGen.Hostile.Constructs;

/// <summary>Methods as long as one likes: what they take should grow as their length does.</summary>
internal static class Growing
{
    public static IReadOnlyDictionary<string, Func<int, Input>> All { get; } = new Dictionary<string, Func<int, Input>>
    {
        ["statements"] = n => Sizes.Body($"{n} statements", Sizes.Repeat(n, i => $"x = x * y + {i}; y = Math.Sin(x); x += y;")),
        ["locals"] = n => Sizes.Body($"{n} locals", Sizes.Repeat(n, i => $"double v{i} = {(i == 0 ? "x" : $"v{i - 1}")} * y;") + $"x = v{n - 1};"),
        ["stores"] = n => Sizes.Body($"{n} stores", Sizes.Repeat(n, i => $"a[{i}] = Math.Sin(a[{i + 1}]) * x;")),
        ["stores in a loop"] = n => Sizes.Body($"{n} stores in a loop", "for (int j = 0; j < n; j++) {" + Sizes.Repeat(n, i => $"a[{i}] = Math.Sin(a[{i + 1}]) * x;") + "}"),
        ["branches"] = n => Sizes.Body($"{n} branches", Sizes.Repeat(n, i => $"if (x > {i}) x = Math.Sin(x); else x *= y;")),
        ["loops"] = n => Sizes.Body($"{n} loops", Sizes.Repeat(n, _ => "for (int i = 0; i < n; i++) x = Math.Sin(x * a[i]);")),
        ["arrays"] = n => Sizes.Body($"{n} arrays", Sizes.Repeat(n, i => $"double[] v{i} = new double[n]; v{i}[0] = x; x = v{i}[0] * y;")),
        ["calls"] = n => Sizes.Body($"{n} calls", Sizes.Repeat(n, _ => "x = Helper(x);"), "static double Helper(double v) => v * v;"),
        ["elements"] = n => Sizes.Body($"{n} elements", "double[] v = {" + Sizes.Repeat(n, i => $"x * {i},") + "}; x = v[n];"),
        ["parameters"] = n => new($"{n} parameters", [Sizes.In($"[Differentiable] public static double F({string.Join(", ", Enumerable.Range(0, n).Select(i => $"double p{i}"))})\n{{\ndouble x = 0;\n{Sizes.Repeat(n, i => $"x += p{i} * p{i};")}\nreturn x;\n}}")]),
        ["overloads"] = n => new($"{n} overloads", [Sizes.In(Sizes.Repeat(n, i => $"[Differentiable] public static double F(double x, E{i} e) => Math.Sin(x) * x; public enum E{i} {{ }}\n"))]),
    };
}
