using System.Globalization;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>
/// Arrays as the points of the corpus write them: <c>"[1, 2, 3]"</c>, <c>"[[1, 2], [3]]"</c>, or drawn at random: <c>"random 5"</c>,
/// <c>"random 3x4 in 0.5..2"</c>.
/// </summary>
internal static class ArrayLiteral
{
    private const string Random = "random ";

    /// <param name="text">What the point says.</param>
    /// <param name="layout">The layout of the parameter.</param>
    /// <param name="salt">Makes parameters that say the same differ where they are drawn at random.</param>
    public static Array Parse(string text, Layout layout, int salt) =>
        text.StartsWith(Random, StringComparison.Ordinal) ? Draw(text[Random.Length..], layout, salt)
        : layout.HasRows ? Rows([.. Items(text).Select(row => Vector(row, layout.Element))], layout)
        : Vector(text, layout.Element);

    /// <summary>An array given as such, with the entries' type that the parameter has.</summary>
    public static Array Convert(Array given, Layout layout)
    {
        if (layout.HasRows)
            throw new ArgumentException("An array of rows is given as text: \"[[1, 2], [3, 4]]\".");
        Array vector = Array.CreateInstance(layout.Element, given.Length);
        for (int i = 0; i < given.Length; i++)
            vector.SetValue(System.Convert.ChangeType(given.GetValue(i), layout.Element, CultureInfo.InvariantCulture), i);
        return vector;
    }

    private static Array Vector(string text, Type element)
    {
        string[] items = [.. Items(text)];
        Array vector = Array.CreateInstance(element, items.Length);
        for (int i = 0; i < items.Length; i++)
            vector.SetValue(System.Convert.ChangeType(items[i], element, CultureInfo.InvariantCulture), i);
        return vector;
    }

    private static Array Rows(Array[] rows, Layout layout)
    {
        if (layout.Kind == LayoutKind.Jagged)
        {
            Array jagged = Array.CreateInstance(layout.Element.MakeArrayType(), rows.Length);
            rows.CopyTo(jagged, 0);
            return jagged;
        }

        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        Array matrix = Array.CreateInstance(layout.Element, rows.Length, columns);
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns)
                throw new FormatException("The rows of a matrix are of one length.");
            for (int j = 0; j < columns; j++)
                matrix.SetValue(rows[i].GetValue(j), i, j);
        }

        return matrix;
    }

    // The items between a pair of brackets: numbers, or rows.
    private static IEnumerable<string> Items(string text)
    {
        text = text.Trim();
        if (text is not ['[', .., ']'])
            throw new FormatException($"An array is written \"[1, 2]\", or \"random 2\": {text}");
        int depth = 0, start = 1;
        for (int i = 1; i < text.Length; i++)
        {
            bool ends = depth == 0 && (text[i] is ',' or ']');
            if (ends && text[start..i].Trim() is { Length: > 0 } item)
                yield return item;
            if (ends)
                start = i + 1;
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
        }
    }

    // "5", "3x4", "5 in 0.5..2".
    private static Array Draw(string text, Layout layout, int salt)
    {
        string[] parts = text.Split(" in ");
        int[] lengths = [.. parts[0].Split('x').Select(int.Parse)];
        string[] range = parts.Length == 1 ? ["-1", "1"] : parts[1].Split("..");
        double low = double.Parse(range[0], CultureInfo.InvariantCulture), high = double.Parse(range[1], CultureInfo.InvariantCulture);
        var random = new Random(salt);
        if (!layout.HasRows)
            return DrawVector(lengths.Single());
        if (lengths.Length != 2)
            throw new FormatException("Rows are drawn as \"random 3x4\".");
        return Rows([.. Enumerable.Range(0, lengths[0]).Select(_ => DrawVector(lengths[1]))], layout);

        Array DrawVector(int length)
        {
            Array vector = Array.CreateInstance(layout.Element, length);
            for (int i = 0; i < length; i++)
                vector.SetValue(System.Convert.ChangeType(Next(), layout.Element, CultureInfo.InvariantCulture), i);
            return vector;
        }

        // Exact in float; an integer may be either end of the range.
        object Next() => layout.IsReal
            ? low + Math.Round(random.NextDouble() * (high - low) * 1024) / 1024
            : layout.Element == typeof(bool) ? random.Next(2) == 1 : random.Next((int)low, (int)high + 1);
    }
}
