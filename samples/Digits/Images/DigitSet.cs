using System.Globalization;

namespace Digits.Images;

/// <summary>Images of digits, and which digits they are.</summary>
/// <param name="Pixels">The images one after the other, <see cref="Size"/> numbers from 0 to 1 each.</param>
/// <param name="Labels">The digits.</param>
internal sealed record DigitSet(float[] Pixels, int[] Labels)
{
    /// <summary>The pixels of an image.</summary>
    public const int Size = 64;

    /// <summary>How many digits there are to tell apart.</summary>
    public const int Classes = 10;

    /// <summary>The number that stands for black in the files.</summary>
    private const float Black = 16;

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>Reads a file of the collection.</summary>
    /// <exception cref="InvalidDataException">A row is not 64 numbers from 0 to 16 and a digit.</exception>
    public static DigitSet Read(string path)
    {
        string[] rows = [.. File.ReadLines(path).Where(row => row.Length > 0)];
        var pixels = new float[rows.Length * Size];
        var labels = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            string[] numbers = rows[i].Split(',');
            if (numbers.Length != Size + 1) throw new InvalidDataException($"{path}, row {i + 1}: there are {numbers.Length} numbers, not {Size + 1}.");
            for (int j = 0; j < Size; j++) pixels[i * Size + j] = Number(numbers[j], (int)Black, path, i) / Black;
            labels[i] = Number(numbers[Size], Classes - 1, path, i);
        }

        return new DigitSet(pixels, labels);
    }

    private static int Number(string text, int largest, string path, int row) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int number) && number >= 0 && number <= largest
            ? number
            : throw new InvalidDataException($"{path}, row {row + 1}: '{text}' is not a number from 0 to {largest}.");
}
