using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace AutoDiffGen.Generator.Tests.Documentation;

/// <summary>What changed between two texts, as a person wants to read it: the lines taken out and put in, with one line around.</summary>
internal static class Changes
{
    public static string Of(string[] before, string[] after)
    {
        string[] lines = [.. InlineDiffBuilder.Diff(string.Join("\n", before), string.Join("\n", after), ignoreWhiteSpace: false).Lines
            .Select(l => (l.Type == ChangeType.Inserted ? "+" : l.Type == ChangeType.Deleted ? "-" : " ") + l.Text)];
        bool IsNear(int line) => Enumerable.Range(line - 1, 3).Any(i => i >= 0 && i < lines.Length && lines[i][0] != ' ');

        var text = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!IsNear(i))
                continue;
            if (i > 0 && text.Length > 0 && !IsNear(i - 1))
                text.Append("…\n");
            text.Append(lines[i]).Append('\n');
        }

        return text.ToString();
    }
}
