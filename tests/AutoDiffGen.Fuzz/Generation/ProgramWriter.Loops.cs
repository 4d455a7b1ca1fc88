using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Loops. What makes them end is text that shrinking leaves alone.</content>
internal sealed partial class ProgramWriter
{
    private Node Loop(int depth) => InLoop(() => dice.Weighed((26, 0), (22, 1), (14, 2), (6, 3), (16, 4), (12, 5), (10, 6)) switch
    {
        0 or 1 when GridOf() is { } grid && dice.Chance(50) => ThroughRows(grid, depth),
        4 when GridOf() is { } grid && dice.Chance(50) => ForeachIn(grid, depth),
        4 when dice.Chance(20) && scope.Visible.LastOrDefault(v => v.Kind is Kind.Indices or Kind.Singles) is { } numbers => ForeachOf(numbers, depth),
        0 when ArrayOf(writable: false) is { } array => Through(array, depth),
        1 => Upwards(depth),
        2 => Downwards(depth),
        3 => TwoCounters(depth),
        4 when ArrayOf(writable: false) is { } array => Foreach(array, depth),
        5 => While(depth),
        6 => Do(depth),
        _ => Upwards(depth),
    });

    /// <summary>Writes a loop, in which jumps leave the loop.</summary>
    private Node InLoop(Func<Node> write)
    {
        loops--;
        (bool wasInSection, bool wasInLoop, bool couldContinue) = (inSection, inLoop, mayContinue);
        (inSection, inLoop, mayContinue) = (false, true, true);
        Node loop = write();
        (inSection, inLoop, mayContinue) = (wasInSection, wasInLoop, couldContinue);
        loops++;
        return loop;
    }

    /// <summary>How often a loop runs at most.</summary>
    private Node Bound() => dice.Next(8) switch
    {
        0 => Node.Other($"{1 + dice.Next(4)}"),
        1 => Node.Other($"({Integer(1)} & 3)"),
        2 or 3 when ArrayOf(writable: false) is { } array => Node.Other($"{array.Name}.Length"),
        4 => Node.Other($"Math.Min({Integer(0)}, 3)"),
        5 when ArrayOf(writable: false) is { } array => Node.Other($"Math.{dice.Pick(["Min", "Max"])}({array.Name}.Length, ({Integer(0)} & 3))"),
        6 when ArrayOf(writable: false) is { } array && ArrayOf(writable: false) is { } other => Node.Other($"Math.Min({array.Name}.Length, {other.Name}.Length)"),
        _ => Node.Other($"({Integer(0)} & 3)"),
    };

    private Node And() => dice.Chance(18) ? Node.Other($" && {Boolean(1)}") : Node.Empty;

    private Node Through(Variable array, int depth)
    {
        string i = Counter();
        string header = dice.Weighed(
            (60, $"int {i} = 0; {i} < {array.Name}.Length"), (20, $"int {i} = {array.Name}.Length - 1; {i} >= 0"), (10, $"int {i} = 1; {i} < {array.Name}.Length"),
            (5, $"int {i} = 0; {i} < {array.Name}.Length - 1"), (5, $"int {i} = {array.Name}.Length - 2; {i} >= 0"));
        bool isDown = header.Contains(">=");
        Node and = And();
        string step = isDown ? dice.Pick([i + "--", "--" + i, i + " -= 1", i + " -= 2"]) : dice.Pick([i + "++", i + "++", "++" + i, i + " += 1", i + " += 2"]);
        return Node.Statement($"for ({header}{and}; {step})\n{LoopBody(depth, new Variable(i, Kind.Integer, false) { IsCounter = true, Over = array.Name })}");
    }

    private Node Upwards(int depth)
    {
        Node from = Node.Other($"{dice.Pick(["0", "0", "0", "1"])}");
        Node bound = Bound(), and = And();
        string i = Counter();
        Node step = dice.Chance(15) ? Node.Other($"{i} += ({Integer(0)} & 1) + 1") : Node.Other($"{dice.Pick([i + "++", i + "++", "++" + i, i + " += 2", $"{i} = {i} * 2 + 1"])}");
        var counter = new Variable(i, Kind.Integer, false) { IsCounter = true };
        switch (dice.Next(8))
        {
            case 0:
                return Node.Statement($"for (int {i} = {from}; ; {step})\n{{ if ({i} >= {bound}) break;\n{LoopBody(depth, counter)} }}");
            case 1:
                // The loop moves its own counter.
                Node more = Boolean(1);
                return Node.Statement($"for (int {i} = {from}; {i} < {bound}; {step})\n{{ {LoopBody(depth, counter)}\nif ({more}) {i}++; }}");
            case 2:
                string u = NewName();
                return Node.Statement($"for (double {u} = {dice.Pick(["0.0", "0.25"])}; {u} < 1.5{and}; {u} += {dice.Pick(["0.4", "0.75"])})\n{LoopBody(depth, new Variable(u, Kind.Real, false))}");
            default:
                return Node.Statement($"for (int {i} = {from}; {i} {dice.Pick(["<", "<", "<", "<="])} {bound}{and}; {step})\n{LoopBody(depth, counter)}");
        }
    }

