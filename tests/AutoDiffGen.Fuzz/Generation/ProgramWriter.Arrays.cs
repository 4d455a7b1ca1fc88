using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Arrays and spans.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A variable with real elements, or null where there is none.</summary>
    private Variable? ArrayOf(bool writable)
    {
        List<Variable> found = [.. scope.Visible.Where(v => writable ? v.Kind.HasWritableReals : v.Kind.IsReals)];
        return found.Count == 0 ? null : dice.Chance(30) ? found[^1] : dice.Pick(found);
    }

    /// <summary>An index of an element that is there, provided that there is one at all.</summary>
    private Node Index(Variable array)
    {
        if (dice.Chance(30) && Place(Kind.Index, array) is { } place)
            return Node.Other($"{place.Name}");
        if (dice.Chance(55))
            return Node.Other($"{SimpleIndex(array)}");
        string a = array.Name;
        return dice.Next(5) switch
        {
            0 => Node.Other($"({Integer(1)} & 7) % {a}.Length"),
            1 => Node.Other($"(int)(Math.Abs(Math.Sin({Real(1)})) * 5) % {a}.Length"),
            2 => Node.Other($"({Boolean(1)} ? {SimpleIndex(array).Replace("^1", "0")} : {SimpleIndex(array).Replace("^1", "0")})"),
            3 => Node.Other($"{a}.Length - 1 - ({Integer(0)} & 3) % {a}.Length"),
            _ => Node.Other($"{SimpleIndex(array)}"),
        };
    }

    private string SimpleIndex(Variable array)
    {
        string a = array.Name;
        List<Variable> counters = [.. scope.Visible.Where(v => v.IsCounter)];
        if (counters.LastOrDefault(c => c.Over == a) is { } over && dice.Chance(60))
            return over.Name;
        Variable? indices = scope.Visible.LastOrDefault(v => v.Kind == Kind.Indices);
        if (indices is not null && dice.Chance(25))
            return $"({indices.Name}[{(counters.Count > 0 ? $"{dice.Pick(counters).Name} % {indices.Name}.Length" : "0")}] & 7) % {a}.Length";
        if (counters.Count > 0 && dice.Chance(60))
        {
            string i = dice.Pick(counters).Name;
            return dice.Next(4) switch
            {
                0 => $"({i} + 1) % {a}.Length",
                1 => $"{i} * {dice.Pick(counters).Name} % {a}.Length",
                2 => $"{i} / 2 % {a}.Length",
                _ => $"{i} % {a}.Length",
            };
        }

        return dice.Pick(["0", "0", "^1", $"{a}.Length / 2", $"{a}.Length - 1", $"1 % {a}.Length"]);
    }

    private Node? ArrayStatement()
    {
        switch (dice.Weighed((34, 0), (30, 1), (10, 2), (8, 3), (8, 4), (6, 5), (6, 6), (12, 7), (6, 8)))
        {
            case 0:
                return ArrayOf(writable: true) is { } target ? Write(target) : ArrayDeclaration();
            case 1:
                return ArrayDeclaration();
            case 2:
                return Reassign();
            case 3:
                return Bulk();
            case 4:
                return RefLocal();
            case 5:
                return Exchange();
            case 6:
                return WriteIndex();
            case 7:
                return OwnRowsStatement();
            default:
                return PlaceDeclaration();
        }
    }

    private Node Write(Variable array) => dice.Next(5) switch
    {
        0 or 1 => Node.Statement($"{array.Name}[{Index(array)}] = {Bounded(Real(2))};"),
        2 or 3 => Node.Statement($"{array.Name}[{Index(array)}] {dice.Pick(["+=", "+=", "-=", "*="])} {Bounded(Real(2))};"),
        _ => Node.Statement($"{array.Name}[{Index(array)}] = {array.Name}[{Index(array)}] * {Bounded(Real(2))} + {Bounded(Real(1))};"),
    };

    private Node ArrayDeclaration()
    {
        if (dice.Chance(12))
            return MatrixDeclaration();
        if (dice.Chance(10))
            return OwnRowsDeclaration();
        if (dice.Chance(style.Singles * 2))
        {
            Node singles = Singles(2);
            string floats = NewName();
            scope.Add(new Variable(floats, Kind.Singles, true));
            return Node.Statement($"float[] {floats} = {singles};");
        }

        Kind kind = dice.Weighed((45, Kind.Vector), (30, Kind.Span), (10, Kind.ReadOnlySpan), (15, Kind.Indices));
        if (kind is Kind.Span or Kind.ReadOnlySpan && dice.Chance(40))
        {
            Node size = Size();
            bool isFilled = kind == Kind.ReadOnlySpan || dice.Chance(40);
            Node made = isFilled ? Node.Other($"stackalloc double[] {{ {Items()} }}") : Node.Other($"stackalloc double[{size}]");
            string local = NewName();
            scope.Add(new Variable(local, kind, true) { IsOnStack = true });
            return Node.Statement($"{kind.CSharp} {local} = {made};");
        }

        bool isOnStack = kind != Kind.Vector, isCollection = kind != Kind.Indices && dice.Chance(15);
        Node value = isCollection ? Collection() : kind switch
        {
            Kind.Vector => Vector(2),
            Kind.Indices => Indices(2),
            _ => Span(2, kind == Kind.Span, out isOnStack),
        };
        string name = NewName();
        scope.Add(new Variable(name, kind, true) { IsOnStack = isOnStack });
        return Node.Statement($"{kind.CSharp} {name} = {value};");
    }

    private Node Size() => dice.Next(3) switch
    {
        0 when dice.Chance(30) && GridOf() is { } grid => Node.Other($"{SizeOf(grid)}"),
        0 when ArrayOf(writable: false) is { } array => Node.Other($"{array.Name}.Length"),
        1 => Node.Other($"({Integer(0)} & 3) + 1"),
        _ => Node.Other($"{1 + dice.Next(4)}"),
    };

    /// <summary>A collection expression, where the variable says of which type.</summary>
    private Node Collection() => dice.Next(4) switch
    {
        0 when ArrayOf(writable: false) is { } array => Node.Other($"[{Items()}, ..{array.Name}]"),
        1 when ArrayOf(writable: false) is { } array => Node.Other($"[..{array.Name}, {Real(1)}]"),
        _ => Node.Other($"[{Items()}]"),
    };

    private Node Items() => Node.Join(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Real(1)), ", ");

    /// <summary>An array: another name for one, or a new one.</summary>
    private Node Vector(int depth)
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind == Kind.Vector)];
        Variable? Any() => found.Count == 0 ? null : dice.Pick(found);
        switch (dice.Next(depth > 0 ? 14 : 6))
        {
            case < 4 when Any() is { } array:
                return Node.Vector($"{array.Name}");
            case 6 or 7 when Any() is not null:
                return Node.Vector($"({Boolean(1)} ? {Vector(depth - 1)} : {Vector(depth - 1)})");
            case 8 when ArrayOf(writable: false) is { } array:
                return array.Kind == Kind.Vector
                    ? Node.Vector($"{dice.Pick([$"{array.Name}.AsSpan().ToArray()", $"(double[]){array.Name}.Clone()", $"{array.Name}[(1 % {array.Name}.Length)..]"])}")
                    : Node.Vector($"{array.Name}.ToArray()");
            case 5 when found.Count > 0 && dice.Pick(found) is var whole && Place(Kind.Range, whole) is { } part:
                return Node.Vector($"{whole.Name}[{part.Name}]");
            case 4 or 5 when RowsVariable() is { } rows:
                return Node.Vector($"{Row(rows)}");
            case 9 or 10 when Call(Kind.Vector, depth) is { } call:
                return call;
            case 11 or 12:
                return Node.Vector($"new double[{Size()}]");
            default:
                return dice.Chance(50) ? Node.Vector($"new double[] {{ {Items()} }}") : Node.Vector($"new[] {{ {RealAtom()}, {Real(1)} + 0.0 }}");
        }
    }

    private Node Span(int depth, bool writable) => Span(depth, writable, out _);

    private Node Span(int depth, bool writable, out bool isOnStack)
    {
        isOnStack = false;
        if (ArrayOf(writable) is not { } array)
            return Vector(depth);
        isOnStack = array.IsOnStack;
        string a = array.Name, s = array.Kind == Kind.Vector ? a + ".AsSpan()" : a;
        if (dice.Chance(30) && Place(Kind.Range, array) is { } part)
            return Node.Span($"{s}[{part.Name}]");
        return dice.Next(depth > 0 ? 12 : 8) switch
        {
            < 5 => Node.Span($"{a}"),
            5 => array.Kind == Kind.Vector ? Node.Span($"{a}.AsSpan({a}.Length / 2)") : Node.Span($"{a}.Slice({a}.Length / 2)"),
            6 => Node.Span($"{s}[..(({a}.Length + 1) / 2)]"),
            7 => Node.Span($"{s}.Slice(1 % {a}.Length, 1)"),
            8 => Node.Span($"{s}[(1 % {a}.Length)..]"),
            9 => Node.Span($"{s}[(({Integer(0)} & 7) % {a}.Length)..]"),
            10 => Vector(depth - 1) is var vector && !(isOnStack = false) ? Node.Span($"{vector}") : null!,
            _ => Node.Span($"{a}"),
        };
    }

    private Node Indices(int depth)
    {
        if (scope.Visible.LastOrDefault(v => v.Kind == Kind.Indices) is { } indices && dice.Chance(40))
            return Node.Other($"{indices.Name}");
        return dice.Chance(40)
            ? Node.Other($"new int[{Size()}]")
            : Node.Other($"new int[] {{ {Node.Join(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Node.Other($"({Integer(depth - 1)} & 3)")), ", ")} }}");
    }

    private Node? WriteIndex()
    {
        if (scope.Visible.LastOrDefault(v => v.Kind == Kind.Indices) is not { } indices)
            return null;
        return Node.Statement($"{indices.Name}[{SimpleIndex(indices)}] = ({Integer(2)} & 7);");
    }

    /// <summary>Variables that come to stand for other arrays: one set, or two that change places.</summary>
    private Node? Reassign()
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind.IsReals && v.IsWritable)];
        if (found.Count == 0)
            return null;
        Variable target = dice.Pick(found);
        List<Variable> others = [.. found.Where(v => v != target && v.Kind == target.Kind && v.IsOnStack == target.IsOnStack)];
        if (others.Count > 0 && dice.Chance(60))
        {
            Variable other = dice.Pick(others);
            if (dice.Chance(40) && target.Kind == Kind.Vector)
                return Node.Statement($"({target.Name}, {other.Name}) = ({other.Name}, {target.Name});");
            string temporary = NewExpressionName();
            return Node.Statement($"{{ {target.Kind.CSharp} {temporary} = {target.Name}; {target.Name} = {other.Name}; {other.Name} = {temporary}; }}");
        }

        if (target.Kind == Kind.Vector)
            return Node.Statement($"{target.Name} = {Vector(2)};");
        Node value = Span(1, target.Kind == Kind.Span, out bool isOnStack);
        return isOnStack && !target.IsOnStack ? null : Node.Statement($"{target.Name} = {value};");
    }

    private Node? Bulk()
    {
        if (ArrayOf(writable: true) is not { } target)
            return null;
        string t = target.Name, span = target.Kind == Kind.Vector ? t + ".AsSpan()" : t;
        switch (dice.Next(7))
        {
            case 0:
                return target.Kind == Kind.Vector ? Node.Statement($"Array.Fill({t}, {Bounded(Real(1))});") : Node.Statement($"{t}.Fill({Bounded(Real(1))});");
            case 1:
                return Node.Statement($"{(target.Kind == Kind.Vector ? $"Array.Clear({t})" : $"{t}.Clear()")};");
            case 2 when ArrayOf(writable: false) is { } source:
                string s = source.Kind == Kind.Vector ? source.Name + ".AsSpan()" : source.Name;
                return Node.Statement($"{s}[..Math.Min({source.Name}.Length, {t}.Length)].CopyTo({t});");
            case 3 when ArrayOf(writable: false) is { Kind: Kind.Vector } source && target.Kind == Kind.Vector:
                return Node.Statement($"Array.Copy({source.Name}, {t}, Math.Min({source.Name}.Length, {t}.Length));");
            case 4 or 5 when ArrayOf(writable: false) is { } source:
                return CopyOfPart(source, target);
            default:
                return Node.Statement($"{span}[({t}.Length / 2)..].Fill({Bounded(Real(1))});");
        }
    }

    /// <summary>Elements copied to elsewhere, perhaps in the same array.</summary>
    private Node CopyOfPart(Variable source, Variable target)
    {
        string s = source.Name, t = target.Name, from = NewExpressionName(), to = NewExpressionName(), count = NewExpressionName();
        string copy = source.Kind == Kind.Vector && target.Kind == Kind.Vector && dice.Chance(50)
            ? $"Array.Copy({s}, {from}, {t}, {to}, {count});"
            : $"{(source.Kind == Kind.Vector ? s + ".AsSpan()" : s)}.Slice({from}, {count}).CopyTo({(target.Kind == Kind.Vector ? t + ".AsSpan()" : t)}[{to}..]);";
        return Node.Statement(
            $"{{ int {from} = ({Integer(1)} & 3) % {s}.Length, {to} = ({Integer(1)} & 3) % {t}.Length, {count} = Math.Min({s}.Length - {from}, {t}.Length - {to}); {copy} }}");
    }

    /// <summary>A name for an element or a variable, or another element for a name to stand for.</summary>
    private Node? RefLocal()
    {
        List<Variable> arrays = [.. scope.Visible.Where(v => v.Kind == Kind.Vector)];
        if (arrays.Count > 0 && dice.Chance(60))
        {
            Variable array = dice.Pick(arrays);
            if (scope.Visible.LastOrDefault(v => v.IsMovable) is { } moved && dice.Chance(75))
                return Node.Statement($"{moved.Name} = ref {array.Name}[{SimpleIndex(array)}];");
            string index = SimpleIndex(array), movable = NewName();
            scope.Add(new Variable(movable, Kind.Real, true) { IsMovable = true });
            return Node.Statement($"ref double {movable} = ref {array.Name}[{index}];");
        }

        if (Find(Kind.Real, writable: true) is not { } target)
            return null;
        Node place = dice.Chance(25) && Find(Kind.Real, writable: true) is { } other
            ? Node.Other($"({Boolean(1)} ? ref {target.Name} : ref {other.Name})")
            : Node.Other($"{target.Name}");
        string name = NewName();
        scope.Add(new Variable(name, Kind.Real, true));
        return Node.Statement($"ref double {name} = ref {place};");
    }

    /// <summary>Two elements change places.</summary>
    private Node? Exchange()
    {
        if (ArrayOf(writable: true) is not { } one || ArrayOf(writable: true) is not { } other)
            return null;
        string a = $"{one.Name}[{SimpleIndex(one)}]", b = $"{other.Name}[{SimpleIndex(other)}]";
        return Node.Statement($"({a}, {b}) = ({b}, {a});");
    }
}
