using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Shapes of code over arrays that the generator treats in some way of their own, and that random statements seldom make.</content>
internal sealed partial class ProgramWriter
{
    private Node? Shape(int depth)
    {
        if (method.IsRecursive && dice.Chance(40) && RecursiveShape() is { } recursive)
            return recursive;
        if (ArrayOf(writable: true) is not { } array)
            return ArrayDeclaration();
        return dice.Weighed((24, 0), (14, 1), (12, 2), (14, 3), (12, 4), (10, 5), (12, 6), (10, 7), (8, 8), (10, 9)) switch
        {
            0 => SumsAndStores(array, depth),
            1 => Scratch(depth),
            2 => Extreme(array),
            3 => MovedCounter(array, depth),
            4 => LeftAfterStores(array, depth),
            5 => SumsIntoElements(array),
            6 => PingPong(depth),
            7 => RowsThatMove(depth),
            8 => TwoPointers(array),
            _ => KeptIndex(array, depth),
        };
    }

    /// <summary>A loop over elements; what the round is made of sees its counter.</summary>
    private Node EachOf(Variable array, Func<string, Node> round) => InLoop(() => Inside(() =>
    {
        string i = Counter(), a = array.Name;
        scope.Add(new Variable(i, Kind.Integer, false) { IsCounter = true, Over = a });
        string header = dice.Weighed(
            (60, $"int {i} = 0; {i} < {a}.Length; {i}++"), (15, $"int {i} = {a}.Length - 1; {i} >= 0; {i}--"), (8, $"int {i} = 1; {i} < {a}.Length; {i}++"),
            (10, $"int {i} = 0; {i} < ({a}.Length + 1) / 2; {i}++"), (7, $"int {i} = 0; {i} < {a}.Length; {i} += 2"));
        return Node.Statement($"for ({header}) {{ {round(i)} }}");
    }));

    /// <summary>A few rounds of something, or it once.</summary>
    private Node Rounds(Func<Node> round, bool always = false)
    {
        if (loops < 2 || (!always && dice.Chance(45)))
            return round();
        Node bound = dice.Chance(50) ? Node.Other($"{2 + dice.Next(2)}") : Bound();
        return InLoop(() => Inside(() =>
        {
            string t = Counter();
            scope.Add(new Variable(t, Kind.Integer, false) { IsCounter = true });
            return Node.Statement($"for (int {t} = 0; {t} < {bound}; {t}++)\n{{\n{round()}\n}}");
        }));
    }

    /// <summary>Something else.</summary>
    private Node Aside(int depth) => Node.Statement($"{{ {Inside(() => Statement(depth - 1))} }}");

