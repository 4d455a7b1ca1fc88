using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Hostile.Inputs;

/// <summary>Spoils methods of the corpus, at random: token by token, or part by part so that more of them still compile.</summary>
/// <param name="seed">With a number it names an input.</param>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Words =
    [
        .. Enum.GetValues<SyntaxKind>().Where(k => SyntaxFacts.IsKeywordKind(k) || SyntaxFacts.IsPunctuation(k)).Select(SyntaxFacts.GetText).Where(t => t.Length > 0),
        "0", "1", "-1", "2147483647", "-2147483648", "0x8000000000000000", "1e308", "1e-400", "1e400", "0f", "1m", "'a'", "\"s\"", "$\"{x}\"", "null", "x", "y", "a", "i", "n",
    ];

    // Names that generated code has, or the compiler reads in a way of its own.
    private static readonly string[] Nasty =
    [
        "result", "dx", "dy", "dA", "seed", "t0", "t1", "i", "j", "cos", "tape", "recorded", "value", "kept", "mark", "step", "rounds", "Math", "System", "AutoDiffGen", "Value", "Span", "global",
        "Buffers", "Guard", "Scratch", "Recorded", "Runtime", "_", "@class", "@ref", "var", "dynamic", "record", "nint", "field", "when", "args", "scoped", "required", "file", "θ", "ﬀ", "\\u0061b",
        "F_Grad", "F_Vjp", "Gradient", "Differentiable", "double_", "Double", "Random", "C", "__", "x", "y", "a", "n",
    ];

    private static readonly string[] Types =
    [
        "float", "int", "long", "uint", "byte", "ulong", "nint", "bool", "char", "string", "object", "decimal", "Half", "dynamic", "double?", "double[]", "double[,]", "double[][]", "double[,,]", "Span<double>",
        "ReadOnlySpan<double>", "Span<float>", "(double, double)", "Unknown", "Unknown<double>", "List<double>", "Func<double, double>", "DateTime", "var", "void", "double*", "ref double", "in double", "out double",
        "this double", "params double[]", "scoped Span<double>", "T", "Index", "Range", "Enum", "Int128", "System.Numerics.Vector3", "Memory<double>", "ref readonly double", "double",
    ];

    private static readonly string[] Modifiers =
        ["async", "unsafe", "extern", "virtual", "abstract", "readonly", "new", "partial", "sealed", "override", "protected", "private", "internal", "static", "volatile", "file", "required", "const", "ref", "fixed"];

    // {0} is a statement.
    private static readonly string[] AroundStatements =
    [
        "if (true) {0}", "if (x > 0) {{ {0} }} else {{ {0} }}", "for (int q = 0; q < 2; q++) {0}", "while (true) {{ {0} break; }}", "do {{ {0} }} while (false);", "{{ {0} }}", "checked {{ {0} }}",
        "unsafe {{ {0} }}", "try {{ {0} }} finally {{ }}", "try {{ {0} }} catch {{ throw; }}", "lock (new object()) {{ {0} }}", "foreach (int q in new[] {{ 1, 2 }}) {{ {0} }}", "label: {0}",
        "switch (1) {{ case 1: {0} break; default: break; }}", "{0} {0}", "void Local() {{ {0} }} Local();", "; {0} ;", "if (false) {{ {0} }}", "for (;;) {{ {0} break; }}", "goto end; end: {0}",
        "{0} return x;", "return default; {0}", "{0} throw new InvalidOperationException();", "while (x > 1e9) {{ {0} }}", "for (int q = 3; q --> 0;) {{ if (q == 1) continue; {0} }}",
    ];

    // {0} is an expression.
    private static readonly string[] AroundExpressions =
    [
        "({0})", "+({0})", "-({0})", "(double)({0})", "(float)({0})", "(int)({0})", "checked({0})", "unchecked({0})", "(true ? {0} : {0})", "({0} + {0})", "Math.Sin({0})", "Math.Max({0}, {0})",
        "Ad.StopGradient({0})", "({0} is var q ? q : q)", "({0} switch {{ _ => {0} }})", "(x = {0})", "new[] {{ {0} }}[0]", "({0}, 1).Item1", "default", "null", "!({0})", "~({0})", "({0})!", "({0})++", "-{0}", "{0} * 0",
        "Math.Pow({0}, 0)", "({0} == {0} ? 1 : 0)", "({0} > 0 && {0} < 1 ? {0} : 2)", "Helper({0})", "((Func<double>)(() => {0}))()", "throw new Exception($\"{{{0}}}\")", "(double)(object)({0})", "0 / ({0})",
        "({0}) % ({0})", "Math.Clamp({0}, 0, 1)", "Math.FusedMultiplyAdd({0}, {0}, {0})", "double.NaN", "1e400", "1d / 0", "nameof(x).Length", "sizeof(double)", "{0} ?? 1", "stackalloc double[1] {{ {0} }}[0]",
    ];

    public Input Input(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        string text = Pick(random, Slices.All);
        var how = new List<string>();
        for (int i = random.Next(100) switch { < 60 => 1, < 85 => 2, _ => 4 }; i > 0; i--)
        {
            (string name, Func<Random, string, string> spoil) = Pick(random, Ways);
            how.Add(name);
            text = spoil(random, text);
        }

        List<string> sources = [text];
        ImmutableArray<MetadataReference> references = Hosting.Host.References;
        switch (random.Next(40))
        {
            case 0:
                how.Add("twice");
                sources.Add(text);
                break;
            case 1:
                how.Add("with another");
                sources.Add(Pick(random, Slices.All));
                break;
            case 2:
                how.Add("fewer references");
                references = Fewer(random, references);
                break;
            default:
                break;
        }

        string without = random.Next(100) switch { < 70 => "", < 85 => "all", _ => Pick(random, [.. Generator.Plan.All]) };
        return new Input($"{seed}:{number}", sources, without, Checked: random.Next(8) == 0) { How = string.Join(", ", how), References = references };
    }

    private static readonly (string Name, Func<Random, string, string> Spoil)[] Ways =
    [
        ("prefix", (r, t) => Tokens(t, k => k.Take(r.Next(k.Count)))),
        ("deletion", (r, t) => Tokens(t, k => k.RemoveRange(At(r, k, out int n), n))),
        ("deletion", (r, t) => Tokens(t, k => k.RemoveAt(r.Next(k.Count)))),
        ("swap", (r, t) => Tokens(t, k => Swap(k, r.Next(k.Count), r.Next(k.Count)))),
        ("swap of neighbours", (r, t) => Tokens(t, k => r.Next(k.Count - 1) is var i ? Swap(k, i, i + 1) : k)),
        ("duplication", (r, t) => Tokens(t, k => r.Next(k.Count) is var i ? k.Insert(i, k[i]) : k)),
        ("duplication", (r, t) => Tokens(t, k => k.InsertRange(At(r, k, out int n), k.GetRange(Math.Min(r.Next(k.Count), k.Count - n), n)))),
        ("another token", (r, t) => Tokens(t, k => k.SetItem(r.Next(k.Count), k[r.Next(k.Count)]))),
        ("word", (r, t) => Tokens(t, k => k.SetItem(r.Next(k.Count), Pick(r, Words) + " "))),
        ("word", (r, t) => Tokens(t, k => k.Insert(r.Next(k.Count), Pick(r, Words) + " "))),
        ("modifier", (r, t) => Nodes<MemberDeclarationSyntax>(r, t, n => n.Modifiers.FirstOrDefault() is { RawKind: not 0 } m
            ? n.ToString().Insert(m.SpanStart - n.SpanStart, Pick(r, Modifiers) + " ")
            : n.ToString())),
        ("name", Rename), ("name", Rename), ("name", Rename),
        ("type", (r, t) => Nodes<TypeSyntax>(r, t, n => Pick(r, Types))), ("type", (r, t) => Nodes<TypeSyntax>(r, t, n => Pick(r, Types))),
        ("type of a parameter", (r, t) => Nodes<ParameterSyntax>(r, t, n => Pick(r, Types) + " " + n.Identifier)),
        ("no statement", (r, t) => Nodes<StatementSyntax>(r, t, n => ";")),
        ("two statements", (r, t) => Nodes<StatementSyntax>(r, t, n => n.ToString() + " " + n)),
        ("another statement", (r, t) => Nodes<StatementSyntax>(r, t, n => Other<StatementSyntax>(r, t))), ("another statement", (r, t) => Nodes<StatementSyntax>(r, t, n => Other<StatementSyntax>(r, Pick(r, Slices.All)))),
        ("around a statement", (r, t) => Nodes<StatementSyntax>(r, t, n => string.Format(Pick(r, AroundStatements), n))), ("around a statement", (r, t) => Nodes<StatementSyntax>(r, t, n => string.Format(Pick(r, AroundStatements), n))),
        ("another expression", (r, t) => Nodes<ExpressionSyntax>(r, t, n => Other<ExpressionSyntax>(r, t))), ("another expression", (r, t) => Nodes<ExpressionSyntax>(r, t, n => Other<ExpressionSyntax>(r, t))),
        ("around an expression", (r, t) => Nodes<ExpressionSyntax>(r, t, n => string.Format(Pick(r, AroundExpressions), n))), ("around an expression", (r, t) => Nodes<ExpressionSyntax>(r, t, n => string.Format(Pick(r, AroundExpressions), n))),
        ("another operand", (r, t) => Nodes<LiteralExpressionSyntax>(r, t, n => Pick(r, Words))),
        ("another method", (r, t) => Nodes<MethodDeclarationSyntax>(r, t, n => n + " " + Other<MethodDeclarationSyntax>(r, Pick(r, Slices.All)))),
        ("another body", (r, t) => Nodes<BlockSyntax>(r, t, n => Other<BlockSyntax>(r, Pick(r, Slices.All)))),
    ];

    private static string Tokens(string text, Func<ImmutableList<string>, IEnumerable<string>> spoil)
    {
        ImmutableList<string> tokens = [.. SyntaxFactory.ParseTokens(text, options: Hosting.Host.ParseOptions).Select(t => t.ToFullString())];
        return tokens.Count < 2 ? text : string.Concat(spoil(tokens));
    }

    private static string Nodes<TNode>(Random random, string text, Func<TNode, string> replace)
        where TNode : SyntaxNode
    {
        CompilationUnitSyntax file = SyntaxFactory.ParseCompilationUnit(text, options: Hosting.Host.ParseOptions);
        TNode[] nodes = [.. file.DescendantNodes(n => n is not (UsingDirectiveSyntax or AttributeListSyntax)).OfType<TNode>()];
        if (nodes.Length == 0)
            return text;
        TNode node = Pick(random, nodes);
        return text[..node.SpanStart] + replace(node) + text[node.Span.End..];
    }

    private static string Other<TNode>(Random random, string text)
        where TNode : SyntaxNode =>
        SyntaxFactory.ParseCompilationUnit(text, options: Hosting.Host.ParseOptions).DescendantNodes().OfType<TNode>().ToArray() is { Length: > 0 } nodes ? Pick(random, nodes).ToString() : "";

    private static string Rename(Random random, string text)
    {
        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(text, options: Hosting.Host.ParseOptions)];
        string[] names = [.. tokens.Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.Text).Distinct()];
        if (names.Length == 0)
            return text;
        string name = Pick(random, names), other = random.Next(3) == 0 ? Pick(random, names) : Pick(random, Nasty);
        return string.Concat(tokens.Select(t => t.IsKind(SyntaxKind.IdentifierToken) && t.Text == name ? t.LeadingTrivia.ToFullString() + other + t.TrailingTrivia.ToFullString() : t.ToFullString()));
    }

    private static ImmutableArray<MetadataReference> Fewer(Random random, ImmutableArray<MetadataReference> references) => random.Next(4) switch
    {
        0 => [.. references.Where(r => !r.Display!.EndsWith("AutoDiffGen.dll", StringComparison.Ordinal))],
        1 => [.. references.Where(r => !Path.GetFileName(r.Display!).StartsWith("System.Private", StringComparison.Ordinal))],
        2 => [.. references.Where(r => !Path.GetFileName(r.Display!).StartsWith("System.Runtime", StringComparison.Ordinal))],
        _ => [.. references.Where(_ => random.Next(2) == 0)],
    };

    private static int At(Random random, ImmutableList<string> tokens, out int count)
    {
        count = Math.Min(random.Next(1, 8), tokens.Count - 1);
        return random.Next(tokens.Count - count);
    }

    private static ImmutableList<string> Swap(ImmutableList<string> tokens, int i, int j)
    {
        string first = tokens[i];
        return tokens.SetItem(i, tokens[j]).SetItem(j, first);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
