using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <content>Arrays of arrays that the program creates.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A variable for an array of arrays, or null where there is none.</summary>
    private Variable? RowsVariable(bool own = false)
    {
        List<Variable> found = [.. scope.Visible.Where(v => v.Kind == Kind.OwnRows || (v.Kind == Kind.Rows && !own))];
        return found.Count == 0 ? null : dice.Pick(found);
    }

    private string Row(Variable rows) => $"{rows.Name}[{Within(RowsOf(rows))}]";

    private Node OwnRowsDeclaration()
    {
        if (dice.Chance(40))
            return RowByRow();
        Node value = dice.Chance(30) ? Node.Other($"[{RowList()}]") : OwnRows(2);
        string name = NewName();
        scope.Add(new Variable(name, Kind.OwnRows, true));
        return Node.Statement($"double[][] {name} = {value};");
    }

    /// <summary>An array of arrays and a loop that gives it its rows.</summary>
    private Node RowByRow()
    {
        Node size = Size();
        string name = NewName(), i = "";
        Node row = Inside(() =>
        {
            i = Counter();
            scope.Add(new Variable(i, Kind.Integer, false) { IsCounter = true });
            return dice.Chance(60) ? Node.Vector($"new double[{Size()}]") : Vector(1);
        });
        scope.Add(new Variable(name, Kind.OwnRows, true));
        return Node.Statement($"double[][] {name} = new double[{size}][]; for (int {i} = 0; {i} < {name}.Length; {i}++) {name}[{i}] = {row};");
    }

    /// <summary>An array of arrays that was created here: another name for one, or a new one.</summary>
    private Node OwnRows(int depth) => dice.Next(6) switch
    {
        0 or 1 when RowsVariable(own: true) is { } rows => Node.Other($"{rows.Name}"),
        2 when depth > 0 && RowsVariable(own: true) is not null => Node.Other($"({Boolean(1)} ? {OwnRows(depth - 1)} : {OwnRows(depth - 1)})"),
        _ => Node.Other($"new double[][] {{ {RowList()} }}"),
    };

    /// <summary>Rows: new ones, and arrays that have other names too.</summary>
    private Node RowList() => Node.Join(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => Vector(1)), ", ");

    private Node? OwnRowsStatement()
    {
        if (RowsVariable(own: true) is not { } rows)
            return OwnRowsDeclaration();
        switch (dice.Next(8))
        {
            case < 5:
                return OwnRowsReplacement(rows);
            case 5 when RowsVariable(own: true) is { } another && another != rows:
                return Node.Statement($"({rows.Name}, {another.Name}) = ({another.Name}, {rows.Name});");
            case 6:
                return Node.Statement($"{rows.Name} = {OwnRows(1)};");
            default:
                string row = Row(rows), name = NewName();
                scope.Add(new Variable(name, Kind.Vector, true));
                return Node.Statement($"double[] {name} = {row};");
        }
    }

    /// <summary>A row that is replaced, or two that change places.</summary>
    private Node OwnRowsReplacement(Variable rows)
    {
        switch (dice.Next(5))
        {
            case 0 or 1:
                return Node.Statement($"{Row(rows)} = {Vector(1)};");
            case 2:
                return Node.Statement($"{Row(rows)} = new double[{Size()}];");
            case 3:
                string one = Row(rows), other = Row(rows);
                return Node.Statement($"({one}, {other}) = ({other}, {one});");
            default:
                string first = Row(rows), second = Row(RowsVariable(own: true)!), temporary = NewExpressionName();
                return Node.Statement($"{{ double[] {temporary} = {first}; {first} = {second}; {second} = {temporary}; }}");
        }
    }
}