    /// <summary>A variable to add to, and what declares it.</summary>
    private (string Name, Node Declared) Sum()
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind == Kind.Real && v.IsWritable)];
        if (found.Count > 0 && dice.Chance(40))
            return (dice.Pick(found).Name, Node.Empty);
        Node start = dice.Chance(60) ? Node.Other($"0.0") : Bounded(Real(1));
        string name = NewName();
        scope.Add(new Variable(name, Kind.Real, true));
        return (name, Node.Statement($"double {name} = {start};"));
    }

    private Node Factor() => dice.Chance(60) ? Bounded(RealAtom()) : Node.Real($"{dice.Pick(Vocabulary.Reals)}");

    /// <summary>Something of an element, to be added up.</summary>
    private Node Term(string element) => dice.Next(6) switch
    {
        0 or 1 => Node.Real($"{element} * {element} * {Factor()}"),
        2 => Node.Real($"{element} * {Factor()}"),
        3 => Node.Real($"Math.Sin({element}) * {Factor()}"),
        4 when ArrayOf(writable: false) is { } other => Node.Real($"{element} * {other.Name}[{Index(other)}]"),
        _ => Bounded(Real(2)),
    };

    /// <summary>A loop that only adds up.</summary>
    private Node SumOver(Variable array, string sum) => EachOf(array, i => Node.Statement($"{sum} {dice.Pick(["+=", "+=", "+=", "-="])} {Term($"{array.Name}[{i}]")};"));

    private Node Stores(Variable array) => dice.Next(7) switch
    {
        0 or 1 => EachOf(array, i => Node.Statement($"{array.Name}[{i}] = {Bounded(Real(2))};")),
        2 => EachOf(array, i => Node.Statement($"{array.Name}[{i}] {dice.Pick(["*=", "+="])} {Bounded(Real(1))};")),
        3 => EachOf(array, i => Node.Statement($"if ({Boolean(1)}) {array.Name}[{i}] = {Bounded(Real(1))};")),
        4 => Bulk() ?? Write(array),
        _ => Write(array),
    };

    /// <summary>Sums over elements and stores into them, in any order, once or in rounds.</summary>
    private Node SumsAndStores(Variable array, int depth)
    {
        (string sum, Node declared) = Sum();
        string order = dice.Pick(["+=", "=+", "+=+", "=+=", "++=", "+=="]);
        Node rounds = Rounds(() =>
        {
            var parts = new List<Node>();
            foreach (char part in order)
            {
                parts.Add(part == '+' ? SumOver(array, sum) : Stores(array));
                if (statements > 0 && dice.Chance(20))
                    parts.Add(Aside(depth));
            }

            return Node.Join(parts, "\n");
        });
        return Node.Statement($"{declared}\n{rounds}");
    }

    /// <summary>An array that each round fills anew, or in part, and reads.</summary>
    private Node Scratch(int depth)
    {
        Node size = Size();
        (string sum, Node declared) = Sum();
        bool isOnStack = dice.Chance(30);
        string name = NewName();
        var scratch = new Variable(name, isOnStack ? Kind.Span : Kind.Vector, true) { IsOnStack = isOnStack };
        bool isSeen = dice.Chance(30);
        if (isSeen)
            scope.Add(scratch);
        Node rounds = Rounds(
            () =>
            {
                Node fill = EachOf(scratch, i => dice.Chance(80)
                    ? Node.Statement($"{name}[{i}] = {Bounded(Real(2))};")
                    : Node.Statement($"if ({Boolean(1)}) {name}[{i}] = {Bounded(Real(2))};"));
                Node between = statements > 0 && dice.Chance(40) ? Aside(depth) : Node.Empty;
                Node use = dice.Chance(70) ? SumOver(scratch, sum) : Node.Statement($"{sum} += {Bounded(Node.Real($"{name}[{Index(scratch)}] * {name}[{SimpleIndex(scratch)}]"))};");
                return Node.Other($"{fill}\n{between}\n{use}");
            },
            always: true);
        if (!isSeen)
            scope.Add(scratch);
        return isOnStack
            ? Node.Statement($"{declared}\nSpan<double> {name} = stackalloc double[{size}];\n{rounds}")
            : Node.Statement($"{declared}\ndouble[] {name} = new double[{size}];\n{rounds}");
    }

    /// <summary>The largest or smallest of something, and where it is.</summary>
    private Node Extreme(Variable array)
    {
        string a = array.Name, best = NewName(), at = Counter(), sign = dice.Pick([">", "<", ">=", "<="]);
        Node loop = EachOf(array, i =>
        {
            Node value = dice.Next(4) switch
            {
                0 => Node.Real($"{a}[{i}] * {Factor()}"),
                1 => Node.Real($"Math.Sin({a}[{i}] + {RealAtom()})"),
                _ => Node.Real($"{a}[{i}]"),
            };
            switch (dice.Next(4))
            {
                case 0:
                    return Node.Statement($"{best} = Math.{dice.Pick(["Max", "Min"])}({best}, {value});");
                case 1:
                    return Node.Statement($"if ({a}[{i}] {sign} {a}[{at}]) {at} = {i};");
                case 2:
                    string now = NewName();
                    return Node.Other($"double {now} = {value}; if ({now} {sign} {best}) {{ {best} = {now}; {at} = {i}; }}");
                default:
                    return Node.Statement($"if ({value} {sign} {best}) {{ {best} = {value}; {at} = {i}; }}");
            }
        });
        scope.Add(new Variable(best, Kind.Real, true));
        scope.Add(new Variable(at, Kind.Integer, false) { IsCounter = true, Over = a });
        return Node.Statement($"double {best} = {a}[0]; int {at} = 0;\n{loop}");
    }
}
