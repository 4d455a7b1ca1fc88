using System.Runtime.CompilerServices;
using System.Text;

namespace AutoDiffGen.Fuzz.Language;

/// <summary>
/// A piece of a program: text with holes that smaller pieces fill. It knows as much of C# as shrinking needs, the sort of each piece;
/// whether what is left after shrinking is a program is for the compiler to say.
/// </summary>
internal sealed class Node(Sort sort, IReadOnlyList<object> parts)
{
    public static readonly Node Empty = new(Sort.Other, []);

    public Sort Sort { get; } = sort;

    /// <summary>Strings and nodes.</summary>
    public IReadOnlyList<object> Parts { get; } = parts;

    public IEnumerable<Node> Children => Parts.OfType<Node>();

    /// <summary>The length of the text, which shrinking makes smaller.</summary>
    public int Size => Parts.Sum(p => p is Node node ? node.Size : ((string)p).Length);

    public static Node Real(Text text) => new(Sort.Real, text.Parts);

    public static Node Single(Text text) => new(Sort.Single, text.Parts);

    public static Node Integer(Text text) => new(Sort.Integer, text.Parts);

    public static Node Boolean(Text text) => new(Sort.Boolean, text.Parts);

    public static Node Vector(Text text) => new(Sort.Vector, text.Parts);

    public static Node Span(Text text) => new(Sort.Span, text.Parts);

    public static Node Statement(Text text) => new(Sort.Statement, text.Parts);

    public static Node Section(Text text) => new(Sort.Section, text.Parts);

    public static Node Member(Text text) => new(Sort.Member, text.Parts);

    public static Node Other(Text text) => new(Sort.Other, text.Parts);

    public static Node Join(IEnumerable<Node> nodes, string separator = " ") =>
        new(Sort.Other, [.. nodes.SelectMany((n, i) => i == 0 ? [(object)n] : new object[] { separator, n })]);

    public Node With(int part, Node replacement) => new(Sort, [.. Parts.Select((p, i) => i == part ? replacement : p)]);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        foreach (object part in Parts)
        {
            if (part is Node node)
                node.Write(text);
            else
                text.Append((string)part);
        }
    }

    /// <summary>Lets an interpolated string be a node's parts: <c>Node.Real($"({left} + {right})")</c>.</summary>
    [InterpolatedStringHandler]
    public readonly struct Text(int literalLength, int formattedCount)
    {
        public List<object> Parts { get; } = new(literalLength == 0 ? formattedCount : 2 * formattedCount + 1);

        public void AppendLiteral(string text) => Parts.Add(text);

        public void AppendFormatted(string text) => Parts.Add(text);

        public void AppendFormatted(int number) => Parts.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public void AppendFormatted(Node node) => Parts.Add(node);
    }
}
