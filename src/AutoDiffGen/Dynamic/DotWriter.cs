using System.Globalization;
using System.Text;

namespace AutoDiffGen.Dynamic;

/// <summary>Writes a value's graph in the DOT language of Graphviz.</summary>
internal static class DotWriter
{
    public static string Write(Value root)
    {
        var text = new StringBuilder();
        text.Append("digraph {\n    rankdir = LR;\n    node [shape = record];\n");
        if (root.Tape is { } tape)
        {
            tape.Check(root);
            WriteGraph(text, tape, root.Index);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"    n0 [label = \"{{ constant | data {root.Data} }}\"];\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void WriteGraph(StringBuilder text, Tape tape, int root)
    {
        // Operands come before what uses them, so that one walk downwards meets each node after all its uses.
        var reached = new bool[root + 1];
        reached[root] = true;
        for (int i = root; i > Tape.None; i--)
        {
            if (!reached[i]) continue;

            ref readonly Node node = ref tape.NodeAt(i);
            if (node.Operation != Operation.Join)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    n{i} [label = \"{{ {Label(node.Operation)} | data {node.Value} | grad {tape.Gradient(i)} }}\"];\n");
                WriteOperands(text, tape, in node, i);
            }

            if (node.Operation == Operation.Apply)
            {
                foreach (int operand in tape.OperandsOf(node.Left)) reached[operand] = true;
                continue;
            }

            reached[node.Left] = true;
            reached[node.Right] = true;
        }
    }

    private static void WriteOperands(StringBuilder text, Tape tape, in Node node, int result)
    {
        if (node.Operation == Operation.Apply)
        {
            foreach (int operand in tape.OperandsOf(node.Left))
            {
                if (operand != Tape.None) text.Append(CultureInfo.InvariantCulture, $"    n{operand} -> n{result};\n");
            }

            return;
        }

        ref readonly Node left = ref tape.NodeAt(node.Left);
        if (left.Operation == Operation.Join)
            WriteOperands(text, tape, in left, result);
        else
            WriteEdge(text, node.Left, node.LeftPartial, result);
        WriteEdge(text, node.Right, node.RightPartial, result);
    }

    private static void WriteEdge(StringBuilder text, int operand, double partial, int result)
    {
        if (operand == Tape.None) return;
        text.Append(CultureInfo.InvariantCulture, $"    n{operand} -> n{result} [label = \"{partial}\"];\n");
    }

    private static string Label(Operation operation) => operation switch
    {
        Operation.Variable => "variable",
        Operation.Add => "+",
        Operation.Subtract => "-",
        Operation.Multiply => "*",
        Operation.Divide => "/",
        Operation.Remainder => "%",
        Operation.Negate => "negate",
        Operation.LogToBase => "Log",
        _ => operation.ToString(),
    };
}
