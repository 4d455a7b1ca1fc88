using Microsoft.CodeAnalysis.Text;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>Source text in which <c>[|</c> and <c>|]</c> mark where errors are expected.</summary>
internal sealed record Marked(string Text, IReadOnlyList<TextSpan> Spans)
{
    public static Marked Parse(string source)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var open = new Stack<int>();
        for (int i = 0; i < source.Length; i++)
        {
            if (string.CompareOrdinal(source, i, "[|", 0, 2) == 0)
            {
                open.Push(text.Length);
                i++;
            }
            else if (open.Count > 0 && string.CompareOrdinal(source, i, "|]", 0, 2) == 0)
            {
                spans.Add(TextSpan.FromBounds(open.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        Assert.Empty(open);
        return new Marked(text.ToString(), spans.OrderBy(s => s.Start).ToList());
    }
}
