using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Fuzz.Language;

/// <summary>A program: an attributed method, the members it uses, and the points at which it is run.</summary>
/// <param name="Seed">What makes it again.</param>
internal sealed partial record FuzzProgram(
    string Seed, IReadOnlyList<Node> Members, Kind Result, IReadOnlyList<Parameter> Parameters, Node Body, IReadOnlyList<FuzzPoint> Points)
{
    public const string Method = "F";

    /// <summary>Whether the tape is asked too: it has no <c>float</c>, and its check wants a result.</summary>
    public bool IsLifted => Result is Kind.Real or Kind.Vector && !RoundsToSingle && !LeavesTapeOut;

    /// <summary>The pass that the optimiser leaves out; empty for none. Programs that are run together leave out the same.</summary>
    public string Without { get; init; } = "";

    /// <summary>Whether the tape was asked and cannot follow.</summary>
    public bool LeavesTapeOut { get; init; }

    public bool RoundsToSingle => SingleText().IsMatch(Text);

    /// <summary>Whether derivatives differ from differences on purpose.</summary>
    public bool StopsGradient => Text.Contains("StopGradient") || Members.Any(m => m.ToString().Contains("[NoGrad]"));

    /// <summary>Whether there are constants that swallow what is added to them, so that differences see nothing.</summary>
    public bool HasUnusualConstants => Generation.Vocabulary.Swallowing.Any(Text.Contains);

    /// <summary>Whether it uses what is not supported in every form: such a program may be refused.</summary>
    public bool HasArraysOrLoops => ArrayOrLoopText().IsMatch(Text);

    public int Size => Members.Sum(m => m.Size) + Body.Size + (10 * Parameters.Count) + Points.Sum(p => 1 + p.At.Arguments.Sum(a => a is string text ? text.Length : 0));

    /// <summary>The program but for its attribute and class.</summary>
    public string Text => string.Concat(Members.Select(m => m + "\n"))
        + $"public static {Result.CSharp} {Method}({string.Join(", ", Parameters)})\n{{\n{Body}\n}}\n";

    /// <summary>The program as a file. In it the class is called <c>P</c>.</summary>
    public string InClass(string name) => File(name).Replace("typeof(P)", $"typeof({name})");

    private string File(string name) => $$"""
        using System;
        using AutoDiffGen;
        namespace Fuzzed;
        public static partial class {{name}}
        {
        {{Attributed(IsLifted ? "[Differentiable(Derivatives.Gradient | Derivatives.Lifted)]" : "[Differentiable]")}}
        }
        """;

    [System.Text.RegularExpressions.GeneratedRegex(@"float|MathF|\df\b")]
    private static partial System.Text.RegularExpressions.Regex SingleText();

    [System.Text.RegularExpressions.GeneratedRegex(@"\[,?\]|\bref double|Span<|\b(for|foreach|while|do|depth)\b")]
    private static partial System.Text.RegularExpressions.Regex ArrayOrLoopText();

    public string Attributed(string attribute) => Text.Replace($"public static {Result.CSharp} {Method}(", attribute + $"\npublic static {Result.CSharp} {Method}(");
}

/// <summary>The arguments of a run.</summary>
/// <param name="IsGeneric">Whether no argument is a special number, so that the method should be smooth there.</param>
internal sealed record FuzzPoint(Point At, bool IsGeneric);
