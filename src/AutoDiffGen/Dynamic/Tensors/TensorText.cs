using System.Globalization;
using System.Numerics;
using System.Text;

namespace AutoDiffGen.Dynamic;

/// <summary>A tensor in words.</summary>
internal static class TensorText
{
    /// <summary>An axis longer than this shows its first and last three entries, as in NumPy.</summary>
    private const int Shown = 12;

    private const int Ends = 3;

    public static string Write<T>(GradTensor<T> tensor)
        where T : IFloatingPointIeee754<T>
    {
        var text = new StringBuilder("tensor(");
        Entries(text, tensor.Data, tensor.RawShape);
        if (tensor.Rank != 1 && tensor.Length == 0) text.Append(CultureInfo.InvariantCulture, $", shape {Shapes.Text(tensor.RawShape)}");
        if (tensor.GradFn is not null) text.Append(CultureInfo.InvariantCulture, $", gradFn {tensor.GradFn}");
        else if (tensor.RequiresGrad) text.Append(", requires a gradient");
        return text.Append(')').ToString();
    }

    public static void Entries<T>(StringBuilder text, ReadOnlySpan<T> data, ReadOnlySpan<int> shape)
        where T : IFloatingPointIeee754<T>
    {
        if (shape.IsEmpty)
        {
            text.Append(data[0].ToString(null, CultureInfo.InvariantCulture));
            return;
        }

        int inner = Shapes.Product(shape[1..]);
        text.Append('[');
        for (int i = 0; i < shape[0]; i++)
        {
            if (i > 0) text.Append(", ");
            if (shape[0] > Shown && i == Ends)
            {
                text.Append("…, ");
                i = shape[0] - Ends;
            }

            Entries(text, data.Slice(i * inner, inner), shape[1..]);
        }

        text.Append(']');
    }
}
