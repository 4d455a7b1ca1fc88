using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Statements.</content>
internal sealed partial class ProgramWriter
{
    private Node Statement(int depth)
    {
        statements--;
        if (depth > 0 && loops > 0 && statements > 0 && dice.Chance(style.Shapes) && Shape(depth) is { } shape)
            return shape;
        if (depth > 0 && loops > 0 && statements > 0 && dice.Chance(style.Loops))
            return Loop(depth);
        if (dice.Chance(style.Arrays) && ArrayStatement() is { } statement)
            return statement;
        if (depth > 1 && loops > 1 && statements > 0 && dice.Chance(style.Labels))
            return Labels(depth);
        if (jumps.Count > 0 && dice.Chance(15))
            return Jump();
        if (mayContinue && dice.Chance(6))
            return Node.Statement($"if ({Boolean(2)}) {dice.Pick(["break", "continue"])};");
        if (depth > 0 && statements > 0 && dice.Chance(38))
        {
            return dice.Weighed((50, 0), (20, 1), (5, 2), (12, 3)) switch
            {
                0 => If(depth),
                1 => Switch(depth),
                2 => Node.Statement($"{{ {Inside(() => Block(depth))} }}"),
                _ => AssignedInBranches(depth),
            };
        }

        if (dice.Chance(style.Throws))
            return Node.Statement($"if ({Boolean(2)}) throw new ArgumentException(\"{dice.Next(100)}\", nameof({FirstName()}));");
        return dice.Weighed((40, 0), (45, 1), (8, 2), (10, 3), (4, 4)) switch
        {
            0 => Declaration(),
            1 => Assignment(),
            2 => Increment(),
            3 => CallStatement() ?? Assignment(),
            _ => SinCos(),
        };
    }

    private string FirstName() => method.Parameters[0].Name;

    /// <summary>The inside of a block.</summary>
    private Node Block(int depth)
    {
        var block = new List<Node>();
        do
            block.Add(Statement(depth - 1));
        while (statements > 0 && dice.Chance(55));
        if (mayReturn && dice.Chance(18))
            block.Add(Leave());
        return Node.Join(block, "\n");
    }

    private Node Leave() => mayContinue && dice.Chance(50)
        ? Node.Statement($"continue;")
        : (inSection || inLoop) && dice.Chance(50)
        ? Node.Statement($"break;")
        : method.Result == Kind.Void ? Node.Statement($"return;") : Node.Statement($"return {Of(method.Result, 2)};");

    private Node Declaration()
    {
        Kind kind = dice.Weighed((65, Kind.Real), (style.Singles * 2, Kind.Single), (12, Kind.Integer), (12, Kind.Boolean));

        // The initializer is written first: it must not use the name.
        Node value = Value(kind);
        if (dice.Chance(8) && kind == Kind.Real)
        {
            string constant = NewName();
            scope.Add(new Variable(constant, kind, false));
            return Node.Statement($"const double {constant} = {dice.Pick(["0.5", "-1.25", "2", "Half * 3"])};");
        }

        string name = NewName();
        scope.Add(new Variable(name, kind, true));
        if (!dice.Chance(15))
            return Node.Statement($"{kind.CSharp} {name} = {value};");
        Node next = Value(kind);
        string second = NewName();
        scope.Add(new Variable(second, kind, true));
        return Node.Statement($"{kind.CSharp} {name} = {value}, {second} = {next};");
    }

    /// <summary>A value to store: real ones mostly of moderate size, lest what is made of them overflow.</summary>
    private Node Value(Kind kind) => kind switch
    {
        Kind.Real when style.IsTame => Bounded(Real(3)),
        Kind.Real when dice.Chance(25) => Node.Real($"{dice.Pick(Tame)}({Real(3)})"),
        Kind.Real when dice.Chance(20) => Node.Real($"0.5 * {Real(3)}"),
        Kind.Integer => Node.Integer($"{Integer(2)} % 7"),
        _ => Of(kind, 3),
    };

