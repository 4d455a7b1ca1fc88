using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Statements that branch.</content>
internal sealed partial class ProgramWriter
{
    private Node If(int depth)
    {
        if (dice.Chance(15))
            return IfDeclared(depth);
        Node condition = Boolean(2);
        Node then = Branch(depth);
        return dice.Weighed((45, 0), (40, 1), (15, 2)) switch
        {
            0 => Node.Statement($"if ({condition}) {then}"),
            1 => Node.Statement($"if ({condition}) {then} else {Branch(depth)}"),
            _ => Node.Statement($"if ({condition}) {then} else if ({Boolean(1)}) {Branch(depth)} else {Branch(depth)}"),
        };
    }

    /// <summary>A branch on a pattern that names the value.</summary>
    private Node IfDeclared(int depth)
    {
        Node value = Real(2);
        string name = NewExpressionName();
        int mark = scope.Mark();
        scope.Add(new Variable(name, Kind.Real, true));
        Node then = Branch(depth);
        scope.Forget(mark);
        string pattern = dice.Pick(["> 0 and var", "< 0.5 and double", "not > 0.25 and var"]);
        return dice.Chance(50)
            ? Node.Statement($"if ({value} is {pattern} {name}) {then}")
            : Node.Statement($"if ({value} is {pattern} {name} && {Boolean(1)}) {then} else {Branch(depth)}");
    }

    private Node Branch(int depth)
    {
        if (mayReturn && dice.Chance(15))
            return Node.Other($"{{ {Leave()} }}");

        // Without braces only what declares nothing can stand.
        return dice.Chance(20) ? Node.Other($"{{ {Inside(Assignment)} }}") : Node.Other($"{{\n{Inside(() => Block(depth))}\n}}");
    }

    /// <summary>A variable without a value that each branch gives one.</summary>
    private Node AssignedInBranches(int depth)
    {
        Kind kind = dice.Pick([Kind.Real, Kind.Real, Kind.Boolean]);
        string name = NewName();
        Node Arm() => Inside(() =>
        {
            Node before = dice.Chance(50) && statements > 0 ? Statement(depth - 1) : Node.Empty;
            Node assign = Node.Other($"{name} = {Of(kind, 2)};");
            int mark = scope.Mark();
            scope.Add(new Variable(name, kind, true));
            Node after = dice.Chance(30) && statements > 0 ? Statement(depth - 1) : Node.Empty;
            scope.Forget(mark);
            return Node.Other($"{{ {before}\n{assign}\n{after} }}");
        });

        Node made = dice.Next(3) switch
        {
            0 => Node.Statement($"{kind.CSharp} {name}; if ({Boolean(2)}) {Arm()} else {Arm()}"),
            1 => Node.Statement($"{kind.CSharp} {name}; if ({Boolean(1)}) {Arm()} else if ({Boolean(1)}) {Arm()} else {Arm()}"),
            _ => Node.Statement($"{kind.CSharp} {name}; switch ({Integer(1)}) {{ {Node.Section($"case 0: case 2: {Arm()} break; ")}{Node.Section($"case > 2: {Arm()} break; ")}default: {Arm()} break; }}"),
        };
        scope.Add(new Variable(name, kind, true));
        return made;
    }

    private Node Switch(int depth)
    {
        bool wasInSection = inSection;
        Node subject = dice.Chance(60) ? Integer(2) : Real(2);
        bool onInteger = subject.Sort == Sort.Integer;
        string[] labels = onInteger ? ["case 0:", "case 1: case 2:", "case > 3:", "case -1: case 3:", "case < -1:"] : ["case > 0.75:", "case > 0.25:", "case <= -0.5:", "case 0.0: case double.NaN:"];
        List<string> chosen = onInteger ? dice.Shuffled(labels) : [.. labels];
        var sections = new List<Node>();
        inSection = true;
        bool hasDefault = dice.Chance(70);

        // All sections share one block's names.
        Inside(() =>
        {
            foreach (string label in chosen.Take(1 + dice.Next(labels.Length)))
                sections.Add(Section(Label(label, onInteger), depth, mayGoOn: hasDefault));
            if (hasDefault)
                sections.Insert(dice.Chance(70) ? sections.Count : dice.Next(sections.Count + 1), Section(Node.Other($"default:"), depth, mayGoOn: false));
            return sections;
        });
        inSection = wasInSection;
        return Node.Statement($"switch ({subject})\n{{\n{Node.Join(sections, "\n")}\n}}");
    }

    private Node Label(string label, bool onInteger)
    {
        if (!dice.Chance(25))
            return Node.Other($"{label}");

        // One label with a guard, perhaps on a name for the value.
        string first = label[..label.IndexOf(':')];
        if (onInteger || dice.Chance(50))
            return Node.Other($"{first} when {Boolean(1)}:");
        string name = NewExpressionName();
        int mark = scope.Mark();
        scope.Add(new Variable(name, Kind.Real, true));
        Node guard = Boolean(1);
        scope.Forget(mark);
        return Node.Other($"{first} and var {name} when {guard}:");
    }

    /// <param name="mayGoOn">Whether it may end in the default section.</param>
    private Node Section(Node label, int depth, bool mayGoOn)
    {
        int mark = scope.Mark();
        bool braced = dice.Chance(60);
        Node leave = !mayGoOn || dice.Chance(80) ? Node.Other($"break;") : dice.Chance(50) ? Node.Other($"goto default;") : Node.Other($"if ({Boolean(1)}) goto default; break;");
        Node body = braced ? Node.Other($"{{ {Inside(() => Block(depth))} {leave} }}") : Node.Other($"{Block(depth)} {leave}");
        scope.Forget(mark);
        return Node.Section($"{label}\n{body}");
    }
}
