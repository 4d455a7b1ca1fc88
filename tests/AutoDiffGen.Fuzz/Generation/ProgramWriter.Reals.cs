using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Expressions of type <c>double</c>.</content>
internal sealed partial class ProgramWriter
{
    private static readonly string[] Tame = ["Math.Sin", "Math.Cos", "Math.Tanh", "Math.Atan", "Math.Asinh", "Math.Cbrt"];

    private Node Real(int depth)
    {
        if (depth <= 0)
            return RealAtom();
        if (dice.Chance(style.Effects) && RealEffect(depth - 1) is { } effect)
            return effect;
        if (dice.Chance(style.Singles))
            return dice.Chance(50) ? Node.Real($"{Single(depth - 1)}") : Node.Real($"(double){Single(depth - 1)}");
        if (dice.Chance(style.Stops))
            return Node.Real($"Ad.StopGradient({Real(depth - 1)})");
        if (dice.Chance(style.Throws))
            return Node.Real($"({Boolean(1)} ? {Real(depth - 1)} : throw new InvalidOperationException(\"{(dice.Next(100))}\"))");
        return dice.Weighed(
            (20, 0), (26, 1), (14, 2), (20, 3), (9, 4), (5, 5), (4, 6), (8, 7), (4, 8)) switch
        {
            0 => RealAtom(),
            1 => Node.Real($"({Real(depth - 1)} {dice.Pick(["+", "-", "*", "*", "+"])} {Real(depth - 1)})"),
            2 => Quotient(depth),
            3 => Function(depth),
            4 => Node.Real($"({Boolean(depth - 1)} ? {Real(depth - 1)} : {Real(depth - 1)})"),
            5 => RealSwitch(depth),
            6 => Node.Real($"{dice.Pick(["-", "-", "+"])}({Real(depth - 1)})"),
            7 => RealCall(depth) ?? Function(depth),
            _ => Node.Real($"({Integer(depth - 1)} * {Real(depth - 1)})"),
        };
    }

    private Node RealAtom()
    {
        if (dice.Chance(style.Unusual))
            return Node.Real($"{dice.Pick(Vocabulary.Unusual)}");
        if (dice.Chance(style.Singles) && Find(Kind.Single) is { } single)
            return Node.Real($"{single.Name}");
        if (dice.Chance(style.Arrays) && GridOf() is not null && Element(writable: false) is { } element)
            return Node.Real($"{element}");
        if (dice.Chance(style.Arrays) && ArrayOf(writable: false) is { } array)
            return Node.Real($"{array.Name}[{Index(array)}]");
        if (dice.Chance(style.Arrays / 10))
            return Node.Real($"Table[{Within("Table.Length")}]");
        if (dice.Chance(4) && Find(Kind.Integer) is { } integer)
            return Node.Real($"({integer.Name} {dice.Pick(["+", "-", "*", "/"])} {dice.Pick(["0.25", "1.5", "Half"])})");
        return dice.Chance(75) && Find(Kind.Real) is { } variable ? Node.Real($"{variable.Name}") : Node.Real($"{dice.Pick(Vocabulary.Reals)}");
    }

    private Node Quotient(int depth)
    {
        Node above = Real(depth - 1), below = Real(depth - 1);
        int rough = style.IsTame ? 0 : 10;
        return dice.Weighed((30, 0), (rough, 1), (rough, 2), (15, 3), (rough, 4)) switch
        {
            0 => Node.Real($"({above} / (1.5 + Math.Abs({below})))"),
            1 => Node.Real($"({above} / {below})"),
            2 => Node.Real($"({above} % {dice.Pick(["1.25", "-0.7", "2.0"])})"),
            3 => Node.Real($"({above} / {dice.Pick(["3.0", "-1.5", "2", "0.7"])})"),
            _ => Node.Real($"({above} % (0.5 + Math.Exp(Math.Sin({below}))))"),
        };
    }