    /// <summary>A value of moderate size, where it is stored again and again.</summary>
    private Node Bounded(Node value) => !style.IsTame ? value : dice.Next(5) switch
    {
        0 => Node.Real($"Math.Sin({value})"),
        1 => Node.Real($"Math.Tanh({value})"),
        2 => Node.Real($"0.5 * Math.Cos({value})"),
        3 => Node.Real($"(0.75 + 0.25 * Math.Sin({value}))"),
        _ => Node.Real($"Math.Atan({value})"),
    };

    private Node Assignment()
    {
        Kind kind = dice.Weighed((70, Kind.Real), (style.Singles * 2, Kind.Single), (8, Kind.Integer), (10, Kind.Boolean));
        if (Find(kind, writable: true) is not { } target)
            return Declaration();
        if (kind == Kind.Real && dice.Chance(6) && Find(kind, writable: true) is { } second)
            return Node.Statement($"({target.Name}, {second.Name}) = ({Value(kind)}, {Value(kind)});");
        if (dice.Chance(40))
        {
            return kind switch
            {
                Kind.Real when style.IsTame => Node.Statement($"{target.Name} {dice.Pick(["+=", "-=", "*=", "+="])} {Bounded(Real(2))};"),
                Kind.Real => Node.Statement($"{target.Name} {dice.Pick(["+=", "-=", "*=", "+=", "/="])} {Real(2)};"),
                Kind.Single => Node.Statement($"{target.Name} {dice.Pick(["+=", "-=", "*="])} {(dice.Chance(30) ? Integer(1) : Single(2))};"),
                Kind.Integer => Node.Statement($"{target.Name} {dice.Pick(["+=", "-=", "^=", "%="])} 1 + ({Integer(2)} & 3);"),
                _ => Node.Statement($"{target.Name} {dice.Pick(["|=", "&=", "^="])} {Boolean(2)};"),
            };
        }

        if (dice.Chance(10) && Find(kind, writable: true) is { } other)
            return Node.Statement($"{target.Name} = {other.Name} = {Value(kind)};");
        return Node.Statement($"{target.Name} = {Value(kind)};");
    }

    private Node Increment()
    {
        Kind kind = dice.Pick([Kind.Real, Kind.Real, Kind.Integer]);
        if (Find(kind, writable: true) is not { } target)
            return Declaration();
        return dice.Chance(50) ? Node.Statement($"{target.Name}{dice.Pick(["++", "--"])};") : Node.Statement($"{dice.Pick(["++", "--"])}{target.Name};");
    }

    private Node? CallStatement()
    {
        List<Callable> found = [.. callables.Where(CanPass)];
        if (found.Count == 0 || calls <= 0)
            return null;
        calls--;
        Callable callee = dice.Pick(found);
        if (callee.Parameters.FirstOrDefault(p => p.Mode == "out") is { } output && !callee.Parameters.Any(p => p.Default is not null) && dice.Chance(40))
            return CallWithNewVariables(callee);
        return Node.Statement($"{callee.Name}({Arguments(callee, 2)});");
    }

    /// <summary>A call that declares what it writes, for what follows to use.</summary>
    private Node CallWithNewVariables(Callable callee)
    {
        var arguments = new List<Node>();
        var made = new List<Variable>();
        Variable? last = null;
        foreach (Parameter parameter in callee.Parameters)
        {
            if (parameter.Mode != "out")
            {
                arguments.Add(parameter.Name == Callable.Depth ? DepthLeft() : Argument(parameter, 1, ref last));
                continue;
            }

            string name = NewName();
            made.Add(new Variable(name, parameter.Kind, true));
            arguments.Add(Node.Other($"out {dice.Pick(["var", parameter.Kind.CSharp])} {name}"));
        }

        foreach (Variable variable in made)
            scope.Add(variable);
        return Node.Statement($"{callee.Name}({Node.Join(arguments, ", ")});");
    }

    private Node SinCos()
    {
        Node angle = Real(2);
        string sine = NewName(), cosine = NewName();
        scope.Add(new Variable(sine, Kind.Real, true));
        scope.Add(new Variable(cosine, Kind.Real, true));
        return Node.Statement($"var ({sine}, {cosine}) = Math.SinCos({angle});");
    }
}
