using System.Globalization;
using System.Numerics;
using System.Text;

namespace AutoDiffGen.Dynamic;

/// <summary>Writes a tensor's graph in the DOT language of Graphviz.</summary>
internal static class TensorDotWriter
{
    /// <summary>Leaves up to this length show their entries.</summary>
    private const int Shown = 6;

    public static string Write<T>(GradTensor<T> root)
        where T : IFloatingPointIeee754<T>
    {
        var text = new StringBuilder("digraph {\n    rankdir = LR;\n    node [shape = record];\n");
        if (root.GraphNode is { } node) Graph(text, node, root);
        else text.Append(CultureInfo.InvariantCulture, $"    n0 [label = \"{{ constant | {Entries("data", root)} }}\"];\n");
        return text.Append("}\n").ToString();
    }

    private static void Graph<T>(StringBuilder text, Node<T> root, GradTensor<T> result)
        where T : IFloatingPointIeee754<T>
    {
        var numbers = new Dictionary<Node<T>, int> { [root] = 0 };
        var pending = new Queue<Node<T>>([root]);
        while (pending.TryDequeue(out Node<T>? node))
        {
            GradTensor<T>? known = node == root ? result : node.Target;
            string data = known is null ? $"shape {Shapes.Text(node.Shape)}" : Entries("data", known);
            string gradient = known?.Grad is { } grad ? $" | {Entries("grad", grad)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"    n{numbers[node]} [label = \"{{ {node.Name} | {data}{gradient} }}\"];\n");
            foreach (Node<T>? input in node.Inputs)
            {
                if (input is null) continue;
                if (numbers.TryAdd(input, numbers.Count)) pending.Enqueue(input);
                text.Append(CultureInfo.InvariantCulture, $"    n{numbers[input]} -> n{numbers[node]};\n");
            }
        }
    }

    private static string Entries<T>(string what, GradTensor<T> tensor)
        where T : IFloatingPointIeee754<T>
    {
        if (tensor.Length > Shown || tensor.Length == 0) return $"{what} of shape {Shapes.Text(tensor.RawShape)}";
        var text = new StringBuilder(what).Append(' ');
        TensorText.Entries(text, tensor.Data, tensor.RawShape);
        return text.ToString();
    }
}