    private Node Downwards(int depth)
    {
        Node bound = Bound(), and = And();
        string i = Counter();
        var counter = new Variable(i, Kind.Integer, false) { IsCounter = true };
        return dice.Next(3) switch
        {
            0 => Node.Statement($"for (int {i} = {bound}; {i} > 0{and}; {i}--)\n{LoopBody(depth, counter)}"),
            1 => Node.Statement($"for (int {i} = {bound}; {i}-- > 0; )\n{LoopBody(depth, counter)}"),
            _ => Node.Statement($"for (int {i} = {bound} - 1; {i} >= 0{and}; {i} -= {(dice.Chance(20) ? Node.Other($"({Integer(0)} & 1) + 1") : Node.Other($"{dice.Pick(["1", "2"])}"))})\n{LoopBody(depth, counter)}"),
        };
    }

    private Node TwoCounters(int depth)
    {
        Node bound = Bound();
        string i = Counter(), j = Counter();
        scope.Add(new Variable(j, Kind.Integer, false) { IsCounter = true });
        Node loop = Node.Statement($"for (int {i} = 0, {j} = {bound}; {i} < {j}; {i}++, {j}--)\n{LoopBody(depth, new Variable(i, Kind.Integer, false) { IsCounter = true })}");
        scope.Forget(scope.Mark() - 1);
        return loop;
    }

    private Node Foreach(Variable array, int depth)
    {
        string v = NewName();
        if (array.Kind == Kind.Span && dice.Chance(40))
            return Node.Statement($"foreach (ref {dice.Pick(["double", "var"])} {v} in {array.Name})\n{LoopBody(depth, new Variable(v, Kind.Real, true))}");
        return Node.Statement($"foreach ({dice.Pick(["double", "var"])} {v} in {array.Name})\n{LoopBody(depth, new Variable(v, Kind.Real, false))}");
    }

    /// <summary>Indices, or <c>float</c> numbers.</summary>
    private Node ForeachOf(Variable numbers, int depth)
    {
        string v = NewName();
        Kind kind = numbers.Kind == Kind.Indices ? Kind.Integer : dice.Pick([Kind.Single, Kind.Real]);
        return Node.Statement($"foreach ({kind.CSharp} {v} in {numbers.Name})\n{LoopBody(depth, new Variable(v, kind, false))}");
    }

    private Node While(int depth)
    {
        Node bound = Bound(), and = And();
        string i = Counter();
        var counter = new Variable(i, Kind.Integer, false) { IsCounter = true };
        Node loop;
        switch (dice.Next(4))
        {
            case 0:
                loop = Node.Statement($"int {i} = 0; while ({i}++ < {bound}{and})\n{LoopBody(depth, counter)}");
                break;
            case 1:
                loop = Node.Statement($"int {i} = 0; while ({i} < {bound}{and})\n{{ {i}++;\n{LoopBody(depth, counter)} }}");
                break;
            case 2:
                loop = Node.Statement($"int {i} = 0; while (true)\n{{ if ({i}++ >= {bound}) break;\n{LoopBody(depth, counter)} }}");
                break;
            default:
                mayContinue = false;
                loop = Node.Statement($"int {i} = 0; while ({i} < {bound}{and})\n{{ {LoopBody(depth, counter)}\n{i}++; }}");
                break;
        }

        scope.Add(counter);
        return loop;
    }

    private Node Do(int depth)
    {
        Node bound = Bound(), and = And();
        string i = Counter();
        var counter = new Variable(i, Kind.Integer, false) { IsCounter = true };
        Node loop = dice.Chance(50)
            ? Node.Statement($"int {i} = 0; do\n{LoopBody(depth, counter)} while (++{i} < {bound}{and});")
            : Node.Statement($"int {i} = 0; do\n{{ {i}++;\n{LoopBody(depth, counter)} }} while ({i} < {bound}{and});");
        scope.Add(counter);
        return loop;
    }

    private Node LoopBody(int depth, Variable header) => Inside(() =>
    {
        scope.Add(header);
        var body = new List<Node>();
        do
            body.Add(Statement(depth - 1));
        while (statements > 0 && dice.Chance(65));
        return Node.Other($"{{\n{Node.Join(body, "\n")}\n}}");
    });

    private string Counter() => NewName(Vocabulary.Counters);
}
