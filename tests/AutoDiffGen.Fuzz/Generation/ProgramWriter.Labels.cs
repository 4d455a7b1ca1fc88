using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Labels, behind what is left by <c>goto</c> and before what is begun again.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>The statements that jump to the labels in sight.</summary>
    private readonly List<string> jumps = [];

    private int labels;

    private Node Labels(int depth) => dice.Weighed((50, 0), (30, 1), (20, 2)) switch
    {
        0 => Left(depth),
        1 => Again(depth),
        _ => Middle(depth),
    };

    private Node Left(int depth)
    {
        string label = NewLabel();
        Node block = Jumping(depth, $"goto {label};");
        return Node.Statement($"{{ {block} }}\n{label}: ;");
    }

    // Jumps out of the inside of it, and back, are told not to go on for ever by the counter.
    private Node Again(int depth)
    {
        string k = Counter(), label = NewLabel();
        Node head = Node.Other($"int {k} = 0;\n{label}: {k}++;");
        loops--;
        Node block = Jumping(depth, $"if ({k} < 3) goto {label};");
        loops++;
        scope.Add(new Variable(k, Kind.Integer, false) { IsCounter = true });
        return Node.Statement($"{head}\n{{ {block} }}\nif ({k} < {1 + dice.Next(3)}{And()}) goto {label};");
    }

    // Begun in the middle.
    private Node Middle(int depth)
    {
        string k = Counter(), top = NewLabel(), middle = NewLabel();
        Node enter = Boolean(1);
        loops--;
        Node first = Jumping(depth, $"if ({k} < 4) goto {(dice.Chance(50) ? top : middle)};"), second = Jumping(depth, $"if ({k} < 4) goto {(dice.Chance(50) ? top : middle)};");
        loops++;
        scope.Add(new Variable(k, Kind.Integer, false) { IsCounter = true });
        return Node.Statement($"int {k} = 0; if ({enter}) goto {middle};\n{top}: {k}++;\n{{ {first} }}\n{middle}: {k}++;\n{{ {second} }}\nif ({k} < {2 + dice.Next(4)}{And()}) goto {top};");
    }

    private Node Jumping(int depth, string jump)
    {
        jumps.Add(jump);
        Node block = Inside(() => Block(depth));
        jumps.RemoveAt(jumps.Count - 1);
        return block;
    }

    private Node Jump() => Node.Statement($"if ({Boolean(2)}) {{ {dice.Pick(jumps)} }}");

    private string NewLabel() => $"label{++labels}";
}
