using AutoDiffGen.Fuzz.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>A program as a case to paste into the corpus.</summary>
internal static class CorpusCase
{
    public static string Of(FuzzProgram program)
    {
        string points = string.Concat(program.Points.Select(p => $", At{p.At}"));
        string members = program.Attributed($"[Differentiable{(program.IsLifted ? "(Gradient | Lifted)" : "")}{points}]");
        string text = CSharpSyntaxTree.ParseText($"class C {{ {members} }}").GetRoot().NormalizeWhitespace().ToFullString();
        return text[(text.IndexOf('{') + 1)..text.LastIndexOf('}')].Trim('\n', '\r');
    }
}
