using System.Text;

namespace AutoDiffGen.Generator.Lift;

/// <summary>Collects lines of C#, indented by nesting.</summary>
internal sealed class CodeLines
{
    private const string Step = "    ";
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Adds a statement, or a part of one; where it has several lines, each is indented.</summary>
    public void Add(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                for (int i = 0; i < _depth; i++)
                    _text.Append(Step);
                _text.Append(line);
            }

            _text.Append('\n');
        }
    }

    public void Open()
    {
        Add("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Add("}");
    }

    public void Nest(Action content)
    {
        _depth++;
        content();
        _depth--;
    }

    /// <summary>The lines after the first of an expression that stands inside another, one step further in.</summary>
    public static string Indent(string text) => text.Replace("\n", "\n" + Step);

    public override string ToString() => _text.ToString();
}