    private Node Function(int depth)
    {
        if (dice.Chance(style.IsTame ? 85 : 30))
            return Node.Real($"{dice.Pick(Tame)}({Real(depth - 1)})");
        Node a = Real(depth - 1);
        return dice.Next(38) switch
        {
            0 => Node.Real($"Math.Exp(Math.Sin({a}))"),
            1 => Node.Real($"Math.Exp({a})"),
            2 => Node.Real($"Math.Log(1.1 + Math.Abs({a}))"),
            3 => Node.Real($"Math.Log({a})"),
            4 => Node.Real($"Math.Sqrt(0.1 + Math.Abs({a}))"),
            5 => Node.Real($"Math.Sqrt({a})"),
            6 => Node.Real($"Math.Abs({a})"),
            7 => Node.Real($"Math.Max({a}, {Real(depth - 1)})"),
            8 => Node.Real($"Math.Min({a}, {Real(depth - 1)})"),
            9 => Node.Real($"Math.Pow(Math.Abs({a}) + 0.5, {Real(depth - 1)})"),
            10 => Node.Real($"Math.Pow({a}, {dice.Pick(["2", "3", "0", "1", "-1", "0.5", "2.0"])})"),
            11 => Node.Real($"Math.Atan2({a}, {Real(depth - 1)})"),
            12 => Node.Real($"double.Hypot({a}, {Real(depth - 1)})"),
            13 => Node.Real($"Math.Clamp({a}, {dice.Pick(["-1.0", "-0.5"])}, {dice.Pick(["0.75", "2.0"])})"),
            14 => Node.Real($"Math.Floor({a})"),
            15 => Node.Real($"Math.Round({a})"),
            16 => Node.Real($"Math.Truncate({a})"),
            17 => Node.Real($"Math.Tan(Math.Sin({a}))"),
            18 => Node.Real($"Math.Asin(0.9 * Math.Sin({a}))"),
            19 => Node.Real($"Math.Acos({a})"),
            20 => Node.Real($"Math.Sinh(Math.Sin({a}))"),
            21 => Node.Real($"Math.Cosh(Math.Cos({a}))"),
            22 => Node.Real($"Math.FusedMultiplyAdd({a}, {Real(depth - 1)}, {Real(depth - 1)})"),
            23 => Node.Real($"Math.CopySign({a}, {Real(depth - 1)})"),
            24 => Node.Real($"double.Exp2(Math.Cos({a}))"),
            25 => Node.Real($"Math.Log2(2.5 + Math.Sin({a}))"),
            26 => Node.Real($"Math.Atanh(0.9 * Math.Sin({a}))"),
            27 => Node.Real($"Math.Ceiling({a})"),
            28 => Node.Real($"(double)(int)({a})"),
            29 => Node.Real($"{dice.Pick(["double.RootN", "Math.ScaleB"])}(Math.Abs({a}), {dice.Pick(["2", "3"])})"),
            30 => Node.Real($"Math.Cbrt({a})"),
            31 => Node.Real($"Math.IEEERemainder({a}, {dice.Pick(["1.5", "-0.7"])})"),
            32 => Node.Real($"double.Lerp({a}, {Real(depth - 1)}, {Real(depth - 1)})"),
            33 => Node.Real($"{dice.Pick(["Math.MaxMagnitude", "Math.MinMagnitude", "double.MaxNumber", "double.Atan2Pi"])}({a}, {Real(depth - 1)})"),
            34 => Node.Real($"{dice.Pick(["double.SinPi", "double.CosPi", "double.AtanPi", "double.ExpM1", "double.LogP1", "double.Exp10"])}(Math.Tanh({a}))"),
            35 or 36 when style.HasRules => Node.Real($"Ours({a}{(dice.Chance(50) ? Node.Other($", {Real(depth - 1)}") : Node.Empty)})"),
            _ => Node.Real($"Math.Log({Real(depth - 1)} * {a} + 3)"),
        };
    }

    /// <summary>A switch expression; <c>_</c> last.</summary>
    private Node RealSwitch(int depth)
    {
        if (dice.Chance(25))
            return Positional(depth);
        if (dice.Chance(50))
        {
            IEnumerable<string> labels = dice.Shuffled(["0", "1 or 2", "> 3", "-1", "3 and not 2", "< -1"]).Take(1 + dice.Next(3));
            List<Node> arms = [.. labels.Select(l => Node.Section($"{l}{Guard()} => {Real(depth - 1)}, "))];
            return Node.Real($"({Integer(depth - 1)} switch {{ {Node.Join(arms, "")}_ => {Real(depth - 1)} }})");
        }

        Node subject = Real(depth - 1);
        string name = NewExpressionName();
        int mark = scope.Mark();
        scope.Add(new Variable(name, Kind.Real, true));
        Node first = Node.Section($"> 0.75 and var {name}{Guard()} => {Real(depth - 1)}, ");
        scope.Forget(mark);
        Node second = Node.Section($"> 0.25{Guard()} => {Real(depth - 1)}, ");
        Node third = Node.Section($"{dice.Pick(["<= -0.5", "< -1 or 0.0", "not > -0.25"])} => {Real(depth - 1)}, ");
        return Node.Real($"({subject} switch {{ {first}{second}{(dice.Chance(50) ? third : Node.Empty)}_ => {Real(depth - 1)} }})");
    }

    /// <summary>A switch on several values at once.</summary>
    private Node Positional(int depth)
    {
        string name = NewExpressionName();
        Node subject = Node.Other($"({Real(depth - 1)}, {Integer(depth - 1)}, {Boolean(depth - 1)})");
        int mark = scope.Mark();
        scope.Add(new Variable(name, Kind.Real, true));
        Node first = Node.Section($"(> 0.5 and var {name}, not 1, _){Guard()} => {Real(depth - 1)}, ");
        scope.Forget(mark);
        Node second = Node.Section($"(_, > 1 or 0, true){Guard()} => {Real(depth - 1)}, ");
        Node third = Node.Section($"(<= 0.25, _, {dice.Pick(["false", "var _", "_"])}) => {Real(depth - 1)}, ");
        Node last = dice.Chance(style.Throws * 3) ? Node.Other($"throw new InvalidOperationException(\"switch\")") : Real(depth - 1);
        return Node.Real($"({subject} switch {{ {first}{second}{third}_ => {last} }})");
    }

    private Node Guard() => dice.Chance(25) ? Node.Other($" when {Boolean(1)}") : Node.Empty;

    /// <summary>An expression that also writes a variable; null where there is none to write.</summary>
    private Node? RealEffect(int depth)
    {
        if (dice.Chance(35) && RealCall(depth) is { } call)
            return call;
        if (Find(Kind.Real, writable: true) is not { } target)
            return null;
        return dice.Next(6) switch
        {
            0 or 1 => Node.Real($"({target.Name} = {Bounded(Real(depth))})"),
            2 or 3 => Node.Real($"({target.Name} {dice.Pick(["+=", "-=", "*="])} {Bounded(Real(depth))})"),
            4 => Node.Real($"{dice.Pick(["++", "--"])}{target.Name}"),
            _ => Node.Real($"{target.Name}{dice.Pick(["++", "--"])}"),
        };
    }
}
