using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Shapes of code with counters that move, jumps, and arrays that change places.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A loop that moves a counter of its own.</summary>
    private Node MovedCounter(Variable array, int depth) => InLoop(() =>
    {
        Node bound = Bound(), condition = Boolean(1);
        string at = Counter();
        var moved = new Variable(at, Kind.Integer, false) { IsCounter = true };
        scope.Add(moved);
        Node loop = Inside(() =>
        {
            string i = Counter();
            string move = dice.Pick([$"{at}++", $"{at} += 2", $"{at} += {i}", $"{at} = {at} * 2 + 1", $"{at} = ({at} + 2) % {array.Name}.Length", $"{at} = {i}", $"{at} = {i} * {i}"]);
            Node moves = dice.Chance(30) ? Node.Other($"if ({condition}) {move};") : Node.Other($"{move};");
            Node store = Node.Statement($"{array.Name}[{at} % {array.Name}.Length] {dice.Pick(["=", "+=", "*="])} {Bounded(Real(2))};");
            Node body = LoopBody(depth, new Variable(i, Kind.Integer, false) { IsCounter = true });
            return dice.Chance(50)
                ? Node.Statement($"for (int {i} = 0; {i} < {bound}; {i}++)\n{{ {store}\n{moves}\n{body} }}")
                : Node.Statement($"for (int {i} = 0; {i} < {bound}; {i}++)\n{{ {body}\n{store}\n{moves} }}");
        });
        return Node.Statement($"int {at} = {dice.Pick(["0", "0", "1"])};\n{loop}");
    });

    /// <summary>Two counters that move towards each other.</summary>
    private Node TwoPointers(Variable array)
    {
        string low = Counter(), high = Counter(), a = array.Name;
        (string sum, Node declared) = Sum();
        scope.Add(new Variable(low, Kind.Integer, false) { IsCounter = true, Over = a });
        scope.Add(new Variable(high, Kind.Integer, false) { IsCounter = true, Over = a });
        Node loop = InLoop(() =>
        {
            Node use = dice.Next(3) switch
            {
                0 => Node.Statement($"{sum} += {Term($"{a}[{low}]")} + {a}[{high}];"),
                1 => Node.Statement($"({a}[{low}], {a}[{high}]) = ({a}[{high}], {a}[{low}]);"),
                _ => Node.Statement($"{a}[{low}] {dice.Pick(["=", "+="])} {Bounded(Node.Real($"{a}[{high}] * {Factor()}"))};"),
            };
            Node condition = Boolean(1);
            string move = dice.Pick([$"{low}++; else {high}--;", $"{low}++; else {{ {low}++; {high}--; }}", $"{high}--; else {{ {low}++; }}"]);
            return Node.Statement($"while ({low} < {high})\n{{ {use}\n{Write(array)}\nif ({condition}) {move} }}");
        });
        return Node.Statement($"{declared}\nint {low} = 0, {high} = {a}.Length - 1;\n{loop}");
    }

    /// <summary>A loop that goes on where it was left in the round before of the one around it.</summary>
    private Node KeptIndex(Variable array, int depth)
    {
        string at = Counter(), a = array.Name;
        (string sum, Node declared) = Sum();
        var kept = new Variable(at, Kind.Integer, false) { IsCounter = true };
        scope.Add(kept);
        Node rounds = Rounds(
            () =>
            {
                Node and = And();
                Node inner = InLoop(() =>
                {
                    Node use = dice.Chance(50) ? Node.Statement($"{sum} += {Term($"{a}[{at}]")};") : Node.Statement($"{a}[{at}] {dice.Pick(["=", "+=", "*="])} {Bounded(Real(2))};");
                    Node leave = dice.Chance(60) ? Node.Statement($"if ({Boolean(2)}) break;") : Node.Empty;
                    return dice.Chance(50)
                        ? Node.Statement($"for (; {at} < {a}.Length{and}; {at}++) {{ {use}\n{leave} }}")
                        : Node.Statement($"while ({at} < {a}.Length{and}) {{ {use}\n{leave}\n{at}++; }}");
                });
                Node back = dice.Chance(30) ? Node.Statement($"{at} /= 2;") : Node.Empty;
                return Node.Other($"{inner}\n{Write(array)}\n{back}\n{(statements > 0 && dice.Chance(30) ? Aside(depth) : Node.Empty)}");
            },
            always: true);
        return Node.Statement($"{declared}\nint {at} = 0;\n{rounds}");
    }

    /// <summary>Loops inside each other that are left after a store.</summary>
    private Node LeftAfterStores(Variable array, int depth)
    {
        return Rounds(
            () =>
            {
                Node inner = EachOf(array, i =>
                {
                    Node store = Node.Statement($"{array.Name}[{dice.Pick([i, i, "0"])}] {dice.Pick(["=", "+="])} {Bounded(Real(2))};");
                    Node leave = Node.Statement($"if ({Boolean(2)}) {{ {(mayReturn ? Leave() : Node.Other($"break;"))} }}");
                    return Node.Other($"{store}\n{leave}\n{(dice.Chance(50) ? Write(array) : Node.Empty)}");
                });
                Node after = inLoop && dice.Chance(40) ? Node.Statement($"if ({Boolean(1)}) break;") : Node.Empty;
                return Node.Other($"{inner}\n{after}\n{(statements > 0 && dice.Chance(40) ? Aside(depth) : Node.Empty)}");
            },
            always: true);
    }

    /// <summary>A loop that adds to elements of another array, or of the same.</summary>
    private Node SumsIntoElements(Variable from)
    {
        Variable to = ArrayOf(writable: true)!;
        return Rounds(() => EachOf(from, i =>
        {
            Node Add() => Node.Statement($"{to.Name}[{Index(to)}] {dice.Pick(["+=", "+=", "-="])} {Term($"{from.Name}[{i}]")};");
            return dice.Chance(40) ? Node.Other($"{Add()}\n{Add()}") : Add();
        }));
    }

    /// <summary>Two arrays that take turns.</summary>
    private Node PingPong(int depth)
    {
        Node first = Vector(1);
        string now = NewName(), next = NewName(), temporary = NewExpressionName();
        var current = new Variable(now, Kind.Vector, true);
        scope.Add(current);
        scope.Add(new Variable(next, Kind.Vector, true));
        string swap = dice.Chance(50) ? $"({now}, {next}) = ({next}, {now});" : $"double[] {temporary} = {now}; {now} = {next}; {next} = {temporary};";
        Node rounds = Rounds(
            () =>
            {
                Node fill = EachOf(current, i => Node.Statement($"{next}[{i}] {dice.Pick(["=", "=", "+="])} {Bounded(Node.Real($"{now}[{i}] * {Factor()} + {now}[{Index(current)}]"))};"));
                Node between = statements > 0 && dice.Chance(40) ? Aside(depth) : Node.Empty;
                return dice.Chance(70)
                    ? Node.Other($"{fill}\n{between}\n{Node.Statement($"{swap}")}")
                    : Node.Other($"{Node.Statement($"{swap}")}\n{fill}\n{between}");
            },
            always: true);
        return Node.Statement($"double[] {now} = {first}, {next} = new double[{now}.Length];\n{rounds}");
    }

    /// <summary>Rows of an array of arrays that are written, replaced and swapped in rounds.</summary>
    private Node RowsThatMove(int depth)
    {
        Node declared = RowsVariable(own: true) is null ? OwnRowsDeclaration() : Node.Empty;
        Variable rows = RowsVariable(own: true)!;
        Node rounds = Rounds(
            () =>
            {
                var parts = new List<Node>();
                for (int i = 0; i < 2 + dice.Next(3); i++)
                {
                    string row = Row(rows);
                    parts.Add(dice.Next(4) switch
                    {
                        0 => OwnRowsReplacement(rows),
                        1 => Node.Statement($"{row}[0] {dice.Pick(["=", "+="])} {Bounded(Node.Real($"{row}[^1] * {Factor()} + {Real(1)}"))};"),
                        _ => Node.Statement($"{row}[{Within($"{row}.Length")}] = {Bounded(Real(2))};"),
                    });
                }

                if (statements > 0 && dice.Chance(30))
                    parts.Add(Aside(depth));
                return Node.Join(parts, "\n");
            },
            always: true);
        return Node.Statement($"{declared}\n{rounds}");
    }
}
