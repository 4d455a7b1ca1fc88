using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Copies a block of a matrix into the order in which <see cref="Gemm"/> reads it.</summary>
internal static class Packing
{
    /// <summary>
    /// Writes the block as panels of <paramref name="width"/> lines: of a panel, first the first term of each line, then the second, …
    /// The last panel is filled up with zeros. A line is a row of the left operand or a column of the right one.
    /// </summary>
    /// <param name="matrix">The matrix, row-major.</param>
    /// <param name="packed">Where the panels go.</param>
    /// <param name="linesAreColumns">Whether the terms of a line lie <paramref name="stride"/> apart, and not its neighbours.</param>
    /// <param name="stride">From one row of the matrix to the next.</param>
    /// <param name="firstLine">The first line of the block.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="firstTerm">The first term of each line.</param>
    /// <param name="terms">How many terms it takes of each.</param>
    /// <param name="width">The lines of a panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack<T>(
        ReadOnlySpan<T> matrix, Span<T> packed, bool linesAreColumns, int stride, int firstLine, int lines, int firstTerm, int terms, int width)
    {
        for (int line = 0; line < lines; line += width)
        {
            int inside = Math.Min(width, lines - line);
            Span<T> panel = packed.Slice(line * terms, width * terms);
            if (inside < width) panel.Clear();
            if (linesAreColumns)
            {
                int start = firstTerm * stride + firstLine + line;
                for (int p = 0; p < terms; p++)
                    matrix.Slice(start + p * stride, inside).CopyTo(panel[(p * width)..]);
            }
            else
            {
                for (int i = 0; i < inside; i++)
                {
                    ReadOnlySpan<T> source = matrix.Slice((firstLine + line + i) * stride + firstTerm, terms);
                    for (int p = 0, at = i; p < source.Length; p++, at += width)
                        panel[at] = source[p];
                }
            }
        }
    }
}
