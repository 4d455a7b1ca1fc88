using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Expressions of types <c>int</c> and <c>bool</c>.</content>
internal sealed partial class ProgramWriter
{
    private Node Integer(int depth)
    {
        Node Atom() => dice.Chance(60) && Find(Kind.Integer) is { } variable
            ? Node.Integer($"{variable.Name}")
            : Node.Integer($"{dice.Pick(Vocabulary.Integers)}");
        if (depth <= 0)
            return Atom();
        if (dice.Chance(style.Effects) && Find(Kind.Integer, writable: true) is { } target)
        {
            return dice.Next(4) switch
            {
                0 => Node.Integer($"({target.Name} = {Integer(depth - 1)})"),
                1 => Node.Integer($"({target.Name} += {Integer(depth - 1)} % 5)"),
                2 => Node.Integer($"{target.Name}++"),
                _ => Node.Integer($"--{target.Name}"),
            };
        }

        return dice.Next(16) switch
        {
            0 or 1 or 2 => Atom(),
            3 => Node.Integer($"(({Integer(depth - 1)} {dice.Pick(["+", "-", "*"])} {Integer(depth - 1)}) % {dice.Pick(["3", "5"])})"),
            4 or 5 => Node.Integer($"(int)({Real(depth - 1)})"),
            6 => Node.Integer($"({Boolean(depth - 1)} ? {Integer(depth - 1)} : {Integer(depth - 1)})"),
            7 => Node.Integer($"({Integer(depth - 1)} & 3)"),
            8 => dice.Next(6) switch
            {
                0 => Node.Integer($"int.Min({Integer(depth - 1)}, {Integer(depth - 1)})"),
                1 => Node.Integer($"int.Clamp({Integer(depth - 1)}, -1, 3)"),
                2 => Node.Integer($"({Integer(depth - 1)} / (({Integer(depth - 1)} & 3) + 1))"),
                3 when style.Throws > 0 => Node.Integer($"({Integer(depth - 1)} / {Integer(depth - 1)} % 7)"),
                _ => Node.Integer($"Math.Max({Integer(depth - 1)}, {Integer(depth - 1)})"),
            },
            9 => Call(Kind.Integer, depth) ?? Atom(),
            10 => Node.Integer($"({Integer(depth - 1)} switch {{ {Node.Section($"0 => {Integer(0)}, ")}{Node.Section($"1 or 2{Guard()} => {Integer(depth - 1)}, ")}_ => {Integer(0)} }})"),
            11 => Node.Integer($"(unchecked({Integer(depth - 1)} * 1000003 + {Integer(depth - 1)}) % 5)"),
            12 => Node.Integer($"(({Integer(depth - 1)} {dice.Pick([">>", "<<", ">>>", "^", "|"])} 1) % 6)"),
            13 => Node.Integer($"((int)((long){Integer(depth - 1)} + (byte)({Integer(depth - 1)} & 7)) % 9)"),
            14 => Node.Integer($"((int){Mode()} + {Integer(depth - 1)})"),
            _ => Node.Integer($"Math.Sign({Integer(depth - 1)})"),
        };
    }

    private Node Boolean(int depth)
    {
        if (depth <= 0)
        {
            return dice.Chance(30) && Find(Kind.Boolean) is { } variable
                ? Node.Boolean($"{variable.Name}")
                : Node.Boolean($"({RealAtom()} {Comparison()} {RealAtom()})");
        }

        if (dice.Chance(style.Effects) && Find(Kind.Boolean, writable: true) is { } target)
            return Node.Boolean($"({target.Name} {dice.Pick(["=", "=", "|=", "&=", "^="])} {Boolean(depth - 1)})");
        return dice.Next(18) switch
        {
            0 or 1 or 2 or 3 => Node.Boolean($"({Real(depth - 1)} {Comparison()} {Real(depth - 1)})"),
            4 => Node.Boolean($"({Integer(depth - 1)} {dice.Pick(["<", ">=", "==", "!="])} {Integer(depth - 1)})"),
            5 or 6 => Node.Boolean($"({Boolean(depth - 1)} && {Boolean(depth - 1)})"),
            7 or 8 => Node.Boolean($"({Boolean(depth - 1)} || {Boolean(depth - 1)})"),
            9 => Node.Boolean($"({Boolean(depth - 1)} {dice.Pick(["&", "|", "^", "==", "!="])} {Boolean(depth - 1)})"),
            10 => Node.Boolean($"!({Boolean(depth - 1)})"),
            11 => Node.Boolean($"({Real(depth - 1)} is {dice.Pick(["> 0 and < 1", "not > 0.5", "< -0.5 or > 0.25", "not (0.0 or 1.0)", ">= -1 and not 0"])})"),
            12 => Node.Boolean($"({Integer(depth - 1)} is {dice.Pick(["0 or 2", "> 0", "not 1", ">= 1 and < 4"])})"),
            13 => Declared(depth),
            15 => Node.Boolean($"({Mode()} {dice.Pick(["==", "!="])} {Mode()})"),
            14 => Call(Kind.Boolean, depth) ?? Boolean(depth - 1),
            _ => Node.Boolean($"{dice.Pick(["double.IsNaN", "double.IsFinite", "double.IsNegative"])}({Real(depth - 1)})"),
        };
    }

    private Node Mode() => dice.Chance(50) ? Node.Other($"(Mode)(({Integer(0)}) & 3)") : Node.Other($"Mode.{dice.Pick(["None", "Slow", "Fast"])}");

    private string Comparison() => dice.Pick(["<", ">", "<=", ">=", "<", ">", "==", "!="]);

    /// <summary>A pattern that names the value, and a use of the name where it is assigned.</summary>
    private Node Declared(int depth)
    {
        string name = NewExpressionName();
        Node value = Real(depth - 1);
        int mark = scope.Mark();
        scope.Add(new Variable(name, Kind.Real, true));
        Node use = Boolean(depth - 1);
        scope.Forget(mark);
        return Node.Boolean($"({value} is {dice.Pick(["> -0.5 and var ", "var ", "double "])}{name} && {use})");
    }
}
